import { float32, float64, type DType, type TypedArray } from '../../dtype.js';
import { broadcastStrides, isContiguous, numel, sameSizes } from '../../shape.js';
import type { MapKernel } from '../../kernels/elementwise.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { mapLoop, type MapLoop } from './codegen.js';
import { keptAs } from './memory.js';
import { plan, walk } from './plan.js';
import { clearVectors, copyVectors } from './wasm/copies.js';
import { FEWEST, mapVectors } from './wasm/maps.js';

const none: readonly number[] = [];

/** Whether every view is read and written one element after the other, or is a single element. */
function isFlat(inputs: readonly View[], out: View): boolean {
  if (!isContiguous(out.sizes, out.strides)) return false;
  for (const x of inputs) {
    if (numel(x.sizes) !== 1 && !(sameSizes(x.sizes, out.sizes) && isContiguous(x.sizes, x.strides))) return false;
  }
  return true;
}

const stepOf = (x: View, n: number) => (n > 1 && numel(x.sizes) === 1 ? 0 : 1);

function runFlat(loop: MapLoop, n: number, params: readonly number[], inputs: readonly View[], out: View): void {
  const [x, y, z] = inputs;
  const o = dataOf(out.storage);
  const a = dataOf(x.storage);
  if (inputs.length === 1) return loop(1, n, params, o, out.offset, 0, 1, a, x.offset, 0, stepOf(x, n));
  const b = dataOf(y.storage);
  if (inputs.length === 2) return loop(1, n, params, o, out.offset, 0, 1, a, x.offset, 0, stepOf(x, n), b, y.offset, 0, stepOf(y, n));
  const c = dataOf(z.storage);
  loop(1, n, params, o, out.offset, 0, 1, a, x.offset, 0, stepOf(x, n), b, y.offset, 0, stepOf(y, n), c, z.offset, 0, stepOf(z, n));
}

/** @see Kernels.map */
export function map(kernel: MapKernel, inputs: readonly View[], out: View, compute: DType, params: readonly number[] = none): void {
  const n = numel(out.sizes);
  if (n === 0) return;
  if (n >= FEWEST && compute === float32 && mapVectors(kernel, inputs, out, n, params)) return;
  const loop = mapLoop(kernel, inputs, out.dtype, compute);
  if (isFlat(inputs, out)) return runFlat(loop, n, params, inputs, out);
  const { sizes, strides } = plan(out.sizes, [out.strides, ...inputs.map((x) => broadcastStrides(x.sizes, x.strides, out.sizes))]);
  const rank = sizes.length;
  if (rank === 0) return runFlat(loop, 1, params, inputs, out);
  const [rows, columns] = rank > 1 ? [sizes[rank - 2], sizes[rank - 1]] : [1, sizes[0]];
  const target = dataOf(out.storage);
  const [row, step] = rank > 1 ? [strides[0][rank - 2], strides[0][rank - 1]] : [0, strides[0][0]];
  const args: (TypedArray | number)[] = [];
  for (let i = 0; i < inputs.length; i++) {
    const s = strides[i + 1];
    args.push(dataOf(inputs[i].storage), inputs[i].offset, rank > 1 ? s[rank - 2] : 0, s[rank - 1]);
  }
  if (rank <= 2) return loop(rows, columns, params, target, out.offset, row, step, ...args);
  walk(
    sizes.slice(0, -2),
    strides.map((s) => s.slice(0, -2)),
    [out.offset, ...inputs.map((x) => x.offset)],
    (at) => {
      for (let i = 0; i < inputs.length; i++) args[4 * i + 1] = at[i + 1];
      loop(rows, columns, params, target, at[0], row, step, ...args);
    },
  );
}

/** @see Kernels.copy */
export function copy(source: View, out: View): void {
  const isSame = source.dtype === out.dtype;
  // Typed arrays convert to floats as the loops do.
  const isCast = isSame || ((out.dtype === float32 || out.dtype === float64) && !source.dtype.load);
  if (isCast && isFlat([source], out) && numel(source.sizes) === numel(out.sizes)) {
    const n = numel(out.sizes);
    if (n === 0) return;
    dataOf(out.storage).set(dataOf(source.storage).subarray(source.offset, source.offset + n), out.offset);
  } else if (isSame) rearrange(source, out);
  else map('identity', [source], out, source.dtype.category > out.dtype.category ? source.dtype : out.dtype);
}

/** Copies elements to places in another order, or with other gaps. */
function rearrange(source: View, out: View): void {
  const from = broadcastStrides(source.sizes, source.strides, out.sizes);
  const dims = plan(out.sizes, [out.strides, from]);
  const [to, data] = [dataOf(out.storage), dataOf(source.storage)];
  // Elements that are broadcast along the last dims are written by the elementwise kernel.
  if (source.dtype === float32 && dims.strides[1].slice(-2).includes(0) && mapVectors('identity', [source], out, numel(out.sizes), none))
    return;
  if (source.dtype === float32 && copyVectors(dims, to, out.offset, data, source.offset)) return;
  const { sizes, strides } = dims;
  const inner = Math.max(0, sizes.length - 2);
  const [rows, columns] = sizes.length > 1 ? (sizes.slice(-2) as [number, number]) : [1, sizes[0] ?? 1];
  const [[toRow, toColumn], [fromRow, fromColumn]] = strides.map((s) => (sizes.length > 1 ? s.slice(-2) : [0, s[0] ?? 1])) as [
    [number, number],
    [number, number],
  ];
  walk(
    sizes.slice(0, inner),
    strides.map((s) => s.slice(0, inner)),
    [out.offset, source.offset],
    ([o, i]) => copyMatrix(to, o, toRow, toColumn, data, i, fromRow, fromColumn, rows, columns),
  );
}

/** Rows of at least this many elements are copied as a whole. */
const LONG = 48;
/** The number of rows and columns that are transposed at once: they stay in the cache. */
const BLOCK = 16;

function copyMatrix(
  to: TypedArray,
  o: number,
  toRow: number,
  toColumn: number,
  from: TypedArray,
  i: number,
  fromRow: number,
  fromColumn: number,
  rows: number,
  columns: number,
): void {
  if (toColumn === 1 && fromColumn === 1 && columns >= LONG) {
    for (let r = 0; r < rows; r++, o += toRow, i += fromRow) to.set(from.subarray(i, i + columns), o);
    return;
  }
  const width = fromColumn > BLOCK ? BLOCK : columns;
  for (let c = 0; c < columns; c += width) {
    const end = Math.min(columns, c + width);
    for (let r = 0; r < rows; r++) {
      let a = o + r * toRow + c * toColumn;
      let b = i + r * fromRow + c * fromColumn;
      for (let k = c; k < end; k++, a += toColumn, b += fromColumn) to[a] = from[b]!;
    }
  }
}

/** @see Kernels.fill */
export function fill(out: View, value: number): void {
  const kept = keptAs(out.dtype, value);
  if (isContiguous(out.sizes, out.strides)) {
    const count = numel(out.sizes);
    if (out.dtype === float32 && Object.is(kept, 0) && clearVectors(dataOf(out.storage), out.offset, count)) return;
    dataOf(out.storage).fill(kept, out.offset, out.offset + count);
    return;
  }
  walk(out.sizes, [out.strides], [out.offset], ([at]) => {
    dataOf(out.storage)[at] = kept;
  });
}
