import * as vscode from 'vscode';
import type { ModelSession } from './modelSession.js';
import type { Sessions } from './sessions.js';
import { settings } from './settings.js';

/**
 * Runs a model again when its text changes, in the mode it was run in last. A model becomes live when
 * it is run by hand, and rests when it is stopped by hand.
 */
export class Live implements vscode.Disposable {
  private readonly timers = new Map<ModelSession, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = [
      sessions.onDidChange(({ session, change }) => {
        if (change === 'text' && settings.live(session.uri).mode === 'onType') this.runSoon(session);
      }),
      sessions.onDidRemove((session) => this.cancel(session)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.saved(uri)),
    ];
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private saved(uri: vscode.Uri): void {
    for (const session of this.sessions.about(uri)) {
      if (settings.live(session.uri).mode === 'onSave' && session.isOutOfDate) this.runNow(session);
    }
  }

  private runSoon(session: ModelSession): void {
    this.cancel(session);
    this.timers.set(
      session,
      setTimeout(() => this.runNow(session), settings.live(session.uri).delay),
    );
  }

  private runNow(session: ModelSession): void {
    this.cancel(session);
    if (session.isLive && session.isOutOfDate && vscode.workspace.isTrusted) void session.start(session.mode);
  }

  private cancel(session: ModelSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
  }
}
