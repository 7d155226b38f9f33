import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';

/** Asks where to save, writes the file, and returns whether it was saved. */
export function saveFile(suggested: vscode.Uri, content: string, encoding: 'utf8' | 'base64'): Promise<boolean> {
  const bytes = encoding === 'utf8' ? new TextEncoder().encode(content) : Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  return saveBytes(suggested, bytes);
}

/** The same for bytes. @param place where to save; without it, the user is asked */
export async function saveBytes(suggested: vscode.Uri, bytes: Uint8Array, place?: vscode.Uri): Promise<boolean> {
  const target = place ?? (await vscode.window.showSaveDialog({ defaultUri: suggested }));
  if (!target) return false;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    await vscode.window.showErrorMessage(t('The file could not be written: {0}', error instanceof Error ? error.message : String(error)));
    return false;
  }
}
