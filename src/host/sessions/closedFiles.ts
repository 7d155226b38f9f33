import * as vscode from 'vscode';
import type { ModelSession } from './modelSession.js';
import type { Sessions } from './sessions.js';

/** How long to wait after a file was closed. The user may have closed it by mistake, or may come back to it. */
const PATIENCE_MS = 30_000;
/** How long to collect events: the closing of a tab is reported in several events, among them the end of its panel. */
const SOON_MS = 200;

/**
 * Lets go of a run's results and its process when nothing shows its model any longer: no tab with one of its files, and
 * no panel. The results may be hundreds of megabytes.
 */
export class ClosedFiles implements vscode.Disposable {
  private readonly timers = new Map<ModelSession, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: vscode.Disposable[];
  private soon: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param isInPanel whether a panel has the session
   * @param allGone called when the last results were let go of
   */
  constructor(
    private readonly sessions: Sessions,
    private readonly isInPanel: (session: ModelSession) => boolean,
    private readonly allGone: () => void = () => {},
    private readonly patienceMs = PATIENCE_MS,
  ) {
    this.subscriptions = [
      vscode.window.tabGroups.onDidChangeTabs(() => this.updateSoon()),
      sessions.onDidChange(({ change }) => {
        if (change === 'run') this.updateSoon();
      }),
      sessions.onDidRemove((session) => this.keep(session)),
    ];
  }

  dispose(): void {
    clearTimeout(this.soon);
    this.timers.forEach((timer) => clearTimeout(timer));
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private updateSoon(): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.update(), SOON_MS);
  }

  private update(): void {
    const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(({ input }) => filesOf(input)));
    for (const session of this.sessions.all) {
      const isShown = this.isInPanel(session) || shown.some((uri) => isOf(session, uri));
      if (isShown || session.running || !session.latest) this.keep(session);
      else if (!this.timers.has(session))
        this.timers.set(
          session,
          setTimeout(() => this.forget(session), this.patienceMs),
        );
    }
  }

  private forget(session: ModelSession): void {
    this.sessions.forget(session);
    if (this.sessions.all.every(({ latest, running }) => !latest && !running)) this.allGone();
  }

  private keep(session: ModelSession): void {
    clearTimeout(this.timers.get(session));
    this.timers.delete(session);
  }
}

function filesOf(input: unknown): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

const isOf = (session: ModelSession, uri: vscode.Uri): boolean =>
  session.uri.toString() === uri.toString() || session.latest?.sources.fileOf(uri) != null;
