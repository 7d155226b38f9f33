import { defaultThemes, type ThemeName } from '../../present/defaultThemes.js';
import { fileName } from '../../present/paths.js';
import type { Translations } from '../../protocol/l10n.js';
import type { Run } from '../../protocol/trace.js';
import { escapeHtml } from '../../present/escape.js';
import type { Explanations } from './explanations.js';
import { translationsAttribute } from './html.js';

/** What an exported page shows. */
export interface PageContent {
  run: Run;
  /** The source texts of the run, by the names that files have in ranges. */
  sources: Record<string, string>;
  explanations?: Explanations;
}

/** The built panel: one script and one style sheet. */
export interface PanelBundle {
  script: string;
  style: string;
}

/** The id of the element that holds the content as JSON. */
const CONTENT = 'run';

/**
 * A run as one HTML file that opens anywhere and stays interactive: it holds the panel's bundle and the run to show.
 * Without an editor, the panel is its own host (webview/page/pageHost.ts). The panel's export and the headless runner
 * write the same page.
 */
export function htmlDocument(content: PageContent, { script, style }: PanelBundle, translations?: Translations, language = 'en'): string {
  // No `<` or `</script` may close the element around the JSON and the script.
  const data = JSON.stringify(content).replaceAll('<', '\\u003c');
  const code = script.replaceAll('</script', '<\\/script');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(fileName(content.run.file))} · Tensor Lens</title>
<style>
:root { color-scheme: light dark; ${variablesOf('light')} }
@media (prefers-color-scheme: dark) { :root { ${variablesOf('dark')} } }
${style.replaceAll('</style', '<\\/style')}
</style>
</head>
<body data-standalone${translationsAttribute(translations)}>
<script type="application/json" id="${CONTENT}">${data}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** A browser has no theme variables: the page brings those of VS Code's default themes. */
const variablesOf = (theme: ThemeName): string =>
  Object.entries(defaultThemes[theme].variables)
    .map(([name, value]) => `--vscode-${name}: ${value};`)
    .join(' ');

/**
 * Reads the content of the page. `textOf` returns the text of an element. Null when the page holds no content: the
 * panel in VS Code.
 */
export function contentOf(textOf: (id: string) => string | null | undefined): PageContent | null {
  const text = textOf(CONTENT);
  return text ? (JSON.parse(text) as PageContent) : null;
}
