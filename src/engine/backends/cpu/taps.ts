/**
 * Small convolutions of float32 in PyTorch's order: tap by tap, at each tap the channels of a block of 16, each term multiplied and
 * added at once; the bias is added to the first block, and then the other blocks. Large convolutions go through `wasm/`.
 */
import type { TypedArray } from '../../dtype.js';
import { isContiguous, numel } from '../../shape.js';
import type { View, Window } from '../backend.js';
import { arrayOf } from './buffer.js';

const BLOCK = 16;
/** The most products for which loops of JavaScript are quick enough. */
const MOST = 2 ** 17;
/** PyTorch computes one small image as a product with columns instead. */
const LARGE_IMAGE = 20_480;

/** Whether one tap's place along a dim is inside, and where. −1: outside. */
const placeOf = (position: number, tap: number, stride: number, padding: number, dilation: number, size: number): number => {
  const at = position * stride - padding + tap * dilation;
  return at >= 0 && at < size ? at : -1;
};

interface Sizes {
  batch: number;
  /** Channels of x and of y. */
  inputs: number;
  outputs: number;
  /** Elements of a channel of x and of y, and the taps. */
  input: number;
  output: number;
  taps: number;
}

type List = readonly number[];

const sizesOf = (x: List, w: List, y: List): Sizes => ({
  batch: x[0],
  inputs: x[1],
  outputs: w[0],
  input: numel(x.slice(2)),
  output: numel(y.slice(2)),
  taps: numel(w.slice(2)),
});

/** The sizes, if such a convolution is computed here. */
function sizesHere(x: List, w: List, y: List, groups: number, most = MOST): Sizes | null {
  const sizes = sizesOf(x, w, y);
  const { batch, inputs, outputs, output, taps } = sizes;
  if (groups !== 1 || batch * inputs * outputs * output * taps > most) return null;
  return batch === 1 && !w.slice(3).every((k) => k > 3) && numel(x) <= LARGE_IMAGE ? null : sizes;
}

export const areContiguous = (...views: readonly View[]): boolean => views.every((v) => isContiguous(v.sizes, v.strides));

const here = (x: View, w: View, y: View, groups: number): Sizes | null =>
  areContiguous(x, w, y) ? sizesHere(x.sizes, w.sizes, y.sizes, groups) : null;

/** For each position of y and each tap, the place in a channel of x, or −1 outside. */
export function placesOf(x: View, y: View, { kernel, stride, padding, dilation }: Window): Int32Array {
  const [, , depth, height, width] = x.sizes as [number, number, number, number, number];
  const places = new Int32Array(numel(y.sizes.slice(2)) * numel(kernel));
  let i = 0;
  for (let od = 0; od < y.sizes[2]; od++)
    for (let oh = 0; oh < y.sizes[3]; oh++)
      for (let ow = 0; ow < y.sizes[4]; ow++)
        for (let a = 0; a < kernel[0]; a++) {
          const d = placeOf(od, a, stride[0], padding[0], dilation[0], depth);
          for (let b = 0; b < kernel[1]; b++) {
            const h = placeOf(oh, b, stride[1], padding[1], dilation[1], height);
            for (let c = 0; c < kernel[2]; c++, i++) {
              const v = placeOf(ow, c, stride[2], padding[2], dilation[2], width);
              places[i] = d < 0 || h < 0 || v < 0 ? -1 : (d * height + h) * width + v;
            }
          }
        }
  return places;
}

/** [taps, from, to]: the weights of a tap side by side. */
function byTap(w: View, { inputs, outputs, taps }: Sizes, isBack: boolean): Float32Array {
  const data = arrayOf(w);
  const made = new Float32Array(inputs * outputs * taps);
  for (let o = 0, i = w.offset; o < outputs; o++)
    for (let c = 0; c < inputs; c++)
      for (let t = 0; t < taps; t++, i++) made[isBack ? (t * outputs + o) * inputs + c : (t * inputs + c) * outputs + o] = data[i]!;
  return made;
}

/**
 * The sums of one place: over the taps, whose places in a channel of `data` are `places` from `at` on, and over `from` channels
 * that lie `channel` apart. They are left in `sums`; `block` is room.
 */
function addTaps(
  data: TypedArray,
  start: number,
  channel: number,
  from: number,
  taps: number,
  places: Int32Array,
  at: number,
  weights: Float32Array,
  block: Float32Array,
  sums: Float32Array,
  bias: (o: number) => number = () => 0,
): void {
  const to = sums.length;
  const size = taps === 1 ? from : BLOCK;
  for (let first = 0; first < from; first += size) {
    const last = Math.min(from, first + size);
    block.fill(0);
    for (let t = 0; t < taps; t++) {
      const place = places[at + t];
      if (place < 0) continue;
      for (let c = first, k = start + place + first * channel; c < last; c++, k += channel) {
        const v = data[k];
        for (let o = 0, i = (t * from + c) * to; o < to; o++, i++) block[o] += v * weights[i];
      }
    }
    if (first === 0) for (let o = 0; o < to; o++) sums[o] = block[o] + bias(o);
    else for (let o = 0; o < to; o++) sums[o] += block[o];
  }
}

/** @see FusedKernels.convolve */
export function convolveTaps(x: View, w: View, bias: View | null, window: Window, groups: number, y: View): boolean {
  const sizes = here(x, w, y, groups);
  if (!sizes) return false;
  const { batch, inputs, outputs, input, output, taps } = sizes;
  const places = placesOf(x, y, window);
  const weights = byTap(w, sizes, false);
  const [from, to] = [arrayOf(x), arrayOf(y)];
  const [block, sums] = [new Float32Array(outputs), new Float32Array(outputs)];
  const added = bias ? (o: number) => arrayOf(bias)[bias.offset + o * bias.strides[0]] : () => 0;
  for (let n = 0; n < batch; n++)
    for (let p = 0; p < output; p++) {
      addTaps(from, x.offset + n * inputs * input, input, inputs, taps, places, p * taps, weights, block, sums, added);
      for (let o = 0, k = y.offset + n * outputs * output + p; o < outputs; o++, k += output) to[k] = sums[o]!;
    }
  return true;
}

/** @see FusedKernels.convolveBack */
export function convolveTapsBack(y: View, w: View, window: Window, groups: number, x: View): boolean {
  const sizes = here(x, w, y, groups);
  if (!sizes) return false;
  const { batch, inputs, outputs, input, output, taps } = sizes;
  const places = placesOf(x, y, window);
  // The other way round: which position of y a tap of an element of x belongs to.
  const back = new Int32Array(input * taps).fill(-1);
  for (let p = 0; p < output; p++) for (let t = 0; t < taps; t++) if (places[p * taps + t] >= 0) back[places[p * taps + t] * taps + t] = p;
  const weights = byTap(w, sizes, true);
  const [from, to] = [arrayOf(y), arrayOf(x)];
  const [block, sums] = [new Float32Array(inputs), new Float32Array(inputs)];
  for (let n = 0; n < batch; n++)
    for (let i = 0; i < input; i++) {
      addTaps(from, y.offset + n * outputs * output, output, outputs, taps, back, i * taps, weights, block, sums);
      for (let c = 0, k = x.offset + n * inputs * input + i; c < inputs; c++, k += input) to[k] = sums[c]!;
    }
  return true;
}

/** The terms of a weight come sample by sample and position by position. @see FusedKernels.convolveWeight */
export function convolveTapsWeight(x: View, y: View, window: Window, groups: number, w: View): boolean {
  const sizes = here(x, w, y, groups);
  // Without neighbours, each sample is a product of its own.
  if (!sizes || sizes.taps === 1) return false;
  const { batch, inputs, outputs, input, output, taps } = sizes;
  const places = placesOf(x, y, window);
  const [from, of, to] = [arrayOf(x), arrayOf(y), arrayOf(w)];
  const row = inputs * taps;
  const column = new Float32Array(row);
  const sums = new Float32Array(outputs * row);
  for (let n = 0; n < batch; n++)
    for (let p = 0; p < output; p++) {
      for (let c = 0, i = 0, start = x.offset + n * inputs * input; c < inputs; c++, start += input)
        for (let t = 0; t < taps; t++, i++) {
          const place = places[p * taps + t];
          column[i] = place < 0 ? 0 : from[start + place];
        }
      for (let o = 0, k = y.offset + n * outputs * output + p; o < outputs; o++, k += output) {
        const g = of[k];
        for (let i = 0, s = o * row; i < row; i++, s++) sums[s] += g * column[i];
      }
    }
  to.set(sums, w.offset);
  return true;
}

/** @see FusedKernels.convolveBias */
export function convolveTapsBias(y: View, x: List, w: List, groups: number, sums: View): boolean {
  const sizes = areContiguous(y) ? sizesHere(x, w, y.sizes, groups, Infinity) : null;
  if (!sizes || sizes.taps === 1) return false;
  const from = arrayOf(y);
  const to = arrayOf(sums)
    .subarray(sums.offset, sums.offset + sizes.outputs)
    .fill(0);
  const { batch, outputs, output } = sizes;
  for (let n = 0, k = y.offset; n < batch; n++) {
    let o = 0;
    for (; o + 4 <= outputs; o += 4, k += 4 * output) addFour(to, o, from, k, output);
    for (; o < outputs; o++, k += output) to[o] = addedUp(to[o], from, k, output);
  }
  return true;
}

/** Adds four rows to four sums. Each sum waits for its last addition, so four at once take little longer than one. */
function addFour(to: TypedArray, o: number, from: TypedArray, k: number, count: number): void {
  let a = to[o];
  let b = to[o + 1];
  let c = to[o + 2];
  let d = to[o + 3];
  for (let i = k; i < k + count; i++) {
    a = Math.fround(a + from[i]);
    b = Math.fround(b + from[i + count]);
    c = Math.fround(c + from[i + 2 * count]);
    d = Math.fround(d + from[i + 3 * count]);
  }
  to[o] = a;
  to[o + 1] = b;
  to[o + 2] = c;
  to[o + 3] = d;
}

function addedUp(sum: number, from: TypedArray, k: number, count: number): number {
  for (let i = k; i < k + count; i++) sum = Math.fround(sum + from[i]);
  return sum;
}
