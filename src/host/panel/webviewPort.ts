import type * as vscode from 'vscode';
import type { Port } from '../../protocol/rpc.js';

/** The host's end of the boundary to a webview. */
export const portOf = (webview: vscode.Webview): Port => ({
  post: (message) => void webview.postMessage(message),
  listen: (receive) => {
    const subscription = webview.onDidReceiveMessage(receive);
    return () => subscription.dispose();
  },
});
