/**
 * LAPACK's reflections: Q of QR, and the tridiagonal form of a Hermitian matrix. Matrices are arrays of numbers, row by
 * row.
 */
import type { Numbers, Values } from './numbers.js';

/** Below it, a sum of squares loses digits. */
const SMALL = 2 ** -500;

export interface Reflections {
  /**
   * R on and above the diagonal; below it, the directions of the reflections (the first entry of each is 1 and is not
   * stored).
   */
  a: Values;
  tau: Values;
}

/**
 * LAPACK's larfg: makes the reflection that sets all of `rows` entries of a column to zero, except the first, which
 * becomes real. Stores its direction in place of the zeros. Returns tau.
 */
export function reflect<S>(F: Numbers<S>, a: Values, n: number, row: number, rows: number, column: number): S {
  const at = row * n + column;
  let [tail, scale] = [0, 1];
  const measure = () => {
    tail = 0;
    for (let i = 1; i < rows; i++) tail = Math.hypot(tail, F.size(F.at(a, at + i * n)));
  };
  measure();
  if (tail === 0 && F.im(F.at(a, at)) === 0) return F.of(0);
  // So small numbers have fewer digits.
  while (Math.hypot(F.size(F.at(a, at)), tail) < SMALL && scale > SMALL) {
    for (let i = 0; i < rows; i++) F.put(a, at + i * n, F.mul(F.of(1 / SMALL), F.at(a, at + i * n)));
    scale *= SMALL;
    measure();
  }
  const head = F.at(a, at);
  const sign = F.re(head) < 0 || Object.is(F.re(head), -0) ? 1 : -1;
  const beta = F.of(sign * Math.hypot(F.size(head), tail));
  const divisor = F.sub(head, beta);
  for (let i = 1; i < rows; i++) F.put(a, at + i * n, F.div(F.at(a, at + i * n), divisor));
  F.put(a, at, F.mul(F.of(scale), beta));
  return F.div(F.sub(beta, head), beta);
}

interface Reflection<S> {
  /** The array with the direction: it is in a column, from `row` down; its first entry counts as 1. */
  a: Values;
  n: number;
  row: number;
  column: number;
  tau: S;
}

/** (1 − tau · v · vᴴ) · M, for columns from..to of M. */
export function applyLeft<S>(
  F: Numbers<S>,
  { a, n, row, column, tau }: Reflection<S>,
  matrix: Values,
  m: number,
  width: number,
  [from, to]: readonly [number, number],
): void {
  if (F.size(tau) === 0 || to <= from) return;
  const count = to - from;
  const direction = (i: number) => (i === row ? F.of(1) : F.at(a, i * n + column));
  const sums = new Float64Array(count * F.lanes);
  for (let i = row; i < m; i++) F.addTimes(count, F.conj(direction(i)), matrix, i * width + from, sums, 0);
  for (let i = row; i < m; i++) F.addTimes(count, F.sub(F.of(0), F.mul(tau, direction(i))), sums, 0, matrix, i * width + from);
}

/** LAPACK's geqrf. Changes `a`. */
export function qrOf<S>(F: Numbers<S>, a: Values, m: number, n: number): Reflections {
  const k = Math.min(m, n);
  const tau = new Float64Array(k * F.lanes);
  for (let j = 0; j < k; j++) {
    const one = reflect(F, a, n, j, m - j, j);
    F.put(tau, j, one);
    applyLeft(F, { a, n, row: j, column: j, tau: F.conj(one) }, a, m, n, [j + 1, n]);
  }
  return { a, tau };
}

/** LAPACK's ormqr: the product of the reflections times a matrix of `m` rows, in place. */
export function multiply<S>(F: Numbers<S>, a: Values, tau: Values, n: number, matrix: Values, m: number, below = 0): void {
  const columns = m === 0 ? 0 : matrix.length / F.lanes / m;
  for (let j = tau.length / F.lanes - 1; j >= 0; j--)
    applyLeft(F, { a, n, row: j + below, column: j, tau: F.at(tau, j) }, matrix, m, columns, [0, columns]);
}

/**
 * LAPACK's orgqr: the first `columns` columns of the product of the reflections. Their directions are in columns of
 * `a`, `below` the diagonal.
 */
export function productOf<S>(F: Numbers<S>, a: Values, tau: Values, m: number, n: number, columns: number, below = 0): Values {
  const q = new Float64Array(m * columns * F.lanes);
  for (let i = 0; i < Math.min(m, columns); i++) F.put(q, i * columns + i, F.of(1));
  multiply(F, a, tau, n, q, m, below);
  return q;
}

export interface Tridiagonal {
  diagonal: Float64Array;
  beside: Float64Array;
  /** The matrix Q of A = Q · T · Qᴴ. */
  q: Values;
}

/** LAPACK's sytd2 (hetd2) and orgtr of the lower triangle: A = Q · T · Qᴴ, with a real T. */
export function tridiagonalOf<S>(F: Numbers<S>, a: Values, n: number): Tridiagonal {
  const taus = new Float64Array(Math.max(n - 1, 0) * F.lanes);
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  /** An entry of the matrix; only the lower triangle is stored. */
  const entry = (i: number, k: number): S => {
    if (i === k) return F.of(F.re(F.at(a, i * n + i)));
    return i > k ? F.at(a, i * n + k) : F.conj(F.at(a, k * n + i));
  };
  for (let j = 0; j < n - 1; j++) {
    const row = j + 1;
    const tau = reflect(F, a, n, row, n - row, j);
    F.put(taus, j, tau);
    beside[j] = F.re(F.at(a, row * n + j));
    const v = (i: number) => (i === row ? F.of(1) : F.at(a, i * n + j));
    const w = new Float64Array(n * F.lanes);
    let dot = F.of(0);
    for (let i = row; i < n; i++) {
      let sum = F.of(0);
      for (let k = row; k < n; k++) sum = F.add(sum, F.mul(F.mul(tau, entry(i, k)), v(k)));
      F.put(w, i, sum);
      dot = F.add(dot, F.mul(F.conj(sum), v(i)));
    }
    const share = F.mul(F.of(0.5), F.mul(tau, dot));
    for (let i = row; i < n; i++) F.put(w, i, F.sub(F.at(w, i), F.mul(share, v(i))));
    for (let i = row; i < n; i++)
      for (let k = row; k <= i; k++) {
        const both = F.add(F.mul(v(i), F.conj(F.at(w, k))), F.mul(F.at(w, i), F.conj(v(k))));
        F.put(a, i * n + k, F.sub(F.at(a, i * n + k), both));
      }
  }
  for (let i = 0; i < n; i++) diagonal[i] = F.re(F.at(a, i * n + i));
  return { diagonal, beside, q: productOf(F, a, taus, n, n, n, 1) };
}
