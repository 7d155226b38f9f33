/** Python's `pprint`. */
import { order } from './compare.js';
import { Dict, Tuple } from './keys.js';
import { ANY, shownOf, type Shown, valueTypeOf } from './shown.js';
import { repr, showNumber } from './text.js';

interface Options {
  width?: number;
  indent?: number;
  sort_dicts?: boolean;
}

const entriesOf = (x: Map<unknown, unknown>, sorts: boolean): [unknown, unknown][] => {
  const all = [...x];
  return sorts ? all.sort(([a], [b]) => order(String(a), String(b))) : all;
};

const isDict = (x: unknown): x is Map<unknown, unknown> => x instanceof Map && (x.constructor === Dict || x.constructor === Map);

/** True for a tuple, and for a list that stands for one. */
const isTuple = (x: readonly unknown[], { name }: Shown): boolean => x instanceof Tuple || name === 'tuple';

/** The type of an item of a list or a tuple. */
const itemType = ({ name, of }: Shown, i: number): Shown => of[of.length > 1 ? i : 0] ?? (name === 'float' ? { name, of: [] } : ANY);
const keyType = ({ name, of }: Shown): Shown => (name === 'dict' ? (of[0] ?? ANY) : ANY);
const valueType = (type: Shown, key: unknown): Shown => valueTypeOf(type, key) ?? ANY;

/**
 * As Python's `pprint.pformat(value, …)`: lines of at most `width` signs, an item a line where one is too short.
 *
 * @param type Python's type of the value, if it tells which numbers are floats
 */
export function pformat(value: unknown, { width = 80, indent = 1, sort_dicts = true }: Options = {}, type = ''): string {
  const short = (x: unknown, of: Shown): string => {
    if (typeof x === 'number') return showNumber(x, of.name);
    if (isDict(x))
      return `{${entriesOf(x, sort_dicts)
        .map(([key, one]) => `${short(key, keyType(of))}: ${short(one, valueType(of, key))}`)
        .join(', ')}}`;
    if (!Array.isArray(x) || (x.constructor !== Array && x.constructor !== Tuple)) return repr(x);
    const items = (x as unknown[]).map((one, i) => short(one, itemType(of, i))).join(', ');
    return isTuple(x, of) ? `(${items}${x.length === 1 ? ',' : ''})` : `[${items}]`;
  };
  /** @param column where the text begins @param after the signs that follow in its last line */
  const format = (x: unknown, of: Shown, column: number, after: number): string => {
    const text = short(x, of);
    if (text.length <= width - column - after) return text;
    const inner = column + indent;
    const gap = ' '.repeat(indent - 1);
    const lines = (open: string, parts: readonly string[], close: string): string =>
      open + gap + parts.join(`,\n${' '.repeat(inner)}`) + close;
    const last = (i: number, count: number): number => (i === count - 1 ? after + 1 : 1);
    if (isDict(x)) {
      const all = entriesOf(x, sort_dicts);
      const parts = all.map(([key, one], i) => {
        const name = `${short(key, keyType(of))}: `;
        return name + format(one, valueType(of, key), inner + name.length, last(i, all.length));
      });
      return lines('{', parts, '}');
    }
    if (!Array.isArray(x) || (x.constructor !== Array && x.constructor !== Tuple)) return text;
    const isRound = isTuple(x, of);
    const parts = (x as unknown[]).map((one, i) => format(one, itemType(of, i), inner, last(i, x.length)));
    return lines(isRound ? '(' : '[', parts, isRound ? (x.length === 1 ? ',)' : ')') : ']');
  };
  return format(value, shownOf(type), 0, 0);
}
