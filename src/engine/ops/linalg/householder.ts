/** LAPACK's reflections: Q of QR, and the tridiagonal form of a symmetric matrix. Matrices are numbers, row by row. */

export interface Reflections {
  /** R from the diagonal up, the directions below it (the head of each is 1). */
  a: Float64Array;
  tau: Float64Array;
}

/** LAPACK's larfg: the reflection that leaves only the first of `rows` entries of a column; its direction stays in their place. Gives tau. */
function reflect(a: Float64Array, n: number, row: number, rows: number, column: number): number {
  const at = row * n + column;
  let tail = 0;
  for (let i = 1; i < rows; i++) tail = Math.hypot(tail, a[at + i * n]);
  if (tail === 0) return 0;
  const head = a[at];
  const beta = head < 0 || Object.is(head, -0) ? Math.hypot(head, tail) : -Math.hypot(head, tail);
  for (let i = 1; i < rows; i++) a[at + i * n] /= head - beta;
  a[at] = beta;
  return (beta - head) / beta;
}

/** (1 − tau · v · vᵀ) · M, for columns from..to of M; v are the entries of a column of `a` from `row` down, the first counted as 1. */
function apply(
  { a, n, row, column, tau }: { a: ArrayLike<number>; n: number; row: number; column: number; tau: number },
  matrix: Float64Array,
  m: number,
  width: number,
  [from, to]: readonly [number, number],
): void {
  if (tau === 0) return;
  for (let c = from; c < to; c++) {
    let sum = matrix[row * width + c];
    for (let i = row + 1; i < m; i++) sum += a[i * n + column] * matrix[i * width + c];
    sum *= tau;
    matrix[row * width + c] -= sum;
    for (let i = row + 1; i < m; i++) matrix[i * width + c] -= sum * a[i * n + column];
  }
}

/** LAPACK's geqrf, in place. */
export function qrOf(a: Float64Array, m: number, n: number): Reflections {
  const tau = new Float64Array(Math.min(m, n));
  for (let j = 0; j < tau.length; j++) {
    tau[j] = reflect(a, n, j, m - j, j);
    apply({ a, n, row: j, column: j, tau: tau[j] }, a, m, n, [j + 1, n]);
  }
  return { a, tau };
}

/** LAPACK's orgqr: the first `columns` columns of the product of the reflections; their directions stand in columns of `a`, `below` the diagonal. */
export function productOf(a: ArrayLike<number>, tau: ArrayLike<number>, m: number, n: number, columns: number, below = 0): Float64Array {
  const q = new Float64Array(m * columns);
  for (let i = 0; i < Math.min(m, columns); i++) q[i * columns + i] = 1;
  for (let j = tau.length - 1; j >= 0; j--) apply({ a, n, row: j + below, column: j, tau: tau[j] }, q, m, columns, [0, columns]);
  return q;
}

export interface Tridiagonal {
  diagonal: Float64Array;
  beside: Float64Array;
  /** What made it so. */
  q: Float64Array;
}

/** LAPACK's sytd2 and orgtr of the lower triangle: A = Q · T · Qᵀ. */
export function tridiagonalOf(a: Float64Array, n: number): Tridiagonal {
  const tau = new Float64Array(Math.max(n - 1, 0));
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  for (let j = 0; j < n - 1; j++) {
    const row = j + 1;
    tau[j] = reflect(a, n, row, n - row, j);
    beside[j] = a[row * n + j];
    const v = (i: number) => (i === row ? 1 : a[i * n + j]);
    const w = new Float64Array(n);
    let dot = 0;
    for (let i = row; i < n; i++) {
      for (let k = row; k < n; k++) w[i] += tau[j] * a[Math.max(i, k) * n + Math.min(i, k)] * v(k);
      dot += w[i] * v(i);
    }
    for (let i = row; i < n; i++) w[i] -= 0.5 * tau[j] * dot * v(i);
    for (let i = row; i < n; i++) for (let k = row; k <= i; k++) a[i * n + k] -= v(i) * w[k] + w[i] * v(k);
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i * n + i];
  return { diagonal, beside, q: productOf(a, tau, n, n, n, 1) };
}
