/**
 * Cuts a text into tokens. The text need not be a valid program, because completion works in the middle of a word.
 * Comments and the texts of strings and templates are left out; the expressions in a template count as code.
 */
export interface Token {
  kind: 'name' | 'number' | 'string' | 'punctuation';
  text: string;
  start: number;
  end: number;
}

export interface Tokens {
  readonly list: readonly Token[];
  /** Strings and comments. Nothing is offered within them. */
  readonly quiet: readonly { start: number; end: number }[];
}

const PATTERN =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|(?<name>[\p{ID_Start}$_#][\p{ID_Continue}$]*)|(?<number>\.?\d[\w.]*)|(?<string>'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?)|(?<punctuation>\?\.(?!\d)|=>|[=!]==?|[<>]=|&&|\|\||\?\?|\*\*|\+\+|--|[^])/uy;
const REGEX = /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
const TEMPLATE = /(?:[^`\\$]|\\[^]|\$(?!\{))*(?:`|\$\{|$)/y;

const KEYWORDS = new Set(
  'await case catch const delete do else export extends for function if import in instanceof let new of return switch throw typeof var void while yield'.split(
    ' ',
  ),
);

export const isKeyword = (text: string): boolean => KEYWORDS.has(text);

/** Whether an expression can end with this token. A bracket after it is then a call or an index. */
export const endsValue = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'punctuation' ? /^[)\]}!]$/.test(token.text) : !isKeyword(token.text));

export function tokenize(text: string): Tokens {
  const list: Token[] = [];
  const quiet: { start: number; end: number }[] = [];
  /** For each open brace, whether it belongs to a template. */
  const braces: boolean[] = [];
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const template = (start: number) => {
    const isOpen = take(TEMPLATE)?.[0].endsWith('${') ?? false;
    const end = isOpen ? at - 2 : at;
    quiet.push({ start, end });
    list.push({ kind: 'string', text: '`', start, end });
    if (isOpen) {
      list.push({ kind: 'punctuation', text: '{', start: end, end: at });
      braces.push(true);
    }
  };

  while (at < text.length) {
    const start = at;
    if (text[at] === '/' && !/[/*]/.test(text[at + 1] ?? '') && !endsValue(list.at(-1)) && take(REGEX)) {
      quiet.push({ start, end: at });
      list.push({ kind: 'string', text: '/', start, end: at });
      continue;
    }
    const { groups = {}, 0: found } = take(PATTERN)!;
    if (groups['space']) continue;
    if (groups['comment']) quiet.push({ start, end: at });
    else if (found === '`') template(start);
    else if (groups['string']) {
      quiet.push({ start, end: at });
      list.push({ kind: 'string', text: found, start, end: at });
    } else {
      list.push({ kind: groups['name'] ? 'name' : groups['number'] ? 'number' : 'punctuation', text: found, start, end: at });
      if (found === '{') braces.push(false);
      else if (found === '}' && braces.pop()) template(start + 1);
    }
  }
  return { list, quiet };
}

/** Whether a position is within a string or a comment. The end of a line comment still counts as within it. */
export const isQuiet = ({ quiet }: Tokens, offset: number, text: string): boolean =>
  quiet.some(({ start, end }) => offset > start && (offset < end || (offset === end && text.startsWith('//', start))));

/** The number of tokens that end at or before an offset. */
export function tokensBefore({ list }: Tokens, offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
export const isClosing = (text: string): boolean => text in PAIRS;
export const isOpening = (text: string): boolean => text === '(' || text === '[' || text === '{';

/** The opening bracket of a closing one; -1 when there is none. */
export const openerOf = (list: readonly Token[], closing: number): number => partner(list, closing, -1, isClosing, isOpening);

/** The closing bracket of an opening one, or the end of the list. */
export const closerOf = (list: readonly Token[], opening: number): number => partner(list, opening, 1, isOpening, isClosing);

type Bracket = (text: string) => boolean;

function partner(list: readonly Token[], from: number, step: 1 | -1, deeper: Bracket, back: Bracket): number {
  let depth = 0;
  let i = from;
  for (; i >= 0 && i < list.length; i += step) {
    const { kind, text } = list[i]!;
    if (kind !== 'punctuation') continue;
    if (deeper(text)) depth++;
    else if (back(text) && --depth === 0) return i;
  }
  return i;
}
