/** The page of the graph panel: nothing but our own script and style may load, and nothing may be fetched. */
export interface PanelPage {
  script: string;
  style: string;
  cspSource: string;
  nonce: string;
  language: string;
  title: string;
  /** The strings of the panel in the user's language, by their English text. */
  strings: Readonly<Record<string, string>>;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function panelHtml({ script, style, cspSource, nonce, language, title, strings }: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `img-src ${cspSource} data: blob:`,
    `font-src ${cspSource}`,
    'worker-src blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(style)}">
</head>
<body>
<main id="root" data-nonce="${escape(nonce)}" data-strings="${escape(JSON.stringify(strings))}"></main>
<script nonce="${escape(nonce)}" src="${escape(script)}"></script>
</body>
</html>`;
}
