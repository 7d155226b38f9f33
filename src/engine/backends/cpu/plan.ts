import { isContiguous, numel } from '../../shape.js';
import type { TypedArray } from '../../dtype.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';

/** Dims that are merged as far as every view allows: the loops that remain. */
export interface Plan {
  sizes: number[];
  /** The strides of each view, in the given order. */
  strides: number[][];
}

/** Drops dims of size 1, and merges neighbouring dims through which all views step evenly. */
export function plan(sizes: readonly number[], strides: readonly (readonly number[])[]): Plan {
  const outSizes: number[] = [];
  const out = strides.map(() => [] as number[]);
  for (let d = 0; d < sizes.length; d++) {
    const n = sizes[d];
    if (n === 1) continue;
    const last = outSizes.length - 1;
    let isEven = last >= 0;
    for (let v = 0; v < out.length && isEven; v++) isEven = out[v][last] === strides[v][d] * n;
    if (isEven) outSizes[last] *= n;
    else outSizes.push(n);
    for (let v = 0; v < out.length; v++) out[v][isEven ? last : last + 1] = strides[v][d];
  }
  return { sizes: outSizes, strides: out };
}

/** Calls `body` with the offsets of each view at every index of `sizes`, row major. */
export function walk(
  sizes: readonly number[],
  strides: readonly (readonly number[])[],
  start: readonly number[],
  body: (offsets: number[]) => void,
): void {
  if (numel(sizes) === 0) return;
  const rank = sizes.length;
  const index = new Array<number>(rank).fill(0);
  const offsets = [...start];
  for (;;) {
    body(offsets);
    let d = rank - 1;
    for (; d >= 0; d--) {
      if (++index[d] < sizes[d]) {
        for (let v = 0; v < offsets.length; v++) offsets[v] += strides[v][d];
        break;
      }
      for (let v = 0; v < offsets.length; v++) offsets[v] -= strides[v][d] * (sizes[d] - 1);
      index[d] = 0;
    }
    if (d < 0) return;
  }
}

/** The elements in row-major order: the storage itself when they lie in this order, otherwise a copy. */
export function dense(x: View): { data: TypedArray; at: number } {
  if (isContiguous(x.sizes, x.strides)) return { data: dataOf(x.storage), at: x.offset };
  return { data: gather(x, new x.dtype.array(numel(x.sizes))), at: 0 };
}

/** Copies the elements, row major, into `out`. */
export function gather<T extends TypedArray>(x: View, out: T): T {
  const { sizes, strides } = plan(x.sizes, [x.strides]);
  const data = dataOf(x.storage);
  if (numel(x.sizes) === 0) return out;
  if (sizes.length === 0) {
    out[0] = data[x.offset]!;
    return out;
  }
  const n = sizes.at(-1)!;
  const step = strides[0].at(-1)!;
  let to = 0;
  walk(sizes.slice(0, -1), [strides[0].slice(0, -1)], [x.offset], ([from]) => {
    if (step === 1) {
      out.set(data.subarray(from, from + n), to);
      to += n;
    } else for (let i = 0, at = from; i < n; i++, at += step) out[to++] = data[at]!;
  });
  return out;
}

/** `x` with `dims` moved behind the others. */
export function dimsLast(x: View, dims: readonly number[]): View {
  const order = [...x.sizes.keys()].filter((d) => !dims.includes(d)).concat(dims);
  return {
    ...x,
    storage: x.storage,
    dtype: x.dtype,
    offset: x.offset,
    sizes: order.map((d) => x.sizes[d]),
    strides: order.map((d) => x.strides[d]),
  };
}
