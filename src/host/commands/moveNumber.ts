import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { openDocument } from '../files/modelFiles.js';
import type { SourceNumber } from '../../protocol/numbers.js';
import type { ModelSession } from '../sessions/modelSession.js';
import { type Command, type CommandContext, requireTrust, UserError } from './command.js';
import { target } from './target.js';

/** The number at a place or at the cursor, as its index among all numbers of the model. */
async function placeAt(session: ModelSession, line: unknown, column: unknown): Promise<number> {
  const editor = vscode.window.activeTextEditor;
  const uri = editor?.document.uri ?? session.uri;
  const given = typeof line === 'number' && typeof column === 'number' ? new vscode.Position(line, column) : undefined;
  const position = given ?? editor?.selection.active ?? new vscode.Position(0, 0);
  const file = session.files.name(given ? session.uri : uri);
  const numbers = await session.moved.list();
  const here = numbers.map(({ range }) => range.file === file && range.line === position.line + 1);
  const isUnder = ({ range }: SourceNumber, i: number) =>
    here[i]! && position.character >= range.column - 1 && position.character < range.endColumn;
  // A number that is a dim, or the start of a loop, is seldom the one that is meant.
  const isLikely = ({ kind }: SourceNumber, i: number) => here[i]! && kind !== 'index';
  const place = [numbers.findIndex(isUnder), numbers.findIndex(isLikely), here.indexOf(true)].find((one) => one >= 0);
  if (place === undefined) throw new UserError(t('There is no number in this line: put the cursor on one.'));
  return place;
}

async function step(context: CommandContext, by: number, [uri, line, column]: unknown[]): Promise<void> {
  const session = target(context, uri);
  requireTrust();
  await session.moved.step(await placeAt(session, line, column), by);
}

export const numberUp: Command = { id: 'tensorLens.numberUp', run: (context, ...given) => step(context, 1, given) };

export const numberDown: Command = { id: 'tensorLens.numberDown', run: (context, ...given) => step(context, -1, given) };

/** Writes the moved numbers into the source. */
export const keepNumbers: Command = { id: 'tensorLens.keepNumbers', run: (context, uri) => moving(context, uri)?.moved.keep() };

export const dropNumbers: Command = { id: 'tensorLens.dropNumbers', run: (context, uri) => moving(context, uri)?.moved.drop() };

/** Shows the numbers of the source beside the graph. */
export const knobs: Command = {
  id: 'tensorLens.knobs',
  async run(context, uri) {
    const session = target(context, uri);
    if (!session.result && vscode.workspace.isTrusted && openDocument(session.uri)) await session.start(session.mode);
    context.panels.show(session).showKnobs();
  },
};

/** The model whose numbers are moved: the active one, else the only one. */
const moving = ({ sessions, panels }: CommandContext, uri: unknown): ModelSession | undefined =>
  [
    typeof uri === 'string' ? sessions.find(vscode.Uri.parse(uri)) : undefined,
    panels.active,
    vscode.window.activeTextEditor && sessions.find(vscode.window.activeTextEditor.document.uri),
    ...sessions.all,
  ].find((session) => session?.moved.isMoving);
