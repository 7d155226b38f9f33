import * as vscode from 'vscode';

/** Shows a text as an unsaved document with the path that it would have. An earlier text of that document is replaced. */
export async function showUnsaved(uri: vscode.Uri, text: string, options: vscode.TextDocumentShowOptions): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const shown = await vscode.window.showTextDocument(document, options);
  const all = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
  await shown.edit((edit) => edit.replace(all, text));
  return document;
}
