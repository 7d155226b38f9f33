/** Markdown of texts that a model may have written: what is made here stays within its span, its block or its sentence. */

/** What ends a line, commands a terminal or turns a text around. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const UNSEEN = /[\s\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A span of code, on one line. */
export const code = (text: string): string => '`' + (text.replace(UNSEEN, ' ').replaceAll('`', "'").trim() || ' ') + '`';

/** A block of code. Its fence is longer than any within the text. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A sentence that may have spans of code, and has neither links nor pictures nor tags. */
export const sentence = (text: string): string =>
  text
    .split(/(`[^`\n]*`)/)
    .map((part, i) => (i % 2 === 1 ? code(part.slice(1, -1)) : part.replace(UNSEEN, ' ').replace(/[[\]<!]/g, '\\$&')))
    .join('');
