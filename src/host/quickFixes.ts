import * as vscode from 'vscode';
import { callAt } from '../language/calls.js';
import type { Diagnostic } from '../protocol/trace.js';
import { MODEL_SELECTOR } from './modelFiles.js';
import type { Result } from './modelSession.js';
import type { Sessions } from './sessions.js';

/** The changes that would mend a call whose shapes do not fit. */
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
  const call = located?.intact && located.range.intersection(range) ? callAt(source.file, sources.text(source.file), source) : null;
  if (!call) return [];
  return fixes.flatMap(({ title, callees, operand, append }) => {
    const target = callees.includes(call.callee) ? call.operands[operand] : undefined;
    const place = target && sources.locate(target.range);
    if (!target || !place) return [];
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.edit = new vscode.WorkspaceEdit();
    if (target.needsParentheses) action.edit.insert(place.uri, place.range.start, '(');
    action.edit.insert(place.uri, place.range.end, target.needsParentheses ? `)${append}` : append);
    action.diagnostics = diagnostics.filter((shown) => typeof shown.code === 'object' && shown.code.value === code);
    action.isPreferred = fixes.length === 1;
    return [action];
  });
}
