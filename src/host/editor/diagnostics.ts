import * as vscode from 'vscode';
import { errorDiagnostic } from '../../protocol/runError.js';
import type { Diagnostic, Range } from '../../protocol/trace.js';
import type { ModelSession, Result } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';
import { isIgnored } from '../../insight/inline/ignored.js';
import { openDocument } from '../files/modelFiles.js';
import { settings } from '../settings.js';

const SEVERITIES: { [S in Diagnostic['severity']]: vscode.DiagnosticSeverity } = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

const MOVE_DELAY_MS = 100;

/** The diagnostics of the last run of every model, as squiggles that move with their text. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('tensor-lens');
  private readonly subscriptions: vscode.Disposable[];
  private moving: ReturnType<typeof setTimeout> | undefined;

  /** @param pages the folder of the pages that explain diagnostics */
  constructor(
    private readonly sessions: Sessions,
    private readonly pages: vscode.Uri,
  ) {
    this.subscriptions = [
      sessions.onDidChange(({ change }) => {
        if (change === 'run') this.update();
        else if (change === 'text') this.updateSoon();
      }),
      sessions.onDidRemove((removed) => this.update(removed)),
      settings.onChange(['diagnostics'], () => this.update()),
    ];
  }

  dispose(): void {
    clearTimeout(this.moving);
    this.collection.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  /** Updates the squiggles after a pause. While the user types, VS Code itself moves them. */
  private updateSoon(): void {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => this.update(), MOVE_DELAY_MS);
  }

  private update(without?: ModelSession): void {
    const byFile = new Map<string, { uri: vscode.Uri; found: vscode.Diagnostic[] }>();
    for (const session of this.sessions.all) {
      if (session === without || !session.latest) continue;
      for (const { uri, diagnostic } of diagnosticsOf(session, session.latest, this.pages)) {
        const entry = byFile.get(uri.toString()) ?? { uri, found: [] };
        byFile.set(uri.toString(), entry);
        entry.found.push(diagnostic);
      }
    }
    this.collection.forEach((uri) => {
      if (!byFile.has(uri.toString())) this.collection.delete(uri);
    });
    for (const { uri, found } of byFile.values()) this.collection.set(uri, found);
  }
}

function diagnosticsOf(
  session: ModelSession,
  { run, sources }: Result,
  pages: vscode.Uri,
): { uri: vscode.Uri; diagnostic: vscode.Diagnostic }[] {
  const found: { uri: vscode.Uri; diagnostic: vscode.Diagnostic }[] = [];
  const add = (
    source: Range | null,
    severity: Diagnostic['severity'],
    message: string,
    code: string | null,
    related: Diagnostic['related'] = [],
  ) => {
    const located = source
      ? sources.locate(source)
      : { uri: session.uri, range: new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER), intact: true };
    if (!located || (code !== null && severity !== 'error' && isIgnored(lineAt(located), code))) return;
    const diagnostic = new vscode.Diagnostic(located.range, message, SEVERITIES[severity]);
    diagnostic.source = 'Tensor Lens';
    if (code !== null) diagnostic.code = { value: code, target: vscode.Uri.joinPath(pages, `${code}.md`) };
    diagnostic.relatedInformation = related.flatMap(({ message: text, source: place }) => {
      const there = sources.locate(place);
      return there ? [new vscode.DiagnosticRelatedInformation(new vscode.Location(there.uri, there.range), text)] : [];
    });
    found.push({ uri: located.uri, diagnostic });
  };

  // Errors are always shown.
  const shown = settings.explainProblems(session.uri) ? run.diagnostics : run.diagnostics.filter(({ severity }) => severity === 'error');
  for (const d of shown) add(d.source, d.severity, d.message, d.code, d.related);
  const error = run.status === 'cancelled' ? null : errorDiagnostic(run);
  if (error && !error.isExplained) add(error.told.source, 'error', error.told.message, null);
  return found;
}

/** The current text of the line. A comment on it may hide the message. */
const lineAt = ({ uri, range }: { uri: vscode.Uri; range: vscode.Range }): string => openDocument(uri)?.lineAt(range.start.line).text ?? '';
