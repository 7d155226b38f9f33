import * as vscode from 'vscode';
import type { Result } from '../modelSession.js';
import type { Sessions } from '../sessions.js';

/** The shape that the expression at these offsets had in the last run, or that a name written there had anywhere in the file. */
export function lastShape(sessions: Sessions, document: vscode.TextDocument, start: number, end: number): readonly number[] | null {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  for (const { result, chosenPass } of sessions.about(document.uri)) {
    const shape = result && (shapeAt(result, chosenPass, document, range) ?? shapeOfName(result, document, document.getText(range)));
    if (shape) return shape;
  }
  return null;
}

function shapeAt(
  { sources, index }: Result,
  chosen: number | null,
  document: vscode.TextDocument,
  range: vscode.Range,
): readonly number[] | null {
  const from = sources.origin(document, range.start);
  const to = sources.origin(document, range.end);
  if (!from || !to) return null;
  const defined = sources.names(from.file)?.at(from.line, from.column);
  const isWhole = defined && defined.use.endLine === to.line && defined.use.endColumn === to.column;
  for (const definition of isWhole ? defined.definitions : []) {
    const binding = index.bindingAt(definition);
    if (binding) return binding.shape;
  }
  const pass = index.shownPass(chosen);
  const written = { ...from, endLine: to.line, endColumn: to.column };
  return (pass && index.nodesOf(pass.index, written).at(-1)?.shape) ?? null;
}

function shapeOfName({ sources, index }: Result, { uri }: vscode.TextDocument, written: string): readonly number[] | null {
  const file = sources.fileOf(uri);
  const name = written.replace(/^this\./, '').replaceAll('!', '');
  return (file !== null && index.bindingsIn(file).findLast((binding) => binding.name === name)?.shape) || null;
}
