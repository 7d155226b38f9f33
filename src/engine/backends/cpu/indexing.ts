import type { TypedArray } from '../../dtype.js';
import { isContiguous, numel, sameSizes } from '../../shape.js';
import type { ScatterMode, View, WriteMode } from '../backend.js';
import { dataOf } from './buffer.js';
import { dense, plan, walk } from './plan.js';
import { rowVectors } from './wasm/rows.js';

/** Returns a function from a row-major position of a view to its place in the storage. */
function offsets(x: View): (position: number) => number {
  if (isContiguous(x.sizes, x.strides)) return (p) => x.offset + p;
  const { sizes, strides } = plan(x.sizes, [x.strides]);
  const steps = strides[0];
  return (p) => {
    let at = x.offset;
    for (let d = sizes.length - 1; d >= 0; d--) {
      const n = sizes[d];
      at += (p % n) * steps[d];
      p = Math.floor(p / n);
    }
    return at;
  };
}

/** Walks through the rows of the last dim, with the first offset of each view and its step within the row. */
function rows(
  sizes: readonly number[],
  views: readonly View[],
  strides: readonly (readonly number[])[],
  body: (at: number[], steps: number[], n: number) => void,
) {
  const last = sizes.length - 1;
  const steps = strides.map((s) => s[last]);
  walk(
    sizes.slice(0, last),
    strides.map((s) => s.slice(0, last)),
    views.map((v) => v.offset),
    (at) => body(at, steps, sizes[last]),
  );
}

/** Strides of a tensor with the stride of `dim` set to 0: there, the index moves. */
const withoutDim = (strides: readonly number[], dim: number): number[] => strides.map((s, d) => (d === dim ? 0 : s));

/** A row of `gather`. It is a function of its own, since a loop within a closure would look its arrays up for each element. */
function fetch(
  to: TypedArray,
  o: number,
  os: number,
  from: TypedArray,
  v: number,
  vs: number,
  where: TypedArray,
  i: number,
  is: number,
  step: number,
  n: number,
): void {
  for (let k = 0; k < n; k++, o += os, v += vs, i += is) to[o] = from[v + where[i] * step]!;
}

/** A row of `scatter` in mode `add`. */
function addEach(
  to: TypedArray,
  o: number,
  os: number,
  from: TypedArray,
  v: number,
  vs: number,
  where: TypedArray,
  i: number,
  is: number,
  step: number,
  n: number,
): void {
  for (let k = 0; k < n; k++, o += os, v += vs, i += is) to[o + where[i] * step] += from[v];
}

/** Adds along the last dim of dense arrays: rows of `n` elements to rows of `width`. */
function addRows(
  to: TypedArray,
  o: number,
  width: number,
  from: TypedArray,
  v: number,
  where: TypedArray,
  i: number,
  rows: number,
  n: number,
): void {
  for (let r = 0; r < rows; r++, o += width) for (const end = i + n; i < end; i++, v++) to[o + where[i]] += from[v];
}

/** @see Kernels.gather */
export function gather(x: View, dim: number, index: View, out: View): void {
  if (rowVectors('pick', x, dim, index, out)) return;
  const [from, where, to] = [x, index, out].map((v) => dataOf(v.storage));
  const step = x.strides[dim];
  const strides = [withoutDim(x.strides, dim), index.strides, out.strides];
  rows(out.sizes, [x, index, out], strides, ([xi, ii, oi], [xs, is, os], n) => {
    if (is === 0) {
      const start = xi + where[ii] * step;
      if (xs === 1 && os === 1 && n > 8) to.set(from.subarray(start, start + n), oi);
      else for (let k = 0; k < n; k++) to[oi + k * os] = from[start + k * xs];
    } else fetch(to, oi, os, from, xi, xs, where, ii, is, step, n);
  });
}

/** Combines the old element with the written one. */
const joins: Record<Exclude<ScatterMode, 'add'>, (there: number, written: number) => number> = {
  set: (_, written) => written,
  mul: (there, written) => there * written,
  max: Math.max,
  min: Math.min,
};

const isDense = ({ sizes, strides }: View): boolean => isContiguous(sizes, strides);

/** @see Kernels.scatter */
export function scatter(out: View, dim: number, index: View, values: View, mode: ScatterMode): void {
  if (mode === 'add' && rowVectors('add', out, dim, index, values)) return;
  const last = out.sizes.length - 1;
  const areRows = dim === last && last >= 0 && sameSizes(out.sizes.slice(0, last), index.sizes.slice(0, last));
  if (mode === 'add' && areRows && sameSizes(index.sizes, values.sizes) && [out, index, values].every(isDense)) {
    const [to, where, from] = [out, index, values].map((v) => dataOf(v.storage)) as [TypedArray, TypedArray, TypedArray];
    const n = index.sizes[last];
    return addRows(to, out.offset, out.sizes[last], from, values.offset, where, index.offset, numel(index.sizes) / Math.max(1, n), n);
  }
  const [to, where, from] = [out, index, values].map((v) => dataOf(v.storage));
  const step = out.strides[dim];
  const strides = [withoutDim(out.strides, dim), index.strides, values.strides];
  rows(index.sizes, [out, index, values], strides, ([oi, ii, vi], [os, is, vs], n) => {
    if (mode === 'add') addEach(to, oi, os, from, vi, vs, where, ii, is, step, n);
    else {
      const joined = joins[mode];
      for (let k = 0; k < n; k++) {
        const o = oi + k * os + where[ii + k * is] * step;
        to[o] = joined(to[o], from[vi + k * vs]);
      }
    }
  });
}

/** @see Kernels.take */
export function take(x: View, positions: View, out: View): void {
  const from = offsets(x);
  const data = dataOf(x.storage);
  const target = dataOf(out.storage);
  const where = dense(positions);
  const n = numel(positions.sizes);
  for (let i = 0; i < n; i++) target[out.offset + i] = data[from(where.data[where.at + i])];
}

/** @see Kernels.put */
export function put(out: View, positions: View, values: View, mode: WriteMode): void {
  const to = offsets(out);
  const target = dataOf(out.storage);
  const { data, at } = dense(values);
  const where = dense(positions);
  const n = numel(positions.sizes);
  for (let i = 0; i < n; i++) {
    const o = to(where.data[where.at + i]);
    const v = data[at + i];
    target[o] = mode === 'set' ? v : mode === 'add' ? target[o] + v : target[o] * v;
  }
}
