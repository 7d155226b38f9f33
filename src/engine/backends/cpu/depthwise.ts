/**
 * Convolutions of float32 in which each channel has a filter of its own, in PyTorch's order: the sum of a place begins with the bias
 * and goes tap by tap, each term multiplied and added at once; the gradient of a weight goes sample by sample and place by place.
 */
import { numel } from '../../shape.js';
import type { View, Window } from '../backend.js';
import { arrayOf } from './buffer.js';
import { areContiguous, placesOf } from './taps.js';

/** The most products for which loops of JavaScript are quick enough. */
const MOST = 2 ** 20;

type List = readonly number[];

interface Sizes {
  batch: number;
  channels: number;
  /** Elements of a channel of x and of y, and the taps. */
  input: number;
  output: number;
  taps: number;
}

/** The sizes, if such a convolution is computed here. */
function sizesHere(x: List, w: List, y: List, groups: number): Sizes | null {
  const [batch, channels] = x as [number, number];
  // What has a depth, or no neighbours, PyTorch computes in other ways.
  if (groups < 2 || groups !== channels || w[0] !== groups || x[2] !== 1 || numel(w.slice(2)) === 1) return null;
  const [input, output, taps] = [numel(x.slice(2)), numel(y.slice(2)), numel(w.slice(2))];
  return batch * channels * output * taps > MOST ? null : { batch, channels, input, output, taps };
}

/** Whether no side of the filters is longer than 3: gradients of longer ones PyTorch adds in another order. */
const isSmall = (w: List): boolean => w.slice(2).every((k) => k <= 3);

const isDense = ({ dilation }: Window): boolean => dilation.every((d) => d === 1);

const here = (x: View, w: View, y: View, groups: number): Sizes | null =>
  areContiguous(x, w, y) ? sizesHere(x.sizes, w.sizes, y.sizes, groups) : null;

/** @see FusedKernels.convolve */
export function depthwise(x: View, w: View, bias: View | null, window: Window, groups: number, y: View): boolean {
  const sizes = here(x, w, y, groups);
  if (!sizes) return false;
  const { batch, channels, input, output, taps } = sizes;
  const places = placesOf(x, y, window);
  const [from, weights, to] = [arrayOf(x), arrayOf(w), arrayOf(y)];
  const first = bias ? Float32Array.from({ length: channels }, (_, c) => arrayOf(bias)[bias.offset + c * bias.strides[0]]) : null;
  for (let row = 0; row < batch * channels; row++) {
    const c = row % channels;
    const [start, own] = [x.offset + row * input, w.offset + c * taps];
    for (let p = 0, at = 0; p < output; p++) {
      let sum = first ? first[c] : 0;
      for (let t = 0; t < taps; t++, at++) {
        const place = places[at];
        if (place >= 0) sum = Math.fround(sum + from[start + place] * weights[own + t]);
      }
      to[y.offset + row * output + p] = sum;
    }
  }
  return true;
}

/** @see FusedKernels.convolveBack */
export function depthwiseBack(y: View, w: View, window: Window, groups: number, x: View): boolean {
  const sizes = here(x, w, y, groups);
  if (!sizes || !isDense(window)) return false;
  const { batch, channels, input, output, taps } = sizes;
  const places = placesOf(x, y, window);
  const [from, weights, to] = [arrayOf(y), arrayOf(w), arrayOf(x)];
  const sums = new Float32Array(input);
  for (let row = 0; row < batch * channels; row++) {
    const [start, own] = [y.offset + row * output, w.offset + (row % channels) * taps];
    sums.fill(0);
    for (let t = 0; t < taps; t++)
      for (let p = 0; p < output; p++) {
        const place = places[p * taps + t];
        if (place >= 0) sums[place] += from[start + p] * weights[own + t];
      }
    to.set(sums, x.offset + row * input);
  }
  return true;
}

/** @see FusedKernels.convolveWeight */
export function depthwiseWeight(x: View, y: View, window: Window, groups: number, w: View): boolean {
  const sizes = here(x, w, y, groups);
  if (!sizes || !isDense(window) || !isSmall(w.sizes)) return false;
  const { batch, channels, input, output, taps } = sizes;
  const places = placesOf(x, y, window);
  const [from, of, to] = [arrayOf(x), arrayOf(y), arrayOf(w)];
  const sums = new Float32Array(channels * taps);
  for (let row = 0; row < batch * channels; row++) {
    const [start, own] = [x.offset + row * input, (row % channels) * taps];
    for (let p = 0, at = 0; p < output; p++) {
      const g = of[y.offset + row * output + p];
      for (let t = 0; t < taps; t++, at++) {
        const place = places[at];
        if (place >= 0) sums[own + t] += g * from[start + place];
      }
    }
  }
  to.set(sums, w.offset);
  return true;
}

/** @see FusedKernels.convolveBias */
export function depthwiseBias(y: View, x: List, w: List, groups: number, sums: View): boolean {
  const sizes = areContiguous(y) ? sizesHere(x, w, y.sizes, groups) : null;
  if (!sizes || !isSmall(w)) return false;
  const { batch, channels, output } = sizes;
  const [from, added] = [arrayOf(y), new Float32Array(channels)];
  for (let row = 0, k = y.offset; row < batch * channels; row++) for (let p = 0; p < output; p++, k++) added[row % channels] += from[k];
  arrayOf(sums).set(added, sums.offset);
  return true;
}
