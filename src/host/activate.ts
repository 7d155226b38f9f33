import * as vscode from 'vscode';
import { Reader } from '../reader/client/reader.js';
import type { StartThread } from '../reader/client/thread.js';
import { RunClient } from '../run/client/runClient.js';
import type { WorkerPage } from '../run/client/startRelayed.js';
import type { StartWorker } from '../run/client/worker.js';
import { CodeLenses } from './editor/codeLenses.js';
import { Diagnostics } from './editor/diagnostics.js';
import { Examples } from './files/examples.js';
import { onFirstModel } from './files/firstModel.js';
import { Outside, type RealPath } from './files/outside.js';
import { CardPage } from './panel/cardPage.js';
import { GraphPanels } from './panel/graphPanels.js';
import { TensorEditors } from './panel/tensorEditors.js';
import { GutterMarks } from './editor/gutterMarks.js';
import { Habits } from './editor/habits.js';
import { MovedMarks } from './editor/movedMarks.js';
import { InlayHints } from './editor/inlayHints.js';
import { t, useTranslations } from '../protocol/l10n.js';
import { AutoBackend } from './sessions/autoBackend.js';
import { registerProviders } from './editor/register.js';
import { registerTools } from './assistant/languageModelTools.js';
import { ClosedFiles } from './sessions/closedFiles.js';
import { Live } from './sessions/live.js';
import { registerLibraryHelp } from './completion/register.js';
import { Output } from './status/output.js';
import { registerCommands } from './commands/register.js';
import { ResultsView } from './status/resultsView.js';
import { Sessions } from './sessions/sessions.js';
import { Snippets } from './completion/snippets.js';
import { StaleHints } from './editor/staleHints.js';
import { StatusBar } from './status/statusBar.js';
import { TestExplorer } from './testing/testExplorer.js';
import { whereTrusted } from './trust.js';

/** The API of the extension for other extensions, and for its own tests. */
export interface TensorLensApi {
  readonly sessions: Sessions;
  readonly tests: TestExplorer;
  readonly tensors: TensorEditors;
}

/** What differs between the hosts. */
export interface Platform {
  start: StartWorker;
  /** Starts the thread that reads texts. */
  startReader: StartThread;
  /** Follows the links of the host's file system. */
  realPath: RealPath;
  /** Gives the memory back that only garbage holds. Absent where the host cannot do that. */
  giveBack?: () => void;
  /** Starts workers that have the graphics card, of the host itself or of a page. */
  startWithCard(openPage: () => Promise<WorkerPage>): StartWorker;
  /** Whether the graphics card needs that page. */
  needsPage: boolean;
}

/**
 * Puts the parts together, in the same way for Node and for the browser. Two things differ: how a worker is started,
 * and whether TypeScript's server knows the library. If it does, it already helps with the library's names.
 */
export function activate(
  extension: vscode.ExtensionContext,
  { start, startReader, startWithCard, needsPage, realPath, giveBack }: Platform,
  isTyped: boolean,
): TensorLensApi {
  useTranslations(vscode.l10n.bundle);
  const card = new CardPage(extension.extensionUri, () => panels.bringBack());
  const client = new RunClient(whereTrusted(start), undefined, whereTrusted(startWithCard(card.open)));
  const reader = new Reader(startReader);
  const output = new Output(() => sessions.all.filter(({ running }) => running).length > 1);
  const outside = new Outside(extension.workspaceState, realPath);
  const auto = new AutoBackend(extension.globalState, client, () => !needsPage || card.isOpen);
  const sessions: Sessions = new Sessions(client, reader, (name) => output.sink(name), outside, auto);
  const panels: GraphPanels = new GraphPanels(sessions, extension.extensionUri);
  const tests = new TestExplorer(client, reader, outside);
  // Not through `whereTrusted`: a file is only read.
  const tensors = new TensorEditors(start, extension.extensionUri);
  extension.subscriptions.push(
    client,
    reader,
    card,
    output,
    sessions,
    panels,
    tests,
    tensors,
    registerProviders(sessions, reader),
    new InlayHints(sessions),
    new StaleHints(sessions),
    new GutterMarks(sessions, extension.extensionUri),
    new CodeLenses(sessions),
    new MovedMarks(sessions),
    new Diagnostics(sessions, vscode.Uri.joinPath(extension.extensionUri, 'docs', 'diagnostics')),
    new Habits(),
    new StatusBar(sessions),
    new ResultsView(sessions),
    new Live(sessions),
    new ClosedFiles(sessions, (session) => panels.has(session), giveBack),
    Snippets.register(),
    Examples.register(extension),
    ...registerLibraryHelp(extension.extensionUri, sessions, isTyped),
    ...registerTools(sessions),
    ...registerCommands({ extension, reader, sessions, panels, output, tests }),
    onFirstModel(() => {
      reader.warm();
      if (vscode.workspace.isTrusted) client.warm();
      tests.show();
      void vscode.commands.executeCommand('setContext', 'tensorLens.active', true);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => client.warm()),
    sessions.onDidChange(({ change }) => {
      if (change === 'running' || change === 'run') updateContext(sessions);
      if (change === 'run') client.warm();
    }),
    sessions.onDidRemove((session) => {
      if (session.running) void vscode.window.showWarningMessage(t('{0} was deleted or moved, so its run was ended.', session.name));
    }),
  );
  // This message is not urgent, so its code is loaded later.
  void import('./completion/withoutPlugins.js').then(({ WithoutPlugins }) =>
    extension.subscriptions.push(new WithoutPlugins(extension.globalState)),
  );
  return { sessions, tests, tensors };
}

/**
 * Lets package.json ask whether the model in an editor is running: `resourcePath in tensorLens.running`. The window may
 * write a path, and its URI, differently from a host on another machine.
 */
function updateContext(sessions: Sessions): void {
  const paths = sessions.all
    .filter((session) => session.running)
    .flatMap(({ uri }) => [uri.fsPath, uri.path, uri.path.replaceAll('/', '\\')]);
  void vscode.commands.executeCommand('setContext', 'tensorLens.running', [...new Set(paths)]);
}
