import * as vscode from 'vscode';
import { GraphPanel, PANEL_TYPE } from './graphPanel.js';
import type { ModelSession } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

/** The graph panels, one for each model file that has one open. */
export class GraphPanels implements vscode.Disposable {
  private readonly panels = new Map<ModelSession, GraphPanel>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly sessions: Sessions,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscriptions = [
      sessions.onDidRemove((session) => this.panels.get(session)?.panel.dispose()),
      vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const uri = uriOf(state);
          if (uri) this.adopt(panel, this.sessions.of(uri));
          else panel.dispose();
          return Promise.resolve();
        },
      }),
    ];
  }

  /** Shows the panel of a session beside its editor, without taking the focus. */
  show(session: ModelSession): GraphPanel {
    const open = this.panels.get(session);
    if (open) {
      open.panel.reveal(undefined, true);
      return open;
    }
    const panel = vscode.window.createWebviewPanel(
      PANEL_TYPE,
      session.name,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { retainContextWhenHidden: true },
    );
    return this.adopt(panel, session);
  }

  /** Puts those that a page of ours came in front of back in front. */
  bringBack(): void {
    for (const { panel } of this.panels.values()) if (panel.viewColumn !== undefined && !panel.visible) panel.reveal(undefined, true);
  }

  /** The session whose panel has the focus. */
  get active(): ModelSession | undefined {
    return [...this.panels.entries()].find(([, { panel }]) => panel.active)?.[0];
  }

  has(session: ModelSession): boolean {
    return this.panels.has(session);
  }

  dispose(): void {
    this.panels.forEach((panel) => panel.dispose());
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private adopt(panel: vscode.WebviewPanel, session: ModelSession): GraphPanel {
    const graph = new GraphPanel(panel, session, this.extensionUri);
    this.panels.set(session, graph);
    panel.onDidDispose(() => {
      graph.dispose();
      this.panels.delete(session);
    });
    return graph;
  }
}

/** What a panel that VS Code restores after a reload remembers of itself. */
function uriOf(state: unknown): vscode.Uri | null {
  const model = (state as { model?: unknown } | null)?.model;
  return typeof model === 'string' ? vscode.Uri.parse(model) : null;
}
