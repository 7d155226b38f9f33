import { explanationsOf } from '../../src/exchange/html/explanations.js';
import { htmlDocument } from '../../src/exchange/html/htmlDocument.js';
import type { Explanation, ExplainRequest } from '../../src/protocol/explanation.js';
import { t, translationsInUse } from '../../src/protocol/l10n.js';
import type { Run } from '../../src/protocol/trace.js';

/** One file that opens anywhere and stays interactive: the panel's script and style sheet, and the run. */
export async function htmlOf(
  run: Run,
  sources: Record<string, string> | undefined,
  explain: (request: ExplainRequest) => Promise<Explanation | null>,
): Promise<string> {
  const script = document.querySelector<HTMLScriptElement>('script[src*="main"]')?.src;
  const style = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')?.href;
  if (!script || !style) throw new Error(t('The panel does not know where its own script came from.'));
  const [code, css] = await Promise.all([script, style].map(async (url) => (await fetch(url)).text()));
  const explanations = await explanationsOf(run, explain);
  return htmlDocument(
    { run, sources: sources ?? {}, explanations },
    { script: code!, style: css! },
    translationsInUse(),
    document.documentElement.lang,
  );
}
