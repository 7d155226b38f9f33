import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';

/** The native TypeScript server, version 7, by the name that its setting has today and by the one that it had before. */
const SETTINGS = ['js/ts.experimental.useTsgo', 'typescript.experimental.useTsgo'];
const KEY = 'tensorLens.saidWithoutPlugins';

/**
 * TypeScript 7 loads no plugins, so it reports operators on tensors as errors though they run. Says so once, for the
 * first model file that is open beside it, and offers the way back.
 */
export class WithoutPlugins implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly memory: vscode.Memento) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument(() => void this.look()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((setting) => event.affectsConfiguration(setting))) void this.look();
      }),
    ];
    void this.look();
  }

  private async look(): Promise<void> {
    const setting = SETTINGS.find((name) => vscode.workspace.getConfiguration().get<boolean>(name) === true);
    if (!setting || this.memory.get(KEY) === true || !vscode.workspace.textDocuments.some(({ uri }) => isModelFile(uri))) return;
    await this.memory.update(KEY, true);
    const open = t('Open Setting');
    const answer = await vscode.window.showInformationMessage(
      t(
        'TypeScript 7 runs no plugins yet, so it marks operators on tensors (w * x) as errors, though they run. Switch it off to have their types, or write methods (w.mul(x)).',
      ),
      open,
    );
    if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', setting);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
