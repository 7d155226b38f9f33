import * as vscode from 'vscode';

/** A search answers within this time, where there is one. */
const SEARCH_MS = 2000;
/** So many folders are looked through where nothing searches. */
const MOST_FOLDERS = 500;

/**
 * The files of the workspace whose names end so, those of packages left out. VS Code waits for ever for a search of
 * files that nothing searches, as those of some virtual workspaces: there the folders are looked through.
 */
export async function filesEnding(end: string, most?: number): Promise<vscode.Uri[]> {
  const searched = vscode.workspace.findFiles(`**/*${end}`, '**/node_modules/**', most);
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  if (folders.every(({ scheme }) => scheme === 'file' || scheme === 'vscode-remote')) return searched;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SEARCH_MS));
  return (await Promise.race([searched, late])) ?? (await filesBelow(folders, end)).slice(0, most);
}

async function filesBelow(folders: readonly vscode.Uri[], end: string): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const open = [...folders];
  for (const folder of open) {
    const entries = await vscode.workspace.fs.readDirectory(folder).then(
      (all) => all,
      () => [],
    );
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File && uri.path.endsWith(end)) found.push(uri);
      if (type === vscode.FileType.Directory && !/^(\.|node_modules$)/.test(name) && open.length < MOST_FOLDERS) open.push(uri);
    }
  }
  return found;
}
