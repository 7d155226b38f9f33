import { formulasAreRecorded } from '../../tensor/observe.js';
import type { Saved } from '../../autograd/saved.js';
import { fused } from '../../backends/dispatch.js';
import { float32 } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, reducedSizes, sameSizes, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { suggestedFormat } from '../../layout.js';
import { cast, dense } from '../pointwise.js';
import { inBoth, needFloating, runAll, together } from './shared.js';
import { affine, inverseDeviation, moments, momentsFor, shares, standardized, throughMoments, waysBack } from './standardize.js';

/** Layer and group normalization, and operations built on them. */

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

function checkDType(x: Tensor, ...parameters: (Tensor | null)[]): void {
  for (const p of parameters) {
    if (p && p.dtype !== x.dtype) throw wrongDtype('same', `expected scalar type ${x.dtype.scalarName} but found ${p.dtype.scalarName}`);
  }
}

function checkLayerNorm(x: Tensor, shape: readonly number[], weight: Tensor | null, bias: Tensor | null, star = '*, '): void {
  if (shape.length === 0) {
    throw wrongShape(
      'Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []',
    );
  }
  for (const [name, t] of [
    ['weight', weight],
    ['bias', bias],
  ] as const) {
    if (t && !sameSizes(t.sizes, shape)) {
      throw wrongShape(
        `Expected ${name} to be of same shape as normalized_shape, but got ${name} of shape ${showSizes(t.sizes)} and normalized_shape = ${showSizes(shape)}`,
      );
    }
  }
  const first = x.sizes.length - shape.length;
  if (first < 0 || !sameSizes(x.sizes.slice(first), shape)) {
    throw wrongShape(
      `Given normalized_shape=${showSizes(shape)}, expected input with shape [${star}${shape.join(', ')}], but got input of size${showSizes(x.sizes)}`,
    );
  }
  if (!x.dtype.is_complex || star !== '*') needFloating('LayerNormKernelImpl', x);
  checkDType(x, weight, bias);
}

/** The result, the mean and the inverse deviation. */
function normalized(x: Tensor, dims: readonly number[], eps: number, finish: (mean: Tensor, rstd: Tensor) => Tensor): Tensor[] {
  const { mean, variance } = moments(x, dims);
  const rstd = inverseDeviation(variance, eps);
  return [finish(mean, rstd), cast(mean, x.dtype), cast(rstd, x.dtype)];
}

type LayerNorm = Saved<'(Tensor input, int[] normalized_shape, Tensor? weight, Tensor? bias, float eps)'>;
const layerDims = (s: LayerNorm): number[] => range(s.input.sizes.length - s.normalized_shape.length, s.input.sizes.length);
const leading = (s: LayerNorm): number[] => range(0, s.input.sizes.length - s.normalized_shape.length);
const summed = (g: Tensor, dims: readonly number[]): Tensor => (dims.length > 0 ? g.sum(dims) : g);

const asRows = (x: Tensor, columns: number): Tensor => dense(x).alias([numel(x.sizes) / columns, columns], [columns, 1]);

/** Layer normalization as one kernel of the backend; null when the backend has none for it. */
function layerNormAtOnce(x: Tensor, dims: readonly number[], weight: Tensor | null, bias: Tensor | null, eps: number): Tensor[] | null {
  const columns = numel(dims.map((d) => x.sizes[d]));
  if (numel(x.sizes) === 0) return null;
  const [mean, rstd] = [0, 1].map(() => Tensor.empty(reducedSizes(x.sizes, dims, true), x.dtype, x.device));
  const out = Tensor.empty(x.sizes, x.dtype, x.device);
  return fused('layerNorm', asRows(x, columns), weight, bias, eps, asRows(out, columns), mean, rstd) ? [out, mean, rstd] : null;
}

/**
 * The gradients of the input, the weight and the bias by one kernel; null when the backend has none for it, or when the
 * gradients are recorded.
 */
const layerNormBack = (g: Tensor, s: LayerNorm): { input: Tensor; weight: Tensor | null; bias: Tensor | null } | null =>
  together(s, () => {
    const shape = s.normalized_shape;
    const columns = numel(shape);
    if (formulasAreRecorded() || numel(g.sizes) === 0 || !s.input.isContiguousNow) return null;
    const dx = Tensor.empty(g.sizes, g.dtype, g.device);
    const sums = s.needs('weight') || s.needs('bias') ? Tensor.empty([2, columns], g.dtype, g.device) : null;
    const [mean, rstd] = [s.resultAt(1), s.resultAt(2)];
    if (!fused('layerNormBack', asRows(g, columns), asRows(s.input, columns), mean, rstd, s.weight, asRows(dx, columns), sums)) return null;
    const [weight = null, bias = null] = sums?.unbind(0).map((t) => t.view(shape)) ?? [];
    return { input: dx, weight, bias };
  });

const nativeLayerNorm = op({
  roundsOnce: 'all',
  signature:
    'native_layer_norm(Tensor input, int[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor output, Tensor mean, Tensor rstd)',
  kind: kind.normalization(),
  doc: 'Layer normalization, with the mean and the inverse deviation.',
  formula: 'out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)',
  gradient: 'input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g',
  variants: ['function'],
  keeps: ['bias'],
  differentiableOutputs: 1,
  forward(input, shape, weight, bias, eps) {
    checkLayerNorm(input, shape, weight, bias);
    const dims = range(input.sizes.length - shape.length, input.sizes.length);
    const x = dense(input);
    const atOnce = layerNormAtOnce(x, dims, weight, bias, eps);
    if (atOnce) return atOnce;
    return normalized(x, dims, eps, (mean, rstd) => {
      // PyTorch rounds the mean before it is subtracted.
      const xhat = x.sub(cast(mean, x.dtype)).mul(cast(rstd, x.dtype));
      if (weight && bias) return affine(xhat, weight, bias);
      const scaled = weight ? xhat.mul(weight) : xhat;
      return bias ? scaled.add(bias) : scaled;
    });
  },
  backward: {
    input(g, s) {
      const atOnce = layerNormBack(g, s);
      if (atOnce) return atOnce.input;
      const dims = layerDims(s);
      const [mean, rstd] = momentsFor(s.input, dims, s.eps, s.resultAt(1), s.resultAt(2));
      return throughMoments(s.weight ? g.mul(s.weight) : g, s.input.sub(mean).mul(rstd), rstd, dims);
    },
    weight(g, s) {
      const atOnce = layerNormBack(g, s);
      if (atOnce) return atOnce.weight;
      const [mean, rstd] = momentsFor(s.input, layerDims(s), s.eps, s.resultAt(1), s.resultAt(2));
      return summed(g.mul(s.input.sub(mean).mul(rstd)), leading(s));
    },
    bias: (g, s) => layerNormBack(g, s)?.bias ?? summed(g, leading(s)),
  },
  terms: {
    parts: {
      input: (picked, s) => shares(s.weight ? picked.mul(s.weight) : picked, s.input, s.resultAt(2), layerDims(s)),
      bias: (picked, s) => summed(picked, leading(s)).mul(s.bias!),
    },
    back: {
      input: waysBack((g, s: LayerNorm) => {
        const rstd = s.resultAt(2);
        return { h: s.weight ? g.mul(s.weight) : g, xhat: s.input.sub(s.resultAt(1)).mul(rstd), rstd, dims: layerDims(s) };
      }),
    },
  },
});

const layerNorm: Op[] = inBoth('layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)', {
  kind: kind.normalization(),
  doc: 'Normalizes over the last dims, whose sizes `normalized_shape` gives.',
  formula: nativeLayerNorm.formula,
  gradient: nativeLayerNorm.gradient!,
  compose: (...args) => runAll(nativeLayerNorm, ...args)[0],
});

/** A parameter of each channel, shaped to broadcast with the input. */
export const channelwise = (t: Tensor, rank: number): Tensor => t.view(range(0, rank).map((d) => (d === 1 ? t.sizes[0] : 1)));

/** The input as [N, groups, all other elements of a group]. */
const grouped = (x: Tensor, s: { N: number; group: number }): Tensor => x.reshape([s.N, s.group, numel(x.sizes) / (s.N * s.group) || 0]);

type GroupNorm = Saved<'(Tensor input, Tensor? weight, int N, int group, float eps)'>;
const groupXhat = (s: Saved<'(Tensor input, int N, int group, float eps)'>): [xhat: Tensor, rstd: Tensor] => {
  const x = grouped(s.input, s);
  const stat = (t: Tensor) => t.unsqueeze(-1);
  const [mean, rstd] = momentsFor(x, [2], s.eps, stat(s.resultAt(1)), stat(s.resultAt(2)));
  return [x.sub(mean).mul(rstd), rstd];
};

/** The gradients that one backward kernel of a channel normalization computes together. */
interface ChannelGradients {
  readonly input: Tensor;
  readonly weight: Tensor;
  readonly bias: Tensor;
}

/**
 * The gradients of input, weight and bias by one kernel; null when the backend has none for it, or when the gradients
 * are recorded.
 */
export const channelNormBack = (
  g: Tensor,
  s: Saved<'(Tensor input, Tensor? weight)'>,
  moments: () => readonly [mean: Tensor, rstd: Tensor],
): ChannelGradients | null =>
  together(s, () => {
    if (formulasAreRecorded() || numel(g.sizes) === 0 || !s.input.isContiguousNow) return null;
    const [samples, channels] = g.sizes as [number, number];
    const columns = numel(g.sizes) / (samples * channels);
    const asChannels = (t: Tensor) => dense(t).alias([samples, channels, columns], [channels * columns, columns, 1]);
    const dx = Tensor.empty(g.sizes, g.dtype, g.device);
    const sums = Tensor.empty([2, channels], g.dtype, g.device);
    if (!fused('channelNormBack', asChannels(g), asChannels(s.input), ...moments(), s.weight, asChannels(dx), sums)) return null;
    const [weight, bias] = sums.unbind(0) as [Tensor, Tensor];
    return { input: dx, weight, bias };
  });

const exceptChannels = (rank: number): number[] => range(0, rank).filter((d) => d !== 1);

/** A gradient of the result, times the weights, arranged in groups. */
const groupWeighted = (g: Tensor, s: Saved<'(Tensor input, Tensor? weight, int N, int group)'>): Tensor =>
  grouped(s.weight ? g.mul(channelwise(s.weight, g.sizes.length)) : g, s);

const groupNormBack = (g: Tensor, s: Saved<'(Tensor input, Tensor? weight, Tensor? bias, int N, int C, int HxW, int group, float eps)'>) =>
  channelNormBack(g, s, () => [s.resultAt(1), s.resultAt(2)]);

const nativeGroupNorm = op({
  roundsOnce: 'all',
  signature:
    'native_group_norm(Tensor input, Tensor? weight, Tensor? bias, int N, int C, int HxW, int group, float eps) -> (Tensor output, Tensor mean, Tensor rstd)',
  keepsChannels: true,
  kind: kind.normalization(),
  doc: 'Group normalization, with the mean and the inverse deviation of each group.',
  formula: 'out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)',
  gradient: 'input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g',
  variants: ['function'],
  differentiableOutputs: 1,
  forward(input, weight, bias, N, C, _HxW, group, eps) {
    const rank = input.sizes.length;
    const scaled = (m: Tensor, r: Tensor) => {
      const each = (t: Tensor) =>
        t
          .reshape([N, group, 1])
          .expand([N, group, C / group])
          .reshape([N, C, ...new Array<number>(rank - 2).fill(1)]);
      return standardized(input, each(m), each(r), weight && channelwise(weight, rank), bias && channelwise(bias, rank));
    };
    const rows = grouped(input, { N, group });
    const [out, mean, rstd] = layerNormAtOnce(rows, [2], null, null, eps) ?? normalized(rows, [2], eps, (m, r) => rows.sub(m).mul(r));
    const isPlain = !weight && !bias;
    return [isPlain ? out.reshape(input.sizes) : scaled(mean, rstd), mean.view([N, group]), rstd.view([N, group])];
  },
  backward: {
    input(g, s) {
      const atOnce = groupNormBack(g, s);
      if (atOnce) return atOnce.input;
      const [xhat, rstd] = groupXhat(s);
      return throughMoments(groupWeighted(g, s), xhat, rstd, [2]).reshape(s.sizesOf('input'));
    },
    weight: (g, s) => groupNormBack(g, s)?.weight ?? g.mul(groupXhat(s)[0].reshape(s.sizesOf('input'))).sum(exceptChannels(g.sizes.length)),
    bias: (g, s) => groupNormBack(g, s)?.bias ?? g.sum(exceptChannels(g.sizes.length)),
  },
  terms: {
    parts: {
      input: (picked, s) => shares(groupWeighted(picked, s), grouped(s.input, s), groupXhat(s)[1], [2]).reshape(s.sizesOf('input')),
      bias: (picked, s) => picked.sum(exceptChannels(picked.sizes.length)).mul(s.bias!),
    },
    back: {
      input: waysBack((g, s: GroupNorm) => {
        const [xhat, rstd] = groupXhat(s);
        return { h: groupWeighted(g, s), xhat, rstd, dims: [2] };
      }),
    },
  },
});

/** Checks the number of values: fewer than two for each channel have no variance. */
export function verifyBatchSize(sizes: readonly number[], shown: string): void {
  if (sizes.reduce((a, n, d) => (d === 1 ? a : a * n), 1) === 1) {
    throw wrongShape(`Expected more than 1 value per channel when training, got input size ${shown}`, ValueError);
  }
}

const groupNorm: Op[] = inBoth('group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-5)', {
  kind: kind.normalization(),
  doc: 'Normalizes over groups of channels of each sample.',
  formula: nativeGroupNorm.formula,
  gradient: nativeGroupNorm.gradient!,
  compose(input, groups, weight, bias, eps) {
    const { sizes } = input;
    if (sizes.length < 2) throw wrongShape(`Expected at least 2 dimensions for input tensor but received ${sizes.length}`);
    const [n, c] = sizes as [number, number];
    if (groups === 0) throw new RuntimeError('ZeroDivisionError: integer division or modulo by zero');
    const checked = [Math.floor((n * c) / groups), groups, ...sizes.slice(2)];
    verifyBatchSize(checked, showSizes(checked));
    if (c % groups !== 0) {
      throw wrongShape(
        `Expected number of channels in input to be divisible by num_groups, but got input of shape ${showSizes(sizes)} and num_groups=${groups}`,
      );
    }
    for (const [name, t] of [
      ['weight', weight],
      ['bias', bias],
    ] as const) {
      if (t && (t.sizes.length !== 1 || t.sizes[0] !== c)) {
        throw wrongShape(
          `Expected ${name} to be a vector of size equal to the number of channels in input, but got ${name} of shape ${showSizes((weight ?? t).sizes)} and input of shape ${showSizes(sizes)}`,
        );
      }
    }
    if (c === 0) throw wrongShape('Expected number of channels to be greater than 0, got 0');
    if (numel(sizes.slice(2)) === 0) throw wrongShape('Expected HxW to be greater than 0, got 0');
    needFloating('GroupNormKernelImpl', input);
    checkDType(input, weight, bias);
    return runAll(
      nativeGroupNorm,
      input.contiguous({ memory_format: suggestedFormat(input) }),
      weight,
      bias,
      n,
      c,
      numel(sizes.slice(2)),
      groups,
      eps,
    )[0];
  },
});

const rmsNorm: Op[] = inBoth('rms_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, float? eps=None)', {
  kind: kind.normalization(),
  roundsOnce: 'all',
  doc: 'Divides by the root of the mean square over the last dims, whose sizes `normalized_shape` gives.',
  formula: 'out = input / √(mean input² + eps) · weight',
  gradient: 'input: r · (h − x̂ · mean(h · x̂)), h = g · weight;  weight: Σ g · x̂',
  compose(input, shape, weight, eps) {
    // PyTorch's message lacks a comma here.
    checkLayerNorm(input, shape, weight?.to(input.dtype) ?? null, null, '*');
    const dims = range(input.sizes.length - shape.length, input.sizes.length);
    const least = eps ?? (input.dtype === float32 ? 2 ** -23 : 2 ** -52);
    const scaled = input.mul(input.square().mean(dims, true).add(least).rsqrt());
    return weight ? scaled.mul(weight).to(input.dtype) : scaled;
  },
});

const localResponseNorm = op({
  signature: 'nn.functional.local_response_norm(Tensor input, int size, float alpha=1e-4, float beta=0.75, float k=1.0)',
  kind: kind.normalization(),
  doc: 'Divides by a power of the mean square over neighbouring channels.',
  formula: 'out = input / (k + alpha · mean_{channels near} input²)^beta',
  gradient: 'through the quotient',
  compose(input, size, alpha, beta, k) {
    const rank = input.sizes.length;
    if (rank < 3) {
      throw wrongShape(`Expected 3D or higher dimensionality                          input (got ${rank} dimensions)`, ValueError);
    }
    if (size < 1) throw new ValueError(`local_response_norm: size must be at least 1, got ${size}`);
    if (numel(input.sizes) === 0) return input;
    const before = Math.floor(size / 2);
    const channels = input.sizes[1];
    const square = input.mul(input);
    // Pads the channels with zeros on both sides, then adds `size` shifted copies.
    const padded = square.constant_pad_nd([...new Array<number>(2 * (rank - 2)).fill(0), before, Math.floor((size - 1) / 2)]);
    const sum = range(0, size).reduce<Tensor | null>((t, i) => {
      const slice = padded.narrow(1, i, channels);
      return t ? t.add(slice) : slice;
    }, null)!;
    const mean = input.dtype.is_floating_point ? sum.div(size) : sum.div(size, { rounding_mode: 'trunc' });
    return input.div(mean.mul(alpha).add(k).pow(beta));
  },
});

export const normalization: Op[] = [nativeLayerNorm, ...layerNorm, nativeGroupNorm, ...groupNorm, ...rmsNorm, localResponseNorm];
