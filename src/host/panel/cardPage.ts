import type * as vscode from 'vscode';
import type { WorkerPage } from '../../run/client/startRelayed.js';

/**
 * The page with the graphics card, for a host that has none. VS Code has no invisible pages, so it is a tab beside the
 * graph. It is opened when a run first needs it, and goes on computing when another tab is in front of it.
 */
export class CardPage implements vscode.Disposable {
  private opened: Promise<WorkerPage> | undefined;
  private panel: vscode.WebviewPanel | undefined;

  /** @param shown called when the page has opened and hides the tab that was there */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly shown: () => void,
  ) {}

  /** Whether the page is open or is being opened. */
  get isOpen(): boolean {
    return this.opened !== undefined;
  }

  readonly open = (): Promise<WorkerPage> => (this.opened ??= this.show());

  dispose(): void {
    this.panel?.dispose();
  }

  private async show(): Promise<WorkerPage> {
    const { openCardPanel } = await import('./cardPanel.js');
    const { panel, page } = openCardPanel(this.extensionUri, () => (this.opened = this.panel = undefined));
    this.panel = panel;
    const opened = await page;
    this.shown();
    return opened;
  }
}
