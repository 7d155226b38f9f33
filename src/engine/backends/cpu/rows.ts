/**
 * Softmax and layer normalization of few float32, with each step rounded where PyTorch's vectors of eight round, so that the
 * results have its bits. Many elements go through `wasm/`.
 */
import { float32, type TypedArray } from '../../dtype.js';
import { isContiguous, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { expSingle } from '../scalar.js';
import { arrayOf } from './buffer.js';

const round = Math.fround;
const LANES = 8;
const lanes = new Float32Array(LANES);

const isDense = (x: View | null): boolean => x === null || (x.dtype === float32 && isContiguous(x.sizes, x.strides));

/** A product of factors, but for the last one. */
type Element = (i: number) => number;
const one: Element = () => 1;

/**
 * The sum of first(i) · last(i) over i < n: lane by lane, then over the lanes. What is left over behind the last whole vector
 * is multiplied and added at once.
 */
function total(n: number, last: Element, first: Element = one): number {
  if (n < LANES) {
    let sum = round(first(0) * last(0));
    for (let i = 1; i < n; i++) sum = round(sum + round(first(i) * last(i)));
    return sum;
  }
  const whole = n - (n % LANES);
  for (let i = 0; i < LANES; i++) lanes[i] = first(i) * last(i);
  for (let i = LANES; i < whole; i++) lanes[i % LANES] += round(first(i) * last(i));
  for (let i = whole; i < n; i++) lanes[i % LANES] += first(i) * last(i);
  for (const half of [4, 2, 1]) for (let i = 0; i < half; i++) lanes[i] += lanes[i + half];
  return lanes[0];
}

/** Whether a column lies behind the last whole vector of a row of `inner`: PyTorch computes its powers one at a time, each to the last bit. */
export const isAlone = (column: number, inner: number): boolean => column >= inner - (inner % LANES);

/**
 * The softmax of `n` elements, or its logarithm. Those of rows are shares of 1 / sum, those along another dim are divided.
 * `isRow`: whether the dim is the last one; others of one column lie in memory as it does. `exp` is what computes a power.
 */
export function softmaxOf(
  [data, at]: readonly [TypedArray, number],
  step: number,
  n: number,
  log: boolean,
  [out, to]: readonly [TypedArray, number],
  isRow: boolean,
  exp: (x: number) => number,
): void {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = data[at + i * step];
    if (v > max || v !== v) max = v;
  }
  const power: Element = (i) => exp(round(data[at + i * step] - max));
  let sum = 0;
  if (log && isRow) sum = total(n, power);
  else {
    for (let i = 0; i < n; i++) {
      const p = power(i);
      if (!log) out[to + i * step] = p;
      sum = round(sum + p);
    }
    if (isRow) sum = total(n, (i) => out[to + i]);
  }
  const share = round(1 / sum);
  const logarithm = round(Math.log(sum));
  for (let i = 0, k = to; i < n; i++, k += step) {
    if (log) out[k] = round(data[at + i * step] - max) - logarithm;
    else out[k] = isRow ? out[k] * share : out[k] / sum;
  }
}

/** @see FusedKernels.softmaxBack */
export function softmaxRowsBack(g: View, y: View, log: boolean, dx: View): boolean {
  if (![g, y, dx].every(isDense)) return false;
  const n = y.sizes.at(-1) ?? 1;
  const [from, of, to] = [g, y, dx].map(arrayOf);
  for (let r = 0; r < numel(y.sizes); r += n) {
    const [a, b, o] = [g, y, dx].map(({ offset }) => offset + r);
    const sum = total(n, (i) => from[a + i], log ? one : (i) => of[b + i]);
    for (let i = 0; i < n; i++) to[o + i] = log ? from[a + i] - expSingle(of[b + i]) * sum : round(from[a + i] - sum) * of[b + i];
  }
  return true;
}

/** The number, the mean, and the sum of the squared deviations of some elements. */
interface Moments {
  count: number;
  mean: number;
  squares: number;
}

function join(a: Moments, b: Moments): void {
  const count = a.count + b.count;
  const share = count === 0 ? 0 : round(b.count / count);
  const difference = round(b.mean - a.mean);
  a.mean = round(a.mean + share * difference);
  a.squares = round(a.squares + round(b.squares + round(round(difference * difference) * share) * a.count));
  a.count = count;
}

/** The number of vectors whose moments are taken one after the other. */
const CHUNK = 16;

/** The moments of one of the eight lanes: of chunks, and these joined in pairs. */
function momentsOfLane(data: TypedArray, at: number, vectors: number): Moments {
  const chunks = Math.ceil(vectors / CHUNK);
  const depth = Math.max(1, Math.ceil(Math.log2(Math.max(1, chunks))));
  const stack = Array.from({ length: depth }, (): Moments => ({ count: 0, mean: 0, squares: 0 }));
  for (let c = 0; c < chunks; c++) {
    const part: Moments = { count: Math.min(CHUNK, vectors - c * CHUNK), mean: 0, squares: 0 };
    for (let j = 0; j < part.count; j++) {
      const x = data[at + (c * CHUNK + j) * LANES];
      const difference = round(x - part.mean);
      part.mean = round(part.mean + difference * round(1 / (j + 1)));
      part.squares = round(part.squares + difference * round(x - part.mean));
    }
    join(stack[0], part);
    for (let j = 1, mask = c + 1; j < depth && (mask & 1) === 0; j++, mask >>= 1) {
      join(stack[j], stack[j - 1]);
      stack[j - 1] = { count: 0, mean: 0, squares: 0 };
    }
  }
  for (let j = 1; j < depth; j++) join(stack[0], stack[j]);
  return { ...stack[0], count: vectors };
}

function momentsOf(data: TypedArray, at: number, n: number): Moments {
  const vectors = Math.floor(n / LANES);
  const all: Moments = { count: 0, mean: 0, squares: 0 };
  for (let i = vectors * LANES; i < n; i++) {
    const x = data[at + i];
    const difference = round(x - all.mean);
    all.mean = round(all.mean + round(difference / ++all.count));
    // Where vectors multiply and add at once, these single elements do not.
    all.squares = round(all.squares + round(difference * round(x - all.mean)));
  }
  for (let lane = 0; lane < LANES; lane++) join(all, momentsOfLane(data, at + lane, vectors));
  return all;
}

/** @see FusedKernels.layerNorm */
export function layerNormRows(x: View, weight: View | null, bias: View | null, eps: number, out: View, mean: View, rstd: View): boolean {
  if (![x, weight, bias, out, mean, rstd].every(isDense)) return false;
  const [rows, n] = x.sizes as [number, number];
  if (n === 0) return false;
  const [from, to] = [x, out].map(arrayOf);
  for (let r = 0; r < rows; r++) {
    const at = x.offset + r * n;
    const { mean: m, squares } = momentsOf(from, at, n);
    const scale = round(1 / round(Math.sqrt(round(round(squares / n) + round(eps)))));
    arrayOf(mean)[mean.offset + r] = m;
    arrayOf(rstd)[rstd.offset + r] = scale;
    for (let i = 0; i < n; i++) {
      const w = weight ? arrayOf(weight)[weight.offset + i] : 1;
      const b = bias ? arrayOf(bias)[bias.offset + i] : 0;
      to[out.offset + r * n + i] = round(round(from[at + i] - m) * scale) * w + b;
    }
  }
  return true;
}

/** @see FusedKernels.layerNormBack */
export function layerNormRowsBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View | null): boolean {
  if (![g, x, mean, rstd, weight, dx].every(isDense)) return false;
  const [rows, n] = x.sizes as [number, number];
  const [from, of, to] = [g, x, dx].map(arrayOf);
  const added = new Float32Array(2 * n);
  const share = round(1 / n);
  for (let r = 0; r < rows; r++) {
    const [a, b, o] = [g, x, dx].map(({ offset }) => offset + r * n);
    const m = arrayOf(mean)[mean.offset + r];
    const s = arrayOf(rstd)[rstd.offset + r];
    const w: Element = weight ? (i) => arrayOf(weight)[weight.offset + i] : one;
    const products = total(n, weight ? w : (i) => of[b + i], weight ? (i) => round(from[a + i] * of[b + i]) : (i) => from[a + i]);
    const alone = total(n, w, (i) => from[a + i]);
    const slope = round(round(round(round(round(alone * m - products) * s) * s) * s) * share);
    const shift = round(-slope * m - round(round(alone * s) * share));
    const start = round(-s * m);
    for (let i = 0; i < n; i++) {
      const own = round(round(s * from[a + i]) * w(i));
      to[o + i] = round(own + slope * of[b + i]) + shift;
      added[i] += from[a + i] * round(s * of[b + i] + start);
      added[n + i] += from[a + i];
    }
  }
  if (sums) arrayOf(sums).set(added, sums.offset);
  return true;
}

/** Larger batches go through `wasm/`. */
const MOST = 16_384;

/**
 * Sums over one column of each sample are kept in float32, other sums in doubles.
 *
 * @see FusedKernels.channelMoments
 */
export function channelMoments(x: View, mean: View, variance: View): boolean {
  if (!isDense(x) || numel(x.sizes) > MOST) return false;
  const [samples, channels, columns] = x.sizes as [number, number, number];
  const data = arrayOf(x);
  const count = samples * columns;
  const isSingle = columns === 1;
  for (let c = 0; c < channels; c++) {
    const over = (step: (sum: number, v: number) => number): number => {
      let sum = 0;
      for (let s = 0; s < samples; s++)
        for (let i = 0, k = x.offset + (s * channels + c) * columns; i < columns; i++, k++) sum = step(sum, data[k]);
      return sum;
    };
    const m = round(over(isSingle ? (a, v) => round(a + v) : (a, v) => a + v) / count);
    const square = (v: number) => round(v - m) * round(v - m);
    const squares = over(isSingle ? (a, v) => round(a + square(v)) : (a, v) => a + round(square(v)));
    arrayOf(mean)[mean.offset + c] = m;
    arrayOf(variance)[variance.offset + c] = round(round(squares) / count);
  }
  return true;
}

/** @see FusedKernels.channelNormBack */
export function channelNormRowsBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View): boolean {
  if (![g, x, weight, dx, sums].every(isDense) || mean.sizes.length !== 1 || numel(x.sizes) > MOST) return false;
  const [samples, channels, columns] = x.sizes as [number, number, number];
  const [from, of, to] = [g, x, dx].map(arrayOf);
  const count = samples * columns;
  for (let c = 0; c < channels; c++) {
    const m = round(arrayOf(mean)[mean.offset + c]);
    const r = round(arrayOf(rstd)[rstd.offset + c]);
    const w = weight ? arrayOf(weight)[weight.offset + c] : 1;
    let [alone, product] = [0, 0];
    for (let s = 0; s < samples; s++) {
      const k = (s * channels + c) * columns;
      const [a, b] = [g.offset + k, x.offset + k];
      if (columns === 1) {
        alone = round(alone + from[a]);
        product = round(product + round(of[b] - m) * from[a]);
      } else {
        alone += total(columns, (i) => from[a + i]);
        product += total(
          columns,
          (i) => from[a + i],
          (i) => round(of[b + i] - m),
        );
      }
    }
    arrayOf(sums)[sums.offset + c] = product * r;
    arrayOf(sums)[sums.offset + channels + c] = alone;
    const slope = round(round(round(round(product) * r) * r) / count);
    const shift = round(alone / count);
    for (let s = 0; s < samples; s++) {
      const k = (s * channels + c) * columns;
      for (let i = k; i < k + columns; i++) {
        const own = round(from[g.offset + i] - shift);
        to[dx.offset + i] = round(round(own - round(of[x.offset + i] - m) * slope) * r) * w;
      }
    }
  }
  return true;
}
