import type { Scalar } from '../protocol/trace.js';

/**
 * A number as it is written on a node, in a table, in a hover or in the status bar. Integers are whole. Other numbers
 * have `digits` decimals below 10, and fewer above, so that every number takes about the same space. A very large or
 * very small number is written with an exponent: `1.23e-5`.
 */
export function number(value: Scalar | null | undefined, digits = 4): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (Number.isInteger(value) && size < 10 ** (digits + 2)) return String(value);
  if (size >= 10 ** (digits + 1) || size < 10 ** -Math.min(digits, 3))
    return value.toExponential(Math.max(0, digits - 2)).replace('e+', 'e');
  const whole = Math.floor(Math.log10(size));
  return value.toFixed(Math.max(0, digits - Math.max(0, whole)));
}

const axisDigits = 6;

/** A number beside an axis: short, but not rounded so far that its neighbours look the same. */
export function axisText(value: number): string {
  const size = Math.abs(value);
  const written = Number(value.toPrecision(axisDigits));
  if (value === 0 || (size < 1e5 && size >= 1e-3)) return String(written);
  return written.toExponential().replace('e+', 'e');
}

/** The way to write the elements of a tensor: integers are whole, bools are written as in PyTorch. */
export function elementText(dtype: string): (value: Scalar | null) => string {
  if (dtype === 'bool') return (value) => (value ? 'True' : 'False');
  return /^u?int/.test(dtype) ? String : (value) => number(value);
}
