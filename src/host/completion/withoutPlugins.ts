import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { isModelFile } from '../files/modelFiles.js';

/** The setting that selects the native TypeScript server, version 7: its present name and its earlier one. */
const SETTINGS = ['js/ts.experimental.useTsgo', 'typescript.experimental.useTsgo'];
const KEY = 'tensorLens.saidWithoutPlugins';
/** How long to wait for a server. While it loads its plugins, it reports errors that go away later. */
const PATIENCE_MS = 10_000;

/** The error that a server reports for `w * x` when it knows tensors only as objects: the left side is no number. */
const LEFT_IS_NO_NUMBER = 2362;
/** The operators to which the plugin gives a meaning, except `x << 1`. */
const SIGN = /^[\s)]*(\*\*?|[-/%&|^])[^=]/;

export interface Answer {
  title: string;
  command: string;
  argument?: string;
}

/**
 * Where TypeScript's server runs without our plugin, it reports operators on tensors as errors although they run.
 * Version 7 loads no plugins, and a server in a browser or of a workspace may load none either. This class tells the
 * user once, at the first model file that is open with such a server, and says what to do.
 */
export class WithoutPlugins implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly memory: vscode.Memento,
    private readonly say = (text: string, ...answers: Answer[]): Thenable<Answer | undefined> =>
      vscode.window.showInformationMessage(text, ...answers),
    private readonly patienceMs = PATIENCE_MS,
    private readonly settingOf7 = () => SETTINGS.find((name) => vscode.workspace.getConfiguration().get<boolean>(name) === true),
  ) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument(() => void this.look()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (SETTINGS.some((setting) => event.affectsConfiguration(setting))) void this.look();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (this.timer || this.memory.get(KEY) === true || !uris.some((uri) => isModelFile(uri) && hasMarkedOperator(uri))) return;
        this.timer = setTimeout(() => {
          this.timer = undefined;
          void this.look();
        }, this.patienceMs);
      }),
    ];
    void this.look();
  }

  private async look(): Promise<void> {
    if (this.memory.get(KEY) === true) return;
    const models = vscode.workspace.textDocuments.filter(({ uri }) => isModelFile(uri));
    if (models.length === 0) return;
    const setting = this.settingOf7();
    if (!setting && !models.some(({ uri }) => hasMarkedOperator(uri))) return;
    await this.memory.update(KEY, true);
    const answer = await (setting ? this.sayOfVersion7(setting) : this.sayOfNoPlugin());
    if (answer) await vscode.commands.executeCommand(answer.command, ...(answer.argument === undefined ? [] : [answer.argument]));
  }

  private sayOfVersion7(setting: string): Thenable<Answer | undefined> {
    return this.say(
      t(
        'TypeScript 7 runs no plugins yet, so it marks operators on tensors (w * x) as errors, though they run. Switch it off to have their types, or write methods (w.mul(x)).',
      ),
      { title: t('Open Setting'), command: 'workbench.action.openSettings', argument: setting },
    );
  }

  private async sayOfNoPlugin(): Promise<Answer | undefined> {
    const command = 'typescript.selectTypeScriptVersion';
    const canChoose = (await vscode.commands.getCommands(true)).includes(command);
    return this.say(
      t(
        'The TypeScript server here runs without the plugin of Tensor Lens, so it marks operators on tensors (w * x) as errors, though they run. Choose the version of TypeScript that comes with VS Code, or write methods (w.mul(x)).',
      ),
      ...(canChoose ? [{ title: t('Choose Version'), command }] : []),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** Whether the server reports an operator of a model file to which the plugin would have given a meaning. */
function hasMarkedOperator(uri: vscode.Uri): boolean {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return (
    document !== undefined &&
    vscode.languages.getDiagnostics(uri).some(({ code, range }) => {
      const isOf = Number(typeof code === 'object' ? code.value : code) === LEFT_IS_NO_NUMBER;
      if (!isOf || /^['"`]/.test(document.getText(range))) return false;
      return SIGN.test(document.lineAt(range.end.line).text.slice(range.end.character));
    })
  );
}
