import type { Range } from '../../protocol/trace.js';
import type { DiffDocument } from './diff.js';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** The two sources beside each other, with the line that made them part and the one where it shows, as one page. */
export function pageOf({ a, b, first, cause }: DiffDocument, texts: { a: string; b: string }, sentence: string): string {
  const source = (name: string, text: string, where: Range | null | undefined, why: Range | null | undefined) =>
    `<section><h2>${escaped(name)}</h2><ol>${text
      .split('\n')
      .map((line, i) => `<li class="${marksOf(i + 1, where, why)}"><code>${escaped(line)}</code></li>`)
      .join('')}</ol></section>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${escaped(`${a} and ${b}`)}</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; color-scheme: light dark; }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 24px; }
  section { min-width: 0; overflow: auto; }
  code { font: 12px/1.5 ui-monospace, monospace; white-space: pre; }
  .why { background: color-mix(in srgb, orange 35%, transparent); }
  .where { background: color-mix(in srgb, royalblue 30%, transparent); }
</style>
<h1>${first ? 'They part' : 'The same numbers'}</h1>
<p style="white-space: pre-line">${escaped(sentence)}</p>
<p><span class="why">The changed line</span> · <span class="where">where it shows</span></p>
<main>${source(a, texts.a, first?.source.a, cause?.a)}${source(b, texts.b, first?.source.b, cause?.b)}</main>
</html>
`;
}

const holds = (range: Range | null | undefined, line: number): boolean => !!range && line >= range.line && line <= range.endLine;

const marksOf = (line: number, where: Range | null | undefined, why: Range | null | undefined): string =>
  holds(why, line) ? 'why' : holds(where, line) ? 'where' : '';
