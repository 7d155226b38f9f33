/** Eigenvalues and eigenvectors of complex square matrices: QR iterations on a Hessenberg matrix, after LAPACK. */
import { balance, hessenbergOf, type Balance } from './hessenberg.js';
import { complex as C, type Pair, type Values } from './numbers.js';

const EPSILON = 2 ** -52;

/** The square root of a complex number that has a real part of at least 0. */
function root([re, im]: Pair): Pair {
  const size = Math.hypot(re, im);
  if (size === 0) return [0, 0];
  const a = Math.sqrt((size + Math.abs(re)) / 2);
  if (re >= 0) return [a, im / (2 * a)];
  return [Math.abs(im) / (2 * a), im < 0 ? -a : a];
}

/** The eigenvalue of the last 2 × 2 block that is nearer to the last entry. */
function shiftOf(h: Values, n: number, last: number): Pair {
  const at = (i: number, j: number) => C.at(h, i * n + j);
  const t = at(last, last);
  const u = C.mul(root(at(last - 1, last)), root(at(last, last - 1)));
  if (C.roughSize(u) === 0) return t;
  const half = C.mul([0.5, 0], C.sub(at(last - 1, last - 1), t));
  const whole = root(C.add(C.mul(half, half), C.mul(u, u)));
  const y = C.re(C.mul(C.conj(half), whole)) < 0 ? C.sub([0, 0], whole) : whole;
  return C.sub(t, C.mul(u, C.div(u, C.add(half, y))));
}

/**
 * LAPACK's lahqr for a complex Hessenberg matrix: H = Z · T · Zᴴ with an upper triangular T. Changes `h`, and changes
 * `q` to q · Z.
 */
function triangulate(h: Values, q: Values, n: number): void {
  const at = (i: number, j: number) => C.at(h, i * n + j);
  let tries = 0;
  for (let last = n - 1; last > 0;) {
    let first = last;
    while (first > 0) {
      const beside = C.roughSize(at(first - 1, first - 1)) + C.roughSize(at(first, first));
      if (C.roughSize(at(first, first - 1)) <= EPSILON * beside || tries > 30 * n) break;
      first--;
    }
    if (first > 0) C.put(h, first * n + first - 1, [0, 0]);
    if (first === last) {
      last--;
      tries = 0;
      continue;
    }
    tries++;
    const isStuck = tries % 10 === 0;
    const shift = isStuck ? C.add(at(last, last), [0.75 * C.roughSize(at(last, last - 1)), 0]) : shiftOf(h, n, last);
    for (let k = first; k < last; k++) {
      const [x, y] = k === first ? [C.sub(at(k, k), shift), at(k + 1, k)] : [at(k, k - 1), at(k + 1, k - 1)];
      const r = Math.hypot(C.size(x), C.size(y));
      if (r === 0) continue;
      turnBoth(h, q, n, k, [C.div(x, [r, 0]), C.div(y, [r, 0])], [Math.max(k - 1, first), Math.min(k + 2, last)]);
      if (k > first) C.put(h, (k + 1) * n + k - 1, [0, 0]);
    }
  }
}

/**
 * Rotates rows `k` and `k + 1` from a column on, and the same columns down to a row; the matrix keeps its eigenvalues.
 */
function turnBoth(h: Values, q: Values, n: number, k: number, [c, s]: [Pair, Pair], [from, to]: [number, number]): void {
  const minus = C.sub([0, 0], s);
  for (let j = from; j < n; j++) {
    const [x, y] = [C.at(h, k * n + j), C.at(h, (k + 1) * n + j)];
    C.put(h, k * n + j, C.add(C.mul(C.conj(c), x), C.mul(C.conj(s), y)));
    C.put(h, (k + 1) * n + j, C.add(C.mul(minus, x), C.mul(c, y)));
  }
  const columns = (m: Values, rows: number) => {
    for (let i = 0; i < rows; i++) {
      const [x, y] = [C.at(m, i * n + k), C.at(m, i * n + k + 1)];
      C.put(m, i * n + k, C.add(C.mul(c, x), C.mul(s, y)));
      C.put(m, i * n + k + 1, C.add(C.mul(C.conj(minus), x), C.mul(C.conj(c), y)));
    }
  };
  columns(h, to + 1);
  columns(q, n);
}

/** LAPACK's trevc: Q times the vector of the `k`-th eigenvalue of T. */
function vectorOf(t: Values, q: Values, n: number, k: number): Values {
  const x: Pair[] = Array.from({ length: k + 1 }, (_, i) => [Number(i === k), 0]);
  const value = C.at(t, k * n + k);
  const least = Math.max(EPSILON * C.size(value), Number.MIN_VALUE * 2 ** 60);
  for (let i = k - 1; i >= 0; i--) {
    let sum: Pair = [0, 0];
    for (let j = i + 1; j <= k; j++) sum = C.add(sum, C.mul(C.at(t, i * n + j), x[j]));
    const gap = C.sub(C.at(t, i * n + i), value);
    x[i] = C.div(C.sub([0, 0], sum), C.size(gap) < least ? [least, 0] : gap);
  }
  const v = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    let sum: Pair = [0, 0];
    for (let j = 0; j <= k; j++) sum = C.add(sum, C.mul(C.at(q, i * n + j), x[j]));
    C.put(v, i, sum);
  }
  return v;
}

/** The vector with length 1, turned so that its largest entry is real and positive. */
function normalized(v: Values): Values {
  const n = v.length / 2;
  let largest: Pair = [0, 0];
  for (let i = 0; i < n; i++) if (C.size(C.at(v, i)) > C.size(largest) * (1 + 1e-12)) largest = C.at(v, i);
  const factor = C.div(C.conj(largest), [C.size(largest) * lengthOf(v), 0]);
  for (let i = 0; i < n; i++) C.put(v, i, C.mul(C.at(v, i), factor));
  return v;
}

export const lengthOf = (v: Values): number => v.reduce((sum, x) => Math.hypot(sum, x), 0);

export interface Eigen {
  values: Pair[];
  /** The eigenvectors one after the other, complex, each of length 1. */
  vectors: Values[];
}

/** Eigenvalues and eigenvectors of a complex matrix, in LAPACK's order. */
export function complexEigen(a: Values, n: number): Eigen {
  const balanced = balance(C, a, n);
  const q = hessenbergOf(C, a, n);
  triangulate(a, q, n);
  const indices = Array.from({ length: n }, (_, k) => k);
  return {
    values: indices.map((k) => C.at(a, k * n + k)),
    vectors: indices.map((k) => normalized(putBack(vectorOf(a, q, n, k), balanced))),
  };
}

/** A vector with its entries at the places they had before the matrix was balanced, as long as it was then. */
export function putBack(v: Values, { order, scale }: Balance): Values {
  const back = new Float64Array(v.length);
  order.forEach((to, from) => C.put(back, to, C.mul([scale[from], 0], C.at(v, from))));
  return back;
}
