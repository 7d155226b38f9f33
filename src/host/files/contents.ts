import * as vscode from 'vscode';

/**
 * The files that the extension contains, as scripts/build.mjs lists them: by folder, the paths of the files below it.
 */
interface Contents {
  examples: string[];
  types: string[];
}

/**
 * The files of a folder of the extension. The folder itself cannot be listed in a browser, which fetches the extension
 * file by file.
 */
export async function contentsOf(extensionUri: vscode.Uri, folder: keyof Contents): Promise<readonly string[]> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'contents.json'));
  return (JSON.parse(new TextDecoder().decode(bytes)) as Contents)[folder];
}
