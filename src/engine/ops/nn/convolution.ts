import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { formulasAreRecorded } from '../../tensor/observe.js';
import { showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import {
  convolve,
  convolveBack,
  convolveBias,
  convolveWeight,
  inputSizes,
  outputSizes,
  sumToChannels,
  withBias,
  type Geometry,
} from './convolve.js';
import { checkConvolution } from './convolutionChecks.js';
import { inBoth, run, tuple } from './shared.js';

/** Convolutions and transposed convolutions over one to three dims. */

const geometryOf = ({ stride, padding, dilation, groups }: Geometry): Geometry => ({ stride, padding, dilation, groups });
const settings = (g: Geometry, transposed: boolean, outputPadding: readonly number[]): unknown[] => [
  null,
  g.stride,
  g.padding,
  g.dilation,
  transposed,
  outputPadding,
  g.groups,
];
const noPadding = (g: Geometry): number[] => g.stride.map(() => 0);

/** y from x and w, cut to the sizes of `like`: output padding beyond the stride would make it too large. */
function forwardLike(x: Tensor, w: Tensor, g: Geometry, sizes: readonly number[]): Tensor {
  const y = run(convolution, x, w, ...settings(g, false, noPadding(g)));
  return sizes.reduce((t, n, d) => (d < 2 || t.sizes[d] === n ? t : t.narrow(d, 0, n)), y);
}

/** x from y and w, with the spatial sizes `input`. */
function backLike(y: Tensor, w: Tensor, g: Geometry, input: readonly number[]): Tensor {
  const least = inputSizes(y.sizes.slice(2), w.sizes.slice(2), g);
  return run(
    convolution,
    y,
    w,
    ...settings(
      g,
      true,
      input.map((n, d) => n - least[d]),
    ),
  );
}

const weightFrom = (x: Tensor, y: Tensor, g: Geometry, sizes: readonly number[]): Tensor =>
  run(convolutionWeight, x, y, sizes, g.stride, g.padding, g.dilation, g.groups);

const settingsSignature = 'int[] stride, int[] padding, int[] dilation, ';

const convolution = op({
  roundsOnce: 'all',
  signature: `convolution(Tensor input, Tensor weight, Tensor? bias, ${settingsSignature}bool transposed, int[] output_padding, int groups)`,
  keepsChannels: true,
  autocast: 'half',
  kind: kind.convolution(),
  terms: { sum: ['input', 'bias'], by: ['weight'] },
  doc: 'The convolution behind conv1d to conv3d and their transposes.',
  formula: 'out = input ⋆ weight + bias',
  gradient: 'input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g',
  variants: ['function'],
  forward(input, weight, bias, stride, padding, dilation, transposed, outputPadding, groups) {
    const g: Geometry = { stride, padding, dilation, groups };
    const kernel = weight.sizes.slice(2);
    const spatial = input.sizes.slice(2);
    if (!transposed) return convolve(input, weight, bias, g, outputSizes(spatial, kernel, g));
    const sizes = inputSizes(spatial, kernel, g).map((n, d) => n + outputPadding[d]);
    return withBias(convolveBack(input, weight, g, sizes), bias);
  },
  backward: {
    input: (g, s) =>
      s.transposed
        ? forwardLike(g, s.weight, geometryOf(s), s.sizesOf('input'))
        : backLike(g, s.weight, geometryOf(s), s.sizesOf('input').slice(2)),
    weight: (g, s) =>
      s.transposed
        ? weightFrom(g, s.input, geometryOf(s), s.sizesOf('weight'))
        : weightFrom(s.input, g, geometryOf(s), s.sizesOf('weight')),
    bias: (g, s) =>
      formulasAreRecorded() || s.transposed ? sumToChannels(g) : convolveBias(g, s.sizesOf('input'), s.sizesOf('weight'), s.groups),
  },
});

const convolutionWeight = op({
  roundsOnce: 'all',
  signature: `convolution_weight(Tensor input, Tensor grad_output, int[] weight_size, ${settingsSignature}int groups)`,
  kind: kind.convolution(),
  doc: 'The gradient of the weight of a convolution.',
  formula: 'out = input ⋆ grad_output',
  gradient: 'input: grad_output ⋆ᵀ g;  grad_output: input ⋆ g',
  gradFn: 'ConvolutionBackwardBackward0',
  variants: [],
  forward: (input, gradOutput, size, stride, padding, dilation, groups) =>
    convolveWeight(input, gradOutput, { stride, padding, dilation, groups }, size),
  backward: {
    input: (g, s) => backLike(s.grad_output, g, geometryOf(s), s.sizesOf('input').slice(2)),
    grad_output: (g, s) => forwardLike(s.input, g, geometryOf(s), s.sizesOf('grad_output')),
  },
});

/** Adds the batch dim that a single sample lacks. */
function withBatch(name: string, input: Tensor, n: number, compute: (x: Tensor) => Tensor): Tensor {
  const rank = input.sizes.length;
  if (rank !== n + 1 && rank !== n + 2) {
    throw wrongShape(
      `Expected ${n + 1}D (unbatched) or ${n + 2}D (batched) input to ${name}, but got input of size: ${showSizes(input.sizes)}`,
    );
  }
  return rank === n + 1 ? compute(input.unsqueeze(0)).squeeze(0) : compute(input);
}

/** Padding that keeps the size; if it is odd, the extra element goes to the right. */
function samePadding(input: Tensor, weight: Tensor, stride: number[], dilation: number[]): { input: Tensor; padding: number[] } {
  const [rank, wanted] = [input.sizes.length, weight.sizes.length];
  if (rank !== wanted && wanted > 2) {
    throw wrongShape(
      `Expected ${wanted}-dimensional input for ${wanted}-dimensional weight${showSizes(weight.sizes)}, but got ${rank}-dimensional input of size ${showSizes(input.sizes)} instead`,
    );
  }
  if (stride.some((s) => s !== 1)) throw new RuntimeError("padding='same' is not supported for strided convolutions");
  const total = weight.sizes.slice(2).map((k, d) => dilation[d] * (k - 1));
  const padding = total.map((t) => Math.floor(t / 2));
  if (total.every((t) => t % 2 === 0)) return { input, padding };
  const extra = total.flatMap((t) => [0, t % 2]);
  const pairs = Array.from({ length: total.length }, (_, d) => extra.slice(2 * (total.length - 1 - d), 2 * (total.length - d))).flat();
  return { input: input.constant_pad_nd(pairs), padding };
}

const conv = (n: 1 | 2 | 3): Op[] =>
  inBoth(`conv${n}d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[]|str padding=0, int[] dilation=1, int groups=1)`, {
    autocast: 'half',
    kind: kind.convolution(),
    doc: `A convolution over ${n} dim${n > 1 ? 's' : ''}: (N, C, …) with a weight of (out, C / groups, …). Padding is a number for each dim, 'valid' or 'same'.`,
    formula: 'out = input ⋆ weight + bias',
    gradient: 'input: g ⋆ᵀ weight;  weight: input ⋆ g;  bias: Σ g',
    compose(input, weight, bias, stride, padding, dilation, groups) {
      const g = { stride: tuple(stride, n), dilation: tuple(dilation, n), groups };
      return withBatch(`conv${n}d`, input, n, (x) => {
        let padded = { input: x, padding: typeof padding === 'string' ? g.stride.map(() => 0) : tuple(padding, n) };
        if (typeof padding === 'string' && padding !== 'valid') {
          if (padding !== 'same') throw new RuntimeError(`Invalid padding string: '${padding}'`);
          padded = samePadding(x, weight, g.stride, g.dilation);
        }
        checkConvolution(padded.input, weight, bias, { ...g, padding: padded.padding }, false, []);
        return run(
          convolution,
          padded.input,
          weight,
          bias,
          g.stride,
          padded.padding,
          g.dilation,
          false,
          g.stride.map(() => 0),
          groups,
        );
      });
    },
  });

const convTranspose = (n: 1 | 2 | 3): Op[] =>
  inBoth(
    `conv_transpose${n}d(Tensor input, Tensor weight, Tensor? bias=None, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, int[] dilation=1)`,
    {
      autocast: 'half',
      kind: kind.convolution(),
      doc: `The transpose of a convolution over ${n} dim${n > 1 ? 's' : ''}: (N, C, …) with a weight of (C, out / groups, …).`,
      formula: 'out = input ⋆ᵀ weight + bias',
      gradient: 'input: g ⋆ weight;  weight: g ⋆ input;  bias: Σ g',
      compose(input, weight, bias, stride, padding, outputPadding, groups, dilation) {
        const g: Geometry = { stride: tuple(stride, n), padding: tuple(padding, n), dilation: tuple(dilation, n), groups };
        const extra = tuple(outputPadding, n);
        return withBatch(`conv_transpose${n}d`, input, n, (x) => {
          checkConvolution(x, weight, bias, g, true, extra);
          return run(convolution, x, weight, bias, g.stride, g.padding, g.dilation, true, extra, groups);
        });
      },
    },
  );

export const convolutions: Op[] = [
  convolution,
  convolutionWeight,
  ...([1, 2, 3] as const).flatMap(conv),
  ...([1, 2, 3] as const).flatMap(convTranspose),
];
