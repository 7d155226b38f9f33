import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { lossChangeText } from '../../present/lossChange.js';
import { settings } from '../settings.js';
import type { Reader } from '../../reader/client/reader.js';
import type { Sessions } from '../sessions/sessions.js';

/** The hover of a number in a model that was run: how to move it, and the result of moving it. */
export class NumberHovers implements vscode.HoverProvider {
  constructor(
    private readonly sessions: Sessions,
    private readonly reader: Reader,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const session = this.sessions.find(document.uri);
    if (!settings.hovers(document.uri) || !session?.result || !document.getWordRangeAtPosition(position, /[\d.]+(?:e[+-]?\d+)?/i))
      return null;
    const range = await this.numberRangeAt(document, position);
    if (!range) return null;
    const { state, written } = session.moved;
    const moved = written.find(({ range: { line, column } }) => line === range.start.line + 1 && column === range.start.character + 1);
    const argument = encodeURIComponent(JSON.stringify([document.uri.toString(), range.start.line, range.start.character]));
    const link = (command: string, text: string, title: string) => `[${text}](command:tensorLens.${command}?${argument} "${title}")`;
    const links = [
      link('numberDown', `$(remove) ${t('down')}`, t('A step down')),
      link('numberUp', `$(add) ${t('up')}`, t('A step up')),
      link('knobs', `$(settings) ${t('Knobs')}`, t('All numbers of the source, with sliders')),
    ];
    if (moved)
      links.push(link('keepNumbers', t('Keep'), t('Write it into the source')), link('dropNumbers', t('Restore'), t('As it is written')));
    const lines = [moved && `**${moved.value}**`, links.join(' · '), moved && state?.loss && lossChangeText(state.loss)];
    const markdown = new vscode.MarkdownString(lines.filter(Boolean).join('\n\n'), true);
    markdown.isTrusted = {
      enabledCommands: ['numberDown', 'numberUp', 'knobs', 'keepNumbers', 'dropNumbers'].map((name) => `tensorLens.${name}`),
    };
    return new vscode.Hover(markdown, range);
  }

  /** The number of the text at a position. Null where there is none, or where the text is no valid program, as while typing. */
  private async numberRangeAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range | null> {
    for (const { range } of (await this.reader.numbers(document.fileName, document.getText())) ?? []) {
      const found = new vscode.Range(range.line - 1, range.column - 1, range.endLine - 1, range.endColumn - 1);
      if (found.contains(position)) return found;
    }
    return null;
  }
}
