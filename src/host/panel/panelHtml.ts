import { translationsAttribute } from '../../exchange/html/html.js';
import { escapeHtml } from '../../present/escape.js';
import type { Translations } from '../../protocol/l10n.js';

/** The page of the graph panel. Only our own script and style may load. webview/main.ts says what it expects. */
export interface PanelPage {
  script: string;
  style: string;
  layoutWorker: string;
  cspSource: string;
  nonce: string;
  language: string;
  title: string;
  /** The URI of the model. A panel that is restored after a reload is asked for it. */
  model: string;
  /** What the page shows: the graph of a run, or the tensors of a file. */
  shows?: 'graph' | 'tensors';
  /** Absent in English. */
  translations: Translations | undefined;
}

export function panelHtml({
  script,
  style,
  layoutWorker,
  cspSource,
  nonce,
  language,
  title,
  model,
  shows = 'graph',
  translations,
}: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // The hash of an empty <style>. The toolkit uses one to find out whether the browser knows :focus-visible.
    `style-src ${cspSource} 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
    'worker-src blob:',
    `connect-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body data-layout-worker="${escapeHtml(layoutWorker)}" data-model="${escapeHtml(model)}" data-shows="${shows}"${translationsAttribute(translations)}>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}
