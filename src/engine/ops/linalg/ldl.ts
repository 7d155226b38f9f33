/**
 * The factors of symmetric and Hermitian matrices by Bunch and Kaufman's pivots. Matrices are arrays of numbers, row by
 * row.
 */
import type { Numbers, Values } from './numbers.js';

export interface Ldl {
  /** The blocks of D, which are 1 × 1 or 2 × 2, and L below them; zeros above. */
  ld: Values;
  /** For each row, the row it was exchanged with, counted from 1; for a block of two, negative and written twice. */
  pivots: ArrayLike<number>;
  /** The position of the first zero of D, counted from 1, or 0. */
  info: number;
}

/** The smallest accepted ratio of a pivot to the greatest element of its column. */
const SHARE = (1 + Math.sqrt(17)) / 8;

/** Access to the elements of one matrix by row and column. */
function matrix<S>(F: Numbers<S>, values: Values, width: number) {
  return {
    get: (i: number, j: number): S => F.at(values, i * width + j),
    set: (i: number, j: number, value: S): void => F.put(values, i * width + j, value),
    swap(i: number, j: number, p: number, q: number): void {
      const [first, second] = [F.at(values, i * width + j), F.at(values, p * width + q)];
      F.put(values, i * width + j, second);
      F.put(values, p * width + q, first);
    },
  };
}

type Matrix<S> = ReturnType<typeof matrix<S>>;

/** LAPACK's sytf2 and hetf2 for the lower triangle. Changes `values`. */
export function ldlOf<S>(F: Numbers<S>, values: Values, n: number, hermitian: boolean): Ldl {
  const a = matrix(F, values, n);
  const pivots = new Int32Array(n);
  const mirrored = (v: S): S => (hermitian ? F.conj(v) : v);
  let info = 0;
  for (let k = 0; k < n;) {
    const found = pivotOf(F, a, n, k, hermitian);
    if (found === null) info ||= k + 1;
    const { row, size } = found ?? { row: k, size: 1 };
    exchange(a, n, k, row, size, mirrored);
    if (hermitian) for (let i = k; i < k + size; i++) a.set(i, i, F.of(F.re(a.get(i, i))));
    if (found && size === 1) takeOne(F, a, n, k, mirrored);
    else if (found) takeTwo(F, a, n, k, hermitian, mirrored);
    pivots.fill(size === 1 ? row + 1 : -(row + 1), k, k + size);
    k += size;
  }
  for (let i = 0; i < n; i++) values.fill(0, (i * n + i + 1) * F.lanes, (i + 1) * n * F.lanes);
  return { ld: values, pivots, info };
}

/**
 * The row that is exchanged at step `k`, and whether the step takes one or two columns; null when the whole column is
 * zero.
 */
function pivotOf<S>(F: Numbers<S>, a: Matrix<S>, n: number, k: number, hermitian: boolean): { row: number; size: 1 | 2 } | null {
  const sizeOf = (i: number, j: number) => F.roughSize(a.get(i, j));
  const onDiagonal = (i: number) => (hermitian ? Math.abs(F.re(a.get(i, i))) : sizeOf(i, i));
  const own = onDiagonal(k);
  let [most, greatest] = [k, 0];
  for (let i = k + 1; i < n; i++) if (sizeOf(i, k) > greatest) [most, greatest] = [i, sizeOf(i, k)];
  if (!(Math.max(own, greatest) > 0)) return null;
  if (own >= SHARE * greatest) return { row: k, size: 1 };
  let across = 0;
  for (let j = k; j < most; j++) across = Math.max(across, sizeOf(most, j));
  for (let i = most + 1; i < n; i++) across = Math.max(across, sizeOf(i, most));
  if (own >= SHARE * greatest * (greatest / across)) return { row: k, size: 1 };
  return { row: most, size: onDiagonal(most) >= SHARE * across ? 1 : 2 };
}

/**
 * Exchanges the last column of the step with column `p`, and the rows with the same numbers, within the lower triangle.
 */
function exchange<S>(a: Matrix<S>, n: number, k: number, p: number, size: number, mirrored: (v: S) => S): void {
  const last = k + size - 1;
  if (p === last) return;
  for (let i = p + 1; i < n; i++) a.swap(i, last, i, p);
  for (let j = last + 1; j < p; j++) {
    const [below, beside] = [a.get(j, last), a.get(p, j)];
    a.set(j, last, mirrored(beside));
    a.set(p, j, mirrored(below));
  }
  a.set(p, last, mirrored(a.get(p, last)));
  a.swap(last, last, p, p);
  if (size === 2) a.swap(k + 1, k, p, k);
}

/** Eliminates column `k` from the remaining matrix. */
function takeOne<S>(F: Numbers<S>, a: Matrix<S>, n: number, k: number, mirrored: (v: S) => S): void {
  const head = a.get(k, k);
  for (let j = k + 1; j < n; j++) {
    const factor = F.div(mirrored(a.get(j, k)), head);
    for (let i = j; i < n; i++) a.set(i, j, F.sub(a.get(i, j), F.mul(a.get(i, k), factor)));
  }
  for (let i = k + 1; i < n; i++) a.set(i, k, F.div(a.get(i, k), head));
}

/** Eliminates columns `k` and `k` + 1, which form one block of D, from the remaining matrix. */
function takeTwo<S>(F: Numbers<S>, a: Matrix<S>, n: number, k: number, hermitian: boolean, mirrored: (v: S) => S): void {
  const beside = a.get(k + 1, k);
  const scale = hermitian ? F.of(F.size(beside)) : beside;
  const first = F.div(a.get(k + 1, k + 1), scale);
  const second = F.div(a.get(k, k), scale);
  const turn = F.div(beside, scale);
  const whole = F.div(F.div(F.of(1), F.sub(F.mul(first, second), F.of(1))), scale);
  for (let j = k + 2; j < n; j++) {
    const [x, y] = [a.get(j, k), a.get(j, k + 1)];
    const p = F.mul(whole, F.sub(F.mul(first, x), F.mul(turn, y)));
    const q = F.mul(whole, F.sub(F.mul(second, y), F.mul(mirrored(turn), x)));
    for (let i = j; i < n; i++) {
      const taken = F.add(F.mul(a.get(i, k), mirrored(p)), F.mul(a.get(i, k + 1), mirrored(q)));
      a.set(i, j, F.sub(a.get(i, j), taken));
    }
    a.set(j, k, p);
    a.set(j, k + 1, q);
    if (hermitian) a.set(j, j, F.of(F.re(a.get(j, j))));
  }
}

/** LAPACK's sytrs and hetrs: X of A · X = B. Replaces `values`, which has `width` columns. */
export function ldlSolve<S>(
  F: Numbers<S>,
  { ld, pivots }: Pick<Ldl, 'ld' | 'pivots'>,
  n: number,
  values: Values,
  width: number,
  hermitian: boolean,
): Values {
  const a = matrix(F, ld, n);
  const b = matrix(F, values, width);
  const mirrored = (v: S): S => (hermitian ? F.conj(v) : v);
  const exchangeRows = (i: number, p: number) => {
    if (i !== p) for (let c = 0; c < width; c++) b.swap(i, c, p, c);
  };
  const take = (from: number, factor: S, to: number) => F.addTimes(width, F.sub(F.of(0), factor), values, from * width, values, to * width);
  for (let k = 0; k < n;) {
    const size = pivots[k] > 0 ? 1 : 2;
    exchangeRows(k + size - 1, Math.abs(pivots[k]) - 1);
    for (let i = k + size; i < n; i++) for (let j = k; j < k + size; j++) take(j, a.get(i, j), i);
    for (let c = 0; c < width; c++) {
      if (size === 1) {
        b.set(k, c, F.div(b.get(k, c), hermitian ? F.of(F.re(a.get(k, k))) : a.get(k, k)));
        continue;
      }
      const beside = a.get(k + 1, k);
      const [above, below] = [F.div(a.get(k, k), mirrored(beside)), F.div(a.get(k + 1, k + 1), beside)];
      const whole = F.sub(F.mul(above, below), F.of(1));
      const [p, q] = [F.div(b.get(k, c), mirrored(beside)), F.div(b.get(k + 1, c), beside)];
      b.set(k, c, F.div(F.sub(F.mul(below, p), q), whole));
      b.set(k + 1, c, F.div(F.sub(F.mul(above, q), p), whole));
    }
    k += size;
  }
  for (let k = n - 1; k >= 0;) {
    const size = pivots[k] > 0 ? 1 : 2;
    for (let i = k + 1; i < n; i++) for (let j = k - size + 1; j <= k; j++) take(i, mirrored(a.get(i, j)), j);
    exchangeRows(k, Math.abs(pivots[k]) - 1);
    k -= size;
  }
  return values;
}
