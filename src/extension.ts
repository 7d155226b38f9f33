import * as vscode from 'vscode';
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';
import { activate as start, type TensorLensApi } from './host/activate.js';
import { registerMcpServer } from './host/assistant/mcpServer.js';
import { withoutLinks } from './host/files/outside.js';
import { settings } from './host/settings.js';
import { startNodeThread } from './reader/client/startThread.node.js';
import { realPath } from './run/client/realPath.node.js';
import { startNodeProcess } from './run/client/startProcess.node.js';
import { startRelayed } from './run/client/startRelayed.js';

/**
 * Collects garbage. V8 does so when it needs room, and a host in which nothing happens needs none: after some runs it
 * would keep a hundred megabytes that nobody uses. It takes some 50 ms.
 */
function giveBack(): void {
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
  v8.setFlagsFromString('--no-expose-gc');
}

/** The extension under Node: desktop VS Code and remote hosts. */
export function activate(context: vscode.ExtensionContext): TensorLensApi {
  context.subscriptions.push(...registerMcpServer(context, process.execPath));
  const file = (...path: string[]) => vscode.Uri.joinPath(context.extensionUri, 'dist', ...path);
  const read =
    (...path: string[]) =>
    async () =>
      vscode.workspace.fs.readFile(file(...path));
  return start(
    context,
    {
      start: startNodeProcess(file('process').fsPath, { isBackground: true, mayBeWide: settings.wideVectors }),
      startReader: startNodeThread(file('reader.cjs').fsPath),
      realPath: async (uri) => (uri.scheme === 'file' ? vscode.Uri.file(await realPath(uri.fsPath)) : withoutLinks(uri)),
      needsPage: true,
      giveBack,
      startWithCard: (openPage) => startRelayed(openPage, read('cardWorker.js'), (name) => read('shipped', name)()),
    },
    true,
  );
}
