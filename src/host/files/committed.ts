import * as vscode from 'vscode';

/** The part of VS Code's git extension that is used here. */
interface Git {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null };
}

/** The text of a file in the last commit; null where there is none, or where there is no git. */
export async function committed(uri: vscode.Uri): Promise<string | null> {
  const git = vscode.extensions.getExtension<Git>('vscode.git');
  if (!git || uri.scheme !== 'file') return null;
  try {
    return (await (await git.activate()).getAPI(1).getRepository(uri)?.show('HEAD', uri.fsPath)) ?? null;
  } catch {
    return null;
  }
}
