/** LAPACK's reduction of a matrix to a real one that has numbers on the diagonal and on one side of it only. */
import { applyLeft, multiply, reflect } from './householder.js';
import type { Numbers, Values } from './numbers.js';

/** A = Q · B · Pᴴ, with Q and P as reflections. */
export interface Reduced<S> {
  readonly d: Float64Array;
  /** The numbers beside the diagonal: above it, or below it if the matrix has more columns than rows. */
  readonly e: Float64Array;
  /** Multiplies a matrix of as many rows as A has by Q. */
  readonly byQ: (matrix: Values) => void;
  /** Multiplies a matrix of as many rows as A has columns by P. */
  readonly byP: (matrix: Values) => void;
  readonly numbers: Numbers<S>;
}

/** LAPACK's gebd2. Changes `a`. */
export function bidiagonalOf<S>(F: Numbers<S>, a: Values, m: number, n: number): Reduced<S> {
  const k = Math.min(m, n);
  const isTall = m >= n;
  const [d, e] = [new Float64Array(k), new Float64Array(Math.max(k - 1, 0))];
  const [tauQ, tauP] = [new Float64Array(k * F.lanes), new Float64Array(k * F.lanes)];
  // The directions of the reflections of rows, as columns.
  const rows = new Float64Array(n * k * F.lanes);
  const below = isTall ? 0 : 1;
  const column = (i: number, row: number): number => {
    const tau = reflect(F, a, n, row, m - row, i);
    F.put(tauQ, i, tau);
    applyLeft(F, { a, n, row, column: i, tau: F.conj(tau) }, a, m, n, [i + 1, n]);
    return F.re(F.at(a, row * n + i));
  };
  const row = (i: number, first: number): number => {
    for (let j = first; j < n; j++) F.put(rows, j * k + i, F.conj(F.at(a, i * n + j)));
    const tau = reflect(F, rows, k, first, n - first, i);
    F.put(tauP, i, tau);
    turnRight(F, { rows, k, first, column: i, tau }, a, [i + 1, m], n);
    return F.re(F.at(rows, first * k + i));
  };
  for (let i = 0; i < k; i++) {
    d[i] = isTall ? column(i, i) : row(i, i);
    if (isTall ? i < n - 1 : i < m - 1) e[i] = isTall ? row(i, i + 1) : column(i, i + 1);
  }
  return {
    d,
    e,
    numbers: F,
    byQ: (matrix) => multiply(F, a, isTall ? tauQ : tauQ.subarray(0, Math.max(k - 1, 0) * F.lanes), n, matrix, m, below),
    byP: (matrix) => multiply(F, rows, isTall ? tauP.subarray(0, Math.max(k - 1, 0) * F.lanes) : tauP, k, matrix, n, 1 - below),
  };
}

interface RowReflection<S> {
  rows: Values;
  k: number;
  first: number;
  column: number;
  tau: S;
}

/** M · (1 − tau · v · vᴴ), for rows from..to of M. */
function turnRight<S>(
  F: Numbers<S>,
  { rows, k, first, column, tau }: RowReflection<S>,
  a: Values,
  [from, to]: readonly [number, number],
  n: number,
): void {
  if (F.size(tau) === 0) return;
  const v = (j: number) => (j === first ? F.of(1) : F.at(rows, j * k + column));
  for (let i = from; i < to; i++) {
    let sum = F.of(0);
    for (let j = first; j < n; j++) sum = F.add(sum, F.mul(F.at(a, i * n + j), v(j)));
    sum = F.mul(sum, tau);
    for (let j = first; j < n; j++) F.put(a, i * n + j, F.sub(F.at(a, i * n + j), F.mul(sum, F.conj(v(j)))));
  }
}
