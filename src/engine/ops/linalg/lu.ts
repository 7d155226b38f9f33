/** LU and Cholesky factorizations, and the solution of triangular systems, on matrices of numbers, row by row. */

export interface Lu {
  /** L below the diagonal (its own is 1), U from the diagonal up. */
  lu: Float64Array;
  /** What row each row was exchanged with, counted from 1. */
  pivots: Int32Array;
  /** The first zero on the diagonal of U, counted from 1, or 0. */
  info: number;
}

/** LAPACK's getrf: the greatest of a column becomes its pivot. Works in `a`. */
export function luOf(a: Float64Array, m: number, n: number): Lu {
  const k = Math.min(m, n);
  const pivots = Int32Array.from({ length: k }, (_, i) => i + 1);
  let info = 0;
  for (let j = 0; j < k; j++) {
    let best = j;
    for (let i = j + 1; i < m; i++) if (Math.abs(a[i * n + j]) > Math.abs(a[best * n + j])) best = i;
    pivots[j] = best + 1;
    if (best !== j) for (let c = 0; c < n; c++) [a[j * n + c], a[best * n + c]] = [a[best * n + c], a[j * n + c]];
    const head = a[j * n + j];
    if (head === 0) {
      info ||= j + 1;
      continue;
    }
    for (let i = j + 1; i < m; i++) {
      const factor = (a[i * n + j] /= head);
      if (factor !== 0) for (let c = j + 1; c < n; c++) a[i * n + c] -= factor * a[j * n + c];
    }
  }
  return { lu: a, pivots, info };
}

/** Where each row of P · A comes from. */
export function permutationOf(pivots: ArrayLike<number>, m: number): number[] {
  const order = Array.from({ length: m }, (_, i) => i);
  for (let i = 0; i < pivots.length; i++) {
    const j = pivots[i] - 1;
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** 1 or −1: whether the exchanges of rows are an even number. */
export const signOf = (pivots: ArrayLike<number>): number => {
  let sign = 1;
  for (let i = 0; i < pivots.length; i++) if (pivots[i] !== i + 1) sign = -sign;
  return sign;
};

/** X of T · X = B, in place of `b` with its `k` columns; only one triangle of `t` is looked at. */
export function solveTriangle(t: ArrayLike<number>, n: number, b: Float64Array, k: number, upper: boolean, unit: boolean): void {
  for (let step = 0; step < n; step++) {
    const i = upper ? n - 1 - step : step;
    const [from, to] = upper ? [i + 1, n] : [0, i];
    for (let c = 0; c < k; c++) {
      let sum = b[i * k + c];
      for (let j = from; j < to; j++) sum -= t[i * n + j] * b[j * k + c];
      b[i * k + c] = unit ? sum : sum / t[i * n + i];
    }
  }
}

/** X of A · X = B by the factors of A. */
export function luSolve({ lu, pivots }: Pick<Lu, 'lu' | 'pivots'>, n: number, b: Float64Array, k: number): Float64Array {
  const order = permutationOf(pivots, n);
  const x = new Float64Array(n * k);
  for (let i = 0; i < n; i++) for (let c = 0; c < k; c++) x[i * k + c] = b[order[i] * k + c];
  solveTriangle(lu, n, x, k, false, true);
  solveTriangle(lu, n, x, k, true, false);
  return x;
}

/** LAPACK's potrf of the lower triangle, in place, zero above; gives the order of the first minor that is not positive, or 0. */
export function choleskyOf(a: Float64Array, n: number): number {
  for (let j = 0; j < n; j++) {
    let d = a[j * n + j];
    for (let k = 0; k < j; k++) d -= a[j * n + k] * a[j * n + k];
    for (let c = j + 1; c < n; c++) a[j * n + c] = 0;
    if (!(d > 0)) {
      a[j * n + j] = d;
      for (let r = j + 1; r < n; r++) a.fill(0, r * n + r + 1, r * n + n);
      return j + 1;
    }
    const root = (a[j * n + j] = Math.sqrt(d));
    for (let i = j + 1; i < n; i++) {
      let s = a[i * n + j];
      for (let k = 0; k < j; k++) s -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = s / root;
    }
  }
  return 0;
}

export function transpose(a: ArrayLike<number>, m: number, n: number): Float64Array {
  const t = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) t[j * m + i] = a[i * n + j];
  return t;
}

export function identity(n: number): Float64Array {
  const e = new Float64Array(n * n);
  for (let i = 0; i < n; i++) e[i * n + i] = 1;
  return e;
}
