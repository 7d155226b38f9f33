import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { MODEL_SELECTOR } from '../files/modelFiles.js';
import { placedHints } from './placedHints.js';
import type { Sessions } from '../sessions/sessions.js';
import { settings } from '../settings.js';

/**
 * Hints with the dtype and shape from the last run, behind names and chained calls. `StaleHints` draws the hints of
 * results that are out of date.
 */
export class InlayHints implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = [
      vscode.languages.registerInlayHintsProvider(MODEL_SELECTOR, this),
      sessions.onDidChange(({ change }) => {
        if (change === 'run' || change === 'pass' || change === 'stale') this.changed.fire();
      }),
      sessions.onDidRemove(() => this.changed.fire()),
      settings.onChange(['inlayHints'], () => this.changed.fire()),
    ];
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    if (!settings.inlayHints(document.uri)) return [];
    return placedHints(this.sessions, document)
      .filter(({ position, session }) => range.contains(position) && !session.shownStale)
      .map(({ hint, session, position, label }) => {
        const part = new vscode.InlayHintLabelPart(label);
        if (hint.key !== null) {
          part.command = { title: t('Show in Graph'), command: 'tensorLens.showNode', arguments: [session.uri, hint.key, hint.pass] };
        }
        return new vscode.InlayHint(position, [part], vscode.InlayHintKind.Type);
      });
  }

  dispose(): void {
    this.changed.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }
}
