import * as vscode from 'vscode';

/** What the extension brings, as scripts/build.mjs wrote it down: by folder, the paths of the files below it. */
interface Contents {
  examples: string[];
  types: string[];
}

/** The files of a folder of the extension. It cannot be listed where a browser has fetched the extension file by file. */
export async function contentsOf(extensionUri: vscode.Uri, folder: keyof Contents): Promise<readonly string[]> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'contents.json'));
  return (JSON.parse(new TextDecoder().decode(bytes)) as Contents)[folder];
}
