/** Python's `re`: its patterns are translated to JavaScript's, which differ only in a few signs. */
import { IndexError, ValueError } from '../errors.js';
import { Tuple } from './keys.js';

/** Python's signs, in JavaScript's notation. Letters and digits are those of all languages, as in Python. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\A': '^',
  '\\Z': '$(?![\\s\\S])',
  '\\w': '[\\p{L}\\p{N}_]',
  '\\W': '[^\\p{L}\\p{N}_]',
  '\\d': '\\p{Nd}',
  '\\D': '\\P{Nd}',
};
const INSIDE: Readonly<Record<string, string>> = { '\\w': '\\p{L}\\p{N}_', '\\d': '\\p{Nd}', '\\D': '\\P{Nd}' };

/** A pattern in JavaScript's notation. @throws ValueError for patterns that JavaScript does not have */
function translated(pattern: string): string {
  let isInside = false;
  if (/\(\?[aiLmsux]+[):]|\(\?\(|\(\?#/.test(pattern)) throw new ValueError(`this pattern cannot be used here: ${pattern}`);
  return pattern.replace(/\\[\s\S]|\(\?P<|\(\?P=(\w+)\)|\[\^?\]?|\]|[{}-]/g, (part, name: string | undefined, at: number) => {
    if (name !== undefined) return `\\k<${name}>`;
    if (part === '(?P<') return isInside ? part : '(?<';
    if (part.startsWith('[')) {
      if (isInside) return part.replaceAll(/[[\]]/g, (one) => `\\${one}`);
      isInside = true;
      return part.replace(']', '\\]');
    }
    if (part === ']') {
      if (!isInside) return '\\]';
      isInside = false;
      return part;
    }
    if (part === '-') return part;
    if (part === '{' || part === '}') {
      if (isInside) return `\\${part}`;
      const isCount = part === '{' ? /^\{(\d+,?\d*|,\d+)\}/.test(pattern.slice(at)) : /\{(\d+,?\d*|,\d+)\}$/.test(pattern.slice(0, at + 1));
      return isCount ? (pattern.startsWith('{,', at) ? '{0' : part) : `\\${part}`;
    }
    if (isInside && part === '\\W') throw new ValueError(`this pattern cannot be used here: ${pattern}`);
    const known = isInside ? INSIDE[part] : SIGNS[part];
    if (known !== undefined) return known;
    // A character that needs no backslash: JavaScript allows a backslash only before its own special characters.
    return /[a-zA-Z0-9^$\\.*+?()[\]{}|/-]/.test(part[1]) ? (part === '\\-' && !isInside ? '-' : part) : part[1];
  });
}

/** A pattern with `re.VERBOSE`, without its white space and its comments. */
const plain = (pattern: string): string =>
  pattern.replace(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]])*\]|\s+|#.*/g, (part) => (/^(\s|#)/.test(part) ? '' : part));

/** A match, as Python's `re.Match`. */
export class Match {
  constructor(
    private readonly found: RegExpExecArray & {
      indices?: { groups?: Record<string, [number, number]> } & ([number, number] | undefined)[];
    },
    readonly string: string,
  ) {}

  group(...which: (number | string)[]): unknown {
    const all = (which.length === 0 ? [0] : which).map((one) => this.one(one));
    return all.length === 1 ? all[0] : Tuple.from(all);
  }

  private one(which: number | string): string | null {
    const known = typeof which === 'number' ? which < this.found.length : which in (this.found.groups ?? {});
    if (!known) throw new IndexError('no such group');
    return (typeof which === 'number' ? this.found[which] : this.found.groups![which]) ?? null;
  }

  __getitem__(which: number | string): string | null {
    return this.one(which);
  }
  groups(): unknown {
    return Tuple.from(this.found.slice(1).map((one) => (one as string | undefined) ?? null));
  }
  groupdict(): Map<string, string | null> {
    return new Map(Object.entries(this.found.groups ?? {}).map(([name, one]) => [name, (one as string | undefined) ?? null]));
  }
  /** The ends of a group; -1 where it matched nothing. */
  private ends(which: number | string): readonly [number, number] {
    const { indices } = this.found;
    this.one(which);
    return (typeof which === 'number' ? indices?.[which] : indices?.groups?.[which]) ?? [-1, -1];
  }
  start(which: number | string = 0): number {
    return this.ends(which)[0];
  }
  end(which: number | string = 0): number {
    return this.ends(which)[1];
  }
  span(which: number | string = 0): unknown {
    return Tuple.from([...this.ends(which)]);
  }
  /** The name of the last group that matched. */
  get lastgroup(): string | null {
    const all = Object.entries(this.found.groups ?? {}).filter(([, one]) => (one as string | undefined) !== undefined);
    return all.at(-1)?.[0] ?? null;
  }
  __repr__(): string {
    return `<re.Match object; span=(${this.start()}, ${this.end()}), match='${this.found[0]}'>`;
  }
}

type Replacement = string | ((match: Match) => string);

/** A compiled pattern, as Python's `re.Pattern`. */
export class Pattern {
  private readonly source: string;
  private readonly marks: string;

  constructor(
    readonly pattern: string,
    flags = 0,
  ) {
    this.source = translated(flags & 64 ? plain(pattern) : pattern);
    this.marks = `du${flags & 2 ? 'i' : ''}${flags & 8 ? 'm' : ''}${flags & 16 ? 's' : ''}`;
  }

  private regular(more = '', source = this.source): RegExp {
    try {
      return new RegExp(source, this.marks + more);
    } catch {
      throw new ValueError(`this pattern cannot be used here: ${this.pattern}`);
    }
  }

  private every(text: string, pos = 0): RegExpExecArray[] {
    const pattern = this.regular('g');
    pattern.lastIndex = pos;
    return [...text.matchAll(pattern)];
  }
  /** The match that a pattern finds between two places of a text. */
  private between(pattern: RegExp, text: string, pos: number, end: number): Match | null {
    pattern.lastIndex = pos;
    const found = pattern.exec(text.slice(0, end));
    return found && new Match(found, text);
  }
  search(text: string, pos = 0, end = Infinity): Match | null {
    return this.between(this.regular('g'), text, pos, end);
  }
  match(text: string, pos = 0, end = Infinity): Match | null {
    return this.between(this.regular('y'), text, pos, end);
  }
  fullmatch(text: string, pos = 0, end = Infinity): Match | null {
    return this.between(this.regular('y', `(?:${this.source})$(?![\\s\\S])`), text, pos, end);
  }
  finditer(text: string, pos = 0): Match[] {
    return this.every(text, pos).map((found) => new Match(found, text));
  }
  findall(text: string, pos = 0): unknown[] {
    return this.every(text, pos).map((found) =>
      found.length > 2 ? Tuple.from(found.slice(1).map((one) => one ?? '')) : ((found.length === 2 ? found[1] : found[0]) ?? ''),
    );
  }
  split(text: string, most = 0): (string | null)[] {
    const parts: (string | null)[] = [];
    let from = 0;
    for (const found of most > 0 ? this.every(text).slice(0, most) : this.every(text)) {
      parts.push(text.slice(from, found.index), ...found.slice(1).map((one) => (one as string | undefined) ?? null));
      from = found.index + found[0].length;
    }
    return [...parts, text.slice(from)];
  }
  sub(by: Replacement, text: string, given: Most = 0): string {
    const most = mostOf(given);
    let made = '';
    let from = 0;
    for (const found of most > 0 ? this.every(text).slice(0, most) : this.every(text)) {
      const match = new Match(found, text);
      made += text.slice(from, found.index) + (typeof by === 'function' ? by(match) : filled(by, match));
      from = found.index + found[0].length;
    }
    return made + text.slice(from);
  }
}

/** How often to replace, or by name: `count=2, flags=re.I`. */
type Most = number | { count?: number; flags?: number };
const mostOf = (given: Most): number => (typeof given === 'number' ? given : (given.count ?? 0));

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\' };
const filled = (by: string, match: Match): string =>
  by.replace(/\\(?:(\d+)|g<(\w+)>|([\s\S]))/g, (_, number?: string, name?: string, other = '') => {
    const which = number ?? name;
    if (which === undefined) return ESCAPES[other as string] ?? `\\${other as string}`;
    return String(match.group(/^\d+$/.test(which) ? Number(which) : which) ?? '');
  });

const ready = (pattern: string | Pattern, flags = 0): Pattern => (pattern instanceof Pattern ? pattern : new Pattern(pattern, flags));

/** As Python's `re`. @throws ValueError for a pattern that JavaScript cannot express */
export const re = {
  IGNORECASE: 2,
  I: 2,
  MULTILINE: 8,
  M: 8,
  DOTALL: 16,
  S: 16,
  VERBOSE: 64,
  X: 64,
  compile: ready,
  search: (pattern: string | Pattern, text: string, flags = 0) => ready(pattern, flags).search(text),
  match: (pattern: string | Pattern, text: string, flags = 0) => ready(pattern, flags).match(text),
  fullmatch: (pattern: string | Pattern, text: string, flags = 0) => ready(pattern, flags).fullmatch(text),
  findall: (pattern: string | Pattern, text: string, flags = 0) => ready(pattern, flags).findall(text),
  finditer: (pattern: string | Pattern, text: string, flags = 0) => ready(pattern, flags).finditer(text),
  split: (pattern: string | Pattern, text: string, most = 0, flags = 0) => ready(pattern, flags).split(text, most),
  sub: (pattern: string | Pattern, by: Replacement, text: string, most: Most = 0, flags = 0) =>
    ready(pattern, typeof most === 'number' ? flags : (most.flags ?? 0)).sub(by, text, most),
  subn: (pattern: string | Pattern, by: Replacement, text: string, most: Most = 0, flags = 0) => {
    const compiled = ready(pattern, typeof most === 'number' ? flags : (most.flags ?? 0));
    return Tuple.from([compiled.sub(by, text, most), compiled.split(text, mostOf(most)).length - 1] as unknown[]);
  },
  escape: (text: string): string => text.replace(/[^\p{L}\p{N}_]/gu, (one) => (/[!"%',/:;<=>@`]/.test(one) ? one : `\\${one}`)),
};
