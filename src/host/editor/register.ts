import * as vscode from 'vscode';
import type { Reader } from '../../reader/client/reader.js';
import { MODEL_SELECTOR } from '../files/modelFiles.js';
import type { Sessions } from '../sessions/sessions.js';

/** Registers hovers and quick fixes for results of runs. */
export function registerProviders(sessions: Sessions, reader: Reader): vscode.Disposable {
  const { languages } = vscode;
  let parts: ReturnType<typeof loadParts> | undefined;
  const load = () => (parts ??= loadParts(sessions, reader));
  return vscode.Disposable.from(
    languages.registerHoverProvider(MODEL_SELECTOR, {
      provideHover: async (document, position) => (await load()).hovers.provideHover(document, position),
    }),
    languages.registerHoverProvider(MODEL_SELECTOR, {
      provideHover: async (document, position) => (await load()).numbers.provideHover(document, position),
    }),
    languages.registerCodeActionsProvider(
      MODEL_SELECTOR,
      { provideCodeActions: async (document, range, context) => (await load()).fixes.provideCodeActions(document, range, context) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

async function loadParts(sessions: Sessions, reader: Reader) {
  const { Hovers, NumberHovers, QuickFixes } = await import('./providers.js');
  return { hovers: new Hovers(sessions), numbers: new NumberHovers(sessions, reader), fixes: new QuickFixes(sessions, reader) };
}
