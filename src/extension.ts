import * as vscode from 'vscode';
import { activate as start, type TensorLensApi } from './host/activate.js';
import { startNodeProcess } from './run/client/startProcess.node.js';

/** The extension under Node: desktop VS Code and remote hosts. */
export function activate(context: vscode.ExtensionContext): TensorLensApi {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'process').fsPath;
  return start(context, startNodeProcess(folder, { isBackground: true }), true);
}
