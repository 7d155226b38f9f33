/** Python's `textwrap`. */

interface Wrapping {
  width?: number;
  initial_indent?: string;
  subsequent_indent?: string;
  placeholder?: string;
}

/** The parts of a text between which a line may end: words, and the halves of words with a hyphen. */
const partsOf = (text: string): string[] =>
  text
    .replaceAll('\t', '        ')
    .split(/(\s+)/)
    .flatMap((part) => (/\s/.test(part) ? [' '.repeat(part.length)] : part.split(/(?<=\w[^\W\d]-)(?=\w[^\W\d])/)))
    .filter((part) => part !== '');

/** As `textwrap.wrap(text, width)`: the lines. */
function wrap(text: string, first: number | Wrapping = {}, more: Wrapping = {}): string[] {
  const { width = 70, initial_indent = '', subsequent_indent = '' } = typeof first === 'number' ? { width: first, ...more } : first;
  const parts = partsOf(text);
  const lines: string[] = [];
  while (parts.length > 0) {
    const indent = lines.length === 0 ? initial_indent : subsequent_indent;
    const room = width - indent.length;
    if (lines.length > 0 && /^ +$/.test(parts[0])) parts.shift();
    let line = '';
    while (parts.length > 0 && line.length + parts[0].length <= room) line += parts.shift()!;
    // A word that is longer than a line is cut.
    if (parts.length > 0 && parts[0].length > room) {
      const here = Math.max(1, room - line.length);
      line += parts[0].slice(0, here);
      parts[0] = parts[0].slice(here);
    }
    if (line.trim() !== '') lines.push(indent + line.trimEnd());
  }
  return lines;
}

/** As `textwrap.dedent(text)`: without the space that all lines begin with. */
function dedent(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  const margins = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)![0]);
  const margin = margins.reduce((a, b) => {
    let n = 0;
    while (n < Math.min(a.length, b.length) && a[n] === b[n]) n++;
    return a.slice(0, n);
  }, margins[0] ?? '');
  return lines.map((line) => line.slice(margin.length)).join('\n');
}

/** As `textwrap.shorten(text, width)`: whole words, and a sign for those that are left out. */
function shorten(text: string, first: number | Wrapping, more: Wrapping = {}): string {
  const { width = 70, placeholder = ' [...]' } = typeof first === 'number' ? { width: first, ...more } : first;
  const words = text.trim().split(/\s+/);
  const whole = words.join(' ');
  if (whole.length <= width) return whole;
  let short = '';
  for (const word of words) {
    const next = short === '' ? word : `${short} ${word}`;
    if (next.length + placeholder.length > width) break;
    short = next;
  }
  return short === '' ? placeholder.trimStart() : short + placeholder;
}

export const textwrap = Object.freeze({
  wrap,
  dedent,
  shorten,
  fill: (text: string, first: number | Wrapping = {}, more: Wrapping = {}): string => wrap(text, first, more).join('\n'),
  indent: (text: string, prefix: string): string => text.replace(/^(?=.*\S)/gm, () => prefix),
});
