/** Python's `math`. It throws errors where JavaScript returns NaN or infinity. */
import { ValueError } from '../errors.js';
import { float64 } from '../dtype.js';
import { tensorOf } from '../ops/fromLists.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor/tensor.js';
import { erf, erfc, lgamma } from '../generated/torch.js';
import * as elementary from './elementary.js';
import { exactSum } from './doubles.js';
import { OverflowError } from './exceptions.js';
import { float, int, intmul, round } from './numbers.js';
import { mul } from './compare.js';
import { isPlain, Tuple } from './keys.js';
import { iter } from './sequences.js';

type Real = number | Tensor;

/**
 * A function that checks its result. @throws ValueError when a number has no result, OverflowError when the result is
 * too large
 */
const checked =
  (f: (x: number) => number) =>
  (given: Real): number => {
    const x = float(given);
    const y = f(x);
    if (Number.isNaN(y) && !Number.isNaN(x)) throw new ValueError('math domain error');
    if (!Number.isFinite(y) && Number.isFinite(x)) throw new OverflowError('math range error');
    return y;
  };
const logarithm =
  (f: (x: number) => number) =>
  (given: Real): number => {
    const x = float(given);
    if (x <= 0) throw new ValueError('math domain error');
    return f(x);
  };
const log = logarithm(elementary.log);

function gcd(...all: number[]): number {
  return all.reduce((a, b) => {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y) [x, y] = [y, x % y];
    return x;
  }, 0);
}

const byTensor =
  (f: (x: Tensor) => Tensor) =>
  (x: Real): number =>
    quietly(() => Number(f(tensorOf(float(x), float64)).item()));

/** The float beside `x` in the direction of `y`. */
function after(x: number, y: number): number {
  if (x === y || Number.isNaN(x) || Number.isNaN(y)) return x === y ? y : NaN;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (x < y === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

export const math = Object.freeze({
  pi: Math.PI,
  e: Math.E,
  tau: 2 * Math.PI,
  inf: Infinity,
  nan: NaN,
  sqrt: checked(Math.sqrt),
  exp: checked(elementary.exp),
  expm1: checked(Math.expm1),
  log: (x: Real, base?: number): number => (base === undefined ? log(x) : log(x) / log(base)),
  log2: logarithm(Math.log2),
  log10: logarithm(Math.log10),
  log1p: checked(Math.log1p),
  sin: checked(elementary.sin),
  cos: checked(elementary.cos),
  tan: checked(elementary.tan),
  asin: checked(elementary.asin),
  acos: checked(elementary.acos),
  atan: checked(elementary.atan),
  atan2: (y: Real, x: Real): number => Math.atan2(float(y), float(x)),
  sinh: checked(Math.sinh),
  cosh: checked(elementary.cosh),
  tanh: checked(Math.tanh),
  floor: (x: Real): number => int(Math.floor(float(x))),
  ceil: (x: Real): number => int(Math.ceil(float(x))),
  trunc: (x: Real): number => int(x),
  fabs: (x: Real): number => Math.abs(float(x)),
  pow: (x: Real, y: Real): number => elementary.pow(float(x), float(y)),
  hypot: (...all: Real[]): number => Math.hypot(...all.map((x) => float(x))),
  degrees: (x: Real): number => float(x) * (180 / Math.PI),
  radians: (x: Real): number => float(x) * (Math.PI / 180),
  isnan: (x: Real): boolean => Number.isNaN(float(x)),
  isinf: (x: Real): boolean => Math.abs(float(x)) === Infinity,
  isfinite: (x: Real): boolean => Number.isFinite(float(x)),
  isclose: (a: Real, b: Real, { rel_tol = 1e-9, abs_tol = 0 }: { rel_tol?: number; abs_tol?: number } = {}): boolean => {
    const [x, y] = [float(a), float(b)];
    return x === y || Math.abs(x - y) <= Math.max(rel_tol * Math.max(Math.abs(x), Math.abs(y)), abs_tol);
  },
  copysign: (x: number, y: number): number => Math.abs(x) * (y < 0 || Object.is(y, -0) ? -1 : 1),
  fmod: (x: number, y: number): number => x % y,
  gcd,
  lcm: (...all: number[]): number => all.reduce((a, b) => (a === 0 || b === 0 ? 0 : Math.abs(a * b) / gcd(a, b)), 1),
  factorial: (n: number): number => Array.from({ length: n }, (_, i) => i + 1).reduce(intmul, 1),
  comb: (n: number, k: number): number =>
    k > n ? 0 : round(Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1)),
  perm: (n: number, k = n): number => Array.from({ length: k }, (_, i) => n - i).reduce(intmul, 1),
  isqrt: (n: number): number => Math.floor(Math.sqrt(n)),
  prod: (all: Iterable<number>, start: number | { start: number } = 1): number =>
    [...iter(all)].reduce((a, b) => mul(a, b) as number, typeof start === 'object' && isPlain(start) ? start.start : start),
  fsum: (all: Iterable<number>): number => exactSum([...iter(all)]),
  dist: (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((x, i) => x - b[i])),
  erf: byTensor((x) => erf(x)),
  erfc: byTensor((x) => erfc(x)),
  lgamma: byTensor((x) => lgamma(x)),
  gamma: (given: Real): number => {
    const x = float(given);
    if (Number.isInteger(x) && x <= 0) throw new ValueError('math domain error');
    if (Number.isInteger(x) && x < 24) return Array.from({ length: x - 1 }, (_, i) => i + 1).reduce((a, b) => a * b, 1);
    const size = Math.exp(Number(byTensor((one) => lgamma(one))(x)));
    return x < 0 && Math.floor(x) % 2 !== 0 ? -size : size;
  },
  modf: (given: Real): unknown => {
    const x = float(given);
    return Tuple.from([x - Math.trunc(x), Math.trunc(x)]);
  },
  cbrt: (x: Real): number => Math.cbrt(float(x)),
  exp2: (x: Real): number => 2 ** float(x),
  frexp: (given: Real): unknown => {
    const x = float(given);
    if (x === 0 || !Number.isFinite(x)) return Tuple.from([x, 0]);
    let power = Math.floor(Math.log2(Math.abs(x))) + 1;
    if (Math.abs(x) / 2 ** power >= 1) power++;
    if (Math.abs(x) / 2 ** power < 0.5) power--;
    return Tuple.from([x / 2 ** power, power]);
  },
  ulp: (given: Real): number => {
    const x = Math.abs(float(given));
    return after(x, Infinity) - x;
  },
  nextafter: (x: Real, y: Real): number => after(float(x), float(y)),
  ldexp: (x: Real, i: number): number => float(x) * 2 ** i,
  remainder: (a: Real, b: Real): number => float(a) - float(b) * round(float(a) / float(b)),
  asinh: checked(Math.asinh),
  acosh: checked(Math.acosh),
  atanh: checked(Math.atanh),
});
