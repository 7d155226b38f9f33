import { escapeHtml, translationsAttribute } from './html.js';
import type { Translations } from '../../protocol/l10n.js';
import type { Run } from '../../protocol/trace.js';

/**
 * A run as one HTML file that opens anywhere and stays interactive: the panel's bundle with the run in
 * it, and a few lines that play the host. Used by the panel's export and by the headless runner.
 */
export function htmlDocument(
  run: Run,
  script: string,
  style: string,
  translations?: Translations,
  /** The texts it was made from, by the names of files in ranges. */
  sources: Record<string, string> = {},
): string {
  const name = run.file.slice(Math.max(run.file.lastIndexOf('/'), run.file.lastIndexOf('\\')) + 1);
  // Neither a script nor JSON may end the element that it stands in.
  const data = JSON.stringify({ run, sources }).replaceAll('<', '\\u003c');
  const code = script.replaceAll('</script', '<\\/script');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)} · Tensor Lens</title>
<style>
${themeVariables}
${style.replaceAll('</style', '<\\/style')}
</style>
</head>
<body data-standalone${translationsAttribute(translations)}>
<script type="application/json" id="run">${data}</script>
<script>${host}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** VS Code's default themes in short: a browser has no theme variables. */
const themeVariables = `:root {
  color-scheme: light dark;
  --vscode-font-family: system-ui, sans-serif; --vscode-editor-font-family: ui-monospace, Menlo, Consolas, monospace; --vscode-font-size: 13px;
  --vscode-editor-background: #fff; --vscode-editor-foreground: #3b3b3b; --vscode-foreground: #3b3b3b; --vscode-descriptionForeground: #5a5a5a;
  --vscode-icon-foreground: #3b3b3b; --vscode-focusBorder: #005fb8; --vscode-panel-border: #e5e5e5; --vscode-textLink-foreground: #005fb8;
  --vscode-button-background: #005fb8; --vscode-button-foreground: #fff; --vscode-button-secondaryBackground: #e5e5e5; --vscode-button-secondaryForeground: #3b3b3b;
  --vscode-dropdown-background: #fff; --vscode-dropdown-foreground: #3b3b3b; --vscode-dropdown-border: #cecece;
  --vscode-input-background: #fff; --vscode-input-foreground: #3b3b3b; --vscode-settings-textInputBorder: #cecece; --vscode-input-placeholderForeground: #767676;
  --vscode-textCodeBlock-background: #f8f8f8; --vscode-editorWidget-background: #f8f8f8; --vscode-list-hoverBackground: #f2f2f2;
  --vscode-list-activeSelectionBackground: #e8e8e8; --vscode-list-activeSelectionForeground: #000;
  --vscode-charts-blue: #1a85ff; --vscode-charts-orange: #d18616; --vscode-charts-green: #388a34; --vscode-charts-red: #e51400;
  --vscode-charts-yellow: #bf8803; --vscode-charts-purple: #652d90; --vscode-errorForeground: #d32f2f; --vscode-editorWarning-foreground: #bf8803;
}
@media (prefers-color-scheme: dark) {
  :root {
    --vscode-editor-background: #1f1f1f; --vscode-editor-foreground: #ccc; --vscode-foreground: #ccc; --vscode-descriptionForeground: #9d9d9d;
    --vscode-icon-foreground: #ccc; --vscode-focusBorder: #0078d4; --vscode-panel-border: #2b2b2b; --vscode-textLink-foreground: #4daafc;
    --vscode-button-background: #0078d4; --vscode-button-secondaryBackground: #313131; --vscode-button-secondaryForeground: #ccc;
    --vscode-dropdown-background: #313131; --vscode-dropdown-foreground: #ccc; --vscode-dropdown-border: #3c3c3c;
    --vscode-input-background: #313131; --vscode-input-foreground: #ccc; --vscode-settings-textInputBorder: #3c3c3c; --vscode-input-placeholderForeground: #989898;
    --vscode-textCodeBlock-background: #2b2b2b; --vscode-editorWidget-background: #202020; --vscode-list-hoverBackground: #2a2d2e;
    --vscode-list-activeSelectionBackground: #04395e; --vscode-list-activeSelectionForeground: #fff;
    --vscode-charts-blue: #3794ff; --vscode-charts-green: #89d185; --vscode-charts-red: #f14c4c; --vscode-charts-yellow: #cca700; --vscode-charts-purple: #b180d7;
    --vscode-errorForeground: #f85149; --vscode-editorWarning-foreground: #cca700;
  }
}`;

/** Plays the host: answers the panel's requests with the run in the page, saves files as downloads. */
const host = `(() => {
  const { run, sources } = JSON.parse(document.getElementById('run').textContent);
  const send = (data) => setTimeout(() => dispatchEvent(new MessageEvent('message', { data })));
  const tensor = (pass, id, which) => {
    const node = run.passes.find((p) => p.index === pass)?.nodes.find((n) => n.id === id);
    const summary = node?.[which];
    return summary?.data ? { shape: node.shape, dtype: node.dtype, data: summary.data, text: summary.text ?? JSON.stringify(summary.data) } : null;
  };
  const save = (name, content, encoding) => {
    const bytes = encoding === 'base64' ? Uint8Array.from(atob(content), (c) => c.charCodeAt(0)) : content;
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([bytes])), download: name });
    link.click();
    return true;
  };
  const methods = {
    ready: () => send({ rpc: 'request', id: 1, method: 'show', args: [{ file: run.file, status: 'done', run, sources, stale: false }] }),
    tensor,
    passes: (positions) => positions.map((i) => run.passes[i]),
    trace: () => run,
    save,
    copy: (text) => navigator.clipboard?.writeText(text),
  };
  let stored;
  window.acquireVsCodeApi = () => ({
    getState: () => stored,
    setState: (state) => { stored = state; },
    postMessage: async (message) => {
      if (message.rpc !== 'request') return;
      send({ rpc: 'reply', id: message.id, ok: await methods[message.method]?.(...message.args) });
    },
  });
})();`;
