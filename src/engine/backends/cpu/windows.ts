import { numel } from '../../shape.js';
import type { View, Window } from '../backend.js';
import { dense } from './plan.js';

/**
 * Convolution and pooling over three spatial dims. All of them visit, for every output position
 * and every offset within the window, the input position `o * stride - padding + k * dilation`.
 */

interface Geometry {
  input: readonly number[];
  output: readonly number[];
  window: Window;
}

/** Calls `body(column, output position, input position)` for what lies within the input. */
function eachTap({ input, output, window }: Geometry, body: (tap: number, out: number, at: number) => void): void {
  const [D, H, W] = input as [number, number, number];
  const [OD, OH, OW] = output as [number, number, number];
  const [KD, KH, KW] = window.kernel as [number, number, number];
  const [sd, sh, sw] = window.stride as [number, number, number];
  const [pd, ph, pw] = window.padding as [number, number, number];
  const [dd, dh, dw] = window.dilation as [number, number, number];
  for (let kd = 0, tap = 0; kd < KD; kd++)
    for (let kh = 0; kh < KH; kh++)
      for (let kw = 0; kw < KW; kw++, tap++)
        for (let od = 0; od < OD; od++) {
          const z = od * sd - pd + kd * dd;
          if (z < 0 || z >= D) continue;
          for (let oh = 0; oh < OH; oh++) {
            const y = oh * sh - ph + kh * dh;
            if (y < 0 || y >= H) continue;
            const outRow = (od * OH + oh) * OW;
            const inRow = (z * H + y) * W;
            for (let ow = 0; ow < OW; ow++) {
              const x = ow * sw - pw + kw * dw;
              if (x >= 0 && x < W) body(tap, outRow + ow, inRow + x);
            }
          }
        }
}

/** @see Backend.im2col */
export function im2col(x: View, window: Window, output: readonly number[], columns: View): void {
  const [N, C, ...input] = x.sizes as [number, number, ...number[]];
  const { data, at } = dense(x);
  const plane = numel(input);
  const positions = numel(output);
  const taps = numel(window.kernel);
  const target = columns.storage.data;
  for (let p = 0; p < N * C; p++) {
    const from = at + p * plane;
    const to = columns.offset + p * taps * positions;
    eachTap({ input, output, window }, (tap, o, i) => {
      target[to + tap * positions + o] = data[from + i]!;
    });
  }
}

/** @see Backend.col2im */
export function col2im(columns: View, window: Window, output: readonly number[], out: View): void {
  const [N, C, ...input] = out.sizes as [number, number, ...number[]];
  const { data, at } = dense(columns);
  const plane = numel(input);
  const positions = numel(output);
  const taps = numel(window.kernel);
  const target = out.storage.data;
  for (let p = 0; p < N * C; p++) {
    const from = at + p * taps * positions;
    const to = out.offset + p * plane;
    eachTap({ input, output, window }, (tap, o, i) => {
      target[to + i] += data[from + tap * positions + o];
    });
  }
}

/** @see Backend.maxPool */
export function maxPool(x: View, window: Window, out: View, indices: View): void {
  const [N, ...input] = x.sizes as [number, ...number[]];
  const output = out.sizes.slice(1);
  const { data, at } = dense(x);
  const plane = numel(input);
  const positions = numel(output);
  const values = out.storage.data;
  const where = indices.storage.data;
  for (let n = 0; n < N; n++) {
    const to = out.offset + n * positions;
    const toIndex = indices.offset + n * positions;
    values.fill(-Infinity, to, to + positions);
    where.fill(-1, toIndex, toIndex + positions);
    eachTap({ input, output, window }, (_, o, i) => {
      const v = data[at + n * plane + i];
      // The first of equals is kept, and any element beats none.
      if (v > values[to + o] || v !== v || where[toIndex + o] === -1) {
        values[to + o] = v;
        where[toIndex + o] = i;
      }
    });
  }
}

/** What each window's sum is divided by. */
function divisors(input: readonly number[], output: readonly number[], window: Window, includePad: boolean, fixed: number): Float64Array {
  const counts = new Float64Array(numel(output)).fill(fixed);
  if (fixed) return counts;
  const spans = output.map((count, d) =>
    Array.from({ length: count }, (_, o) => {
      const start = o * window.stride[d] - window.padding[d];
      const end = Math.min(start + window.kernel[d], input[d] + window.padding[d]);
      return includePad ? end - start : Math.min(end, input[d]) - Math.max(start, 0);
    }),
  );
  let i = 0;
  for (const z of spans[0]) for (const y of spans[1]) for (const x of spans[2]) counts[i++] = z * y * x;
  return counts;
}

/** @see Backend.avgPool */
export function avgPool(x: View, window: Window, includePad: boolean, divisor: number, out: View): void {
  const [N, ...input] = x.sizes as [number, ...number[]];
  const output = out.sizes.slice(1);
  const { data, at } = dense(x);
  const plane = numel(input);
  const positions = numel(output);
  const count = divisors(input, output, window, includePad, divisor);
  const sums = new Float64Array(positions);
  for (let n = 0; n < N; n++) {
    sums.fill(0);
    eachTap({ input, output, window }, (_, o, i) => {
      sums[o] += data[at + n * plane + i];
    });
    for (let o = 0; o < positions; o++) out.storage.data[out.offset + n * positions + o] = sums[o] / count[o];
  }
}

/** @see Backend.avgPoolBackward */
export function avgPoolBackward(grad: View, window: Window, includePad: boolean, divisor: number, out: View): void {
  const [N, ...input] = out.sizes as [number, ...number[]];
  const output = grad.sizes.slice(1);
  const { data, at } = dense(grad);
  const plane = numel(input);
  const positions = numel(output);
  const count = divisors(input, output, window, includePad, divisor);
  const target = out.storage.data;
  for (let n = 0; n < N; n++) {
    eachTap({ input, output, window }, (_, o, i) => {
      target[out.offset + n * plane + i] += data[at + n * positions + o] / count[o];
    });
  }
}
