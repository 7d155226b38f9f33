import * as vscode from 'vscode';
import { mend } from '../../language/mend.js';
import type { Diagnostic } from '../../protocol/trace.js';
import { MODEL_SELECTOR } from '../files/modelFiles.js';
import type { Result } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

/** The changes that would mend a call whose operands do not fit. */
export class QuickFixes implements vscode.CodeActionProvider {
  constructor(private readonly sessions: Sessions) {}

  static register(sessions: Sessions): vscode.Disposable {
    return vscode.languages.registerCodeActionsProvider(MODEL_SELECTOR, new QuickFixes(sessions), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    });
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    return this.sessions
      .about(document.uri)
      .flatMap(({ latest }) =>
        (latest?.run.diagnostics ?? []).flatMap((diagnostic) => (latest ? actionsFor(latest, diagnostic, document, range, context) : [])),
      );
  }
}

function actionsFor(
  { sources }: Result,
  { source, fixes, code }: Diagnostic,
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  if (!source || !fixes?.length || sources.fileOf(document.uri) !== source.file) return [];
  const located = sources.locate(source);
  if (!located?.intact || !located.range.intersection(range)) return [];
  return fixes.flatMap((fix) => {
    const change = mend(source.file, sources.text(source.file), source, fix);
    const place = change && sources.locate(change.range);
    if (!place) return [];
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(place.uri, place.range, change.text);
    action.diagnostics = diagnostics.filter((shown) => typeof shown.code === 'object' && shown.code.value === code);
    action.isPreferred = fixes.length === 1;
    return [action];
  });
}
