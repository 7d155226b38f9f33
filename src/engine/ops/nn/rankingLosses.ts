import { TypeError_, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { read } from '../../backends/allocation.js';
import { numel, sameSizes, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { bool, float64, getDefaultDType, int64 } from '../../dtype.js';
import { fn } from '../registry.js';
import { pythonType } from '../signature.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { legacy } from './elementwiseLosses.js';
import { reduced, reductionOf, run, type Reduction } from './shared.js';

/** Losses with a margin: two scores should differ by at least this margin. */

const pairwiseDistance = fn('pairwise_distance') as (a: Tensor, b: Tensor, p: number, eps: number) => Tensor;
const pick = (mask: Tensor, x: Tensor): Tensor => x.where(mask, x.new_zeros([]));

const marginRanking = op({
  signature: `nn.functional.margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, ${legacy})`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'values' }),
  doc: 'Wants `input1` above `input2` by `margin` where the target is 1, below where it is −1.',
  formula: 'out = mean max(0, −target · (input1 − input2) + margin)',
  gradient: 'input1: −g · target / n where the loss is positive;  input2: the negative',
  compose(a, b, target, margin, average, reduce, reduction) {
    const how = reductionOf(reduction, average, reduce);
    if (a.sizes.length !== b.sizes.length || a.sizes.length !== target.sizes.length) {
      throw wrongShape(
        `margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: ${a.shape}, input2: ${b.shape}, target: ${target.shape} `,
      );
    }
    const short = target.neg().mul(a.sub(b));
    // The margin is a float, so integers become floats.
    return reduced((short.dtype.isContinuous ? short : short.to(getDefaultDType())).add(margin).clamp_min(0), how);
  },
});

const hingeEmbedding = op({
  signature: `nn.functional.hinge_embedding_loss(Tensor input, Tensor target, float margin=1.0, ${legacy})`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'values' }),
  doc: 'Distances: small where the target is 1, at least `margin` where it is −1.',
  formula: 'out = mean (input where target = 1, max(0, margin − input) where target = −1)',
  gradient: 'input: g / n where target = 1, −g / n where target = −1 and input < margin',
  compose(x, target, margin, average, reduce, reduction) {
    const how = reductionOf(reduction, average, reduce);
    const apart = pick(target.ne(1), x.rsub(margin).clamp_min(0));
    return reduced(apart.add(pick(target.ne(-1), x)), how);
  },
});

function checkCosine(a: Tensor, b: Tensor, target: Tensor): void {
  const rank = target.sizes.length;
  if (rank > 1) throw wrongShape('0D or 1D target tensor expected, multi-target not supported');
  if (a.sizes.length !== rank + 1 || b.sizes.length !== rank + 1) {
    throw wrongShape(
      `${rank}D target tensor expects ${rank + 1}D input tensors, but found inputs with sizes ${showSizes(a.sizes)} and ${showSizes(b.sizes)}.`,
    );
  }
}

const cosineEmbedding = op({
  signature: `nn.functional.cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0, ${legacy})`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'values' }),
  doc: 'Angles: small where the target is 1, their cosine at most `margin` where it is −1.',
  formula: 'out = mean (1 − cos where target = 1, max(0, cos − margin) where target = −1)',
  gradient: 'through the cosine of input1 and input2',
  compose(a, b, target, margin, average, reduce, reduction) {
    const how = reductionOf(reduction, average, reduce);
    checkCosine(a, b, target);
    const dim = target.sizes.length;
    const square = (t: Tensor) => t.mul(t).sum([dim]).add(1e-12);
    const cos = a
      .mul(b)
      .sum([dim])
      .div(square(a).mul(square(b)).sqrt());
    const near = pick(target.eq(1), cos.rsub(1));
    return reduced(near.add(pick(target.eq(-1), cos.sub(margin).clamp_min(0))), how);
  },
});

function checkTriplet(a: Tensor, b: Tensor, c: Tensor, margin: number): void {
  if (margin <= 0) throw new ValueError(`margin must be greater than 0, got ${Number.isInteger(margin) ? margin.toFixed(1) : margin}`);
  const [x, y, z] = [a.sizes.length, b.sizes.length, c.sizes.length];
  if (x === y && y === z) return;
  throw wrongShape(
    `The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor ${x}D, positive ${y}D, and negative ${z}D inputs`,
  );
}

const triplet = op({
  signature: `nn.functional.triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, float eps=1e-6, bool swap=False, ${legacy})`,
  autocast: 'float32',
  kind: kind.loss(),
  doc: 'Wants the anchor nearer to the positive than to the negative by `margin`.',
  formula: 'out = mean max(0, d(anchor, positive) − d(anchor, negative) + margin)',
  gradient: 'through the distances, where the loss is positive',
  compose(anchor, positive, negative, margin, p, eps, swap, average, reduce, reduction) {
    const how = reductionOf(reduction, average, reduce);
    checkTriplet(anchor, positive, negative, margin);
    const near = pairwiseDistance(anchor, positive, p, eps);
    let far = pairwiseDistance(anchor, negative, p, eps);
    if (swap) far = far.minimum(pairwiseDistance(positive, negative, p, eps));
    return reduced(near.add(margin).sub(far).clamp_min(0), how);
  },
});

const tripletWithDistance = op({
  signature:
    "nn.functional.triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, *, any distance_function=None, float margin=1.0, bool swap=False, str reduction='mean')",
  kind: kind.loss(),
  doc: 'Triplet margin loss with a distance of your own.',
  formula: 'out = mean max(0, d(anchor, positive) − d(anchor, negative) + margin)',
  gradient: 'through the distances, where the loss is positive',
  compose(anchor, positive, negative, own, margin, swap, reduction) {
    const how = reductionOf(reduction);
    checkTriplet(anchor, positive, negative, margin);
    if (own !== null && typeof own !== 'function') throw new TypeError_(`'${pythonType(own)}' object is not callable`);
    const distance = (own ?? ((a: Tensor, b: Tensor) => pairwiseDistance(a, b, 2, 1e-6))) as (a: Tensor, b: Tensor) => Tensor;
    const near = distance(anchor, positive);
    let far = distance(anchor, negative);
    if (swap) far = far.minimum(distance(positive, negative));
    return reduced(near.add(margin).sub(far).clamp_min(0), how);
  },
});

/** The scores as rows; [C], or no target dim, counts as a batch of one. */
const rows = (x: Tensor): Tensor => (x.sizes.length < 2 ? x.reshape([1, numel(x.sizes)]) : x);

function marginTerms(input: Tensor, target: Tensor, p: number, margin: number, weight: Tensor | null): Tensor {
  const x = rows(input);
  const [n, classes] = x.sizes as [number, number];
  const index = target.reshape([n, 1]);
  const z = x.sub(x.gather(1, index)).add(margin).clamp_min(0);
  const each = p === 1 ? z : z.square();
  const own = index.new_zeros([n, classes]).bool().scatter(1, index, true);
  const terms = weight ? each.mul(weight.index_select(0, target.reshape([n])).unsqueeze(1)) : each;
  const loss = terms.masked_fill(own, 0).sum([1]).div(classes);
  return loss;
}

const multiMarginCore = op({
  signature: 'multi_margin_loss(Tensor input, Tensor target, int p, float margin, Tensor? weight, str reduction)',
  kind: kind.loss({ target: 'target', targets: 'classes' }),
  doc: 'Wants the score of the target class above all others by `margin`.',
  formula: 'out = mean Σ_{i≠target} max(0, margin − input[target] + input[i])ᵖ / C',
  gradient: 'input: p · max(0, …)^(p−1) · weight / C for i ≠ target, minus their sum at target',
  variants: [],
  constants: { weight: 'multi_margin_loss' },
  forward(x, target, p, margin, weight, reduction) {
    const how = reduction as Reduction;
    return shaped(reduced(marginTerms(x, target, p, margin, weight), how), x, target, how);
  },
  backward: {
    input: (g, s) => {
      const x = rows(s.input);
      const [n, classes] = x.sizes as [number, number];
      const index = s.target.reshape([n, 1]);
      const z = x.sub(x.gather(1, index)).add(s.margin);
      const slope = (s.p === 1 ? z.detach().new_full(z.sizes, 1) : z.mul(2)).masked_fill(z.le(0), 0);
      const own = index.new_zeros([n, classes]).bool().scatter(1, index, true);
      const each = (s.weight ? slope.mul(s.weight.index_select(0, s.target.reshape([n])).unsqueeze(1)) : slope).masked_fill(own, 0);
      const per = (s.reduction === 'none' ? g.reshape([n, 1]) : s.reduction === 'mean' ? g.div(n) : g).div(classes);
      const others = each.mul(per);
      return others.scatter_add(1, index, others.sum([1], true).neg()).reshape(s.sizesOf('input'));
    },
  },
});

/** The loss without dims for one sample that has no batch dim. */
const shaped = (loss: Tensor, x: Tensor, target: Tensor, reduction: Reduction): Tensor =>
  reduction === 'none' && target.sizes.length === 0 && x.sizes.length < 2 ? loss.reshape([]) : loss;

const multiMargin = op({
  signature: `nn.functional.multi_margin_loss(Tensor input, Tensor target, int p=1, float margin=1.0, Tensor? weight=None, ${legacy})`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'classes' }),
  doc: multiMarginCore.doc,
  formula: multiMarginCore.formula,
  gradient: multiMarginCore.gradient!,
  compose(x, target, p, margin, weight, average, reduce, reduction) {
    const how = reductionOf(reduction, average, reduce);
    if (p !== 1 && p !== 2) throw new ValueError('only p == 1 and p == 2 supported');
    if (weight && weight.sizes.length !== 1) throw wrongShape('weight must be one-dimensional', ValueError);
    const batch = x.sizes.length < 2 ? 1 : x.sizes[0];
    if (x.sizes.length > 2 || (x.sizes.length === 2 && x.sizes[1] === 0) || (x.sizes.length < 2 && numel(x.sizes) === 0)) {
      throw wrongShape(`Expected non-empty vector or matrix with optional 0-dim batch size, but got: ${showSizes(x.sizes)}`);
    }
    if (target.sizes.length > 1 || numel(target.sizes) !== batch) {
      throw wrongShape(
        `multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [${batch}], but got ${showSizes(target.sizes)}. Input has shape ${showSizes(x.sizes)}.`,
      );
    }
    const classes = x.sizes.at(-1) ?? 1;
    if (weight && numel(weight.sizes) !== classes) {
      throw wrongShape(`inconsistent weight size, expected ${classes} but got ${showSizes(weight.sizes)}`);
    }
    if (target.dtype !== int64) throw wrongDtype('positions', `expected scalar type Long but found ${target.dtype.scalarName}`);
    if (read(target).some((t) => t < 0 || t >= classes)) throw wrongPosition('target out of range');
    return run(multiMarginCore, x, target, p, margin, weight, how);
  },
});

/** For each row, which classes are targets. The list of a row ends at its first −1. */
function targetMask(target: Tensor, n: number, classes: number): { mask: Tensor; list: number[][] } {
  const flat = read(target);
  const mask = new Uint8Array(n * classes);
  const list: number[][] = [];
  for (let i = 0; i < n; i++) {
    const row: number[] = [];
    for (let j = 0; j < classes && flat[i * classes + j] >= 0; j++) {
      row.push(flat[i * classes + j]);
      mask[i * classes + flat[i * classes + j]] = 1;
    }
    list.push(row);
  }
  return { mask: Tensor.of(mask, [n, classes], bool, target.device), list };
}

/**
 * The terms max(0, 1 − x[t] + x[i]) of each sample, for every t in its list and every other class i. `pairs` holds the
 * inner values, `of` how often each pair counts: a class that is listed twice counts twice.
 */
function multilabelPairs(x: Tensor, target: Tensor): { pairs: Tensor; of: Tensor } {
  const [n, classes] = x.sizes as [number, number];
  const { mask, list } = targetMask(target, n, classes);
  const counts = new Float64Array(n * classes);
  list.forEach((row, i) => row.forEach((t) => counts[i * classes + t]++));
  const listed = Tensor.of(counts, [n, classes], float64, x.device).to(x.dtype);
  const of = listed.unsqueeze(2).mul(mask.logical_not().unsqueeze(1).to(x.dtype));
  return { pairs: x.unsqueeze(1).sub(x.unsqueeze(2)).add(1), of };
}

const multilabelCore = op({
  signature: 'multilabel_margin_loss(Tensor input, Tensor target, str reduction)',
  kind: kind.loss({ target: 'target', targets: 'classes' }),
  doc: 'Wants the scores of several target classes above those of all others by 1. A row of the target lists classes up to the first −1.',
  formula: 'out = mean Σ_{t in target, i not in target} max(0, 1 − input[t] + input[i]) / C',
  gradient: 'input: 1 / C for each pair whose loss is positive',
  variants: [],
  forward(input, target, reduction) {
    const x = rows(input);
    const { pairs, of } = multilabelPairs(x, target);
    const terms = pairs.clamp_min(0).mul(of).sum([1, 2]).div(x.sizes[1]);
    return reduction === 'none' && input.sizes.length < 2 ? terms.reshape([]) : reduced(terms, reduction as Reduction);
  },
  backward: {
    input: (g, s) => {
      const x = rows(s.input);
      const [n, classes] = x.sizes as [number, number];
      const { pairs, of } = multilabelPairs(x.detach(), s.target);
      const slopes = of.masked_fill(pairs.le(0), 0);
      const per = (s.reduction === 'none' ? g.reshape([n, 1]) : s.reduction === 'mean' ? g.div(n) : g).div(classes);
      return slopes
        .sum([1])
        .sub(slopes.sum([2]))
        .mul(per)
        .reshape(s.sizesOf('input'));
    },
  },
});

const multilabelMargin = op({
  signature: `nn.functional.multilabel_margin_loss(Tensor input, Tensor target, ${legacy})`,
  autocast: 'float32',
  kind: kind.loss({ target: 'target', targets: 'classes' }),
  doc: multilabelCore.doc,
  formula: multilabelCore.formula,
  gradient: multilabelCore.gradient!,
  compose(input, target, average, reduce, reduction) {
    const how = reductionOf(reduction, average, reduce);
    const { sizes } = input;
    if (sizes.length > 2 || sizes.at(-1) === 0) {
      throw wrongShape(`Expected non-empty vector or matrix with optional 0-dim batch size, but got: ${showSizes(sizes)}`);
    }
    const fits = sizes.length === 2 ? sameSizes(sizes, target.sizes) : target.sizes.length < 2 && numel(target.sizes) === numel(sizes);
    if (!fits) throw wrongShape(`inconsistent target size: ${showSizes(target.sizes)} for input of size: ${showSizes(sizes)}`);
    if (target.dtype !== int64) throw wrongDtype('positions', `expected scalar type Long but found ${target.dtype.scalarName}`);
    if (read(target).some((t) => t < -1 || t >= (sizes.at(-1) ?? 1))) throw wrongPosition("argument #2 'target' is out of range");
    return run(multilabelCore, input, target, how);
  },
});

export const rankingLosses: Op[] = [
  marginRanking,
  hingeEmbedding,
  cosineEmbedding,
  triplet,
  tripletWithDistance,
  multiMarginCore,
  multiMargin,
  multilabelCore,
  multilabelMargin,
];
