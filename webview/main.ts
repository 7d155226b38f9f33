/**
 * The script of the graph panel, and of the page of a file of tensors (`data-shows="tensors"`). What the host serves around it:
 *
 * ```html
 * <!DOCTYPE html>
 * <html lang="en">
 *   <head>
 *     <meta charset="utf-8">
 *     <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob: ${cspSource};
 *       style-src ${cspSource} 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; font-src ${cspSource}; script-src 'nonce-${nonce}'; worker-src blob:; connect-src ${cspSource}">
 *     <link rel="stylesheet" href="${uri of dist/webview/main.css}">
 *   </head>
 *   <body data-layout-worker="${uri of dist/webview/layoutWorker.js}" data-model="${uri of the model file}" data-translations="${JSON}">
 *     <script nonce="${nonce}" src="${uri of dist/webview/main.js}"></script>
 *   </body>
 * </html>
 * ```
 *
 * (The hash is that of an empty <style>, with which the toolkit tests the browser.)
 * The panel stores an object with `model`, so that a serializer can request it after a reload. The webview needs
 * `enableScripts`, and `localResourceRoots` with dist/webview. `retainContextWhenHidden` is not needed: the panel
 * stores its own state and requests the run again with `ready()`. The text of the layout worker is fetched and started
 * from a blob; without `data-layout-worker`, the layout runs in the panel. `data-translations` is left out for English.
 * In an exported page (src/exchange/html), the panel is its own host, and the page contains the run to show.
 * The panel serves `PanelApi`, and calls `PanelHostApi`. For tests: `window.__tensorLens.state()`.
 */
import './translations.js';
import 'uplot/dist/uPlot.min.css';
import './base.css';
import type { PanelHostApi } from '../src/protocol/panelApi.js';
import type { TensorPageHostApi } from '../src/protocol/tensorFile.js';
import { connect, serve } from '../src/protocol/rpc.js';
import { contentOf } from '../src/exchange/html/htmlDocument.js';
import { connectToPage } from './page/pageHost.js';
import { showSource } from './page/sourceDialog.js';
import { Panel } from './panel.js';
import { TensorPage } from './tensors/tensorPage.js';
import { registerToolkit } from './toolkit.js';
import { connectToVsCode } from './vscodePort.js';

registerToolkit();
const content = contentOf((id) => document.getElementById(id)?.textContent);
const host = content ? connectToPage(content, showSource) : connectToVsCode();
if (document.body.dataset['shows'] === 'tensors') {
  const { remote } = connect<TensorPageHostApi>(host.port);
  begin(new TensorPage(document.body, remote, host), remote);
} else {
  const { remote } = connect<PanelHostApi>(host.port);
  begin(new Panel(document.body, remote, host), remote);
}

function begin(page: Pick<Panel | TensorPage, 'api' | 'state' | 'dispose'>, remote: { ready(): Promise<void> }): void {
  serve<object>(page.api, host.port);
  Object.assign(window, { __tensorLens: { state: () => page.state() } });
  window.addEventListener('pagehide', () => page.dispose());
  remote.ready().catch(() => undefined);
}
