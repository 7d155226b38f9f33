import { outside } from '../../backends/allocation.js';
import { fused } from '../../backends/dispatch.js';
import { IndexError, RuntimeError, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { int64, uint8, type DType } from '../../dtype.js';
import { numel, sameSizes, showSizes } from '../../shape.js';
import { formulasAreRecorded } from '../../tensor/observe.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { lacking } from '../lacks.js';
import { op, type Op } from '../op.js';
import { cast, dense, pointwise } from '../pointwise.js';
import { legacy } from './elementwiseLosses.js';
import { fn } from '../registry.js';
import { reduced, reductionOf, run, type Reduction } from './shared.js';

/** Losses whose targets are classes: negative log-likelihood and cross-entropy. */

const classDim = (x: Tensor): number => (x.sizes.length === 1 ? 0 : 1);

/**
 * What the targets select: their classes (0 where ignored), the weight of each (0 where ignored), and which targets are
 * ignored.
 */
interface Choice {
  classes: Tensor;
  weights: Tensor;
  ignored: Tensor;
}

/** @throws IndexError for a class that does not exist */
function choose(sizes: readonly number[], target: Tensor, weight: Tensor | null, ignoreIndex: number, dtype: DType): Choice {
  const ignored = pointwise('eq', [target, ignoreIndex], { result: 'bool' });
  const classes = cast(target, int64).masked_fill(ignored, 0);
  const count = classesOf(sizes);
  const wrong = outside(classes, 0, count);
  if (wrong !== null) throw new IndexError(`Target ${wrong} is out of bounds.`, { kind: 'class', target: wrong, classes: count });
  const kept = pointwise('logical_not', [ignored], { result: 'bool' });
  const weights = weight
    ? cast(weight, dtype)
        .index_select(0, classes.reshape([-1]))
        .view(target.sizes)
        .mul(kept)
    : cast(kept, dtype);
  return { classes, weights, ignored };
}

/** What the targets select, by one kernel: the terms of the loss, their sum, and that of the weights. Null when the backend has none for it. */
function pickedAtOnce(
  input: Tensor | null,
  sizes: readonly number[],
  target: Tensor,
  weight: Tensor | null,
  ignored: number,
  dtype: DType,
): { terms: Tensor; sum: Tensor; weight: Tensor } | null {
  if (weight && weight.dtype !== dtype) return null;
  const [terms, sums] = [target.sizes, [2]].map((room) => Tensor.empty(room, dtype, target.device)) as [Tensor, Tensor];
  const of = weight && dense(weight);
  const done = fused('pickClasses', input && dense(input), dense(target), of, classesOf(sizes), ignored, terms, sums);
  return done ? { terms, sum: sums.select(0, 0), weight: sums.select(0, 1) } : null;
}

const classesOf = (sizes: readonly number[]): number => (sizes.length === 1 ? sizes[0] : sizes[1]);

/** The gradient by one kernel; null when the backend has none for it, or when the gradient is recorded. */
function placedAtOnce(
  g: Tensor,
  sizes: readonly number[],
  target: Tensor,
  weight: Tensor | null,
  reduction: string,
  ignored: number,
): Tensor | null {
  if (formulasAreRecorded() || (weight && weight.dtype !== g.dtype)) return null;
  const picked = reduction === 'mean' ? pickedAtOnce(null, sizes, target, weight, ignored, g.dtype) : null;
  if (reduction === 'mean' && !picked) return null;
  const each = picked ? pointwise('div', [g, picked.weight]) : dense(g);
  const dx = Tensor.zeros(sizes, g.dtype, g.device);
  return fused('placeClasses', each, dense(target), weight && dense(weight), ignored, dx) ? dx : null;
}

const nll = (name: 'nll_loss' | 'nll_loss2d'): Op =>
  op({
    signature: `${name}(Tensor input, Tensor target, Tensor? weight, str reduction, int ignore_index)`,
    kind: kind.loss({ target: 'target', targets: 'classes', takes: 'log-probabilities' }),
    terms: { sum: ['input'] },
    doc: 'The negative log-probability of each target class.',
    formula: 'out = −mean(weight[target] · input[target]) (a mean over the weights with weight)',
    gradient: 'input: −g · weight[target] / n at target, 0 elsewhere (n is the sum of the weights with weight)',
    keeps: ['input'],
    gradFn: name === 'nll_loss' ? 'NllLossBackward0' : 'NllLoss2DBackward0',
    variants: [],
    lacks: lacking(name === 'nll_loss' ? 'nll_loss_out_frame' : 'nll_loss2d_forward_out_frame', 'ComplexFloat', 'ComplexDouble'),
    constants: { weight: `${name}_forward` },
    forward(input, target, weight, reduction, ignoreIndex) {
      const quick = pickedAtOnce(input, input.sizes, target, weight, ignoreIndex, input.dtype);
      if (quick) {
        if (reduction === 'none') return quick.terms;
        return reduction === 'sum' ? quick.sum : pointwise('div', [quick.sum, quick.weight]);
      }
      const { classes, weights, ignored } = choose(input.sizes, target, weight, ignoreIndex, input.dtype);
      const dim = classDim(input);
      const picked = input.gather(dim, input.sizes.length === 1 ? classes.reshape([-1]) : classes.unsqueeze(dim));
      const terms = picked.reshape(target.sizes).mul(weights).neg().masked_fill(ignored, 0);
      return reduction === 'none' ? terms : reduction === 'sum' ? terms.sum() : terms.sum().div(weights.sum());
    },
    backward: {
      input: (g, s) => {
        const target = s.target;
        const sizes = s.sizesOf('input');
        const quick = placedAtOnce(g, sizes, target, s.weight, s.reduction, s.ignore_index);
        if (quick) return quick;
        const { classes, weights, ignored } = choose(sizes, target, s.weight, s.ignore_index, g.dtype);
        const terms = (s.reduction === 'mean' ? g.div(weights.sum()) : g).mul(weights.neg()).masked_fill(ignored, 0);
        const dim = sizes.length === 1 ? 0 : 1;
        return g.new_zeros(sizes).scatter(dim, classes.unsqueeze(dim), terms.unsqueeze(dim));
      },
    },
  });

const nllLoss = nll('nll_loss');
const nllLoss2d = nll('nll_loss2d');

function checkTarget(target: Tensor): void {
  if (target.dtype !== int64 && target.dtype !== uint8)
    throw wrongDtype('positions', `expected target dtype to be Long or Byte, but got ${target.dtype.scalarName}`);
}

function checkWeight(input: Tensor, weight: Tensor | null, start = ''): void {
  if (!weight) return;
  const classes = input.sizes[classDim(input)];
  if (weight.sizes.length !== 1 || weight.sizes[0] !== classes) {
    throw wrongShape(
      `${start}weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${showSizes(weight.sizes)}`,
    );
  }
  if (weight.dtype !== input.dtype)
    throw wrongDtype('same', `expected scalar type ${input.dtype.scalarName} but found ${weight.dtype.scalarName}`);
}

function flatNll(input: Tensor, target: Tensor, weight: Tensor | null, reduction: Reduction, ignore: number): Tensor {
  if (target.sizes.length > 1) throw wrongShape('0D or 1D target tensor expected, multi-target not supported');
  const single = input.sizes.length === 1 && target.sizes.length === 0;
  if (input.sizes.length === 1 && !single && target.sizes[0] !== 1) {
    throw wrongShape(`For 1D input, 1D target must have size 1, but got target size: ${target.sizes[0]}`, ValueError);
  }
  if (!single && input.sizes[0] !== target.sizes[0]) {
    throw wrongShape(`size mismatch (got input: ${showSizes(input.sizes)}, target: ${showSizes(target.sizes)})`);
  }
  checkWeight(input, weight);
  checkTarget(target);
  return run(nllLoss, input, target, weight, reduction, ignore);
}

function spatialNll(input: Tensor, target: Tensor, weight: Tensor | null, reduction: Reduction, ignore: number): Tensor {
  if (target.sizes.length !== 3) {
    throw wrongShape(`only batches of spatial targets supported (3D tensors) but got targets of dimension: ${target.sizes.length}`);
  }
  const [n, , h, w] = input.sizes;
  if (!sameSizes(target.sizes, [n, h, w])) {
    throw wrongShape(`size mismatch (got input: ${showSizes(input.sizes)} , target: ${showSizes(target.sizes)}`);
  }
  checkWeight(input, weight);
  checkTarget(target);
  return run(nllLoss2d, input, target, weight, reduction, ignore);
}

/** ATen's nll_loss_nd: an input with or without batch, or with any number of spatial dims. */
function nllOf(input: Tensor, target: Tensor, weight: Tensor | null, reduction: Reduction, ignore: number): Tensor {
  const rank = input.sizes.length;
  if (rank < 1) throw wrongShape('Expected 1 or more dimensions (got 0)', ValueError);
  if (rank !== 1 && input.sizes[0] !== (target.sizes[0] ?? 1)) {
    const [rows, targets] = [input.sizes[0], target.sizes[0] ?? 1];
    throw new ValueError(`Expected input batch_size (${rows}) to match target batch_size (${targets}).`, {
      kind: 'batch',
      input: rows,
      target: targets,
    });
  }
  if (rank <= 2) return flatNll(input, target, weight, reduction, ignore);
  if (rank === 4) return spatialNll(input, target, weight, reduction, ignore);
  const [n, classes, ...spatial] = input.sizes as [number, number, ...number[]];
  if (!sameSizes(spatial, target.sizes.slice(1))) {
    throw wrongShape(`Expected target size ${showSizes([n, ...spatial])}, got ${showSizes(target.sizes)}`);
  }
  const count = numel(spatial);
  const out = spatialNll(input.reshape([n, classes, 1, count]), target.reshape([n, 1, count]), weight, reduction, ignore);
  return reduction === 'none' ? out.view([n, ...spatial]) : out;
}

const nllFunction = op({
  signature: `nn.functional.nll_loss(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean')`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'classes', takes: 'log-probabilities' }),
  doc: 'The negative log-probability of the target classes: input (N, C, …) of log-probabilities, target (N, …) of classes.',
  formula: nllLoss.formula,
  gradient: nllLoss.gradient!,
  compose: (x, y, weight, average, ignore, reduce, reduction) => nllOf(x, y, weight, reductionOf(reduction, average, reduce), ignore),
});

/** The weight of each class, shaped to broadcast with the input. */
const alongClasses = (weight: Tensor, input: Tensor): Tensor =>
  weight.view(input.sizes.map((_, d) => (d === classDim(input) ? weight.sizes[0] : 1)));

function probabilityLoss(x: Tensor, y: Tensor, weight: Tensor | null, reduction: Reduction, smoothing: number): Tensor {
  const dim = classDim(x);
  const classes = x.sizes[dim];
  checkWeight(x, weight, 'cross_entropy: ');
  const target = smoothing > 0 ? y.mul(1 - smoothing).add(smoothing / classes) : y;
  const product = x.log_softmax(dim).mul(target);
  const terms = weight ? product.mul(alongClasses(weight, x)) : product;
  if (reduction === 'none') return terms.sum([dim]).neg();
  const total = terms.sum().neg();
  return reduction === 'sum' ? total : total._div_number(numel(x.sizes) / classes);
}

/** The loss with label smoothing: part of the probability is spread evenly over all classes. */
function smoothedLoss(x: Tensor, y: Tensor, weight: Tensor | null, reduction: Reduction, ignore: number, smoothing: number): Tensor {
  const dim = classDim(x);
  const log = x.log_softmax(dim);
  const nllPart = nllOf(log, y, weight, reduction, ignore);
  const ignored = y.eq(ignore);
  const each = (weight ? log.mul(alongClasses(weight, x)) : log).sum([dim]).neg().masked_fill(ignored, 0);
  let even = each;
  if (reduction === 'sum') even = each.sum();
  else if (reduction === 'mean') {
    const kept = ignored.logical_not();
    even = weight ? each.sum().div(weight.gather(0, y.masked_select(kept)).sum()) : each.masked_select(kept).mean();
  }
  return nllPart._mul_number(1 - smoothing).add(even._mul_number(smoothing / x.sizes[dim]));
}

const crossEntropy = op({
  signature: `nn.functional.cross_entropy(Tensor input, Tensor target, Tensor? weight=None, bool? size_average=None, int ignore_index=-100, bool? reduce=None, str reduction='mean', float label_smoothing=0.0)`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'classes', takes: 'scores', applies: 'log_softmax' }),
  doc: 'The cross-entropy of logits (N, C, …) with target classes (N, …), or with target probabilities (N, C, …).',
  formula: 'out = −mean ln softmax(input)[target]',
  gradient: 'input: g · (softmax(input) − onehot(target)) / n',
  compose(x, y, weight, average, ignore, reduce, reduction, smoothing) {
    const how = reductionOf(reduction, average, reduce);
    const checkSmoothing = () => {
      if (smoothing > 1) throw new RuntimeError(`label_smoothing must be between 0.0 and 1.0. Got: ${smoothing}`);
    };
    if (sameSizes(x.sizes, y.sizes)) {
      if (!y.dtype.is_floating_point) {
        throw new RuntimeError(`Expected floating point type for target with class probabilities, got ${y.dtype.scalarName}`);
      }
      if (ignore >= 0) throw new RuntimeError('ignore_index is not supported for floating point target');
      if (smoothing > 0) checkSmoothing();
      return probabilityLoss(x, y, weight, how, smoothing);
    }
    if (smoothing > 0) {
      checkSmoothing();
      return smoothedLoss(x, y, weight, how, ignore, smoothing);
    }
    return nllOf(x.log_softmax(classDim(x)), y, weight, how, ignore);
  },
});

const logSigmoid = fn('nn.functional.logsigmoid') as (x: Tensor) => Tensor;

const multilabelSoftMargin = op({
  signature: `nn.functional.multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight=None, ${legacy})`,
  kind: kind.loss({ target: 'target', targets: 'values', takes: 'scores', applies: 'sigmoid' }),
  doc: 'The mean over classes of the logistic losses of several labels at once.',
  formula: 'out = −mean (target · ln σ(input) + (1 − target) · ln σ(−input)) · weight',
  gradient: 'input: g · (σ(input) − target) / n',
  compose(x, y, weight, average, reduce, reduction) {
    let each = y
      .mul(logSigmoid(x))
      .add(y.rsub(1).mul(logSigmoid(x.neg())))
      .neg();
    if (weight) each = each.mul(weight);
    if (x.sizes.length === 0) throw new IndexError('Dimension specified as -1 but tensor has no dimensions');
    const loss = each.sum([-1]).div(x.sizes.at(-1)!);
    if (average === null && reduce === null && !['none', 'mean', 'sum'].includes(reduction))
      throw new ValueError(`${reduction} is not valid`);
    return reduced(loss, reductionOf(reduction, average, reduce));
  },
});

export const classificationLosses: Op[] = [nllLoss, nllLoss2d, nllFunction, crossEntropy, multilabelSoftMargin];
