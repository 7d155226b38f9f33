import type { Saved } from '../../autograd/saved.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { targetMismatch, wrongShape } from '../../errors/shapes.js';
import { formulasAreRecorded } from '../../tensor/observe.js';
import { broadcastSizes, numel, sameSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { familyOp, op, type Formula, type Op } from '../op.js';
import { pointwise } from '../pointwise.js';
import { parseSignature } from '../signature.js';
import type { ArgumentsOf } from '../signatureTypes.js';
import { needFloating, reduced, reductionOf, run, stretched, unreduced, type Reduction } from './shared.js';

/** Losses that compare input and target element by element, and then take the mean or the sum, or keep all elements. */

const comparing = kind.loss({ each: true, target: 'target', targets: 'values' });

type Slope<Args extends string> = (saved: Saved<`(Tensor input, Tensor target, ${Args}str reduction)`>) => Tensor;

interface ElementLoss<Args extends string> {
  /** The kind; by default it only says that the loss compares input and target element by element. */
  kind?: kind.Kind<'input' | 'target'>;
  name: string;
  doc: string;
  formula: string;
  gradient: string;
  gradFn?: string;
  constants?: Readonly<Record<string, string>>;
  /** The arguments after `input` and `target`. */
  args: Args;
  /** The loss of each element. */
  value: (...args: ArgumentsOf<`(Tensor input, Tensor target, ${Args}str reduction)`>) => Tensor;
  input: Slope<Args>;
  target?: Slope<Args>;
  /** Whether the gradient of the input is divided by the number of elements at the end, as PyTorch does it for some losses. */
  dividesLast?: boolean;
}

/** Makes the op: `value` and a reduction in one step, with the derivatives of `value`. */
function elementLoss<const Args extends string>({
  name,
  args,
  value,
  input,
  target,
  dividesLast = false,
  ...shown
}: ElementLoss<Args>): Op {
  type Kept = Saved<'(Tensor input, str reduction)'>;
  const back = (slope: Slope<Args>): Formula => {
    const each = slope as unknown as (s: Kept) => Tensor;
    const formula = (g: Tensor, s: Kept) => {
      const reduction = s.reduction as Reduction;
      if (formulasAreRecorded() || reduction === 'none') return unreduced(g, s.sizesOf('input'), reduction).mul(each(s));
      const slope = each(s);
      if (dividesLast && reduction === 'mean') return pointwise('mul', [slope, g]).div(numel(s.sizesOf('input')));
      const term = reduction === 'mean' ? pointwise('div', [g, numel(s.sizesOf('input'))], { result: 'float' }) : g;
      return pointwise('mul', [term, slope]);
    };
    return formula as Formula;
  };
  /** The value that each element adds to the mean or the sum. */
  const each = (s: Saved<`(Tensor input, Tensor target, ${Args}str reduction)`>): Tensor => {
    const saved = s as unknown as Record<string, unknown>;
    const names = parseSignature(`${name}(Tensor input, Tensor target, ${args}str reduction)`).parameters.map((p) => p.name);
    return (value as (...all: unknown[]) => Tensor)(...names.map((argument) => saved[argument]));
  };
  return familyOp({
    kind: comparing,
    ...shown,
    signature: `${name}(Tensor input, Tensor target, ${args}str reduction)`,
    variants: [],
    forward: (...all) => reduced((value as (...all: unknown[]) => Tensor)(...all), all.at(-1) as Reduction),
    backward: { input: back(input), ...(target && { target: back(target) }) },
    terms: { parts: { input: back(each) } },
  });
}

const difference = (s: Saved<'(Tensor input, Tensor target)'>): Tensor =>
  formulasAreRecorded() ? s.input.sub(s.target) : minus(s.input, s.target);

/** The difference; of floating-point numbers without an operation. */
const minus = (x: Tensor, y: Tensor): Tensor => (x.dtype.is_floating_point && x.dtype === y.dtype ? pointwise('sub', [x, y]) : x.sub(y));

const times = (x: Tensor, factor: number): Tensor => (formulasAreRecorded() ? x.mul(factor) : pointwise('mul', [x, factor]));

const mse = elementLoss({
  name: 'mse_loss',
  doc: 'The mean of the squared differences.',
  formula: 'out = mean (input − target)²',
  gradient: 'input: 2 · g · (input − target) / n;  target: the negative',
  args: '',
  value: (x, y) => pointwise('square', [minus(x, y)]),
  input: (s) => times(difference(s), 2),
  target: (s) => times(difference(s), -2),
});

const smoothSlope = (s: Saved<'(Tensor input, Tensor target, float beta)'>): Tensor => difference(s).div(s.beta).clamp(-1, 1);

const smoothL1 = elementLoss({
  name: 'smooth_l1_loss',
  doc: 'Squared differences below `beta`, absolute ones above.',
  formula: 'out = mean (½ d² / beta where |d| < beta, else |d| − ½ beta),  d = input − target',
  gradient: 'input: g · clamp(d / beta, −1, 1) / n;  target: the negative',
  gradFn: 'SmoothL1LossBackward0',
  args: 'float beta, ',
  value(x, y, beta) {
    const d = x.sub(y).abs();
    return d
      .square()
      .mul(0.5 / beta)
      .where(d.lt(beta), d.sub(0.5 * beta));
  },
  input: smoothSlope,
  target: (s) => smoothSlope(s).neg(),
});

/**
 * The slope of the Huber loss. @throws RuntimeError for two different dtypes, which PyTorch accepts in the forward pass
 * only
 */
function slopeOfHuber(s: Parameters<typeof difference>[0] & { delta: number }): Tensor {
  if (s.input.dtype !== s.target.dtype)
    throw wrongDtype('same', `Found dtype ${s.target.dtype.scalarName} but expected ${s.input.dtype.scalarName}`);
  return difference(s).clamp(-s.delta, s.delta);
}

const huber = elementLoss({
  name: 'huber_loss',
  doc: 'Squared differences up to `delta`, absolute ones scaled by it above.',
  formula: 'out = mean (½ d² where |d| ≤ delta, else delta · (|d| − ½ delta)),  d = input − target',
  gradient: 'input: g · clamp(d, −delta, delta) / n;  target: the negative',
  args: 'float delta, ',
  value(x, y, delta) {
    const d = x.sub(y).abs();
    return d
      .square()
      .mul(0.5)
      .where(d.le(delta), d.sub(0.5 * delta).mul(delta));
  },
  input: (s) => slopeOfHuber(s),
  target: (s) => slopeOfHuber(s).neg(),
});

const weighted = (x: Tensor, weight: Tensor | null): Tensor => (weight ? x.mul(weight) : x);

/** The limit in single precision, as in PyTorch. */
const leastProduct = Math.fround(1e-12);

const bce = elementLoss({
  name: 'binary_cross_entropy',
  kind: kind.loss({ each: true, target: 'target', targets: 'values', sameSizes: true, takes: 'probabilities' }),
  doc: 'The cross-entropy of probabilities with targets between 0 and 1; logarithms are kept above −100.',
  formula: 'out = −mean (target · ln input + (1 − target) · ln(1 − input)) · weight',
  gradient: 'input: g · (input − target) / (input · (1 − input)) · weight / n;  target: g · (ln(1 − input) − ln input) · weight / n',
  args: 'Tensor? weight, ',
  dividesLast: true,
  constants: { weight: 'binary_cross_entropy' },
  value(x, y, weight) {
    const inside = x.ge(0).logical_and(x.le(1)).all().item();
    if (!inside) throw new RuntimeError('all elements of input should be between 0 and 1', { kind: 'probabilities' });
    const onOne = x.log().clamp_min(-100);
    const onZero = x.neg().log1p().clamp_min(-100);
    return weighted(y.sub(1).mul(onZero).sub(y.mul(onOne)), weight);
  },
  input: (s) => weighted(difference(s).div(s.input.rsub(1).mul(s.input).clamp_min(leastProduct)), s.weight),
  target: (s) => weighted(s.input.rsub(1).log().clamp_min(-100).sub(s.input.log().clamp_min(-100)), s.weight),
});

const logSigmoid = (x: Tensor): Tensor => pointwise('log_sigmoid', [x]);

const bceWithLogits = elementLoss({
  name: 'binary_cross_entropy_with_logits',
  kind: kind.loss({ each: true, target: 'target', targets: 'values', sameSizes: true, takes: 'scores', applies: 'sigmoid' }),
  doc: 'The cross-entropy of logits with targets between 0 and 1; `pos_weight` scales the positive part.',
  formula: 'out = −mean (pos_weight · target · ln σ(input) + (1 − target) · ln(1 − σ(input))) · weight',
  gradient:
    'input: g · (σ(input) − target) · weight / n (more at target with pos_weight);  target: g · (ln(1 − σ(input)) − pos_weight · ln σ(input)) · weight / n',
  args: 'Tensor? weight, Tensor? pos_weight, ',
  dividesLast: true,
  constants: { weight: 'binary_cross_entropy_with_logits', pos_weight: 'binary_cross_entropy_with_logits' },
  value(x, y, weight, positive) {
    const log = logSigmoid(x);
    // PyTorch computes the rest in the memory of `1 - target`.
    return weighted(
      y
        .rsub(1)
        .mul_(x)
        .sub_(positive ? positive.sub(1).mul(y).add(1).mul(log) : log),
      weight,
    );
  },
  input(s) {
    const p = s.input.sigmoid();
    if (!s.pos_weight) return weighted(p.sub(s.target), s.weight);
    const t = s.pos_weight.mul(s.target);
    return weighted(t.add(1).sub(s.target).mul(p).sub(t), s.weight);
  },
  target(s) {
    if (!s.pos_weight) return weighted(s.input.neg(), s.weight);
    return weighted(logSigmoid(s.input.neg()).sub(s.pos_weight.mul(logSigmoid(s.input))), s.weight);
  },
});

const softMargin = elementLoss({
  name: 'soft_margin_loss',
  doc: 'The logistic loss of scores with targets 1 and −1.',
  formula: 'out = mean ln(1 + e^(−target · input))',
  gradient: 'input: −g · target · σ(−target · input) / n',
  args: '',
  constants: { target: 'soft_margin_loss' },
  value: (x, y) => x.neg().mul_(y).exp_().add_(1).log_(),
  input: (s) => s.target.neg().mul(s.target.neg().mul(s.input).sigmoid()),
});

/** The last arguments of every loss of nn.functional. */
export const legacy = "bool? size_average=None, bool? reduce=None, str reduction='mean'";

const facade = <const Args extends string>(
  primitive: Op,
  args: Args,
  compose: (...args: ArgumentsOf<`(Tensor input, Tensor target, ${Args})`>) => Tensor,
): Op =>
  familyOp({
    signature: `nn.functional.${primitive.name}(Tensor input, Tensor target, ${args})`,
    autocast: 'float32',
    kind: primitive.kind,
    doc: primitive.doc,
    formula: primitive.formula,
    gradient: primitive.gradient!,
    compose: compose as Op['compose'],
  });

type Flag = boolean | null;

const l1 = op({
  signature: `nn.functional.l1_loss(Tensor input, Tensor target, ${legacy})`,
  autocast: 'float32',
  kind: comparing,
  doc: 'The mean of the absolute differences.',
  formula: 'out = mean |input − target|',
  gradient: 'input: g · sign(input − target) / n;  target: the negative',
  compose(x, y, average, reduce, reduction) {
    const [a, b] = stretched(x, y);
    return reduced(a.sub(b).abs(), reductionOf(reduction, average, reduce));
  },
});

const kl = op({
  signature: `nn.functional.kl_div(Tensor input, Tensor target, ${legacy}, bool log_target=False)`,
  autocast: 'float32',
  kind: kind.loss({ each: true, target: 'target', targets: 'values', takes: 'log-probabilities' }),
  doc: "The Kullback–Leibler divergence of log-probabilities from targets; reduction 'batchmean' divides by the batch size.",
  formula: 'out = mean target · (ln target − input)',
  gradient: 'input: −g · target / n',
  compose(x, y, average, reduce, reduction, logTarget) {
    if (!x.dtype.isContinuous || !y.dtype.isContinuous) throw wrongDtype('floating', 'kl_div: Integral inputs not supported.');
    const batchMean = reduction === 'batchmean' && average === null && reduce === null;
    const how = batchMean ? 'sum' : reductionOf(reduction, average, reduce);
    const each = logTarget ? y.exp().mul(y.sub(x)) : y.xlogy(y).sub(y.mul(x));
    const total = reduced(each, how);
    return reduction === 'batchmean' && x.sizes.length > 0 ? total.div(x.sizes[0]) : total;
  },
});

const validReduction = (reduction: string): Reduction => {
  if (reduction !== 'none' && reduction !== 'mean' && reduction !== 'sum')
    throw new ValueError(`${reduction} is not a valid value for reduction`);
  return reduction;
};

const poisson = op({
  signature:
    "nn.functional.poisson_nll_loss(Tensor input, Tensor target, bool log_input=True, bool full=False, bool? size_average=None, float eps=1e-8, bool? reduce=None, str reduction='mean')",
  autocast: 'float32',
  kind: comparing,
  doc: 'The negative log-likelihood of counts under a Poisson distribution of rate e^input (or `input`).',
  formula: 'out = mean (e^input − target · input)',
  gradient: 'input: g · (e^input − target) / n',
  compose(x, y, logInput, full, average, eps, reduce, reduction) {
    const how = average === null && reduce === null ? validReduction(reduction) : reductionOf(reduction, average, reduce);
    let each = logInput ? x.exp().sub(y.mul(x)) : x.sub(y.mul(x.add(eps).log()));
    if (full) {
      const stirling = y
        .mul(y.log())
        .sub(y)
        .add(
          y
            .mul(2 * Math.PI)
            .log()
            .mul(0.5),
        );
      each = each.add(stirling.masked_fill(y.le(1), 0));
    }
    return reduced(each, how);
  },
});

const gaussian = op({
  signature:
    "nn.functional.gaussian_nll_loss(Tensor input, Tensor target, Tensor|float var, bool full=False, float eps=1e-6, str reduction='mean')",
  kind: comparing,
  doc: 'The negative log-likelihood of targets under normal distributions of mean `input` and variance `var`.',
  formula: 'out = mean ½ (ln var + (input − target)² / var)',
  gradient: 'input: g · (input − target) / var / n',
  compose(x, y, variance, full, eps, reduction) {
    if (typeof variance === 'number' && variance < 0) throw new ValueError('var has negative entry/entries');
    let v = variance instanceof Tensor ? variance : x.detach().new_full(x.sizes, variance);
    if (!sameSizes(v.sizes, x.sizes)) {
      if (sameSizes(x.sizes.slice(0, -1), v.sizes)) v = v.unsqueeze(-1);
      else if (!(sameSizes(x.sizes.slice(0, -1), v.sizes.slice(0, -1)) && v.sizes.at(-1) === 1))
        throw wrongShape('var is of incorrect size', ValueError);
    }
    if (v.lt(0).any().item()) throw new ValueError('var has negative entry/entries');
    if (!['none', 'mean', 'sum'].includes(reduction)) throw new ValueError(`${reduction} is not valid`);
    const how = reduction as Reduction;
    // The gradient passes below the limit too, as in PyTorch.
    v = v.add(v.detach().clamp_min(eps).sub(v.detach()));
    const each = v.log().add(x.sub(y).square().div(v)).mul(0.5);
    return reduced(full ? each.add(0.5 * Math.log(2 * Math.PI)) : each, how);
  },
});

export const elementwiseLosses: Op[] = [
  mse,
  facade(mse, legacy, (x: Tensor, y: Tensor, average: Flag, reduce: Flag, reduction: string) => {
    const [a, b] = stretched(x, y);
    const how = reductionOf(reduction, average, reduce);
    needFloating('mse_cpu', a.dtype.is_floating_point ? a : b);
    return run(mse, a, b, how);
  }),
  l1,
  smoothL1,
  facade(smoothL1, `${legacy}, float beta=1.0`, (x: Tensor, y: Tensor, average: Flag, reduce: Flag, reduction: string, beta: number) => {
    const [a, b] = stretched(x, y);
    const how = reductionOf(reduction, average, reduce);
    if (beta < 0) throw new RuntimeError('smooth_l1_loss does not support negative values for beta.');
    return beta === 0 ? reduced(a.sub(b).abs(), how) : run(smoothL1, a, b, beta, how);
  }),
  huber,
  facade(huber, "str reduction='mean', float delta=1.0", (x: Tensor, y: Tensor, reduction: string, delta: number) => {
    const [a, b] = stretched(x, y);
    const how = reductionOf(reduction);
    if (delta <= 0) throw new RuntimeError('huber_loss does not support non-positive values for delta.');
    return run(huber, a, b, delta, how);
  }),
  bce,
  facade(
    bce,
    `Tensor? weight=None, ${legacy}`,
    (x: Tensor, y: Tensor, weight: Tensor | null, average: Flag, reduce: Flag, reduction: string) => {
      const how = reductionOf(reduction, average, reduce);
      if (!sameSizes(x.sizes, y.sizes)) {
        throw targetMismatch(
          `Using a target size (${y.shape}) that is different to the input size (${x.shape}) is deprecated. Please ensure they have the same size.`,
          x.sizes,
          y.sizes,
        );
      }
      if (y.dtype !== x.dtype) throw wrongDtype('floating', `Found dtype ${y.dtype.scalarName} but expected ${x.dtype.scalarName}`);
      return run(bce, x, y, weight && weight.expand(broadcastSizes(y.sizes, weight.sizes)), how);
    },
  ),
  bceWithLogits,
  facade(
    bceWithLogits,
    `Tensor? weight=None, ${legacy}, Tensor? pos_weight=None`,
    (x: Tensor, y: Tensor, weight: Tensor | null, average: Flag, reduce: Flag, reduction: string, positive: Tensor | null) => {
      const how = reductionOf(reduction, average, reduce);
      if (!sameSizes(x.sizes, y.sizes))
        throw targetMismatch(`Target size (${y.shape}) must be the same as input size (${x.shape})`, x.sizes, y.sizes);
      return run(bceWithLogits, x, y, weight, positive, how);
    },
  ),
  softMargin,
  facade(softMargin, legacy, (x: Tensor, y: Tensor, average: Flag, reduce: Flag, reduction: string) => {
    const how = reductionOf(reduction, average, reduce);
    broadcastSizes(x.sizes, y.sizes);
    return run(softMargin, x, y, how);
  }),
  kl,
  poisson,
  gaussian,
];
