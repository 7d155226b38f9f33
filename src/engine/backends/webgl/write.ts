import type { TensorInfo } from '@tensorflow/tfjs-core';
import { bool, float32, type TypedArray } from '../../dtype.js';
import { isContiguous, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { cpu } from '../cpu/index.js';
import { Storage } from '../../storage.js';
import { dispose, Elements, elementsOf, loops, places, read } from './memory.js';
import { dims, MOST_DIMS, run, walked, type Program } from './programs.js';
import { glTexture } from './textures.js';

/** Writes results to the views that they belong to. */

/** Whether a view covers its whole storage, in order. */
const isWhole = (out: View): boolean => out.offset === 0 && numel(out.sizes) === out.storage.length && isContiguous(out.sizes, out.strides);

/** Joins the old content with the new elements of a view. The dims of the view are sorted, the longest stride first. */
const splice: Program = {
  inputs: ['before', 'given'],
  text: `${dims('view')} ${walked('view')} ${walked('given')}
float result(int i) {
  int rest = i - viewOffset;
  int at = 0;
  bool inside = rest >= 0;
  for (int d = 0; d < viewRank && inside; d++) {
    int c = rest / viewStrides[d];
    rest -= c * viewStrides[d];
    at += c * givenStrides[d];
    inside = c < viewSizes[d];
  }
  return inside && rest == 0 ? fetch(given, at) : fetch(before, i);
}`,
};

/**
 * A view's dims, the longest stride first, with the strides of the given elements; null when two elements of the view may share
 * a place.
 */
function sorted(out: View): { sizes: number[]; view: number[]; given: number[] } | null {
  const given = out.sizes.map((_, d) => numel(out.sizes.slice(d + 1)));
  const plan = loops(out.sizes, [out.strides, given]);
  const order = plan.sizes.map((_, d) => d).sort((a, b) => plan.strides[0][b] - plan.strides[0][a]);
  const pick = (list: readonly number[]) => order.map((d) => list[d]);
  const [sizes, view] = [pick(plan.sizes), pick(plan.strides[0])];
  let reach = 0;
  for (let d = sizes.length - 1; d >= 0; d--) {
    if (view[d] <= reach) return null;
    reach += view[d] * (sizes[d] - 1);
  }
  return { sizes, view, given: pick(plan.strides[1]) };
}

/** Writes computed elements, in order, to a view. The caller gives the texture away. */
export function writeTexture(result: TensorInfo, out: View): void {
  const target = elementsOf(out.storage);
  if (isWhole(out)) return target.setTexture(result);
  const where = sorted(out);
  if (where && where.sizes.length <= MOST_DIMS && (out.dtype === float32 || out.dtype === bool)) {
    const before = target.onCard();
    const ints = {
      viewRank: where.sizes.length,
      viewSizes: where.sizes,
      viewOffset: out.offset,
      viewStrides: where.view,
      givenStrides: where.given,
    };
    const spliced = run(splice, [before, glTexture(result)], out.storage.length, ints);
    dispose(result);
    return target.setTexture(spliced);
  }
  const elements = new Elements(out.dtype, numel(out.sizes), null, result);
  const numbers = elements.numbers();
  dispose(result);
  writeNumbers(numbers, out);
}

/** Writes numbers that the dtype can hold, in order, to a view. The caller gives the numbers away. */
export function writeNumbers(numbers: TypedArray, out: View): void {
  const target = elementsOf(out.storage);
  if (isWhole(out) && numbers.buffer.byteLength === numbers.byteLength) return target.setNumbers(numbers);
  const all = target.numbers().slice();
  places(out, (at, i) => (all[at] = numbers[i]));
  target.setNumbers(all);
}

/** Copies what the card cannot copy: integers, and conversions to integers. */
export function copyNumbers(source: View, out: View): void {
  const n = numel(out.sizes);
  const spread = { ...source, sizes: out.sizes, strides: stretched(source, out.sizes) };
  const values = read(spread).slice();
  if (source.dtype === out.dtype) return writeNumbers(values, out);
  const onCpu = (dtype: View['dtype'], buffer: Storage['buffer']): View => ({
    storage: new Storage(cpu.device, buffer, dtype, n),
    sizes: [n],
    strides: [1],
    offset: 0,
    dtype,
  });
  const [from, to] = [onCpu(source.dtype, cpu.upload(values, source.dtype)), onCpu(out.dtype, cpu.allocate(out.dtype, n))];
  cpu.kernels.copy(from, to);
  writeNumbers(cpu.read(to).slice(), out);
}

/** The strides of a view that is broadcast to these sizes. */
export function stretched(x: View, sizes: readonly number[]): number[] {
  const missing = sizes.length - x.sizes.length;
  return sizes.map((_, d) => (d < missing || x.sizes[d - missing] === 1 ? 0 : x.strides[d - missing]));
}
