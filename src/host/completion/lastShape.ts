import * as vscode from 'vscode';
import type { Binding } from '../../protocol/trace.js';
import type { Result } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

export interface LastShape {
  shape: readonly number[];
  /** The author's names of the dims; '' for a dim without a name. */
  names: readonly string[];
}

/**
 * The shape of the expression at these offsets in the last run. If there is none, the shape that a name there had
 * anywhere in the file.
 */
export async function lastShape(sessions: Sessions, document: vscode.TextDocument, start: number, end: number): Promise<LastShape | null> {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  for (const { result, chosenPass } of sessions.about(document.uri)) {
    if (!result) continue;
    const found = (await shapeAt(result, chosenPass, document, range)) ?? (await shapeOfName(result, document, document.getText(range)));
    if (found) return found;
  }
  return null;
}

async function shapeAt(
  result: Result,
  chosen: number | null,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<LastShape | null> {
  const { sources, index } = result;
  const from = sources.origin(document, range.start);
  const to = sources.origin(document, range.end);
  if (!from || !to) return null;
  const defined = (await sources.names(from.file))?.at(from.line, from.column);
  const isWhole = defined && defined.use.endLine === to.line && defined.use.endColumn === to.column;
  for (const definition of isWhole ? defined.definitions : []) {
    const binding = index.bindingAt(definition);
    if (binding) return ofBinding(result, binding);
  }
  const pass = index.shownPass(chosen);
  const node = pass && index.nodesOf(pass.index, { ...from, endLine: to.line, endColumn: to.column }).at(-1);
  return node ? { shape: node.shape, names: [] } : null;
}

async function shapeOfName(result: Result, { uri }: vscode.TextDocument, written: string): Promise<LastShape | null> {
  const file = result.sources.fileOf(uri);
  const name = written.replace(/^this\./, '').replaceAll('!', '');
  const binding = file === null ? undefined : result.index.bindingsIn(file).findLast((candidate) => candidate.name === name);
  return binding ? ofBinding(result, binding) : null;
}

const ofBinding = async ({ sources }: Result, { source, shape }: Binding): Promise<LastShape> => ({
  shape,
  names: (await sources.dims(source, shape)) ?? [],
});
