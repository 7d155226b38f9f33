import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';

/** Asks where, writes, and says whether it was saved. */
export async function saveFile(suggested: vscode.Uri, content: string, encoding: 'utf8' | 'base64'): Promise<boolean> {
  const target = await vscode.window.showSaveDialog({ defaultUri: suggested });
  if (!target) return false;
  const bytes = encoding === 'utf8' ? new TextEncoder().encode(content) : Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    await vscode.window.showErrorMessage(t('The file could not be written: {0}', error instanceof Error ? error.message : String(error)));
    return false;
  }
}
