/**
 * The arithmetic that algorithms on matrices need, so that each algorithm is written once for real and complex numbers.
 */
import type { DType } from '../../dtype.js';

/** Elements one after the other; a complex element is two numbers, the real part first. */
export type Values = Float64Array;

/** Arithmetic on elements, and on rows and columns of elements. */
export interface Numbers<S> {
  /** How many numbers in memory an element takes. */
  readonly lanes: 1 | 2;
  of(re: number): S;
  at(x: Values, i: number): S;
  put(x: Values, i: number, value: S): void;
  add(a: S, b: S): S;
  sub(a: S, b: S): S;
  mul(a: S, b: S): S;
  div(a: S, b: S): S;
  conj(a: S): S;
  re(a: S): number;
  im(a: S): number;
  size(a: S): number;
  /** The size by which LAPACK compares pivots. */
  roughSize(a: S): number;
  /**
   * A number as a product of a real number (which may be negative for real numbers) and a number of absolute value 1.
   */
  polar(a: S): [size: number, direction: S];
  /** y += factor · x, for `count` elements that begin at `xAt` and `yAt`. */
  addTimes(count: number, factor: S, x: Values, xAt: number, y: Values, yAt: number): void;
  /** Σ conj(x) · y, for `count` elements that begin at `xAt` and `yAt`. */
  dot(count: number, x: Values, xAt: number, y: Values, yAt: number): S;
}

export const real: Numbers<number> = {
  lanes: 1,
  of: (re) => re,
  at: (x, i) => x[i],
  put: (x, i, value) => void (x[i] = value),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  conj: (a) => a,
  re: (a) => a,
  im: () => 0,
  size: Math.abs,
  roughSize: Math.abs,
  polar: (a) => [a, 1],
  addTimes(count, factor, x, xAt, y, yAt) {
    for (let i = 0; i < count; i++) y[yAt + i] += factor * x[xAt + i];
  },
  dot(count, x, xAt, y, yAt) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += x[xAt + i] * y[yAt + i];
    return sum;
  },
};

export type Pair = readonly [re: number, im: number];

export const complex: Numbers<Pair> = {
  lanes: 2,
  of: (re) => [re, 0],
  at: (x, i) => [x[2 * i], x[2 * i + 1]],
  put(x, i, [re, im]) {
    x[2 * i] = re;
    x[2 * i + 1] = im;
  },
  add: ([a, b], [c, d]) => [a + c, b + d],
  sub: ([a, b], [c, d]) => [a - c, b - d],
  mul: ([a, b], [c, d]) => [a * c - b * d, a * d + b * c],
  // Smith's method (1962), as in LAPACK: squares could overflow.
  div([a, b], [c, d]) {
    if (Math.abs(c) >= Math.abs(d)) {
      const ratio = d / c;
      const below = c + d * ratio;
      return [(a + b * ratio) / below, (b - a * ratio) / below];
    }
    const ratio = c / d;
    const below = c * ratio + d;
    return [(a * ratio + b) / below, (b * ratio - a) / below];
  },
  conj: ([a, b]) => [a, -b],
  re: ([a]) => a,
  im: ([, b]) => b,
  size: ([a, b]) => Math.hypot(a, b),
  roughSize: ([a, b]) => Math.abs(a) + Math.abs(b),
  polar([a, b]) {
    const size = Math.hypot(a, b);
    return size === 0 ? [0, [1, 0]] : [size, [a / size, b / size]];
  },
  addTimes(count, [re, im], x, xAt, y, yAt) {
    for (let i = 0; i < count; i++) {
      const [a, b, k] = [x[2 * (xAt + i)], x[2 * (xAt + i) + 1], 2 * (yAt + i)];
      y[k] += re * a - im * b;
      y[k + 1] += re * b + im * a;
    }
  },
  dot(count, x, xAt, y, yAt) {
    let [re, im] = [0, 0];
    for (let i = 0; i < count; i++) {
      const [a, b, c, d] = [x[2 * (xAt + i)], x[2 * (xAt + i) + 1], y[2 * (yAt + i)], y[2 * (yAt + i) + 1]];
      re += a * c + b * d;
      im += a * d - b * c;
    }
    return [re, im];
  },
};

export const numbersOf = (dtype: DType): Numbers<unknown> => (dtype.is_complex ? complex : real);

/** The transpose of a matrix; its elements are conjugated if requested. */
export function transpose(a: ArrayLike<number>, m: number, n: number, lanes: 1 | 2 = 1, conjugates = false): Values {
  const t = new Float64Array(m * n * lanes);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      for (let l = 0; l < lanes; l++)
        t[(j * m + i) * lanes + l] = conjugates && l === 1 ? -a[(i * n + j) * lanes + l] : a[(i * n + j) * lanes + l];
  return t;
}

export function identity(n: number, lanes: 1 | 2 = 1): Values {
  const e = new Float64Array(n * n * lanes);
  for (let i = 0; i < n; i++) e[(i * n + i) * lanes] = 1;
  return e;
}
