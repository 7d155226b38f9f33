import * as vscode from 'vscode';
import { escapeHtml } from '../../present/escape.js';
import { t } from '../../protocol/l10n.js';
import type { WorkerPage } from '../../run/client/startRelayed.js';

const TYPE = 'tensorLens.card';
/**
 * A page that does not answer within this time has failed to open. A machine that is busy with other things has needed
 * more than a minute and a half. Stop ends the waiting, and whoever closes the page does.
 */
const PATIENCE_MS = 240_000;
/** How often a page that has not loaded is looked at. */
const LOOK_MS = 1_000;

/** Opens the tab of cardPage.ts. @param gone called when the tab is closed */
export function openCardPanel(extensionUri: vscode.Uri, gone: () => void): { panel: vscode.WebviewPanel; page: Promise<WorkerPage> } {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel(TYPE, t('Graphics card'), where, {
    enableScripts: true,
    retainContextWhenHidden: true,
    localResourceRoots: [folder],
  });
  const closed = new Set<() => void>();
  const page: WorkerPage = {
    port: {
      post: (message) => void panel.webview.postMessage(message),
      listen: (receive) => {
        const subscription = panel.webview.onDidReceiveMessage(receive);
        return () => subscription.dispose();
      },
    },
    onClose: (listener) => {
      closed.add(listener);
      return () => void closed.delete(listener);
    },
  };
  const opened = new Promise<WorkerPage>((resolve, reject) => {
    const late = setTimeout(() => panel.dispose(), PATIENCE_MS);
    // VS Code does not load a page that another tab, such as the graph of the same run, covers before it has begun.
    // It is looked at again and again, since there is no event where two tabs come to the front at once.
    const covered = setInterval(() => {
      if (!panel.visible) panel.reveal(undefined, true);
    }, LOOK_MS);
    panel.onDidDispose(() => {
      clearTimeout(late);
      clearInterval(covered);
      gone();
      reject(new Error(t('The page that computes on the graphics card did not open.')));
      for (const listener of [...closed]) listener();
    });
    const first = panel.webview.onDidReceiveMessage(() => {
      first.dispose();
      clearInterval(covered);
      clearTimeout(late);
      resolve(page);
    });
    panel.webview.html = html(panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, 'cardPage.js')).toString());
  });
  return { panel, page: opened };
}

/**
 * The page's HTML. Workers have the policy of their page: models and kernels are made from text there, and nothing may
 * be loaded.
 */
function html(script: string): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' 'unsafe-eval'; worker-src blob:`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(t('Graphics card'))}</title>
</head>
<body>
<p>${escapeHtml(t('Tensor Lens computes on the graphics card here. It goes on when another tab is in front; when this one is closed, what runs in it is ended.'))}</p>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}
