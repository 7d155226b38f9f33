import * as vscode from 'vscode';
import { t } from '../../protocol/l10n.js';
import { connect, serve } from '../../protocol/rpc.js';
import type { TensorFileState, TensorPageApi, TensorPageHostApi } from '../../protocol/tensorFile.js';
import { checkCanBeRead } from '../../run/client/fileRules.js';
import { openFile, type OpenFile } from '../../run/client/openFile.js';
import type { StartWorker } from '../../run/client/worker.js';
import { settings } from '../settings.js';
import { TENSOR_CHECKS } from './panelChecks.js';
import { panelHtml } from './panelHtml.js';
import { portOf } from './webviewPort.js';

/** The largest file that is read: it is in the memory of this process for a moment. */
const MOST_BYTES = 256 * 2 ** 20;
/** How long a file has to stay as it is before it is read again. A program that writes it does so in parts. */
const QUIET_MS = 300;

/** One editor with the tensors of a file. */
export class TensorView implements vscode.Disposable {
  state: TensorFileState;
  private readonly page;
  private readonly subscriptions: vscode.Disposable[];
  private opened: OpenFile | null = null;
  private isReady = false;
  private isDisposed = false;
  /** Counts how often the file was read. What an earlier reading brings is dropped. */
  private reading = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    readonly uri: vscode.Uri,
    private readonly start: StartWorker,
    private readonly extensionUri: vscode.Uri,
  ) {
    this.state = { status: 'reading', file: this.name };
    const port = portOf(panel.webview);
    this.page = connect<TensorPageApi>(port);
    const stopServing = serve<TensorPageHostApi>(
      {
        ready: () => {
          this.isReady = true;
          this.tell();
        },
        tensor: (index) => this.opened?.tensor(index) ?? Promise.resolve(null),
        copy: (text) => void vscode.env.clipboard.writeText(text),
      },
      port,
      TENSOR_CHECKS,
    );
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'));
    const again = (changed: vscode.Uri) => {
      if (changed.toString() !== uri.toString()) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.read(), QUIET_MS);
    };
    this.subscriptions = [{ dispose: stopServing }, watcher, watcher.onDidChange(again), watcher.onDidCreate(again)];
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.file('dist/webview')] };
    panel.webview.html = this.html(panel.webview);
    void this.read();
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.opened?.dispose();
    this.page.dispose('The editor was closed.');
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private get name(): string {
    return this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
  }

  private async read(): Promise<void> {
    const reading = ++this.reading;
    const isOld = () => this.isDisposed || reading !== this.reading;
    try {
      const { type, size } = await vscode.workspace.fs.stat(this.uri);
      checkCanBeRead({ isFile: (type & vscode.FileType.File) !== 0, size }, MOST_BYTES);
      const content = await vscode.workspace.fs.readFile(this.uri);
      if (isOld()) return;
      const { maxValues, limits, translations } = settings.request(this.uri);
      const { tensorBytes } = limits;
      const opened = await openFile(this.start, content, {
        name: this.name,
        maxValues,
        tensorBytes,
        ...(translations && { translations }),
      });
      if (isOld()) return opened.dispose();
      this.opened?.dispose();
      this.opened = opened;
      this.become({ status: 'done', file: this.name, bytes: size, ...opened.file });
    } catch (error) {
      if (isOld()) return;
      this.opened?.dispose();
      this.opened = null;
      const message = error instanceof Error ? error.message : String(error);
      this.become({ status: 'failed', file: this.name, message: t('{0} cannot be shown: {1}', this.name, message) });
    }
  }

  private become(state: TensorFileState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    if (this.isReady) this.page.remote.show(this.state).catch(() => undefined);
  }

  private html(webview: vscode.Webview): string {
    const address = (path: string) => webview.asWebviewUri(this.file(path)).toString();
    return panelHtml({
      script: address('dist/webview/main.js'),
      style: address('dist/webview/main.css'),
      layoutWorker: address('dist/webview/layoutWorker.js'),
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      language: vscode.env.language,
      title: this.name,
      model: this.uri.toString(),
      shows: 'tensors',
      translations: vscode.l10n.bundle,
    });
  }

  private file(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, ...path.split('/'));
  }
}
