/**
 * LU and Cholesky factorizations, and the solution of triangular systems. Matrices are arrays of numbers, row by row.
 */
import type { Numbers, Values } from './numbers.js';

export interface Lu {
  /** L below the diagonal (the diagonal of L is 1), U on and above the diagonal. */
  lu: Values;
  /** For each row, the row it was exchanged with, counted from 1. */
  pivots: Int32Array;
  /** The position of the first zero on the diagonal of U, counted from 1, or 0. */
  info: number;
}

/** LAPACK's getrf: the greatest element of a column becomes its pivot. Changes `a`. */
export function luOf<S>(F: Numbers<S>, a: Values, m: number, n: number): Lu {
  const k = Math.min(m, n);
  const pivots = Int32Array.from({ length: k }, (_, i) => i + 1);
  let info = 0;
  for (let j = 0; j < k; j++) {
    let [best, most] = [j, F.roughSize(F.at(a, j * n + j))];
    for (let i = j + 1; i < m; i++) {
      const size = F.roughSize(F.at(a, i * n + j));
      if (size > most) [best, most] = [i, size];
    }
    pivots[j] = best + 1;
    if (best !== j) swapRows(a, n * F.lanes, j, best);
    const head = F.at(a, j * n + j);
    if (F.roughSize(head) === 0) {
      info ||= j + 1;
      continue;
    }
    for (let i = j + 1; i < m; i++) {
      const factor = F.div(F.at(a, i * n + j), head);
      F.put(a, i * n + j, factor);
      if (F.roughSize(factor) !== 0) F.addTimes(n - j - 1, F.sub(F.of(0), factor), a, j * n + j + 1, a, i * n + j + 1);
    }
  }
  return { lu: a, pivots, info };
}

function swapRows(a: Values, width: number, i: number, j: number): void {
  for (let c = 0; c < width; c++) [a[i * width + c], a[j * width + c]] = [a[j * width + c], a[i * width + c]];
}

/** For each row of P · A, the row of A that it comes from. */
export function permutationOf(pivots: ArrayLike<number>, m: number): number[] {
  const order = Array.from({ length: m }, (_, i) => i);
  for (let i = 0; i < pivots.length; i++) {
    const j = pivots[i] - 1;
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** The sign of the permutation: 1 for an even number of exchanges, else −1. */
export const signOf = (pivots: ArrayLike<number>): number => {
  let sign = 1;
  for (let i = 0; i < pivots.length; i++) if (pivots[i] !== i + 1) sign = -sign;
  return sign;
};

/** X of T · X = B. Replaces `b`, which has `k` columns; reads only one triangle of `t`. */
export function solveTriangle<S>(F: Numbers<S>, t: Values, n: number, b: Values, k: number, upper: boolean, unit: boolean): void {
  for (let step = 0; step < n; step++) {
    const i = upper ? n - 1 - step : step;
    const [from, to] = upper ? [i + 1, n] : [0, i];
    for (let j = from; j < to; j++) F.addTimes(k, F.sub(F.of(0), F.at(t, i * n + j)), b, j * k, b, i * k);
    if (unit) continue;
    const head = F.at(t, i * n + i);
    for (let c = 0; c < k; c++) F.put(b, i * k + c, F.div(F.at(b, i * k + c), head));
  }
}

/** X of A · X = B, from the factors of A. */
export function luSolve<S>(F: Numbers<S>, { lu, pivots }: Pick<Lu, 'lu' | 'pivots'>, n: number, b: Values, k: number): Values {
  const width = k * F.lanes;
  const x = new Float64Array(n * width);
  permutationOf(pivots, n).forEach((from, i) => x.set(b.subarray(from * width, (from + 1) * width), i * width));
  solveTriangle(F, lu, n, x, k, false, true);
  solveTriangle(F, lu, n, x, k, true, false);
  return x;
}

/**
 * LAPACK's potrf for the lower triangle, in place, with zeros above. Returns the order of the first minor that is not
 * positive, or 0.
 */
export function choleskyOf<S>(F: Numbers<S>, a: Values, n: number): number {
  for (let j = 0; j < n; j++) {
    const d = F.re(F.at(a, j * n + j)) - F.re(F.dot(j, a, j * n, a, j * n));
    const breaks = !(d > 0);
    const root = Math.sqrt(d);
    F.put(a, j * n + j, F.of(breaks ? d : root));
    for (let r = j; r < (breaks ? n : j + 1); r++) a.fill(0, (r * n + r + 1) * F.lanes, (r + 1) * n * F.lanes);
    if (breaks) return j + 1;
    const head = F.of(root);
    for (let i = j + 1; i < n; i++) F.put(a, i * n + j, F.div(F.sub(F.at(a, i * n + j), F.dot(j, a, j * n, a, i * n)), head));
  }
  return 0;
}
