import * as vscode from 'vscode';
import { lensesOf } from '../../insight/inline/lensText.js';
import { t } from '../../protocol/l10n.js';
import { MODEL_SELECTOR } from '../files/modelFiles.js';
import type { ModelSession } from '../sessions/modelSession.js';
import type { Sessions } from '../sessions/sessions.js';
import { settings } from '../settings.js';
import { outputText, resultText } from '../../insight/results/statusText.js';

/** The lenses above every model file: Run Forward, Run Backward, Show Graph and the last result. */
export class CodeLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly sessions: Sessions) {
    this.subscriptions = [
      vscode.languages.registerCodeLensProvider(MODEL_SELECTOR, this),
      sessions.onDidChange(({ change }) => {
        if (change === 'run' || change === 'running' || change === 'pass') this.changed.fire();
      }),
      settings.onChange(['codeLens'], () => this.changed.fire()),
    ];
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!settings.codeLens(document.uri)) return [];
    const [first] = this.sessions.about(document.uri);
    return [...fileLenses(document.uri, this.sessions.find(document.uri)), ...(first ? await resultLenses(first, document) : [])];
  }

  dispose(): void {
    this.changed.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }
}

function fileLenses(uri: vscode.Uri, session: ModelSession | undefined): vscode.CodeLens[] {
  const top = new vscode.Range(0, 0, 0, 0);
  const lens = (title: string, command: string) => new vscode.CodeLens(top, { title, command, arguments: [uri] });
  const run = session?.running
    ? [lens(`$(debug-stop) ${t('Stop')}`, 'tensorLens.stop')]
    : [lens(`$(play) ${t('Run Forward')}`, 'tensorLens.runForward'), lens(`$(debug-rerun) ${t('Run Backward')}`, 'tensorLens.runBackward')];
  const done = session?.running ? null : session?.latest?.run;
  const result = done ? [lens(resultText(done), 'tensorLens.showGraph')] : [];
  const output = done?.output.length ? [lens(`$(output) ${outputText(done.output)}`, 'tensorLens.showOutput')] : [];
  return [...run, lens(`$(type-hierarchy) ${t('Show Graph')}`, 'tensorLens.showGraph'), ...result, ...output];
}

/** The lenses with results of the last run, above `backward()` and above modules. */
async function resultLenses({ uri, result, chosenPass }: ModelSession, document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const file = result?.sources.fileOf(document.uri);
  const outline = file == null ? null : await result?.sources.outline(file);
  if (!result || !outline) return [];
  return lensesOf(result.index, outline, chosenPass).flatMap(({ range, title, key, pass }) => {
    const located = result.sources.locate(range);
    return located ? [new vscode.CodeLens(located.range, { title, command: 'tensorLens.showNode', arguments: [uri, key, pass] })] : [];
  });
}
