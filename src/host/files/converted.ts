import * as vscode from 'vscode';
import type { Converted } from '../../exchange/python/convert.js';
import { t } from '../../protocol/l10n.js';

/** A Python text and the model file that it became. */
interface Pair {
  python: vscode.Uri;
  model: vscode.Uri;
  /** For each line of the model file, the line of the Python text, from 1. */
  lines: readonly number[];
}

const pairs: Pair[] = [];
let collection: vscode.DiagnosticCollection | undefined;

/** Remembers which text was converted, and shows on the Python text what could not be converted. */
export function keepConverted(
  extension: vscode.ExtensionContext,
  python: vscode.Uri,
  model: vscode.Uri,
  { lines, problems }: Converted,
): void {
  if (!collection) {
    collection = vscode.languages.createDiagnosticCollection('tensor-lens-python');
    extension.subscriptions.push(collection);
  }
  const before = pairs.findIndex((pair) => pair.python.toString() === python.toString());
  if (before >= 0) pairs.splice(before, 1);
  pairs.push({ python, model, lines });
  void vscode.commands.executeCommand('setContext', 'tensorLens.converted', true);
  collection.set(
    python,
    problems.map(({ line, column, endLine, endColumn, message }) => {
      const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
      const diagnostic = new vscode.Diagnostic(range, t('Not converted: {0}', message), vscode.DiagnosticSeverity.Warning);
      diagnostic.source = 'Tensor Lens';
      return diagnostic;
    }),
  );
}

/** The line of the other file that corresponds to a line of this one, from 0; null for a file that was not converted. */
export function otherPlace(uri: vscode.Uri, line: number): { uri: vscode.Uri; line: number } | null {
  const own = uri.toString();
  for (const { python, model, lines } of pairs) {
    if (model.toString() === own) return { uri: python, line: (lines[line] ?? lines.at(-1) ?? 1) - 1 };
    if (python.toString() !== own) continue;
    const found = lines.findIndex((from) => from >= line + 1);
    return { uri: model, line: found < 0 ? lines.length - 1 : found };
  }
  return null;
}
