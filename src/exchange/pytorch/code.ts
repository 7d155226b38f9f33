/** An expression of Python, with how tightly it holds together. */
export interface Code {
  readonly text: string;
  /** One of `level`. */
  readonly level: number;
}

/** Python's operators, loosest first. */
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

/** The expression as a part of one that holds `least` together: in parentheses if it is looser. */
export const within = (code: Code, least: number): string => (code.level >= least ? code.text : `(${code.text})`);

/** A text as Python writes it, in single quotes unless it holds some. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + escaped(text).replaceAll(quote, `\\${quote}`) + quote;
}

/** What stands between the quotes, but for the quotes. */
export const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // eslint-disable-next-line no-control-regex -- what cannot be seen in a text is written by its number
    .replace(/[\0-\x1f\x7f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`));
