/** Written expressions, and when they need parentheses. */

/** A written expression, with the level of its outermost operator. */
export interface Written {
  text: string;
  level: number;
}

/** How tightly operators bind, in the order of JavaScript's table. */
export const LEVEL = {
  comma: 1,
  assign: 2,
  cond: 3,
  or: 4,
  and: 5,
  bitor: 6,
  bitxor: 7,
  bitand: 8,
  equal: 9,
  less: 10,
  shift: 11,
  add: 12,
  mul: 13,
  pow: 14,
  unary: 15,
  call: 18,
  atom: 20,
} as const;

export const atom = (text: string): Written => ({ text, level: LEVEL.atom });
export const call = (text: string): Written => ({ text, level: LEVEL.call });

/** A string literal. */
export function quote(text: string): string {
  const inside = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    // eslint-disable-next-line no-control-regex -- what cannot stand in a text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (inside.includes("'") && !inside.includes('"')) return `"${inside}"`;
  return `'${inside.replaceAll("'", "\\'")}'`;
}

/** An expression inside another one: in parentheses where its level is below `least`. */
export const wrap = ({ text, level }: Written, least: number): string => (level < least ? `(${text})` : text);
