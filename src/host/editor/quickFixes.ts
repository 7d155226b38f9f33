import * as vscode from 'vscode';
import { ignoring } from '../../insight/inline/ignored.js';
import { t } from '../../protocol/l10n.js';
import type { Diagnostic } from '../../protocol/trace.js';
import type { Reader } from '../../reader/client/reader.js';
import type { Result } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

/** Fixes for a call whose operands do not fit, and the comment that hides a warning. */
export class QuickFixes implements vscode.CodeActionProvider {
  constructor(
    private readonly sessions: Sessions,
    private readonly reader: Reader,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const found = this.sessions
      .about(document.uri)
      .flatMap(({ latest }) =>
        (latest?.run.diagnostics ?? []).map((diagnostic) => this.actionsFor(latest!, diagnostic, document, range, context)),
      );
    return (await Promise.all(found)).flat();
  }

  private async actionsFor(
    { sources }: Result,
    { source, fixes = [], code, severity }: Diagnostic,
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (!source || sources.fileOf(document.uri) !== source.file) return [];
    const located = sources.locate(source);
    if (!located?.intact || !located.range.intersection(range)) return [];
    const about = diagnostics.filter((shown) => typeof shown.code === 'object' && shown.code.value === code);
    const ignore = severity === 'error' ? [] : [ignoringAction(document, located.range.start.line, code, about)];
    const changes = await Promise.all(fixes.map((fix) => this.reader.mend(source.file, sources.text(source.file), source, fix)));
    const mending = fixes.flatMap((fix, i) => {
      const change = changes[i];
      const place = change && sources.locate(change.range);
      if (!place) return [];
      const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(place.uri, place.range, change.text);
      action.diagnostics = about;
      action.isPreferred = fixes.length === 1;
      return [action];
    });
    return [...mending, ...ignore];
  }
}

function ignoringAction(document: vscode.TextDocument, line: number, code: string, about: vscode.Diagnostic[]): vscode.CodeAction {
  const action = new vscode.CodeAction(t("Say nothing of '{0}' on this line", code), vscode.CodeActionKind.QuickFix);
  const { text, range } = document.lineAt(line);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, range.end, ignoring(text, code));
  action.diagnostics = about;
  return action;
}
