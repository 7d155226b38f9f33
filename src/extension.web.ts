import * as vscode from 'vscode';
import { activate as start, type TensorLensApi } from './host/activate.js';
import { withoutLinks } from './host/files/outside.js';
import { startWebThread } from './reader/client/startThread.web.js';
import { startWebWorker } from './run/client/startWorker.web.js';

/** The extension in a browser, where nothing of Node exists. */
export function activate(context: vscode.ExtensionContext): TensorLensApi {
  const script = (name: string) => async () => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist', name));
  const shipped = (name: string) => script(`shipped/${name}`)();
  return start(
    context,
    {
      start: startWebWorker(script('worker.web.js'), shipped, { part: script('workerPart.web.js'), said: script('workerSaid.web.json') }),
      needsPage: false,
      startReader: startWebThread(script('reader.web.js')),
      startWithCard: () => startWebWorker(script('cardWorker.js'), shipped),
      realPath: withoutLinks,
    },
    false,
  );
}
