import type { Saved } from '../../autograd/saved.js';
import { fused, kernels } from '../../backends/dispatch.js';
import { widest } from '../../backends/registry.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { willWrite } from '../../tensor/observe.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { cast } from '../pointwise.js';
import { channelNormBack, channelwise, verifyBatchSize } from './normalization.js';
import { needFloating, runAll } from './shared.js';
import { inverseDeviation, moments, type Moments, momentsFor, shares, standardized, throughMoments, waysBack } from './standardize.js';
import { isHalf, widened } from '../halves.js';

/** Batch and instance normalization, with running statistics that each training step updates. */

const exceptChannels = (rank: number): number[] => [...new Array<number>(rank).keys()].filter((d) => d !== 1);

/**
 * running = (1 − momentum) · running + momentum · value. This does not count as an in-place change, so two forward
 * passes before a backward are allowed.
 */
const update = (running: Tensor, value: Tensor, momentum: number): void => {
  willWrite(running.storage);
  const before = cast(running, widest(running.device));
  kernels.copy(before.mul(1 - momentum).add(value.view(running.sizes).mul(momentum)), running);
};

/**
 * The standardized input and the inverse deviation, from this batch in training mode, else from the running statistics.
 */
function xhatOf(s: Saved<'(Tensor input, bool training, float eps)'>): [xhat: Tensor, rstd: Tensor] {
  const rank = s.input.sizes.length;
  const own: [Tensor, Tensor] = [channelwise(s.resultAt(1), rank), channelwise(s.resultAt(2), rank)];
  const [mean, rstd] = s.training ? momentsFor(s.input, exceptChannels(rank), s.eps, ...own) : own;
  return [s.input.sub(mean).mul(rstd), rstd];
}

const weighted = (g: Tensor, s: Saved<'(Tensor? weight)'>): Tensor => (s.weight ? g.mul(channelwise(s.weight, g.sizes.length)) : g);

/** The moments of each channel over the batch. */
function channelMoments(x: Tensor): Moments {
  const rank = x.sizes.length;
  if (x.isContiguousNow && numel(x.sizes) > 0) {
    const [samples, channels] = x.sizes as [number, number];
    const columns = numel(x.sizes) / (samples * channels);
    const [mean, variance] = [0, 0].map(() => Tensor.zeros([channels], widest(x.device), x.device)) as [Tensor, Tensor];
    if (fused('channelMoments', x.alias([samples, channels, columns], [channels * columns, columns, 1]), mean, variance))
      return { mean: channelwise(mean, rank), variance: channelwise(variance, rank) };
  }
  return moments(x, exceptChannels(rank));
}

/**
 * The gradients at once, in training mode. In evaluation mode the moments are constants, and the formulas are simpler.
 */
const batchNormBack = (g: Tensor, s: Saved<'(Tensor input, Tensor? weight, bool training)'>) =>
  s.training ? channelNormBack(g, s, () => [s.resultAt(1), s.resultAt(2)]) : null;

const nativeBatchNorm = op({
  roundsOnce: 'gradient',
  signature:
    'native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor output, Tensor save_mean, Tensor save_invstd)',
  keepsChannels: true,
  kind: kind.normalization(),
  doc: 'Batch normalization, with the mean and the inverse deviation of each channel. Training changes the running statistics.',
  formula: 'out = x̂ · weight + bias, x̂ = (input − mean) / √(var + eps)',
  gradient: 'input: (h − mean h − x̂ · mean(h · x̂)) / √(var + eps), h = g · weight;  weight: Σ g · x̂;  bias: Σ g',
  variants: ['function'],
  differentiableOutputs: 1,
  keeps: ['running_mean', 'running_var'],
  constants: { running_mean: 'native_batch_norm', running_var: 'native_batch_norm' },
  forward(given, givenWeight, givenBias, runningMean, runningVar, training, momentum, eps) {
    needFloating('batch_norm', given);
    const [input, weight, bias] = [given, givenWeight, givenBias].map(widened) as [Tensor, Tensor | null, Tensor | null];
    const rank = input.sizes.length;
    const parameters = [weight && channelwise(weight, rank), bias && channelwise(bias, rank)] as const;
    const flat = (t: Tensor) => cast(t, input.dtype).view([numel(t.sizes)]);
    if (!training) {
      const [mean, variance] = [runningMean, runningVar].map((t) => channelwise(widened(t) as Tensor, rank)) as [Tensor, Tensor];
      const rstd = inverseDeviation(variance, eps);
      return [cast(standardized(input, mean, rstd, ...parameters), given.dtype), flat(mean).clone(), flat(rstd)];
    }
    const { mean: exact, variance } = channelMoments(input);
    // The saved statistics have the dtype of the input, and the output is computed from them.
    const [mean, rstd] = isHalf(given.dtype)
      ? ([exact, inverseDeviation(variance, eps)].map((t) => widened(cast(t, given.dtype))) as [Tensor, Tensor])
      : [exact, inverseDeviation(variance, eps)];
    const count = numel(input.sizes) / input.sizes[1];
    if (numel(input.sizes) > 0) {
      if (runningMean) update(runningMean, exact, momentum);
      if (runningVar) update(runningVar, variance.mul(count / (count - 1)), momentum);
    }
    return [cast(standardized(input, mean, rstd, ...parameters), given.dtype), flat(mean), flat(rstd)];
  },
  backward: {
    input(g, s) {
      const atOnce = batchNormBack(g, s);
      if (atOnce) return atOnce.input;
      const [xhat, rstd] = xhatOf(s);
      const h = weighted(g, s);
      return s.training ? throughMoments(h, xhat, rstd, exceptChannels(g.sizes.length)) : h.mul(rstd);
    },
    weight: (g, s) => batchNormBack(g, s)?.weight ?? g.mul(xhatOf(s)[0]).sum(exceptChannels(g.sizes.length)),
    bias: (g, s) => batchNormBack(g, s)?.bias ?? g.sum(exceptChannels(g.sizes.length)),
  },
  terms: {
    parts: {
      input(picked, s) {
        const [, rstd] = xhatOf(s);
        const h = weighted(picked, s);
        return s.training ? shares(h, s.input, rstd, exceptChannels(picked.sizes.length)) : h.mul(rstd).mul(s.input);
      },
      running_mean(picked, s) {
        const h = weighted(picked, s).sum(exceptChannels(picked.sizes.length));
        return s.training ? h.mul(0) : h.mul(s.resultAt(2)).mul(s.resultAt(1)).neg();
      },
      bias: (picked, s) => picked.sum(exceptChannels(picked.sizes.length)).mul(s.bias!),
    },
    back: {
      input: waysBack((g, s: Saved<'(Tensor input, Tensor? weight, bool training, float eps)'>) => {
        const [xhat, rstd] = xhatOf(s);
        return { h: weighted(g, s), xhat, rstd, dims: s.training ? exceptChannels(g.sizes.length) : null };
      }),
    },
  },
});

type Parameters = Record<'running_mean' | 'running_var' | 'weight' | 'bias', Tensor | null>;

function check(input: Tensor, given: Parameters, training: boolean): void {
  const channels = input.sizes[1] ?? 0;
  for (const [name, t] of Object.entries(given)) {
    if (t && numel(t.sizes) !== channels) throw wrongShape(`${name} should contain ${channels} elements not ${numel(t.sizes)}`);
    if (!t && !training && name.startsWith('running')) throw new RuntimeError(`${name} must be defined in evaluation mode`);
  }
  needFloating('batch_norm', input);
}

const batchNormOf = (input: Tensor, p: Parameters, training: boolean, momentum: number | null, eps: number): Tensor => {
  check(input, p, training);
  // What is empty is copied before PyTorch asks for its channels.
  if (input.sizes.length < 2 && training && numel(input.sizes) > 0) wrapDim(1, input.sizes.length);
  if (input.sizes.length < 2) return input.clone();
  return runAll(nativeBatchNorm, input, p.weight, p.bias, p.running_mean, p.running_var, training, momentum ?? 0, eps)[0];
};

const documented = { doc: 'Normalizes each channel', formula: nativeBatchNorm.formula, gradient: nativeBatchNorm.gradient! };

const batchNorm = op({
  ...documented,
  signature:
    'nn.functional.batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight=None, Tensor? bias=None, bool training=False, float? momentum=0.1, float eps=1e-5)',
  kind: kind.normalization(),
  doc: 'Normalizes each channel over the batch, or by running statistics; `training` changes those.',
  compose(input, runningMean, runningVar, weight, bias, training, momentum, eps) {
    if (training && input.sizes.length > 0) verifyBatchSize(input.sizes, String(input.shape));
    return batchNormOf(input, { running_mean: runningMean, running_var: runningVar, weight, bias }, training, momentum, eps);
  },
});

const instanceNorm = op({
  ...documented,
  signature:
    'nn.functional.instance_norm(Tensor input, Tensor? running_mean=None, Tensor? running_var=None, Tensor? weight=None, Tensor? bias=None, bool use_input_stats=True, float momentum=0.1, float eps=1e-5)',
  kind: kind.normalization(),
  doc: 'Normalizes each channel of each sample over its spatial dims.',
  compose(input, runningMean, runningVar, weight, bias, useInput, momentum, eps) {
    if (useInput && numel(input.sizes.slice(2)) === 1) {
      throw wrongShape(`Expected more than 1 spatial element when training, got input size ${input.shape}`, ValueError);
    }
    if (!useInput && !(runningMean && runningVar)) {
      throw new RuntimeError('Expected running_mean and running_var to be defined when use_input_stats is false');
    }
    const [n, c, ...spatial] = input.sizes as [number, number, ...number[]];
    const repeated = (t: Tensor | null) => t && t.repeat([n]);
    const p = { running_mean: repeated(runningMean), running_var: repeated(runningVar), weight: repeated(weight), bias: repeated(bias) };
    // The channels of all samples are treated as the channels of one sample.
    const out = batchNormOf(input.contiguous().view([1, n * c, ...spatial]), p, useInput, momentum, eps);
    runningMean?.copy_(p.running_mean!.view([n, c]).mean([0]));
    runningVar?.copy_(p.running_var!.view([n, c]).mean([0]));
    return out.view(input.sizes);
  },
});

export const batchNorms: Op[] = [nativeBatchNorm, batchNorm, instanceNorm];
