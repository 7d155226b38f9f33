/** Python's blocks: a line that ends in a colon, and the lines below it that are indented further. */
import type { Change, Source } from './habit.js';

const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;

/**
 * Puts the block whose first line begins at `at` in braces.
 * @param open the new first line, without its indentation
 * @param close the line below the block
 */
export function inBraces({ text }: Source, at: number, open: string, close = '}'): Change {
  const rest = text.slice(at).split('\n');
  const indent = indentOf(rest[0]!);
  let length = 1;
  for (let i = 1; i < rest.length && (rest[i]!.trim() === '' || indentOf(rest[i]!) > indent); i++)
    if (rest[i]!.trim() !== '') length = i + 1;
  const body = rest.slice(1, length);
  const margin = rest[0]!.slice(0, indent);
  const lines = close === '' ? [margin + open, ...body] : [margin + open, ...body, margin + close];
  return { text: lines.join('\n'), end: at + rest.slice(0, length).join('\n').length, shown: `${open} … ${close}` };
}

/** The parameters of a Python function as JavaScript writes them: without `self`. */
export const parametersOf = (list: string): string =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'self')
    .map((one) => (/[:=]/.test(one) ? one : `${one}: any`))
    .join(', ');

/** Values in brackets, as subscripts of a model file. */
export const subscriptOf = (inside: string): string =>
  inside
    .split(',')
    .map((one) => one.trim())
    .map((one) => (one.includes(':') || one === '...' ? `'${one.replaceAll(/\s/g, '')}'` : one === 'None' ? 'null' : one))
    .join(', ');
