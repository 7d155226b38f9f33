import * as vscode from 'vscode';
import { MODEL_SELECTOR } from '../files/modelFiles.js';

/** Offers the usual parts of a model at the beginning of a line. */
export class Snippets implements vscode.CompletionItemProvider {
  static register(): vscode.Disposable {
    return vscode.languages.registerCompletionItemProvider(MODEL_SELECTOR, new Snippets());
  }

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
    const before = document.lineAt(position.line).text.slice(0, position.character);
    if (!/^\s*[\w-]*$/.test(before)) return [];
    const word = /[\w-]*$/.exec(before)![0];
    const { plainText, snippets } = await import('../../insight/api/snippets.js');
    const range = new vscode.Range(position.translate(0, -word.length), position);
    return snippets().map(({ prefix, detail, body }) => {
      const item = new vscode.CompletionItem(prefix, vscode.CompletionItemKind.Snippet);
      item.detail = detail;
      item.insertText = new vscode.SnippetString(body);
      item.documentation = new vscode.MarkdownString().appendCodeblock(plainText(body), 'typescript');
      item.range = range;
      return item;
    });
  }
}
