import { float32 } from '../../dtype.js';
import { isContiguous, numel } from '../../shape.js';
import type { View, Window } from '../backend.js';
import { dataOf } from './buffer.js';
import { dense } from './plan.js';
import { maxPoolVectors } from './wasm/convolution/pooling.js';

/**
 * Convolution and pooling over three spatial dims. All of them visit every output position and every offset within the window,
 * and use the input position `o * stride - padding + k * dilation`.
 */

/**
 * Runs of output positions within the input: for the offset `tap` of the window, `length` outputs from `out` on read inputs
 * from `at` on, `step` apart. The runs are found once and used for every plane.
 */
interface Runs {
  tap: Int32Array;
  out: Int32Array;
  at: Int32Array;
  length: Int32Array;
  step: number;
}

/** Outputs from..to whose input `o * stride + shift` lies in 0..size-1. */
function within(size: number, count: number, stride: number, shift: number): [from: number, to: number] {
  const from = Math.max(0, Math.ceil(-shift / stride));
  const to = Math.min(count, Math.floor((size - 1 - shift) / stride) + 1);
  return [from, Math.max(from, to)];
}

function runsOf(input: readonly number[], output: readonly number[], window: Window): Runs {
  const [D, H, W] = input as [number, number, number];
  const [OD, OH, OW] = output as [number, number, number];
  const [KD, KH, KW] = window.kernel as [number, number, number];
  const [sd, sh, sw] = window.stride as [number, number, number];
  const [pd, ph, pw] = window.padding as [number, number, number];
  const [dd, dh, dw] = window.dilation as [number, number, number];
  const most = KD * KH * KW * OD * OH;
  const runs: Runs = {
    tap: new Int32Array(most),
    out: new Int32Array(most),
    at: new Int32Array(most),
    length: new Int32Array(most),
    step: sw,
  };
  let n = 0;
  for (let kd = 0, tap = 0; kd < KD; kd++)
    for (let kh = 0; kh < KH; kh++)
      for (let kw = 0; kw < KW; kw++, tap++) {
        const [zFrom, zTo] = within(D, OD, sd, kd * dd - pd);
        const [yFrom, yTo] = within(H, OH, sh, kh * dh - ph);
        const [xFrom, xTo] = within(W, OW, sw, kw * dw - pw);
        if (xFrom === xTo) continue;
        for (let od = zFrom; od < zTo; od++)
          for (let oh = yFrom; oh < yTo; oh++, n++) {
            const z = od * sd + kd * dd - pd;
            const y = oh * sh + kh * dh - ph;
            runs.tap[n] = tap;
            runs.out[n] = (od * OH + oh) * OW + xFrom;
            runs.at[n] = (z * H + y) * W + xFrom * sw + kw * dw - pw;
            runs.length[n] = xTo - xFrom;
          }
      }
  for (const key of ['tap', 'out', 'at', 'length'] as const) runs[key] = runs[key].subarray(0, n);
  return runs;
}

/** @see Kernels.im2col */
export function im2col(x: View, window: Window, output: readonly number[], columns: View): void {
  const [N, C, ...input] = x.sizes as [number, number, ...number[]];
  const { data, at } = dense(x);
  const plane = numel(input);
  const positions = numel(output);
  const taps = numel(window.kernel);
  const target = dataOf(columns.storage);
  const runs = runsOf(input, output, window);
  const { step } = runs;
  for (let p = 0; p < N * C; p++) {
    const from = at + p * plane;
    const to = columns.offset + p * taps * positions;
    for (let r = 0; r < runs.tap.length; r++) {
      const o = to + runs.tap[r] * positions + runs.out[r];
      const i = from + runs.at[r];
      const n = runs.length[r];
      for (let k = 0; k < n; k++) target[o + k] = data[i + k * step]!;
    }
  }
}

/** @see Kernels.col2im */
export function col2im(columns: View, window: Window, output: readonly number[], out: View): void {
  const [N, C, ...input] = out.sizes as [number, number, ...number[]];
  const { data, at } = dense(columns);
  const plane = numel(input);
  const positions = numel(output);
  const taps = numel(window.kernel);
  const target = dataOf(out.storage);
  const runs = runsOf(input, output, window);
  const { step } = runs;
  for (let p = 0; p < N * C; p++) {
    const from = at + p * taps * positions;
    const to = out.offset + p * plane;
    for (let r = 0; r < runs.tap.length; r++) {
      const o = from + runs.tap[r] * positions + runs.out[r];
      const i = to + runs.at[r];
      const n = runs.length[r];
      for (let k = 0; k < n; k++) target[i + k * step] += data[o + k];
    }
  }
}

/** @see Kernels.maxPool */
export function maxPool(x: View, window: Window, out: View, indices: View): void {
  if (x.dtype === float32 && isContiguous(x.sizes, x.strides) && maxPoolVectors(x, window, out, indices)) return;
  const [N, ...input] = x.sizes as [number, ...number[]];
  const output = out.sizes.slice(1);
  const { data, at } = dense(x);
  const plane = numel(input);
  const positions = numel(output);
  const values = dataOf(out.storage);
  const where = dataOf(indices.storage);
  const runs = runsOf(input, output, window);
  const { step } = runs;
  for (let n = 0; n < N; n++) {
    const to = out.offset + n * positions;
    const toIndex = indices.offset + n * positions;
    values.fill(-Infinity, to, to + positions);
    where.fill(-1, toIndex, toIndex + positions);
    for (let r = 0; r < runs.tap.length; r++) {
      const first = runs.out[r];
      const length = runs.length[r];
      let i = runs.at[r];
      for (let o = first; o < first + length; o++, i += step) {
        const v = data[at + n * plane + i];
        // The first of equal elements is kept. When there is no element yet, any element wins.
        if (v > values[to + o] || v !== v || where[toIndex + o] === -1) {
          values[to + o] = v;
          where[toIndex + o] = i;
        }
      }
    }
  }
}

/** The divisor of each window's sum. */
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

/** @see Kernels.avgPool */
export function avgPool(x: View, window: Window, includePad: boolean, divisor: number, out: View): void {
  const [N, ...input] = x.sizes as [number, ...number[]];
  const output = out.sizes.slice(1);
  const { data, at } = dense(x);
  const plane = numel(input);
  const positions = numel(output);
  const count = divisors(input, output, window, includePad, divisor);
  // Sums of float32 are rounded at every step, as in PyTorch.
  const sums = new (x.dtype === float32 ? Float32Array : Float64Array)(positions);
  const runs = runsOf(input, output, window);
  const { step } = runs;
  // Integers are divided as integers.
  const mean = out.dtype.is_floating_point ? (o: number) => sums[o] / count[o] : (o: number) => Math.trunc(sums[o] / count[o]) + 0;
  for (let n = 0; n < N; n++) {
    sums.fill(0);
    for (let r = 0; r < runs.tap.length; r++) {
      const o = runs.out[r];
      const i = at + n * plane + runs.at[r];
      for (let k = 0; k < runs.length[r]; k++) sums[o + k] += data[i + k * step];
    }
    for (let o = 0; o < positions; o++) dataOf(out.storage)[out.offset + n * positions + o] = mean(o);
  }
}

/** @see Kernels.avgPoolBackward */
export function avgPoolBackward(grad: View, window: Window, includePad: boolean, divisor: number, out: View): void {
  const [N, ...input] = out.sizes as [number, ...number[]];
  const output = grad.sizes.slice(1);
  const { data, at } = dense(grad);
  const plane = numel(input);
  const positions = numel(output);
  const count = divisors(input, output, window, includePad, divisor);
  const target = dataOf(out.storage);
  const shares = new (grad.dtype === float32 ? Float32Array : Float64Array)(positions);
  const runs = runsOf(input, output, window);
  const { step } = runs;
  for (let n = 0; n < N; n++) {
    for (let o = 0; o < positions; o++) shares[o] = data[at + n * positions + o] / count[o];
    for (let r = 0; r < runs.tap.length; r++) {
      const o = runs.out[r];
      const i = out.offset + n * plane + runs.at[r];
      for (let k = 0; k < runs.length[r]; k++) target[i + k * step] += shares[o + k];
    }
  }
}
