import { readParts } from '../../backends/allocation.js';
import { TypeError_ } from '../../errors.js';
import { numel, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';
import { transformDim } from './transform.js';

/**
 * The three transforms from which all others are built, under PyTorch's internal names. `normalization`: 0 for no
 * scale, 1 for √n, 2 for n.
 */

/** The dims in the given order: the transform keeps half of the last one. */
const inOrder = (dims: readonly number[], sizes: readonly number[]): number[] => dims.map((d) => wrapDim(d, sizes.length));

const scaleOf = (sizes: readonly number[], dims: readonly number[], normalization: number): number => {
  const n = numel(dims.map((d) => sizes[d]));
  return normalization === 0 ? 1 : normalization === 1 ? 1 / Math.sqrt(n) : 1 / n;
};

/** The numbers of a tensor as complex numbers, in an array of doubles. */
function pairsOf(x: Tensor): Float64Array {
  const values = readParts(x);
  if (x.dtype.is_complex) return values;
  const pairs = new Float64Array(2 * values.length);
  values.forEach((v, i) => (pairs[2 * i] = v));
  return pairs;
}

/** The transform over dims, without a scale. */
function spectrumOf(pairs: Float64Array, sizes: readonly number[], dims: readonly number[], forward: boolean): Float64Array {
  for (const d of dims) transformDim(pairs, sizes, d, forward);
  return pairs;
}

/** The scaled result, rounded to a dtype. */
function finished(pairs: Float64Array, sizes: readonly number[], scale: number, like: Tensor): Tensor {
  const dtype = like.dtype.is_complex ? like.dtype : like.dtype.to_complex();
  return Tensor.of(scale === 1 ? pairs : pairs.map((v) => v * scale), sizes, dtype, like.device);
}

/** The first `n` complex numbers along a dim, from an array in row-major order. */
function cut(pairs: Float64Array, sizes: readonly number[], dim: number, n: number): Float64Array {
  const inner = 2 * numel(sizes.slice(dim + 1));
  const outer = numel(sizes.slice(0, dim));
  const out = new Float64Array(outer * n * inner);
  for (let o = 0; o < outer; o++) out.set(pairs.subarray(o * sizes[dim] * inner, (o * sizes[dim] + n) * inner), o * n * inner);
  return out;
}

const replaced = (sizes: readonly number[], dim: number, n: number): number[] => sizes.map((size, d) => (d === dim ? n : size));
const halfOf = (n: number): number => Math.floor(n / 2) + 1;

/** Completes half of a Hermitian array to `n` numbers along `dim`: the missing numbers are conjugates. */
function completed(half: Float64Array, sizes: readonly number[], dim: number, n: number): Float64Array {
  const m = sizes[dim];
  const inner = numel(sizes.slice(dim + 1));
  const outer = numel(sizes.slice(0, dim));
  const out = new Float64Array(2 * outer * n * inner);
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < n; k++) {
      const from = k < halfOf(n) ? k : n - k;
      if (from >= m) continue;
      for (let i = 0; i < inner; i++) {
        const [at, to] = [2 * ((o * m + from) * inner + i), 2 * ((o * n + k) * inner + i)];
        // The first number is real; so is the middle one of an even count.
        const isReal = k === 0 || 2 * k === n;
        out[to] = half[at];
        out[to + 1] = isReal ? 0 : k === from ? half[at + 1] : -half[at + 1];
      }
    }
  }
  return out;
}

export const complexToComplex = op({
  signature: '_fft_c2c(Tensor input, int[] dim, int normalization, bool forward)',
  shown: 'fft',
  kind: kind.product(),
  doc: 'The Fourier transform of complex numbers, or with `forward` false the inverse one.',
  formula: 'out[k] = scale · Σ_j input[j] · e^(∓2πi jk/n)',
  gradient: 'input: the transform of g in the other direction',
  gradFn: 'FftC2CBackward0',
  variants: ['method'],
  conjugates: true,
  forward(input, dim, normalization, forward) {
    const { sizes } = input;
    const dims = inOrder(dim, sizes);
    const pairs = numel(sizes) === 0 ? pairsOf(input) : spectrumOf(pairsOf(input), sizes, dims, forward);
    return finished(pairs, sizes, scaleOf(sizes, dims, normalization), input);
  },
  backward: { input: (g, s) => g._fft_c2c(s.dim, s.normalization, !s.forward) },
});

export const realToComplex = op({
  signature: '_fft_r2c(Tensor input, int[] dim, int normalization, bool onesided)',
  shown: 'rfft',
  kind: kind.product(),
  doc: 'The Fourier transform of real numbers: of the last dim half of it (`onesided`), since the rest are conjugates.',
  formula: 'out[k] = scale · Σ_j input[j] · e^(−2πi jk/n)',
  gradient: 'input: the real part of the inverse transform of g',
  gradFn: 'FftR2CBackward0',
  variants: ['method'],
  conjugates: true,
  forward(input, dim, normalization, onesided) {
    if (input.dtype.is_complex) throw new TypeError_(`_fft_r2c expects real numbers, but got ${input.dtype.scalarName}`);
    const { sizes } = input;
    const dims = inOrder(dim, sizes);
    const last = dims.at(-1)!;
    let pairs = spectrumOf(pairsOf(input), sizes, [last], true);
    const n = onesided ? halfOf(sizes[last]) : sizes[last];
    if (onesided) pairs = cut(pairs, sizes, last, n);
    const out = replaced(sizes, last, n);
    return finished(spectrumOf(pairs, out, dims.slice(0, -1), true), out, scaleOf(sizes, dims, normalization), input);
  },
  backward: {
    input(g, s) {
      const sizes = s.sizesOf('input');
      const last = inOrder(s.dim, sizes).at(-1)!;
      const missing = sizes[last] - g.sizes[last];
      const whole = missing === 0 ? g : g.slice_backward([...sizes], last, 0, g.sizes[last], 1);
      return whole._fft_c2c(s.dim, s.normalization, false).real;
    },
  },
});

export const complexToReal = op({
  signature: '_fft_c2r(Tensor input, int[] dim, int normalization, int last_dim_size)',
  shown: 'irfft',
  kind: kind.product(),
  doc: 'The inverse Fourier transform of half of a Hermitian spectrum: real numbers, `last_dim_size` of them in the last dim.',
  formula: 'out[j] = scale · Σ_k input[k] · e^(2πi jk/n)',
  gradient: 'input: the transform of g, twice where what was left out are conjugates',
  gradFn: 'FftC2RBackward0',
  variants: ['method'],
  conjugates: true,
  forward(input, dim, normalization, n) {
    const dims = inOrder(dim, input.sizes);
    const last = dims.at(-1)!;
    const half = spectrumOf(pairsOf(input), input.sizes, dims.slice(0, -1), false);
    const sizes = replaced(input.sizes, last, n);
    const pairs = spectrumOf(completed(half, input.sizes, last, n), sizes, [last], false);
    const scale = scaleOf(sizes, dims, normalization);
    const out = Float64Array.from({ length: pairs.length / 2 }, (_, i) => pairs[2 * i] * scale);
    return Tensor.of(out, sizes, input.dtype.to_real(), input.device);
  },
  backward: {
    input(g, s) {
      const last = inOrder(s.dim, g.sizes).at(-1)!;
      const out = g._fft_r2c(s.dim, s.normalization, true);
      const n = out.sizes[last];
      const twice = g.sizes[last] - n;
      if (twice <= 0) return out;
      const weights = g.new_tensor(Array.from({ length: n }, (_, k) => (k >= 1 && k <= twice ? 2 : 1)));
      return out.mul(weights.reshape(out.sizes.map((_, d) => (d === last ? n : 1))));
    },
  },
});
