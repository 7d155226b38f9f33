import type { MapKernel } from '../../../kernels/elementwise.js';

/**
 * The functions of elementwise kernels for complex numbers. They follow C's functions, and W. Kahan's "Branch cuts for complex
 * elementary functions".
 */

/** Real and imaginary part. */
export type Pair = readonly [re: number, im: number];

const { abs, atan2, cos, cosh, exp, expm1, hypot, log, log1p, sin, sinh, sqrt } = Math;

const add = ([a, b]: Pair, [c, d]: Pair): Pair => [a + c, b + d];
const sub = ([a, b]: Pair, [c, d]: Pair): Pair => [a - c, b - d];
const neg = ([a, b]: Pair): Pair => [-a, -b];
export const mul = ([a, b]: Pair, [c, d]: Pair): Pair => [a * c - b * d, a * d + b * c];
const scale = ([a, b]: Pair, factor: number): Pair => [a * factor, b * factor];
const times = ([a, b]: Pair): Pair => [-b, a];
const over = ([a, b]: Pair): Pair => [b, -a];
const one: Pair = [1, 0];
const flag = (holds: boolean): Pair => [Number(holds), 0];
const size = ([a, b]: Pair): number => hypot(a, b);

/** Divides by the greater part of the divisor first, after R. Smith, so that nothing overflows. */
function div([a, b]: Pair, [c, d]: Pair): Pair {
  const [p, q] = [abs(c), abs(d)];
  if (p >= q) {
    if (p === 0 && q === 0) return [a / p, b / q];
    const ratio = d / c;
    const scl = 1 / (c + d * ratio);
    return [(a + b * ratio) * scl, (b - a * ratio) * scl];
  }
  const ratio = c / d;
  const scl = 1 / (c * ratio + d);
  return [(a * ratio + b) * scl, (b * ratio - a) * scl];
}

function expOf([a, b]: Pair): Pair {
  const e = exp(a);
  if (b === 0) return [e, b];
  // When the size is 0, an infinite or NaN angle does not count.
  if (e === 0 && b - b !== 0) return [0, 0];
  if (a === Infinity && b - b !== 0) return [a, NaN];
  return [e * cos(b), e * sin(b)];
}

/** The logarithm of the size. Near 1, it is computed from the difference to 1. */
function logSize(a: number, b: number): number {
  const h = hypot(a, b);
  if (!(h > 0.5 && h < 2)) return log(h);
  const [greater, lesser] = abs(a) > abs(b) ? [abs(a), b] : [abs(b), a];
  return 0.5 * log1p((greater - 1) * (greater + 1) + lesser * lesser);
}

const logOf = ([a, b]: Pair): Pair => [logSize(a, b), atan2(b, a)];

function log1pOf([a, b]: Pair): Pair {
  if (a !== a || b !== b) return [NaN, NaN];
  const grown = a * (2 + a) + b * b;
  return [abs(a) < 1 && abs(b) < 1 ? 0.5 * log1p(grown) : logSize(1 + a, b), atan2(b, 1 + a)];
}

function expm1Of([a, b]: Pair): Pair {
  const half = sin(b / 2);
  return [expm1(a) * cos(b) - 2 * half * half, exp(a) * sin(b)];
}

const signed = (value: number, sign: number): number => (sign < 0 || Object.is(sign, -0) ? -abs(value) : abs(value));

export function sqrtOf([a, b]: Pair): Pair {
  if (a === 0 && b === 0) return [0, b];
  if (abs(b) === Infinity) return [Infinity, b];
  if (a === Infinity) return [a, b !== b ? b : signed(0, b)];
  if (a === -Infinity) return [b !== b ? b : 0, signed(Infinity, b)];
  // Above this, the sum of two sizes would overflow.
  const shrink = abs(a) > 1e300 || abs(b) > 1e300 ? 0.25 : 1;
  const [p, q] = [a * shrink, b * shrink];
  const root = sqrt((hypot(p, q) + abs(p)) / 2);
  const grow = shrink === 1 ? 1 : 2;
  return p >= 0 ? [root * grow, (q / (2 * root)) * grow] : [(abs(q) / (2 * root)) * grow, signed(root, b) * grow];
}

/** As C's cpow, except for the powers that PyTorch computes itself. */
function pow(z: Pair, w: Pair): Pair {
  const [p, q] = w;
  if (q === 0) {
    if (p === 0) return isZero(z) ? [NaN, NaN] : one;
    if (p === 1) return z;
    if (p === 2) return mul(z, z);
    if (p === 3) return mul(mul(z, z), z);
    if (p === -1) return div(one, z);
    if (p === 0.5) return sqrtOf(z);
    if (p === -0.5) return div(one, sqrtOf(z));
    if (p === -2) return div(one, mul(z, z));
  }
  if (z[0] === 0 && z[1] === 0 && p > 0) return [0, 0];
  return expOf(mul(w, logOf(z)));
}

const isFinitePart = (v: number): boolean => v - v === 0;
/** What 0 times the other part is, also where that is infinite or NaN. */
const noughtOf = (a: number, b: number): number => (a * b === 0 ? a * b : 0);

function sinhOf([a, b]: Pair): Pair {
  if (!isFinitePart(b) && (a === 0 || abs(a) === Infinity)) return [abs(a), NaN];
  return [b === 0 ? sinh(a) : sinh(a) * cos(b), b === 0 ? b : cosh(a) * sin(b)];
}
function coshOf([a, b]: Pair): Pair {
  if (!isFinitePart(b) && abs(a) === Infinity) return [Infinity, NaN];
  return [b === 0 ? cosh(a) : cosh(a) * cos(b), a === 0 || b === 0 ? noughtOf(a, b) : sinh(a) * sin(b)];
}
function sinOf(z: Pair): Pair {
  return abs(z[1]) === Infinity && !isFinitePart(z[0]) ? [NaN, Infinity] : over(sinhOf(times(z)));
}

function tanhOf([a, b]: Pair): Pair {
  if (b === 0) return [Math.tanh(a), b];
  if (a === 0 && !isFinitePart(b)) return [a, NaN];
  if (abs(a) > 22) return [signed(1, a), b - b === 0 ? 4 * sin(b) * cos(b) * exp(-2 * abs(a)) : 0];
  const t = Math.tan(b);
  const beta = 1 + t * t;
  const s = sinh(a);
  const rho = sqrt(1 + s * s);
  if (abs(t) === Infinity) return [rho / s, 1 / t];
  const d = 1 + beta * s * s;
  return [(beta * rho * s) / d, t / d];
}

/** The real part of the arc sine where a part is infinite. Two infinite parts count as equal. */
function asinAtInfinity([a, b]: Pair): number {
  if (a !== a || b !== b) return NaN;
  return signed(abs(a) !== Infinity ? 0 : abs(b) === Infinity ? Math.PI / 4 : Math.PI / 2, a);
}
function asinOf(z: Pair): Pair {
  const [a, b] = z;
  if (isInfinite(z)) return [asinAtInfinity(z), signed(Infinity, b)];
  if (a === 0 && b !== b) return z;
  const [below, above] = [sqrtOf([1 - a, -b]), sqrtOf([1 + a, b])];
  return [atan2(a, below[0] * above[0] - below[1] * above[1]), Math.asinh(below[0] * above[1] - below[1] * above[0])];
}
function acosOf(z: Pair): Pair {
  const [a, b] = z;
  if (isInfinite(z)) return [Math.PI / 2 - asinAtInfinity(z), -signed(Infinity, b)];
  if (a === 0 && b !== b) return [Math.PI / 2, b];
  const [below, above] = [sqrtOf([1 - a, -b]), sqrtOf([1 + a, b])];
  return [2 * atan2(below[0], above[0]), Math.asinh(above[0] * below[1] - above[1] * below[0])];
}
function acoshOf(z: Pair): Pair {
  const [re, im] = acosOf(z);
  return [abs(im), signed(re, z[1])];
}
function atanhOf(z: Pair): Pair {
  const [a, b] = z;
  if (isInfinite(z)) return [signed(0, a), b !== b ? b : signed(Math.PI / 2, b)];
  if (a === 0 && b !== b) return z;
  return [0.25 * log1p((4 * a) / ((1 - a) * (1 - a) + b * b)), 0.5 * atan2(2 * b, (1 - a) * (1 + a) - b * b)];
}

const sigmoid = (z: Pair): Pair => div(one, add(one, expOf(neg(z))));
const isNaNPair = ([a, b]: Pair): boolean => a !== a || b !== b;
const isInfinite = ([a, b]: Pair): boolean => abs(a) === Infinity || abs(b) === Infinity;
const isZero = ([a, b]: Pair): boolean => a === 0 && b === 0;
const isSame = ([a, b]: Pair, [c, d]: Pair): boolean => a === c && b === d;

function sgn(z: Pair): Pair {
  const length = size(z);
  return length === 0 ? [0, 0] : [z[0] / length, z[1] / length];
}

/** ln(e^x + e^y). The result keeps the angle of the greater argument. */
export function logAddExp(x: Pair, y: Pair): Pair {
  if (isNaNPair(x) || isNaNPair(y)) return [NaN, NaN];
  const [least, greatest] = x[0] < y[0] ? [x, y] : [y, x];
  if (abs(greatest[0]) === Infinity && isSame(x, y)) return x;
  if (greatest[0] === Infinity) return greatest;
  if (least[0] === -Infinity) return greatest;
  return add(greatest, log1pOf(expOf(sub(least, greatest))));
}

function isClose(x: Pair, y: Pair, [rtol, atol, equalNaN]: readonly number[]): boolean {
  if (isSame(x, y)) return true;
  if (isNaNPair(x) || isNaNPair(y)) return equalNaN !== 0 && isNaNPair(x) && isNaNPair(y);
  return !isInfinite(y) && size(sub(x, y)) <= atol + rtol * size(y);
}

type Compute = (x: Pair, y: Pair, z: Pair, p: readonly number[]) => Pair;

const replaced = (v: number, [nan, high, low]: readonly number[]): number =>
  v !== v ? nan : v === Infinity ? high : v === -Infinity ? low : v;

export const complexKernels: Partial<Record<MapKernel, Compute>> = {
  identity: (x) => x,
  neg,
  add,
  sub,
  mul,
  div,
  add_scaled: (x, y, _, [p]) => add(x, scale(y, p)),
  sub_scaled: (x, y, _, [p]) => sub(x, scale(y, p)),
  mul_scalar: (x, _, __, [p]) => scale(x, p),
  add_scalar: ([a, b], _, __, [p]) => [a + p, b],
  pow,
  pow_scalar: (x, _, __, [p]) => pow(x, [p, 0]),
  rpow_scalar: (x, _, __, [p]) => pow([p, 0], x),
  square: (x) => mul(x, x),
  reciprocal: (x) => div(one, x),
  sqrt: sqrtOf,
  rsqrt: (x) => div(one, sqrtOf(x)),
  exp: expOf,
  exp2: (x) => expOf(scale(x, Math.LN2)),
  expm1: expm1Of,
  log: logOf,
  log2: (x) => scale(logOf(x), Math.LOG2E),
  log10: (x) => scale(logOf(x), Math.LOG10E),
  log1p: log1pOf,
  sinh: sinhOf,
  cosh: coshOf,
  tanh: tanhOf,
  sin: sinOf,
  cos: (x) => coshOf(times(x)),
  tan: (x) => over(tanhOf(times(x))),
  asin: asinOf,
  acos: acosOf,
  atan: (x) => over(atanhOf(times(x))),
  asinh: (x) => over(asinOf(times(x))),
  acosh: acoshOf,
  atanh: atanhOf,
  sigmoid,
  silu: (x) => mul(x, sigmoid(x)),
  abs: (x) => [size(x), 0],
  angle: ([a, b]) => [atan2(b, a), 0],
  sign: sgn,
  isnan: (x) => flag(isNaNPair(x)),
  isinf: (x) => flag(isInfinite(x)),
  isfinite: (x) => flag(!isNaNPair(x) && !isInfinite(x)),
  logical_not: (x) => flag(isZero(x)),
  eq: (x, y) => flag(isSame(x, y)),
  ne: (x, y) => flag(!isSame(x, y)),
  logical_and: (x, y) => flag(!isZero(x) && !isZero(y)),
  logical_or: (x, y) => flag(!isZero(x) || !isZero(y)),
  logical_xor: (x, y) => flag(isZero(x) !== isZero(y)),
  isclose: (x, y, _, p) => flag(isClose(x, y, p)),
  nan_to_num: ([a, b], _, __, p) => [replaced(a, p), replaced(b, p)],
  logaddexp: logAddExp,
  where: (x, y, z) => (isZero(x) ? z : y),
  lerp: (x, y, z) => (size(z) < 0.5 ? add(x, mul(z, sub(y, x))) : sub(y, mul(sub(y, x), sub(one, z)))),
  addcmul: (x, y, z, [p]) => add(x, scale(mul(y, z), p)),
  addcdiv: (x, y, z, [p]) => add(x, div(scale(y, p), z)),
  affine: (x, y, z) => add(mul(x, y), z),
  sigmoid_grad: (x, y) => mul(x, mul(sub(one, y), y)),
  tanh_grad: (x, y) => mul(x, sub(one, mul(y, y))),
};
