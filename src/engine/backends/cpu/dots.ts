/**
 * Narrow products of float32 with PyTorch's roundings: there, each product is rounded before it is added. Rows and columns whose
 * elements lie side by side are multiplied in vectors of four, which begin where the row is aligned.
 */
import type { TypedArray } from '../../dtype.js';

/** A matrix within an array: its start and its steps. */
export interface Strided {
  readonly data: TypedArray;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

const round = Math.fround;
const LANES = 4;
const lanes = new Float32Array(2 * LANES);

/** How many elements come before the first vector: a row begins where it is aligned, a line so that it ends with a whole vector. */
const beforeRow = (i: number): number => (LANES - (i % LANES)) % LANES;
const beforeLine = (k: number): number => ((k + LANES - 1) % LANES) + 1;

/** The product of a row at `i` and a column at `j`, both side by side, in `width` lanes, after `first` elements alone. */
function dot(a: TypedArray, i: number, b: TypedArray, j: number, k: number, width: number, first: number): number {
  const before = Math.min(k, first);
  const whole = before + Math.floor((k - before) / width) * width;
  let sum = 0;
  for (let p = 0; p < before; p++) sum = round(sum + round(a[i + p] * b[j + p]));
  lanes.fill(0);
  lanes[0] = sum;
  for (let p = before; p < whole; p += width) for (let l = 0; l < width; l++) lanes[l] += round(a[i + p + l] * b[j + p + l]);
  for (let half = width / 2; half >= 1; half /= 2) for (let l = 0; l < half; l++) lanes[l] += lanes[l + half];
  sum = lanes[0]!;
  for (let p = whole; p < k; p++) sum = round(sum + round(a[i + p] * b[j + p]));
  return sum;
}

/** The most multiplications for which loops of JavaScript are quick enough. */
const MOST = 2 ** 17;

/**
 * Writes a · b (m × k by k × n) to `out`, row major. Returns false, and changes nothing, when there is too much to do.
 *
 * @param isPlain whether terms are added one after the other, whatever lies side by side
 */
export function narrowProduct(
  a: Strided,
  b: Strided,
  out: TypedArray,
  at: number,
  [m, n, k]: readonly [number, number, number],
  isPlain: boolean,
): boolean {
  const areSideBySide = !isPlain && (a.column === 1 || k === 1) && (b.row === 1 || k === 1);
  const isLine = m === 1 || n === 1;
  if (m * n * k > MOST) return false;
  if (areSideBySide) {
    const inFours = isLine ? n : n - (n % LANES);
    for (let i = 0; i < m; i++) {
      const from = a.at + i * a.row;
      const first = isLine ? beforeLine(k) : beforeRow(from);
      for (let j = 0; j < n; j++)
        out[at + i * n + j] = dot(a.data, from, b.data, b.at + j * b.column, k, j < inFours ? LANES : 2 * LANES, first);
    }
    return true;
  }
  for (let i = 0; i < m; i++) {
    const to = at + i * n;
    out.fill(0, to, to + n);
    for (let p = 0; p < k; p++) {
      const v = a.data[a.at + i * a.row + p * a.column];
      for (let j = 0, from = b.at + p * b.row; j < n; j++, from += b.column) out[to + j] += round(v * b.data[from]);
    }
  }
  return true;
}
