/**
 * The preparation for a QR iteration: rows that contain an eigenvalue already are moved to the ends, and the rest
 * becomes a Hessenberg matrix.
 */
import { applyLeft, productOf, reflect } from './householder.js';
import type { Numbers, Values } from './numbers.js';

/** How a matrix was balanced. */
export interface Balance {
  /** The original number of each row and column. */
  readonly order: readonly number[];
  /** The rows between these two hold no eigenvalue by themselves. */
  readonly window: readonly [low: number, high: number];
  /** What each row was divided by, and each column multiplied by. */
  readonly scale: Float64Array;
}

/** LAPACK's gebal. Changes `a`. */
export function balance<S>(F: Numbers<S>, a: Values, n: number): Balance {
  const { order, window } = isolate(F, a, n);
  return { order, window, scale: evenOut(F, a, n, window) };
}

/** The exchanges of rows and columns. */
function isolate<S>(F: Numbers<S>, a: Values, n: number): Omit<Balance, 'scale'> {
  const order = Array.from({ length: n }, (_, i) => i);
  const isZero = (i: number, j: number) => F.roughSize(F.at(a, i * n + j)) === 0;
  const exchange = (p: number, q: number): void => {
    [order[p], order[q]] = [order[q], order[p]];
    const swap = (i: number, j: number) => {
      const [x, y] = [F.at(a, i), F.at(a, j)];
      F.put(a, i, y);
      F.put(a, j, x);
    };
    if (p === q) return;
    for (let i = 0; i < n; i++) swap(i * n + p, i * n + q);
    for (let i = 0; i < n; i++) swap(p * n + i, q * n + i);
  };
  let [low, high] = [0, n - 1];
  const isAlone = (i: number, entry: (i: number, j: number) => boolean) => {
    for (let j = low; j <= high; j++) if (j !== i && !entry(i, j)) return false;
    return true;
  };
  for (let i = high; i >= 0; i--) {
    if (!isAlone(i, isZero)) continue;
    exchange(i, high--);
    i = high + 1;
  }
  for (let j = low; j <= high; j++) {
    if (!isAlone(j, (i, k) => isZero(k, i))) continue;
    exchange(j, low++);
    j = low - 1;
  }
  return { order, window: [low, high] };
}

/** Makes rows and columns of about the same length, by powers of 2, which round nothing. */
function evenOut<S>(F: Numbers<S>, a: Values, n: number, [low, high]: readonly [number, number]): Float64Array {
  const scale = new Float64Array(n).fill(1);
  const size = (i: number, j: number) => F.size(F.at(a, i * n + j));
  const times = (at: number, factor: number) => F.put(a, at, F.mul(F.of(factor), F.at(a, at)));
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (let i = low; i <= high; i++) {
      let [column, row] = [0, 0];
      for (let k = low; k <= high; k++) {
        column = Math.hypot(column, size(k, i));
        row = Math.hypot(row, size(i, k));
      }
      if (column === 0 || row === 0) continue;
      const before = column + row;
      let factor = 1;
      for (; column < row / 2; row /= 2) [column, factor] = [column * 2, factor * 2];
      for (; column / 2 >= row; row *= 2) [column, factor] = [column / 2, factor / 2];
      if (column + row >= 0.95 * before) continue;
      hasChanged = true;
      scale[i] *= factor;
      for (let j = low; j < n; j++) times(i * n + j, 1 / factor);
      for (let j = 0; j <= high; j++) times(j * n + i, factor);
    }
  }
  return scale;
}

/** LAPACK's gehrd and orghr: A = Q · H · Qᴴ, where H has zeros below the subdiagonal. Changes `a`. @returns Q */
export function hessenbergOf<S>(F: Numbers<S>, a: Values, n: number): Values {
  const taus = new Float64Array(Math.max(n - 1, 0) * F.lanes);
  for (let j = 0; j < n - 1; j++) {
    const tau = reflect(F, a, n, j + 1, n - j - 1, j);
    F.put(taus, j, tau);
    const v = (i: number) => (i === j + 1 ? F.of(1) : F.at(a, i * n + j));
    for (let i = 0; i < n; i++) {
      let sum = F.of(0);
      for (let k = j + 1; k < n; k++) sum = F.add(sum, F.mul(F.at(a, i * n + k), v(k)));
      sum = F.mul(sum, tau);
      for (let k = j + 1; k < n; k++) F.put(a, i * n + k, F.sub(F.at(a, i * n + k), F.mul(sum, F.conj(v(k)))));
    }
    applyLeft(F, { a, n, row: j + 1, column: j, tau: F.conj(tau) }, a, n, n, [j + 1, n]);
  }
  const q = productOf(F, a, taus, n, n, n, 1);
  for (let i = 2; i < n; i++) a.fill(0, i * n * F.lanes, (i * n + i - 1) * F.lanes);
  return q;
}
