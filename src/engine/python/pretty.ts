/** Python's `pprint`. */
import { order } from './compare.js';
import { Dict, Tuple } from './keys.js';
import { repr } from './text.js';

interface Options {
  width?: number;
  indent?: number;
  sort_dicts?: boolean;
}

const entriesOf = (x: Map<unknown, unknown>, sorts: boolean): [unknown, unknown][] => {
  const all = [...x];
  return sorts ? all.sort(([a], [b]) => order(String(a), String(b))) : all;
};

/** As Python's `pprint.pformat(value, …)`: lines of at most `width` signs, an item a line where one is too short. */
export function pformat(value: unknown, { width = 80, indent = 1, sort_dicts = true }: Options = {}): string {
  const short = (x: unknown): string => {
    if (x instanceof Map && (x.constructor === Dict || x.constructor === Map))
      return `{${entriesOf(x, sort_dicts)
        .map(([key, one]) => `${short(key)}: ${short(one)}`)
        .join(', ')}}`;
    if (x instanceof Tuple && x.constructor === Tuple) return `(${x.map(short).join(', ')}${x.length === 1 ? ',' : ''})`;
    return Array.isArray(x) && x.constructor === Array ? `[${(x as unknown[]).map(short).join(', ')}]` : repr(x);
  };
  /** @param column where the text begins @param after the signs that follow in its last line */
  const format = (x: unknown, column: number, after: number): string => {
    const text = short(x);
    if (text.length <= width - column - after) return text;
    const inner = column + indent;
    const gap = ' '.repeat(indent - 1);
    const lines = (open: string, parts: readonly string[], close: string): string =>
      open + gap + parts.join(`,\n${' '.repeat(inner)}`) + close;
    const last = (i: number, count: number): number => (i === count - 1 ? after + 1 : 1);
    if (x instanceof Map && (x.constructor === Dict || x.constructor === Map)) {
      const all = entriesOf(x, sort_dicts);
      const parts = all.map(([key, one], i) => {
        const name = `${short(key)}: `;
        return name + format(one, inner + name.length, last(i, all.length));
      });
      return lines('{', parts, '}');
    }
    if (!Array.isArray(x) || (x.constructor !== Array && x.constructor !== Tuple)) return text;
    const isTuple = x instanceof Tuple;
    const parts = (x as unknown[]).map((one, i) => format(one, inner, last(i, x.length)));
    return lines(isTuple ? '(' : '[', parts, isTuple ? (x.length === 1 ? ',)' : ')') : ']');
  };
  return format(value, 0, 0);
}
