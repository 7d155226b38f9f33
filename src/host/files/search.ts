import * as vscode from 'vscode';

/** A working search answers within this time. */
const SEARCH_MS = 2000;
/** The most folders that are searched by hand, where no search works. */
const MOST_FOLDERS = 500;

/**
 * The files of the workspace with names that end so, without those of packages. VS Code waits forever for a search in a
 * file system that has none, as in some virtual workspaces. There the folders are searched by hand.
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
