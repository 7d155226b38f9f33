/** Python's string methods that JavaScript lacks or defines otherwise. */
import { TypeError_, ValueError } from '../errors.js';
import { TextEnum } from './enums.js';
import { fmt } from './format.js';
import { entriesOf, Dict, Tuple } from './keys.js';
import { at } from './sequences.js';
import { repr, str, type_name } from './text.js';

/** As Python's `text.split(separator, maxsplit)`; without a separator, splits at white space. */
export function split(text: string, separator: string | null = null, most = -1): string[] {
  if (separator === null) {
    const words = text
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (most < 0 || words.length <= most + 1) return words;
    let rest = text.trimStart();
    for (let i = 0; i < most; i++) rest = rest.slice(/\s/.exec(rest)!.index).trimStart();
    return [...words.slice(0, most), rest.trimEnd()];
  }
  const parts = text.split(separator);
  return most < 0 || parts.length <= most + 1 ? parts : [...parts.slice(0, most), parts.slice(most).join(separator)];
}

/** As Python's `text.strip(characters)`, for one of the sides 'both', 'left', 'right'. */
export function strip(text: string, characters: string | null = null, side: 'both' | 'left' | 'right' = 'both'): string {
  const all = [...text];
  const goes = (c: string | undefined) => c !== undefined && (characters === null ? /\s/.test(c) : characters.includes(c));
  if (side !== 'right') while (goes(all[0])) all.shift();
  if (side !== 'left') while (goes(all.at(-1))) all.pop();
  return all.join('');
}

const isWord = /^[\p{L}]+$/u;
export const isalpha = (text: string): boolean => isWord.test(text);
export const isdigit = (text: string): boolean => /^\d+$/.test(text);
export const isalnum = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
export const isspace = (text: string): boolean => /^\s+$/.test(text);
export const isupper = (text: string): boolean => text !== text.toLowerCase() && text === text.toUpperCase();
export const islower = (text: string): boolean => text !== text.toUpperCase() && text === text.toLowerCase();
export const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();
export const title = (text: string): string => text.replace(/\p{L}+/gu, capitalize);
export const center = (text: string, width: number, fill = ' '): string => {
  const missing = Math.max(0, width - text.length);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
};
export const zfill = (text: string, width: number): string =>
  text.replace(/^[-+]?/, (sign) => sign + '0'.repeat(Math.max(0, width - text.length)));
export const splitlines = (text: string): string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));
export const swapcase = (text: string): string =>
  text.replace(/\p{L}/gu, (c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()));
export const partition = (text: string, separator: string): [string, string, string] =>
  parted(text, text.indexOf(separator), separator, [text, '', '']);
export const rpartition = (text: string, separator: string): [string, string, string] =>
  parted(text, text.lastIndexOf(separator), separator, ['', '', text]);
const parted = (text: string, at: number, separator: string, none: [string, string, string]): [string, string, string] =>
  Tuple.from(at < 0 ? none : [text.slice(0, at), separator, text.slice(at + separator.length)]) as unknown as [string, string, string];
/** As Python's `text.rsplit(separator, maxsplit)`: splits from the end. */
export function rsplit(text: string, separator: string | null = null, most = -1): string[] {
  if (most < 0) return split(text, separator);
  const turn = (one: string): string => [...one].reverse().join('');
  return split(turn(text), separator === null ? null : turn(separator), most)
    .map(turn)
    .reverse();
}
export const removeprefix = (text: string, start: string): string => (text.startsWith(start) ? text.slice(start.length) : text);
export const removesuffix = (text: string, end: string): string => (end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text);
export const replace = (text: string, old: string, by: string, most = -1): string => {
  const parts = text.split(old);
  return most < 0 || parts.length <= most + 1 ? parts.join(by) : parts.slice(0, most).concat(parts.slice(most).join(old)).join(by);
};
/** The part that the further arguments of `startswith`, `find` and others name, and where it begins. */
function within(text: string, from: number | null = 0, to: number | null = null): [string, number] {
  const place = (at: number): number => Math.min(text.length, at < 0 ? Math.max(0, text.length + at) : at);
  const first = place(from ?? 0);
  return [text.slice(first, place(to ?? text.length)), first];
}
export const startswith = (text: string, start: string | readonly string[], ...ends: (number | null)[]): boolean =>
  [start].flat().some((one) => within(text, ...ends)[0].startsWith(one));
export const endswith = (text: string, end: string | readonly string[], ...ends: (number | null)[]): boolean =>
  [end].flat().some((one) => within(text, ...ends)[0].endsWith(one));

/** As Python's `text.find(part, start, end)` and `text.rfind(…)`: -1 where it is not. */
export function find(text: string, part: string, ...ends: (number | null)[]): number {
  const [inner, first] = within(text, ...ends);
  const at = inner.indexOf(part);
  return at < 0 ? -1 : first + at;
}
export function rfind(text: string, part: string, ...ends: (number | null)[]): number {
  const [inner, first] = within(text, ...ends);
  const at = inner.lastIndexOf(part);
  return at < 0 ? -1 : first + at;
}
/** As Python's `text.rindex(part)`. @throws ValueError */
export function rindex(text: string, part: string, ...ends: (number | null)[]): number {
  const at = rfind(text, part, ...ends);
  if (at < 0) throw new ValueError('substring not found');
  return at;
}
export const isidentifier = (text: string): boolean => /^[\p{L}\p{Nl}_][\p{L}\p{N}_\p{M}]*$/u.test(text);
// eslint-disable-next-line no-control-regex -- the signs of ASCII
export const isascii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);
export const isprintable = (text: string): boolean => !/[\p{C}\p{Zl}\p{Zp}]|[^\S ]/u.test(text);

/** As Python's `separator.join(parts)`. @throws TypeError for a part that is no text */
export function join(separator: string, parts: Iterable<unknown>): string {
  const all = [...parts];
  const at = all.findIndex((one) => typeof one !== 'string' && !(one instanceof TextEnum));
  if (at >= 0) throw new TypeError_(`sequence item ${at}: expected str instance, ${type_name(all[at])} found`);
  return all.join(separator);
}

/** As Python's `text.format(…)`. `types` tells, for the values in their order, which numbers are floats. */
export function format(
  text: string,
  values: readonly unknown[],
  named: Readonly<Record<string, unknown>> = {},
  types: Readonly<Record<string, string>> = {},
): string {
  let count = 0;
  return text.replace(
    /\{\{|\}\}|\{([^{}:!]*)(?:!([rs]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g,
    (whole, field: string, as: string, spec = '') => {
      if (whole === '{{' || whole === '}}') return whole[0];
      const [, name = '', rest = ''] = /^(\w*)(.*)$/s.exec(field)!;
      const key = name === '' ? String(count++) : name;
      let value: unknown = /^\d+$/.test(key) ? values[Number(key)] : named[key];
      for (const [, member, index] of rest.matchAll(/\.(\w+)|\[(\w+)\]/g))
        value = member ? (value as Record<string, unknown>)[member] : (at(value, /^\d+$/.test(index) ? Number(index) : index) as unknown);
      const full = (spec as string).replace(/\{(\w*)\}/g, (_, inner: string) =>
        String(inner === '' ? values[count++] : /^\d+$/.test(inner) ? values[Number(inner)] : named[inner]),
      );
      const type = rest === '' ? (types[key] ?? '') : '';
      return as === 'r' ? fmt(repr(value, type), full) : as === 's' ? fmt(str(value, type), full) : fmt(value, full, type);
    },
  );
}

/** As Python's `text.translate(table)`. */
export const translate = (text: string, table: Map<number, string | number | null>): string =>
  [...text]
    .map((sign) => {
      const to = table.has(sign.codePointAt(0)!) ? table.get(sign.codePointAt(0)!) : sign;
      return to === null || to === undefined ? '' : typeof to === 'number' ? String.fromCodePoint(to) : to;
    })
    .join('');

/** As Python's `str.maketrans(…)`. */
export function maketrans(from: string | Map<string | number, string | null>, to = '', without = ''): Dict<number, string | null> {
  const codeOf = (sign: string | number): number => (typeof sign === 'number' ? sign : sign.codePointAt(0)!);
  const pairs =
    typeof from === 'string'
      ? [...from].map((sign, i) => [sign, [...to][i]] as const)
      : ([...entriesOf(from)] as [string | number, string | null][]);
  return new Dict<number, string | null>(
    [...pairs, ...[...without].map((sign) => [sign, null] as const)].map(([a, b]) => [codeOf(a), b] as const),
  );
}

/** As Python's `ord(x)` and `chr(x)`. */
export const ord = (text: string): number => text.codePointAt(0)!;
export const chr = (code: number): string => String.fromCodePoint(code);

export const isnumeric = (text: string): boolean => /^\p{N}+$/u.test(text);
export const isdecimal = (text: string): boolean => /^\p{Nd}+$/u.test(text);
export const istitle = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{L}\p{Lu}|(^|\P{L})\p{Ll}/u.test(text);
export const expandtabs = (text: string, size = 8): string => {
  let column = 0;
  return text.replace(/\t|\n|[^\t\n]+/g, (part) => {
    const shown = part === '\t' ? ' '.repeat(size - (column % size)) : part;
    column = part === '\n' ? 0 : column + shown.length;
    return shown;
  });
};

const partsOf = (path: string): [folder: string, name: string] => {
  const at = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, at);
  return [/[^/]/.test(folder) ? folder.replace(/\/+$/, '') : folder, path.slice(at)];
};

/** As `os.path`, of paths with `/`: only what needs no files. */
export const os_path = Object.freeze({
  join: (...parts: string[]): string =>
    parts.reduce((path, part) => (part.startsWith('/') ? part : path === '' || path.endsWith('/') ? path + part : `${path}/${part}`)),
  basename: (path: string): string => partsOf(path)[1],
  dirname: (path: string): string => partsOf(path)[0],
  splitext: (path: string): [string, string] => {
    const [, start = path, end = ''] = /^(.*[^/.][^/]*?|.*[^/.])(\.[^./]*)$/s.exec(path) ?? [];
    return Tuple.from([start, end]) as unknown as [string, string];
  },
});

const CATEGORIES = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Co Cs'.split(' ');

/** As Python's `unicodedata`. */
export const unicodedata = Object.freeze({
  normalize: (form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD', text: string): string => text.normalize(form),
  category: (sign: string): string => CATEGORIES.find((one) => new RegExp(`^\\p{${one}}$`, 'u').test(sign)) ?? 'Cn',
});
