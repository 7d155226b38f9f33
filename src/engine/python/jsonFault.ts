/** What is wrong with a text that is no JSON, in the words of Python's module `json`. */

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|-?Infinity|NaN|true|false|null/y;

class Fault extends Error {
  constructor(
    readonly what: string,
    readonly at: number,
  ) {
    super(what);
  }
}

/** `Expecting value: line 1 column 5 (char 4)` */
export function faultIn(text: string): string {
  const fault = firstIn(text);
  const before = text.slice(0, fault.at).split('\n');
  return `${fault.what}: line ${before.length} column ${before.at(-1)!.length + 1} (char ${fault.at})`;
}

function firstIn(text: string): Fault {
  try {
    const end = space(text, value(text, space(text, 0)));
    return new Fault(end < text.length ? 'Extra data' : 'Expecting value', end);
  } catch (thrown) {
    // A text may be nested more deeply than calls can be.
    return thrown instanceof Fault ? thrown : new Fault('Expecting value', 0);
  }
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

const space = (text: string, at: number): number => matchAt(SPACE, text, at);

/** The end of the value that begins there. */
function value(text: string, at: number): number {
  if (text[at] === '"') return string(text, at);
  if (text[at] === '{') return members(text, at, '}', (from) => value(text, member(text, from)));
  if (text[at] === '[') return members(text, at, ']', (from) => value(text, from));
  const end = matchAt(NUMBER, text, at);
  if (end < 0) throw new Fault('Expecting value', at);
  return end;
}

function members(text: string, at: number, close: string, one: (from: number) => number): number {
  let next = space(text, at + 1);
  if (text[next] === close) return next + 1;
  for (;;) {
    const end = space(text, one(next));
    if (text[end] === close) return end + 1;
    if (text[end] !== ',') throw new Fault("Expecting ',' delimiter", end);
    next = space(text, end + 1);
  }
}

/** Where the value of a member begins. */
function member(text: string, at: number): number {
  if (text[at] !== '"') throw new Fault('Expecting property name enclosed in double quotes', at);
  const end = space(text, string(text, at));
  if (text[end] !== ':') throw new Fault("Expecting ':' delimiter", end);
  return space(text, end + 1);
}

function string(text: string, begin: number): number {
  for (let at = begin + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') return at + 1;
    if (sign < ' ') throw new Fault('Invalid control character at', at);
    if (sign !== '\\') continue;
    at++;
    if (text[at] === 'u' && !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) throw new Fault('Invalid \\uXXXX escape', at);
    if (at < text.length && !'"\\/bfnrtu'.includes(text[at])) throw new Fault('Invalid \\escape', at - 1);
  }
  throw new Fault('Unterminated string starting at', begin);
}
