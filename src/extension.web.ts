import * as vscode from 'vscode';
import { activate as start, type TensorLensApi } from './host/activate.js';
import { startWebWorker } from './host/startWorker.web.js';

/** The extension in a browser, where nothing of Node exists. */
export function activate(context: vscode.ExtensionContext): TensorLensApi {
  return start(context, startWebWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.web.js')), false);
}
