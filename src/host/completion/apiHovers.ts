import * as vscode from 'vscode';
import { describe } from '../../insight/api/apiText.js';
import type { Library } from './library.js';
import { tokensBefore } from '../../insight/api/tokens.js';

/** Signature and documentation of a name of the library. */
export class ApiHovers implements vscode.HoverProvider {
  constructor(private readonly library: Library) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const text = await this.library.textAt(document, position);
    if (!text) return null;
    const offset = document.offsetAt(position);
    const at = tokensBefore(text.tokens, offset);
    // The position may be within the name or just behind it.
    const i = [at, at - 1].find((index) => {
      const token = text.tokens.list[index];
      return token?.kind === 'name' && token.start <= offset && offset <= token.end;
    });
    const chain = i === undefined ? null : text.chainBefore(i + 1);
    const meaning = chain && text.meaning(chain);
    const entry = meaning && 'entry' in meaning ? meaning.entry : null;
    if (i === undefined || !entry || !meaning || !('path' in meaning)) return null;
    const { start, end } = text.tokens.list[i]!;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    return new vscode.Hover(new vscode.MarkdownString(describe(entry, meaning.path)), range);
  }
}
