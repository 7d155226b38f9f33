/** A Python expression, with the level of its outermost operator. */
export interface Code {
  readonly text: string;
  /** One of `level`. */
  readonly level: number;
}

/** The levels of Python's operators. The loosest comes first. */
export const level = {
  lambda: 0,
  ternary: 1,
  or: 2,
  and: 3,
  not: 4,
  comparison: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  shift: 9,
  sum: 10,
  product: 11,
  sign: 12,
  power: 13,
  atom: 14,
} as const;

export const atom = (text: string): Code => ({ text, level: level.atom });

/** The text of an expression: in parentheses if its level is below `least`. */
export const within = (code: Code, least: number): string => (code.level >= least ? code.text : `(${code.text})`);

/** A Python string literal. It has single quotes, unless the text has single quotes and no double ones. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + escaped(text).replaceAll(quote, `\\${quote}`) + quote;
}

/** The text between the quotes of a string literal. Quotes themselves are not escaped. */
export const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // eslint-disable-next-line no-control-regex -- what cannot be seen in a text is written by its number
    .replace(/[\0-\x1f\x7f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`));
