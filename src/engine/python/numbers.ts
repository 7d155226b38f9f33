/** Python's numbers: division that rounds down, rounding half to even, and strings as numbers. */
import { pow as rounded } from './elementary.js';
import { TypeError_, ValueError } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import { OverflowError, ZeroDivisionError } from './exceptions.js';
import { fixed } from './format.js';
import { repr, type_name } from './text.js';
import { Tuple } from './keys.js';

type Number_ = number | Tensor;

/** As Python's `a // b`. @throws ZeroDivisionError */
export function floordiv(a: number, b: number): number;
export function floordiv(a: Number_, b: Number_): Tensor;
export function floordiv(a: unknown, b: unknown): unknown {
  if (a instanceof Tensor || b instanceof Tensor) return asTensor(a, b).floor_divide(b as Tensor);
  if (typeof (a as { __floordiv__?: unknown }).__floordiv__ === 'function')
    return (a as { __floordiv__: (b: unknown) => unknown }).__floordiv__(b);
  const [x, y] = [Number(a), Number(b)];
  if (y === 0) throw new ZeroDivisionError('integer division or modulo by zero');
  const quotient = (x - mod(x, y)) / y;
  return Math.abs(quotient - Math.round(quotient)) < 0.5 ? Math.round(quotient) : Math.floor(quotient);
}

const asTensor = (a: unknown, b: unknown): Tensor => (a instanceof Tensor ? a : (b as Tensor).new_tensor(a as number));

/** As Python's `a % b` for numbers: the result has the sign of `b`. @throws ZeroDivisionError */
export function mod(a: number, b: number): number;
export function mod(a: Number_, b: Number_): Tensor;
export function mod(a: unknown, b: unknown): unknown {
  if (a instanceof Tensor || b instanceof Tensor) return asTensor(a, b).remainder(b as Tensor);
  const [x, y] = [Number(a), Number(b)];
  if (y === 0) throw new ZeroDivisionError('integer modulo by zero');
  const rest = x % y;
  return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest === 0 ? 0 : rest;
}

/** As Python's `divmod(a, b)`. */
export function divmod(a: number, b: number): [number, number] {
  const { __divmod__: own } = Object(a) as { __divmod__?: (other: unknown) => [number, number] };
  if (typeof own === 'function') return own.call(a, b);
  return Tuple.from([floordiv(a, b), mod(a, b)]) as unknown as [number, number];
}

/** As Python's `a / b` for numbers. @throws ZeroDivisionError */
export function truediv(a: number, b: number): number {
  if (Number(b) === 0) throw new ZeroDivisionError('division by zero');
  return a / b;
}

/** The exact product of integers. @throws OverflowError beyond 2⁵³ (Python has no limit) */
export function intmul(a: number, b: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) throw new OverflowError(`${a} * ${b} is beyond 2**53: whole numbers are exact up to there only`);
  return product;
}

/** As Python's `a ** b` for numbers. @throws OverflowError for integers beyond 2⁵³ */
export function pow(a: number, b: number, modulus?: number): number {
  if (modulus !== undefined) return Number(powMod(BigInt(a), BigInt(b), BigInt(modulus)));
  if (a === 0 && b < 0) throw new ZeroDivisionError('0.0 cannot be raised to a negative power');
  return rounded(a, b);
}

/** The number whose product with `x` leaves 1. @throws ValueError */
function inverse(x: bigint, modulus: bigint): bigint {
  let [a, b, p, q] = [((x % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (a > 1n && b > 0n) [a, b, p, q] = [b, a % b, q, p - (a / b) * q];
  if (a !== 1n) throw new ValueError('base is not invertible for the given modulus');
  return ((p % modulus) + modulus) % modulus;
}

function powMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (exponent < 0n) return powMod(inverse(base, modulus), -exponent, modulus);
  let result = 1n;
  for (let b = ((base % modulus) + modulus) % modulus, e = exponent; e > 0n; e >>= 1n, b = (b * b) % modulus)
    if (e & 1n) result = (result * b) % modulus;
  return result;
}

/** As Python's `round(x, digits)`: rounds half to even. */
export function round(x: number, digits?: number | null): number;
export function round(x: Tensor, digits?: number | null): Tensor;
export function round(x: unknown, digits: number | null = null): unknown {
  if (x instanceof Tensor) return digits === null ? x.round() : x.round({ decimals: digits });
  const { __round__: own } = Object(x) as { __round__?: (digits?: number) => unknown };
  if (typeof own === 'function') return digits === null ? own.call(x) : own.call(x, digits);
  const value = Number(x);
  if (!Number.isFinite(value) || (Number.isInteger(value) && (digits ?? 0) >= 0)) {
    if (digits === null && !Number.isFinite(value))
      throw Number.isNaN(value)
        ? new ValueError('cannot convert float NaN to integer')
        : new OverflowError('cannot convert float infinity to integer');
    return value;
  }
  // Without digits the result is an int, of which there is no -0.
  if ((digits ?? 0) >= 0) return digits === null ? Number(fixed(value, 0)) + 0 : Number(fixed(value, digits));
  const unit = 10 ** -digits!;
  return Number(fixed(value / unit, 0)) * unit;
}

/**
 * As Python's `int(x)`: truncates a number, or reads a string or a tensor. @throws ValueError for a string that is no
 * integer
 */
export function int(x: unknown = 0, base = 10): number {
  if (typeof x === 'string') {
    const text = x.trim().replaceAll('_', '');
    if (base === 0) return int(x, { b: 2, o: 8, x: 16 }[/^[-+]?0([box])/i.exec(text)?.[1]?.toLowerCase() ?? ''] ?? 10);
    const known = base === 16 ? '(0x)?' : base === 2 ? '(0b)?' : base === 8 ? '(0o)?' : '';
    const most = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
    if (!new RegExp(`^[-+]?${known}[${most}]+$`, 'i').test(text))
      throw new ValueError(`invalid literal for int() with base ${base}: ${repr(x)}`);
    const read = parseInt(known === '' ? text : text.replace(/0[box]/i, ''), base);
    if (!Number.isSafeInteger(read)) throw new OverflowError(`${text} is beyond 2**53: whole numbers are exact up to there only`);
    return read;
  }
  const { __int__: own } = Object(x) as { __int__?: () => number };
  if (typeof own === 'function') return own.call(x);
  const value = x instanceof Tensor ? Number(x.item()) : Number(x);
  const isNumber = typeof (x as object | null)?.valueOf() === 'number';
  if (x === null || (typeof x === 'object' && !(x instanceof Tensor) && !isNumber))
    throw new TypeError_(`int() argument must be a string, a bytes-like object or a real number, not '${type_name(x)}'`);
  if (Number.isNaN(value)) throw new ValueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) throw new OverflowError('cannot convert float infinity to integer');
  return Math.trunc(value) + 0;
}

/** As Python's `float(x)`. @throws ValueError for a string that is no number */
export function float(x: unknown = 0): number {
  if (typeof x === 'string') {
    const text = x.trim().toLowerCase().replace(/^\+/, '');
    if (/^-?inf(inity)?$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
    if (/^-?nan$/.test(text)) return NaN;
    if (!/^-?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[-+]?\d+)?$/.test(text)) throw new ValueError(`could not convert string to float: ${repr(x)}`);
    return Number(text.replaceAll('_', ''));
  }
  if (x instanceof Tensor) return Number(x.item());
  if (x !== null && typeof x === 'object' && typeof (x as { __float__?: unknown }).__float__ === 'function')
    return (x as { __float__: () => number }).__float__();
  if (x === null || typeof x === 'object')
    throw new TypeError_(`float() argument must be a string or a real number, not '${type_name(x)}'`);
  return Number(x);
}
