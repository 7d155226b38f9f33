/** Exponentials of float32 as PyTorch's vectors compute them (see `expSingle`), and logarithms after Moshier's Cephes library (logf.c). */
import {
  add,
  and,
  branch,
  constant,
  eq,
  ge,
  iadd,
  integer,
  isub,
  le,
  lt,
  madd,
  mul,
  nmadd,
  not,
  pmax,
  pmin,
  polynomial,
  select,
  shift,
  sub,
  toFloat,
  abs,
  type Vector,
} from '../nodes.js';

/** ln 2 in two parts, for the exponential and for the logarithm. */
const [HIGH, LOW] = [0.693145751953125, 1.428606765330187e-6];
const [LN2_HIGH, LN2_LOW] = [0.693359375, -2.1219444e-4];
/** Adding this number rounds to an integer, which then is in the low bits. */
const ROUNDER = 1.5 * 2 ** 23;

/** 2ⁿ for small integers n, made from the bits of the exponent. */
const powerOfTwo = (n: Vector): Vector => shift('shl', iadd(n, 127), 23);

/** e^x as e^r · 2ⁿ: `rounded` has n in its low bits. */
function parts(x: Vector): { rounded: Vector; fraction: Vector } {
  const rounded = add(mul(x, Math.LOG2E), constant(ROUNDER));
  const n = sub(rounded, ROUNDER);
  const r = nmadd(n, LOW, nmadd(n, HIGH, x));
  const p = polynomial(r, 1.985276176e-4, 1.393043553e-3, 8.333360776e-3, 4.166648537e-2, 1.6666667163e-1, 0.5);
  return { rounded, fraction: add(madd(mul(r, r), p, r), 1) };
}

const scaled = ({ rounded, fraction }: ReturnType<typeof parts>): Vector => iadd(fraction, shift('shl', rounded, 23));

/** e^x with an error below 1 ulp. Outside of the normal numbers, 2ⁿ is multiplied in two factors, so that the result is rounded once. */
export const exp = (x: Vector): Vector => branch(not(le(abs(x), 87)), nearTheEnds(x), scaled(parts(x)));

/** `exp` of what is 0 at most, as the distances to the greatest element are. */
export const expUpToZero = (x: Vector): Vector => branch(not(ge(x, -87)), nearTheEnds(x), scaled(parts(x)));

function nearTheEnds(x: Vector): Vector {
  const { rounded, fraction } = parts(pmax(pmin(x, 89), -104));
  const n = isub(rounded, integer(0x4b400000));
  const half = shift('shr', n, 1);
  return mul(mul(fraction, powerOfTwo(half)), powerOfTwo(isub(n, half)));
}

/** e^x for x ≤ 0; the result is at least e^−87. NaN stays NaN. */
export const expOfNegative = (x: Vector): Vector => scaled(parts(pmax(x, -87)));

/** x = m · 2^e with √½ ≤ m < √2; works for subnormal numbers too. */
export function split(x: Vector): { mantissa: Vector; exponent: Vector } {
  const small = lt(x, 2 ** -126);
  const bits = select(small, mul(x, 2 ** 23), x);
  const e = shift('shr', isub(bits, 0x3f3504f3), 23);
  return { mantissa: isub(bits, shift('shl', e, 23)), exponent: sub(toFloat(e), and(small, constant(23))) };
}

/** ln x = e · ln 2 + ln m, in parts. */
function logarithmParts(x: Vector) {
  const { mantissa, exponent } = split(x);
  const f = sub(mantissa, 1);
  const z = mul(f, f);
  const p = polynomial(
    f,
    7.0376836292e-2,
    -1.151461031e-1,
    1.167699874e-1,
    -1.2420140846e-1,
    1.4249322787e-1,
    -1.6668057665e-1,
    2.0000714765e-1,
    -2.4999993993e-1,
    3.3333331174e-1,
  );
  return { f, z, p: mul(mul(p, f), z), exponent };
}

/** The special results of logarithms: for 0, negative numbers, infinity and NaN. */
const specially = (x: Vector, result: Vector): Vector =>
  select(lt(x, 0), NaN, select(eq(x, 0), -Infinity, select(lt(x, Infinity), result, x)));

/** ln x with an error below 1 ulp. */
export function log(x: Vector): Vector {
  const { f, z, p, exponent } = logarithmParts(x);
  const y = nmadd(constant(0.5), z, madd(exponent, LN2_LOW, p));
  return specially(x, madd(exponent, LN2_HIGH, add(f, y)));
}
