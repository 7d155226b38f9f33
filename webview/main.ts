/**
 * The graph panel's script. What the host serves around it:
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
import { connect, serve } from '../src/protocol/rpc.js';
import { contentOf } from '../src/exchange/html/htmlDocument.js';
import { connectToPage } from './page/pageHost.js';
import { showSource } from './page/sourceDialog.js';
import { Panel } from './panel.js';
import { registerToolkit } from './toolkit.js';
import { connectToVsCode } from './vscodePort.js';

registerToolkit();
const content = contentOf((id) => document.getElementById(id)?.textContent);
const host = content ? connectToPage(content, showSource) : connectToVsCode();
const { remote } = connect<PanelHostApi>(host.port);
const panel = new Panel(document.body, remote, host);
serve(panel.api, host.port);
Object.assign(window, { __tensorLens: { state: () => panel.state() } });
window.addEventListener('pagehide', () => panel.dispose());
remote.ready().catch(() => undefined);
