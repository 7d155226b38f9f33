import {
  abs,
  and,
  constant,
  dadd,
  ddiv,
  dmul,
  dnearest,
  doublePolynomial,
  dpmax,
  dpmin,
  dsub,
  eq,
  highHalf,
  joinFloats,
  lowHalf,
  lt,
  mul,
  ne,
  not,
  or,
  select,
  shift,
  signOf,
  trunc,
  xor,
  type Vector,
} from '../nodes.js';
import { split } from './exponential.js';

/** Adding this number moves an integer into the low bits and adds the exponent's bias to it. */
const ROUNDER = 1.5 * 2 ** 52 + 1023;

/** |x|^y as 2^(y · log₂|x|), in float64, two lanes at a time. */
function positive(mantissa: Vector, exponent: Vector, y: Vector): Vector {
  const s = ddiv(dsub(mantissa, 1), dadd(mantissa, 1));
  const z = dmul(s, s);
  const logarithm = dmul(dmul(doublePolynomial(z, 1 / 13, 1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1), s), 2 / Math.LN2);
  const t = dpmax(dpmin(dmul(y, dadd(exponent, logarithm)), 200), -200);
  const n = dnearest(t);
  const r = dmul(dsub(t, n), Math.LN2);
  const p = doublePolynomial(r, 1 / 362880, 1 / 40320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 0.5, 1, 1);
  return dmul(p, shift('lshl', dadd(n, ROUNDER), 52));
}

/** C's pow; error below 0.6 ulp. */
export function pow(x: Vector, y: Vector): Vector {
  const size = abs(x);
  const { mantissa, exponent } = split(size);
  const finite = joinFloats(
    positive(lowHalf(mantissa), lowHalf(exponent), lowHalf(y)),
    positive(highHalf(mantissa), highHalf(exponent), highHalf(y)),
  );
  // 0 to a negative power and ∞ to a positive power are ∞; otherwise the result is 0.
  const extreme = select(xor(eq(size, 0), lt(y, 0)), 0, Infinity);
  const whole = eq(trunc(y), y);
  const half = mul(y, 0.5);
  const odd = and(whole, ne(trunc(half), half));
  let r = select(or(eq(size, 0), eq(size, Infinity)), extreme, finite);
  r = or(r, and(signOf(x), odd));
  r = select(and(and(lt(x, 0), lt(size, Infinity)), not(whole)), constant(NaN), r);
  r = select(and(eq(abs(y), Infinity), eq(size, 1)), 1, r);
  r = select(ne(y, y), y, select(ne(x, x), x, r));
  return select(or(eq(y, 0), eq(x, 1)), 1, r);
}
