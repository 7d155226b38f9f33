import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { float32, type TypedArray } from '../../dtype.js';
import { FEWEST, gemm, isChained, isWorthwhile, matrixOf } from './gemm.js';
import { narrowProduct, type Strided } from './dots.js';
import { copy } from './elementwise.js';
import { dense } from './plan.js';
import { DEPTH } from './wasm/gemm/blocking.js';
import { exactProduct } from './wasm/gemm/exact.js';

/** In a batch, PyTorch multiplies matrices with fewer multiplications than this in plain loops. */
const TINY = 400;
/** The number of rows that are taken together. */
const TOGETHER = 4;
/** In smaller matrices, looking for zeros takes as long as multiplying them. */
const LOOKED_THROUGH = 8;

/** @see Kernels.matmul */
export function matmul(a: View, b: View, out: View): void {
  const [batch, m, k] = a.sizes as [number, number, number];
  const n = b.sizes[2];
  const target = dataOf(out.storage);
  const isSingle = target instanceof Float32Array && [a, b].every((x) => x.dtype === float32);
  const matrices = (i: number): [Strided, Strided] => [
    { data: dataOf(a.storage), at: a.offset + i * a.strides[0], row: a.strides[1], column: a.strides[2] },
    { data: dataOf(b.storage), at: b.offset + i * b.strides[0], row: b.strides[1], column: b.strides[2] },
  ];
  const isTiny = batch > 1 && m * n * k < TINY;
  if (isSingle && (isTiny || !isChained(m, n))) {
    let i = 0;
    for (; i < batch; i++) if (!narrowProduct(...matrices(i), target, out.offset + i * m * n, [m, n, k], isTiny)) break;
    if (i === batch) return;
  }
  if (target instanceof Float32Array && isWorthwhile(m, n, k)) {
    let i = 0;
    for (; i < batch; i++) {
      const x = matrixOf(dataOf(a.storage), a.offset + i * a.strides[0], a.strides[1], a.strides[2]);
      const y = matrixOf(dataOf(b.storage), b.offset + i * b.strides[0], b.strides[1], b.strides[2]);
      if (!x || !y || !gemm(x, y, target, out.offset + i * m * n, m, n, k)) break;
    }
    if (i === batch) return;
  }
  if (isSingle && m * n * k >= FEWEST) {
    let i = 0;
    for (; i < batch; i++) {
      if (!exactProduct(...matrices(i), target, out.offset + i * m * n, m, n, k)) break;
    }
    if (i === batch) return;
  }
  const x = dense(a);
  const y = dense(b);
  const product = target instanceof Float32Array && isChained(m, n) && m * n * k < FEWEST ? chained : multiply;
  for (let i = 0; i < batch; i++) {
    product(x.data, x.at + i * m * k, y.data, y.at + i * k * n, target, out.offset + i * m * n, m, k, n);
  }
}

/**
 * Only products that are cut into several blocks: in one block the order of the sum is the same.
 *
 * @see FusedKernels.addProduct
 */
export function addProduct(c: View, a: View, b: View, out: View): boolean {
  const [m, k] = a.sizes as [number, number];
  const n = b.sizes[1];
  if (k <= DEPTH || !isChained(m, n) || !isWorthwhile(m, n, k)) return false;
  const [x, y] = [a, b].map((v) => matrixOf(dataOf(v.storage), v.offset, v.strides[0], v.strides[1]));
  if (!x || !y) return false;
  copy(c, out);
  return gemm(x, y, dataOf(out.storage) as Float32Array, out.offset, m, n, k, true);
}

/**
 * c = a @ b for row-major matrices. A row of c is built in doubles, from four rows of b at a time, so that b is read in order.
 * Zeros are skipped where they add nothing: the gradient of one entry is zero outside of one row or column, and only that row
 * or column has to be multiplied.
 */
function multiply(a: TypedArray, ai: number, b: TypedArray, bi: number, c: TypedArray, ci: number, m: number, k: number, n: number): void {
  const row = new Float64Array(n);
  const looks = Math.min(m, n) >= LOOKED_THROUGH;
  const empty = looks && areFinite(a, ai, m * k) ? emptyRows(b, bi, k, n) : null;
  const skips = looks && areFinite(b, bi, k * n);
  for (let i = 0; i < m; i++) {
    row.fill(0);
    const start = ai + i * k;
    let p = 0;
    for (; p + TOGETHER <= k; p += TOGETHER) {
      const a0 = a[start + p];
      const a1 = a[start + p + 1];
      const a2 = a[start + p + 2];
      const a3 = a[start + p + 3];
      if (empty?.[p / TOGETHER] || (skips && a0 === 0 && a1 === 0 && a2 === 0 && a3 === 0)) continue;
      const b0 = bi + p * n;
      const b1 = b0 + n;
      const b2 = b1 + n;
      const b3 = b2 + n;
      for (let j = 0; j < n; j++) row[j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
    }
    for (; p < k; p++) {
      const a0 = a[start + p];
      const b0 = bi + p * n;
      for (let j = 0; j < n; j++) row[j] += a0 * b[b0 + j];
    }
    c.set(row, ci + i * n);
  }
}

/** c = a @ b, where each term is multiplied and added at once in float32. */
function chained(a: TypedArray, ai: number, b: TypedArray, bi: number, c: TypedArray, ci: number, m: number, k: number, n: number): void {
  const row = new Float32Array(n);
  for (let i = 0; i < m; i++) {
    row.fill(0);
    for (let p = 0; p < k; p++) {
      const a0 = a[ai + i * k + p];
      for (let j = 0, at = bi + p * n; j < n; j++, at++) row[j] += a0 * b[at];
    }
    c.set(row, ci + i * n);
  }
}

/** Only finite numbers give zero when they are multiplied by zero. */
function areFinite(x: TypedArray, at: number, count: number): boolean {
  for (let i = at; i < at + count; i++) if (x[i] - x[i] !== 0) return false;
  return true;
}

/** For each group of rows that are taken together: 1 if all are zeros. Null when there is no such group. */
function emptyRows(b: TypedArray, at: number, rows: number, columns: number): Uint8Array | null {
  const found = new Uint8Array(Math.floor(rows / TOGETHER));
  let any = false;
  for (let i = 0; i < found.length; i++) {
    const from = at + i * TOGETHER * columns;
    let j = from;
    while (j < from + TOGETHER * columns && b[j] === 0) j++;
    if (j < from + TOGETHER * columns) continue;
    found[i] = 1;
    any = true;
  }
  return any ? found : null;
}
