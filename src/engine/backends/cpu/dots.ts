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

/** How many elements come before the first vector: a row begins where it is aligned, a line so that it ends with a whole vector. */
const beforeRow = (i: number): number => (LANES - (i % LANES)) % LANES;
const beforeLine = (k: number): number => ((k + LANES - 1) % LANES) + 1;

/** Four sums, the first of which begins with `sum`, added up in halves. Local variables: an array of lanes takes several times as long. */
function inFour(a: TypedArray, i: number, b: TypedArray, j: number, count: number, sum: number): number {
  let [s, t, u, v] = [sum, 0, 0, 0];
  for (let p = 0; p < count; p += 4) {
    s = round(s + round(a[i + p] * b[j + p]));
    t = round(t + round(a[i + p + 1] * b[j + p + 1]));
    u = round(u + round(a[i + p + 2] * b[j + p + 2]));
    v = round(v + round(a[i + p + 3] * b[j + p + 3]));
  }
  return round(round(s + u) + round(t + v));
}

/** As `inFour`, with eight sums. */
function inEight(a: TypedArray, i: number, b: TypedArray, j: number, count: number, sum: number): number {
  let [s, t, u, v, w, x, y, z] = [sum, 0, 0, 0, 0, 0, 0, 0];
  for (let p = 0; p < count; p += 8) {
    s = round(s + round(a[i + p] * b[j + p]));
    t = round(t + round(a[i + p + 1] * b[j + p + 1]));
    u = round(u + round(a[i + p + 2] * b[j + p + 2]));
    v = round(v + round(a[i + p + 3] * b[j + p + 3]));
    w = round(w + round(a[i + p + 4] * b[j + p + 4]));
    x = round(x + round(a[i + p + 5] * b[j + p + 5]));
    y = round(y + round(a[i + p + 6] * b[j + p + 6]));
    z = round(z + round(a[i + p + 7] * b[j + p + 7]));
  }
  return round(round(round(s + w) + round(u + y)) + round(round(t + x) + round(v + z)));
}

/** The product of a row at `i` and a column at `j`, both side by side, in `width` lanes, after `first` elements alone. */
function dot(a: TypedArray, i: number, b: TypedArray, j: number, k: number, width: number, first: number): number {
  const before = Math.min(k, first);
  const whole = before + Math.floor((k - before) / width) * width;
  let sum = 0;
  for (let p = 0; p < before; p++) sum = round(sum + round(a[i + p] * b[j + p]));
  if (before < whole)
    sum =
      width === LANES
        ? inFour(a, i + before, b, j + before, whole - before, sum)
        : inEight(a, i + before, b, j + before, whole - before, sum);
  for (let p = whole; p < k; p++) sum = round(sum + round(a[i + p] * b[j + p]));
  return sum;
}

/** One column of a product whose terms are added one after the other. Four rows at once take little longer than one. */
function plainColumn(a: Strided, b: Strided, out: TypedArray, at: number, [m, n, k]: readonly [number, number, number], j: number): void {
  const { data, row } = a;
  for (let i = 0; i < m; i += 4) {
    // Rows beyond the last one repeat it.
    const [second, third, fourth] = [1, 2, 3].map((r) => Math.min(r, m - 1 - i) * row) as [number, number, number];
    let [s, t, u, v] = [0, 0, 0, 0];
    for (let p = 0, x = a.at + i * row, y = b.at + j * b.column; p < k; p++, x += a.column, y += b.row) {
      const factor = b.data[y];
      s = round(s + round(data[x] * factor));
      t = round(t + round(data[x + second] * factor));
      u = round(u + round(data[x + third] * factor));
      v = round(v + round(data[x + fourth] * factor));
    }
    const to = at + i * n + j;
    out[to] = s;
    if (i + 1 < m) out[to + n] = t;
    if (i + 2 < m) out[to + 2 * n] = u;
    if (i + 3 < m) out[to + 3 * n] = v;
  }
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
  if (n <= LANES) {
    for (let j = 0; j < n; j++) plainColumn(a, b, out, at, [m, n, k], j);
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
