import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';
import type { Sessions } from '../sessions/sessions.js';
import { costText, resultText } from '../../insight/results/statusText.js';

/** The state of the active model file: running, or what its last run brought and cost. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('tensorLens.status', vscode.StatusBarAlignment.Left, 10);
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sessions: Sessions) {
    this.item.name = 'Tensor Lens';
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
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
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (!uri || !isModelFile(uri)) return this.item.hide();
    const session = this.sessions.find(uri);
    const latest = session?.latest;
    if (session?.running) {
      // No spinner: what turns without end is painted without end, also beside one's typing.
      this.set(`$(play-circle) ${t('Running')}`, t('Tensor Lens: running {0}. Click to stop.', session.name), 'tensorLens.stop');
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

  private set(text: string, tooltip: string, command: string): void {
    Object.assign(this.item, { text, tooltip, command });
  }
}
