/** The dims of a reduction: which of them are added up, and where the results lie. */
import type { View } from '../../backend.js';
import { plan, walk } from '../plan.js';

export interface Merged {
  readonly size: number;
  readonly stride: number;
  readonly isReduced: boolean;
  /** The distance between neighbouring results along this dim, in results; 0 when the dim is reduced. */
  readonly resultStride: number;
}

/** The dims without those of one element. Neighbouring dims of one kind are merged when their elements lie evenly. */
export function merged(x: View, dims: readonly number[]): Merged[] {
  const resultStrides = new Array<number>(x.sizes.length).fill(0);
  let step = 1;
  for (let d = x.sizes.length - 1; d >= 0; d--) {
    if (dims.includes(d)) continue;
    resultStrides[d] = step;
    step *= x.sizes[d];
  }
  const { sizes, strides } = plan(x.sizes, [x.strides, resultStrides]);
  return sizes.map((size, d) => ({ size, stride: strides[0][d], isReduced: strides[1][d] === 0, resultStride: strides[1][d] }));
}

/** The last two dims as rows and columns, and the dims before them. */
export function split(all: readonly Merged[]): { outer: readonly Merged[]; row: Merged; column: Merged } {
  const row = all.at(-2) ?? { size: 1, stride: 0, isReduced: true, resultStride: 0 };
  return { outer: all.slice(0, -2), row, column: all.at(-1)! };
}

/** Calls `body` with the first element and the first result, once for each place in the outer dims. */
export function each(x: View, outer: readonly Merged[], body: (at: number, result: number) => void): void {
  const strides = [outer.map((d) => d.stride), outer.map((d) => d.resultStride)];
  walk(
    outer.map((d) => d.size),
    strides,
    [x.offset, 0],
    ([at, result]) => body(at, result),
  );
}
