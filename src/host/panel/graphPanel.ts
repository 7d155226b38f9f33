import * as vscode from 'vscode';
import type { PanelApi, PanelHostApi, PanelState } from '../../protocol/panelApi.js';
import { thinned } from '../../present/losses.js';
import { sourceFiles, startingPosition } from '../../graph/run.js';
import { passForPanel, runForPanel } from './panelRun.js';
import { connect, type Connection, serve } from '../../protocol/rpc.js';
import type { Range, Run, TensorData } from '../../protocol/trace.js';
import { t } from '../../protocol/l10n.js';
import type { ModelSession, SessionChange } from '../sessions/modelSession.js';
import { PANEL_CHECKS } from './panelChecks.js';
import { panelHtml } from './panelHtml.js';
import { portOf } from './webviewPort.js';
import { RevealedSource } from '../editor/reveal.js';
import { saveFile } from '../files/saveFile.js';

export const PANEL_TYPE = 'tensorLens.graph';

/** The most losses that are sent with each progress message of a run: a curve has about as many pixels. */
const MOST_LOSSES = 400;

/** A panel: shows the results of a model's session, and passes on the requests of the panel. */
export class GraphPanel implements vscode.Disposable {
  private readonly connection: Connection<PanelApi>;
  private readonly subscriptions: vscode.Disposable[];
  private readonly revealed = new RevealedSource();
  private isReady = false;
  /** The run that was sent to the panel; undefined when none was sent yet. */
  private sent: Run | null | undefined;
  private selection: string | null = null;
  private wantsKnobs = false;
  /** The pass that the panel itself chose. It need not be sent to the panel. */
  private panelPass: number | null = null;
  /** The last highlight that was sent to the panel. */
  private highlighted = '';

  private model: ModelSession;
  private following: vscode.Disposable;
  private pinned: boolean;

  constructor(
    readonly panel: vscode.WebviewPanel,
    session: ModelSession,
    private readonly extensionUri: vscode.Uri,
    isPinned: boolean,
  ) {
    this.model = session;
    this.pinned = isPinned;
    this.following = session.onDidChange((change) => this.sessionChanged(change));
    const port = portOf(panel.webview);
    this.connection = connect<PanelApi>(port);
    const stopServing = serve<PanelHostApi>(this.api(), port, PANEL_CHECKS);
    this.subscriptions = [
      { dispose: stopServing },
      this.revealed,
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.tellState()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => this.cursorMoved(textEditor, selections)),
    ];
    this.nameIt();
    panel.iconPath = { light: this.file('media/graph-light.svg'), dark: this.file('media/graph-dark.svg') };
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.file('dist/webview')] };
    panel.webview.html = this.html();
  }

  /** The session of the shown model. */
  get session(): ModelSession {
    return this.model;
  }

  /** Whether the panel keeps its model when the user goes to another one. */
  get isPinned(): boolean {
    return this.pinned;
  }

  /** Shows another model, or keeps showing this one. */
  show(session: ModelSession): void {
    if (session === this.model) return;
    this.following.dispose();
    this.model = session;
    this.following = session.onDidChange((change) => this.sessionChanged(change));
    this.sent = undefined;
    this.panelPass = null;
    this.selection = null;
    this.nameIt();
    this.tellState();
    this.tell(this.connection.remote.moved(session.moved.state));
  }

  pin(isPinned: boolean): void {
    this.pinned = isPinned;
    this.nameIt();
    this.tellState();
  }

  /** Selects a node, now or as soon as the panel is ready. */
  select(key: string): void {
    this.selection = key;
    if (this.isReady) this.deliverSelection();
  }

  /** Opens the panel's view of the numbers of the source, now or as soon as the panel is ready. */
  showKnobs(): void {
    this.wantsKnobs = true;
    if (this.isReady) this.deliverSelection();
  }

  dispose(): void {
    this.connection.dispose('The graph panel was closed.');
    this.following.dispose();
    this.subscriptions.forEach((subscription) => subscription.dispose());
  }

  private api(): PanelHostApi {
    return {
      ready: () => {
        this.isReady = true;
        this.sent = undefined;
        this.panelPass = null;
        this.tellState();
        this.tell(this.connection.remote.moved(this.session.moved.state));
        this.deliverSelection();
      },
      reveal: (range) => void this.toSource(range, 'show'),
      goTo: (range) => void this.toSource(range, 'goTo'),
      run: (mode) =>
        void vscode.commands.executeCommand(mode === 'forward' ? 'tensorLens.runForward' : 'tensorLens.runBackward', this.session.uri),
      stop: () => this.session.stop(),
      choosePass: (index) => {
        this.panelPass = index;
        this.session.choosePass(index);
        this.panelPass = this.session.chosenPass;
      },
      tensor: (pass, node, which) => this.tensor(pass, node, which),
      field: (request) => this.session.field(request),
      explain: (pass, node, which, entry) => this.session.explain({ pass, node, which, entry }),
      numbers: () => this.session.moved.list(),
      moveNumber: (place, value) => void this.session.moved.move(place, value).catch(() => undefined),
      moveEntry: (pass, node, index, value) => void this.session.moved.moveEntry({ pass, node, index, value }).catch(() => undefined),
      endMoves: (how) => void (how === 'keep' ? this.session.moved.keep() : this.session.moved.drop()),
      passes: (positions) => Promise.resolve(positions.flatMap((i) => this.sent?.passes[i] ?? []).map(passForPanel)),
      figures: (positions) => Promise.resolve(positions.flatMap((i) => this.sent?.figures?.[i] ?? [])),
      trace: () => Promise.resolve(this.sent ?? null),
      copy: (text) => void vscode.env.clipboard.writeText(text),
      save: (name, content, encoding) => saveFile(this.session.files.uri(name), content, encoding),
    };
  }

  private async toSource(range: Range, how: 'show' | 'goTo'): Promise<void> {
    const sources = this.session.result?.sources;
    const located = sources?.has(range.file) ? sources.locate(range) : null;
    if (located) await this.revealed[how](located.uri, located.range, this.panel.viewColumn);
  }

  private sessionChanged(change: SessionChange): void {
    if (!this.isReady) return;
    switch (change) {
      case 'progress': {
        const { progress, handle } = this.session.running ?? {};
        const losses = thinned(handle?.losses ?? { losses: [] }, MOST_LOSSES);
        if (progress) this.tell(this.connection.remote.progress({ ...progress, ...losses }));
        break;
      }
      case 'pass': {
        const { chosenPass } = this.session;
        const pass = this.session.result?.index.shownPass(chosenPass)?.index;
        if (pass !== undefined && pass !== this.panelPass) this.tell(this.connection.remote.showPass(pass));
        this.panelPass = chosenPass;
        break;
      }
      case 'run':
      case 'running':
      case 'stale':
        this.tellState();
        break;
      case 'moved':
        this.tell(this.connection.remote.moved(this.session.moved.state));
        break;
      case 'text':
        break;
    }
  }

  private nameIt(): void {
    this.panel.title = this.pinned ? t('Graph: {0} (pinned)', this.session.name) : t('Graph: {0}', this.session.name);
  }

  private tellState(): void {
    if (!this.isReady) return;
    const { run, ...rest } = this.state();
    const { remote } = this.connection;
    this.tell(run === this.sent ? remote.update(rest) : remote.show({ ...rest, ...this.content(run) }));
    if (run !== this.sent) this.highlighted = '';
    this.sent = run;
  }

  /** The run without the parts that the panel requests when it needs them. */
  private content(run: Run | null): Pick<PanelState, 'run' | 'absent' | 'sources'> {
    if (!run) return { run };
    const wanted = run.passes.findIndex(({ index }) => index === (this.panelPass ?? this.session.chosenPass));
    const first = wanted >= 0 ? wanted : startingPosition(run);
    const texts = this.session.result?.sources;
    return {
      run: runForPanel(run, new Set([first])),
      absent: run.passes.map((_, i) => i).filter((i) => i !== first),
      sources: Object.fromEntries(sourceFiles(run).map((file) => [file, texts?.text(file) ?? ''])),
    };
  }

  private async tensor(pass: number, id: string, which: 'value' | 'grad'): Promise<TensorData | null> {
    const kept = await this.session.tensor(pass, id, which);
    if (kept) return kept;
    const node = this.sent?.passes.find(({ index }) => index === pass)?.nodes.find((one) => one.id === id);
    const { data, text } = node?.[which] ?? {};
    return node && data ? { shape: node.shape, dtype: node.dtype, data, text: text ?? JSON.stringify(data) } : null;
  }

  private state(): PanelState {
    const { session } = this;
    const run = session.result?.run ?? null;
    const status = !vscode.workspace.isTrusted ? 'untrusted' : session.running ? 'running' : run ? 'done' : 'empty';
    const problem = session.latest?.run === run ? undefined : session.latest?.run.error?.message;
    const about = { file: session.name, model: session.uri.toString(), pinned: this.pinned, pass: session.chosenPass };
    return { ...about, status, run, stale: session.shownStale, ...(problem !== undefined && { problem }) };
  }

  private deliverSelection(): void {
    if (this.selection !== null) this.tell(this.connection.remote.select(this.selection));
    this.selection = null;
    if (this.wantsKnobs) this.tell(this.connection.remote.showKnobs());
    this.wantsKnobs = false;
  }

  private cursorMoved({ document }: vscode.TextEditor, selections: readonly vscode.Selection[]): void {
    const [selection] = selections;
    const sources = this.session.result?.sources;
    const file = sources?.fileOf(document.uri);
    if (!this.isReady || !selection || !sources || file == null) return;
    const first = document.lineAt(selection.start.line);
    const last = document.lineAt(selection.end.line);
    const from = sources.origin(document, new vscode.Position(first.lineNumber, first.firstNonWhitespaceCharacterIndex));
    const to = sources.origin(document, last.range.end);
    const lines = [from?.line, to?.line].filter((line) => line !== undefined);
    // Lines that were typed after the run have no nodes, so nothing is highlighted.
    const [start, end] = lines.length ? [Math.min(...lines), Math.max(...lines)] : [0, 0];
    // The cursor moves with every key, but usually stays on its line.
    const wanted = `${file}:${start}-${end}`;
    if (wanted === this.highlighted) return;
    this.highlighted = wanted;
    this.tell(this.connection.remote.highlight(file, start, end));
  }

  /** Ignores the answer of the panel, and also the error when the panel is gone. */
  private tell(answer: Promise<void>): void {
    answer.catch(() => undefined);
  }

  private html(): string {
    const { webview } = this.panel;
    return panelHtml({
      script: webview.asWebviewUri(this.file('dist/webview/main.js')).toString(),
      style: webview.asWebviewUri(this.file('dist/webview/main.css')).toString(),
      layoutWorker: webview.asWebviewUri(this.file('dist/webview/layoutWorker.js')).toString(),
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID().replaceAll('-', ''),
      language: vscode.env.language,
      title: this.panel.title,
      model: this.session.uri.toString(),
      translations: vscode.l10n.bundle,
    });
  }

  private file(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.extensionUri, ...path.split('/'));
  }
}
