import * as vscode from 'vscode';
import { GraphPanel, PANEL_TYPE } from './graphPanel.js';
import { isModelFile } from '../files/modelFiles.js';
import type { ModelSession } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';

/** The graph panels: one that follows the active model file, and those that are pinned to their file. */
export class GraphPanels implements vscode.Disposable {
  private readonly panels = new Set<GraphPanel>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly sessions: Sessions,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.subscriptions = [
      sessions.onDidRemove((session) => this.of(session).forEach(({ panel }) => panel.dispose())),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.follow(editor.document.uri);
      }),
      vscode.window.registerWebviewPanelSerializer(PANEL_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => {
          const stored = storedIn(state);
          if (stored) this.adopt(panel, this.sessions.of(stored.model), stored.isPinned);
          else panel.dispose();
          return Promise.resolve();
        },
      }),
    ];
  }

  /** Shows the graph of a session beside its editor, without taking the focus. */
  show(session: ModelSession): GraphPanel {
    const open = this.of(session)[0] ?? this.following;
    if (open) {
      open.show(session);
      open.panel.reveal(undefined, true);
      return open;
    }
    const panel = vscode.window.createWebviewPanel(
      PANEL_TYPE,
      session.name,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { retainContextWhenHidden: true },
    );
    return this.adopt(panel, session, false);
  }

  /** Brings panels back to the front after our page was opened in front of them. */
  bringBack(): void {
    for (const { panel } of this.panels.values()) if (panel.viewColumn !== undefined && !panel.visible) panel.reveal(undefined, true);
  }

  /** Whether a panel has this session, visible or not. */
  has(session: ModelSession): boolean {
    return this.of(session).length > 0;
  }

  /** The session whose panel has the focus. */
  get active(): ModelSession | undefined {
    return this.activePanel?.session;
  }

  /** Pins the panel in front to its file, or lets it follow the editor again. */
  togglePin(): void {
    const panel = this.activePanel ?? [...this.panels].find((one) => one.panel.visible);
    panel?.pin(!panel.isPinned);
    this.tellContext();
  }

  dispose(): void {
    this.panels.forEach((panel) => panel.dispose());
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private get activePanel(): GraphPanel | undefined {
    return [...this.panels].find(({ panel }) => panel.active);
  }

  private get following(): GraphPanel | undefined {
    return [...this.panels].find(({ isPinned }) => !isPinned);
  }

  private of(session: ModelSession): GraphPanel[] {
    return [...this.panels].filter((panel) => panel.session === session);
  }

  /**
   * Shows the model that the user went to. A file that the shown model imports belongs to that model, so for such a
   * file the panel does not change.
   */
  private follow(uri: vscode.Uri): void {
    const { following } = this;
    if (!following || !isModelFile(uri)) return;
    const isPart = following.session.result?.sources.fileOf(uri) != null && !this.sessions.find(uri)?.latest;
    if (!isPart) following.show(this.sessions.of(uri));
  }

  private adopt(panel: vscode.WebviewPanel, session: ModelSession, isPinned: boolean): GraphPanel {
    const graph = new GraphPanel(panel, session, this.extensionUri, isPinned);
    this.panels.add(graph);
    panel.onDidChangeViewState(() => this.tellContext());
    panel.onDidDispose(() => {
      graph.dispose();
      this.panels.delete(graph);
    });
    return graph;
  }

  /** Tells VS Code whether the panel in front is pinned, for the icon at the right of the tab. */
  private tellContext(): void {
    void vscode.commands.executeCommand('setContext', 'tensorLens.graphPinned', this.activePanel?.isPinned ?? false);
  }
}

/** The state that a panel stored, when VS Code restores it after a reload. */
function storedIn(state: unknown): { model: vscode.Uri; isPinned: boolean } | null {
  const { model, pinned } = (state ?? {}) as { model?: unknown; pinned?: unknown };
  return typeof model === 'string' ? { model: vscode.Uri.parse(model), isPinned: pinned === true } : null;
}
