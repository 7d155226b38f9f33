import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import type { Sessions } from '../sessions/sessions.js';
import { costText, resultText } from '../../insight/results/statusText.js';

/** The state of the active model file: running, or the result and the cost of its last run. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('tensorLens.status', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];
  private last: vscode.Uri | undefined;

  constructor(private readonly sessions: Sessions) {
    this.item.name = 'Tensor Lens';
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.update()),
      sessions.onDidChange(({ change }) => {
        if (change === 'run' || change === 'running') this.update();
      }),
      sessions.onDidRemove(() => this.update()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.update()),
    ];
    this.update();
  }

  dispose(): void {
    this.item.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private update(): void {
    const uri = this.shownUri();
    if (!uri) return this.item.hide();
    const session = this.sessions.find(uri);
    const latest = session?.latest;
    const tried = session?.isTrying ? session.result : null;
    if (session?.running) {
      // No spinner: an endless animation would be drawn all the time, also while the user types.
      this.set(`$(play-circle) ${t('Running')}`, t('Tensor Lens: running {0}. Click to stop.', session.name), 'tensorLens.stop');
    } else if (session && tried) {
      this.set(
        `${resultText(tried.run)} · ${t('moved numbers')}`,
        t('Tensor Lens: {0} with moved numbers, until they are kept or restored', session.name),
        'tensorLens.showGraph',
      );
    } else if (latest) {
      this.set(
        `${resultText(latest.run)} · ${costText(latest.run)}`,
        t('Tensor Lens: the last run of {0}', session.name),
        'tensorLens.showGraph',
      );
    } else {
      this.set('$(type-hierarchy) Tensor Lens', t('Run this model and show its graph'), 'tensorLens.runBackward');
    }
    this.item.show();
  }

  /** The active model file. While no text editor is active, for example because the panel is: the last one, as long as a tab shows it. */
  private shownUri(): vscode.Uri | undefined {
    const active = vscode.window.activeTextEditor?.document.uri;
    if (active) this.last = isModelFile(active) ? active : undefined;
    else if (this.last && !isInTab(this.last)) this.last = undefined;
    return this.last;
  }

  private set(text: string, tooltip: string, command: string): void {
    Object.assign(this.item, { text, tooltip, command });
  }
}

const isInTab = (uri: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
