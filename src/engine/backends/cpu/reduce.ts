import { float32, int64, type TypedArray } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { numel } from '../../shape.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import type { FoldKernel, ScanKernel } from '../../kernels/reductions.js';
import { foldLoop, scanStep } from './codegen.js';
import { expSingle } from '../scalar.js';
import { dense, dimsLast, plan, walk } from './plan.js';
import { isAlone, softmaxOf } from './rows.js';
import { addUp, addUpSquares } from './sums.js';
import { foldVectors } from './wasm/folds.js';
import { softmaxRows } from './wasm/softmax.js';

const pick = (values: readonly number[], dims: readonly number[]) => dims.map((d) => values[d]);

/** Where there is nothing to reduce, no loop goes over the other dims, which may be of any size. */
const withoutRows = ({ storage, sizes, strides, offset, dtype }: View, dims: readonly number[]): View => ({
  storage,
  sizes: sizes.map((n, d) => (dims.includes(d) ? 0 : n)),
  strides,
  offset,
  dtype,
});

/** @see Kernels.fold */
export function fold(kernel: FoldKernel, given: View, dims: readonly number[], out: View, aux?: View): void {
  const x = numel(pick(given.sizes, dims)) === 0 ? withoutRows(given, dims) : given;
  if (foldVectors(kernel, x, dims, out, aux)) return;
  if (x.dtype === float32 && out.dtype === float32 && (kernel === 'sum' || kernel === 'mean' || kernel === 'sum_square'))
    return sums(kernel, x, dims, out);
  const kept: number[] = [];
  for (let d = 0; d < x.sizes.length; d++) if (!dims.includes(d)) kept.push(d);
  const reduced = pick(x.sizes, dims);
  const inner = plan(reduced, [pick(x.strides, dims)]);
  const n = numel(reduced);
  const data = dataOf(x.storage);
  const target = dataOf(out.storage);
  // A number that was stretched, such as the gradient of a sum: in doubles, its multiple is what the loop would add up.
  const isStretched = kernel === 'sum' && x.dtype === float32 && n > 0 && inner.strides[0].every((step) => step === 0);
  const loop = isStretched ? (of: TypedArray, at: number) => of[at] * n + 0 : foldLoop(kernel, inner.sizes.length, x.dtype);
  let o = out.offset;
  let a = aux?.offset ?? 0;
  walk(pick(x.sizes, kept), [pick(x.strides, kept)], [x.offset], ([at]) => {
    const value = loop(data, at, inner.sizes, inner.strides[0], n, aux ? dataOf(aux.storage)[a++] : 0);
    if (out.dtype === int64 && !(Math.abs(value) <= 2 ** 53) && Math.abs(value) !== 2 ** 63) {
      throw wrongDtype('floating', `an int64 result of ${value} is beyond ±2^53, where integers are exact here; use dtype torch.float64`);
    }
    target[o++] = value;
  });
}

function sums(kernel: 'sum' | 'mean' | 'sum_square', x: View, dims: readonly number[], out: View): void {
  const target = dataOf(out.storage);
  const results = numel(out.sizes);
  target.fill(0, out.offset, out.offset + results);
  (kernel === 'sum_square' ? addUpSquares : addUp)(x, dims, target, out.offset);
  if (kernel !== 'mean') return;
  const count = numel(pick(x.sizes, dims));
  for (let i = out.offset; i < out.offset + results; i++) target[i] /= count;
}

/** @see Kernels.argfold */
export function argfold(kernel: 'max' | 'min', x: View, dims: readonly number[], out: View): void {
  const { data, at } = dense(dimsLast(x, dims));
  const n = numel(pick(x.sizes, dims));
  const rows = numel(out.sizes);
  const sign = kernel === 'max' ? 1 : -1;
  for (let r = 0, start = at; r < rows; r++, start += n) {
    let best = data[start] * sign;
    let where = 0;
    for (let i = 1; i < n && best === best; i++) {
      const v = data[start + i] * sign;
      if (v > best || v !== v) {
        best = v;
        where = i;
      }
    }
    dataOf(out.storage)[out.offset + r] = where;
  }
}

/** Calls `body` for each line along `dim` (of dense memory), with its first element, the step within it and its length. */
function lines(x: View, dim: number, body: (start: number, step: number, n: number) => void): void {
  const n = x.sizes[dim];
  const step = numel(x.sizes.slice(dim + 1));
  const outer = numel(x.sizes.slice(0, dim));
  for (let o = 0; o < outer; o++) for (let i = 0; i < step; i++) body(o * n * step + i, step, n);
}

/** @see Kernels.scan */
export function scan(kernel: ScanKernel, x: View, dim: number, out: View): void {
  const { data, at } = dense(x);
  const target = dataOf(out.storage);
  const next = scanStep(kernel, 0, x.dtype);
  lines(x, dim, (start, step, n) => {
    let a = 0;
    for (let i = 0, k = start; i < n; i++, k += step) {
      const v = data[at + k];
      a = i === 0 ? v : next(a, v);
      target[out.offset + k] = a;
    }
  });
}

/** @see Kernels.scanExtreme */
export function scanExtreme(kernel: 'max' | 'min', x: View, dim: number, out: View, indices: View): void {
  const { data, at } = dense(x);
  const [values, places] = [dataOf(out.storage), dataOf(indices.storage)];
  lines(x, dim, (start, step, n) => {
    let a = 0;
    let where = 0;
    for (let i = 0, k = start; i < n; i++, k += step) {
      const v = data[at + k];
      // The last of equal elements wins, and NaN wins over all, as in PyTorch.
      if (i === 0 || (kernel === 'max' ? v >= a : v <= a) || v !== v) {
        a = a !== a && v === v ? a : v;
        where = a !== a && v === v ? where : i;
      }
      values[out.offset + k] = a;
      places[indices.offset + k] = where;
    }
  });
}

const expExact = (x: number): number => Math.fround(Math.exp(x));

/** @see Kernels.softmax */
export function softmax(x: View, dim: number, log: boolean, out: View): void {
  const { data, at } = dense(x);
  const n = x.sizes[dim];
  const inner = numel(x.sizes.slice(dim + 1));
  const outer = numel(x.sizes.slice(0, dim));
  const target = dataOf(out.storage);
  const isRow = dim === x.sizes.length - 1 || x.sizes.length === 0;
  if (isRow && x.dtype === float32 && out.dtype === float32 && softmaxRows(data, at, outer, n, log, target, out.offset)) return;
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < inner; k++) {
      const start = o * n * inner + k;
      if (x.dtype === float32 && out.dtype === float32) {
        const exp = isRow || log || !isAlone(k, inner) ? expSingle : expExact;
        softmaxOf([data, at + start], inner, n, log, [target, out.offset + start], isRow, exp);
        continue;
      }
      let max = -Infinity;
      for (let i = 0; i < n; i++) {
        const v = data[at + start + i * inner];
        if (v > max || v !== v) max = v;
      }
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.exp(data[at + start + i * inner] - max);
      const shift = max + Math.log(sum);
      for (let i = 0; i < n; i++) {
        const v = data[at + start + i * inner];
        target[out.offset + start + i * inner] = log ? v - shift : Math.exp(v - max) / sum;
      }
    }
  }
}
