import * as vscode from 'vscode';
import { activate as start, type TensorLensApi } from './host/activate.js';
import { startWebWorker } from './run/client/startWorker.web.js';

/** The extension in a browser, where nothing of Node exists. */
export function activate(context: vscode.ExtensionContext): TensorLensApi {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.web.js');
  return start(
    context,
    startWebWorker(async () => vscode.workspace.fs.readFile(script)),
    false,
  );
}
