/** Makes Markdown of texts that a model may have written. The text cannot leave its span, its block or its sentence. */

/** Characters that end a line, command a terminal or change the direction of text. */
// eslint-disable-next-line no-control-regex -- the pattern must find control characters
const UNSEEN = /[\s\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A span of code, on one line. */
export const code = (text: string): string => '`' + (text.replace(UNSEEN, ' ').replaceAll('`', "'").trim() || ' ') + '`';

/** A block of code. Its fence is longer than any fence within the text. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A sentence that may contain spans of code, but no links, pictures or tags. */
export const sentence = (text: string): string =>
  text
    .split(/(`[^`\n]*`)/)
    .map((part, i) => (i % 2 === 1 ? code(part.slice(1, -1)) : part.replace(UNSEEN, ' ').replace(/[[\]<!]/g, '\\$&')))
    .join('');
