import * as vscode from 'vscode';
import type { ModelSession } from './modelSession.js';
import type { Sessions } from './sessions.js';
import { settings } from '../settings.js';
import { Typing } from './pause.js';

/**
 * Runs a model again when its text changes, in the mode of its last run. A model becomes live when the user runs it,
 * and stops being live when the user stops it.
 */
export class Live implements vscode.Disposable {
  private readonly timers = new Map<ModelSession, ReturnType<typeof setTimeout>>();
  private readonly typing = new WeakMap<ModelSession, Typing>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = [
      sessions.onDidChange(({ session, change }) => {
        if (change === 'text') this.edited(session);
      }),
      sessions.onDidRemove((session) => this.cancel(session)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.saved(uri)),
    ];
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private edited(session: ModelSession): void {
    const { mode, delay } = settings.live(session.uri);
    const typing = this.typing.get(session) ?? new Typing();
    this.typing.set(session, typing);
    const pause = typing.pauseAfter(Date.now(), session.latest?.run ?? null, delay);
    this.cancel(session);
    if (mode !== 'onType' || !mayRun(session)) return;
    session.interrupt();
    // Starting a worker would slow the typing down, so it waits for the pause too.
    const after = (ms: number, then: () => void) => this.timers.set(session, setTimeout(then, ms));
    after(pause / 2, () => {
      session.prepare();
      after(pause / 2, () => this.runNow(session, delay - pause));
    });
  }

  private saved(uri: vscode.Uri): void {
    for (const session of this.sessions.about(uri)) {
      if (settings.live(session.uri).mode === 'onSave') this.runNow(session);
    }
  }

  /** @param patience how many milliseconds a failure waits before it is shown: a half-typed word is no mistake */
  private runNow(session: ModelSession, patience = 0): void {
    this.cancel(session);
    if (mayRun(session) && session.isOutOfDate) void session.start(session.mode, 'live', patience);
  }

  private cancel(session: ModelSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
  }
}

const mayRun = (session: ModelSession): boolean => session.isLive && vscode.workspace.isTrusted;
