import * as vscode from 'vscode';
import { activate as start, type TensorLensApi } from './host/activate.js';
import { startNodeWorker } from './run/client/startWorker.node.js';

/** The extension under Node: desktop VS Code and remote hosts. */
export function activate(context: vscode.ExtensionContext): TensorLensApi {
  return start(context, startNodeWorker(vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.cjs').fsPath, true), true);
}
