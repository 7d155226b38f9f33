/** Distributions of one of several categories, and of the counts of each category. */
import { NotImplementedError_, ValueError } from '../errors.js';
import { int64 } from '../dtype.js';
import * as F from '../generated/functional.js';
import { arange, eye, full, full_like, multinomial, ones_like, rand, tensor } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import { numel, type Size } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { described, Distribution } from './distribution.js';
import { Binomial } from './probability.js';
import {
  asTensor,
  broadcast,
  broadcast_all,
  checkOneOf,
  clampProbs,
  isGiven,
  lazily,
  finfo,
  logitsToProbs,
  own,
  probsToLogits,
  shapeOf,
  type SampleShape,
  type Shape,
} from './support.js';

type Enumerated = boolean | { expand?: boolean };
const params = { probs: constraints.simplex, logits: constraints.real_vector };

/** One of the integers 0 … K − 1, as `torch.distributions.Categorical`. The weights need not add up to 1. */
export class Categorical extends described('Categorical(Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)', {
  params,
  enumerates: true,
  lazy: ['probs', 'logits'],
}) {
  protected override make({ probs, logits, validate_args }: Values<typeof Categorical.signature>): void {
    checkOneOf(probs, logits);
    if (isGiven(probs)) {
      if (probs.dim() < 1) throw new ValueError('`probs` parameter must be at least one-dimensional.');
      own(this, 'probs', probs.div(probs.sum(-1, true)));
    } else {
      if (logits!.dim() < 1) throw new ValueError('`logits` parameter must be at least one-dimensional.');
      own(this, 'logits', logits!.sub(logits!.logsumexp(-1, true)));
    }
    this.settle(this._param.sizes.slice(0, -1), [], validate_args);
  }
  get probs(): Tensor {
    return lazily(this, 'probs', () => logitsToProbs(this.logits));
  }
  get logits(): Tensor {
    return lazily(this, 'logits', () => probsToLogits(this.probs));
  }
  /** @internal */
  get _param(): Tensor {
    return Object.hasOwn(this, 'probs') ? this.probs : this.logits;
  }
  /** The number of categories. @internal */
  get _num_events(): number {
    return this._param.size(-1);
  }
  get param_shape(): Size {
    return this._param.shape;
  }
  override get support() {
    return constraints.integer_interval(0, this._num_events - 1);
  }
  override get mean(): Tensor {
    return full(this._extended_shape(), NaN, { dtype: this.probs.dtype });
  }
  override get mode(): Tensor {
    return this.probs.argmax(-1);
  }
  override get variance(): Tensor {
    return this.mean;
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const rows = this.probs.reshape([-1, this._num_events]);
    return multinomial(rows, numel(shapeOf(sample_shape)), true).T.reshape(this._extended_shape(sample_shape));
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [value, logits] = broadcast(given.to(int64).unsqueeze(-1), this.logits);
    return logits.gather(-1, value.narrow(-1, 0, 1)).squeeze(-1);
  }
  override entropy(): Tensor {
    const logits = this.logits.clamp({ min: finfo(this.logits.dtype).min });
    return logits.mul(this.probs).sum(-1).neg();
  }
  override enumerate_support(expand: Enumerated = true): Tensor {
    return this.enumerated(arange(this._num_events), expand);
  }
}

/** The base of distributions that are made from a categorical one. */
abstract class OfCategories extends Distribution {
  /** @internal */ declare readonly _categorical: Categorical;

  protected categories(categorical: Categorical, validate_args: boolean | null): void {
    own(this, '_categorical', categorical);
    this.settle(categorical.batch_shape, categorical.param_shape.slice(-1), validate_args);
  }
  get probs(): Tensor {
    return this._categorical.probs;
  }
  get logits(): Tensor {
    return this._categorical.logits;
  }
  get param_shape(): Size {
    return this._categorical.param_shape;
  }
}

/** A vector that is 1 at one of its places and 0 elsewhere, as `torch.distributions.OneHotCategorical`. */
export class OneHotCategorical extends described(
  'OneHotCategorical(Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)',
  { params, support: constraints.one_hot, enumerates: true },
  OfCategories,
) {
  protected override make({ probs, logits, validate_args }: Values<typeof OneHotCategorical.signature>): void {
    this.categories(new Categorical(probs, logits), validate_args);
  }
  override get mean(): Tensor {
    return this.probs;
  }
  override get mode(): Tensor {
    const { probs } = this;
    return F.one_hot(probs.argmax(-1), probs.size(-1)).to(probs);
  }
  override get variance(): Tensor {
    return this.probs.mul(this.probs.rsub(1));
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return F.one_hot(this._categorical.sample(sample_shape), this._categorical._num_events).to(this.probs.detach());
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return this._categorical.log_prob(value.max(-1).indices);
  }
  override entropy(): Tensor {
    return this._categorical.entropy();
  }
  override enumerate_support(expand: Enumerated = true): Tensor {
    return this.enumerated(eye(this.event_shape[0], { dtype: this._categorical._param.dtype }), expand);
  }
}

/**
 * The same distribution, but gradients pass through samples to the probabilities, as
 * `torch.distributions.OneHotCategoricalStraightThrough`.
 */
export class OneHotCategoricalStraightThrough extends described(
  'OneHotCategoricalStraightThrough(Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)',
  { rsample: true },
  OneHotCategorical,
) {
  override rsample(sample_shape: SampleShape = []): Tensor {
    const { probs } = this;
    return this.sample(sample_shape).add(probs.sub(probs.detach()));
  }
}

/** The count of each category in several draws, as `torch.distributions.Multinomial`. */
export class Multinomial extends described(
  'Multinomial(Tensor|float total_count=1, Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)',
  { params },
  OfCategories,
) {
  declare readonly total_count: number;
  /** @internal */ declare readonly _binomial: Binomial;

  protected override make({ total_count, probs, logits, validate_args }: Values<typeof Multinomial.signature>): void {
    if (!Number.isInteger(total_count)) throw new NotImplementedError_('inhomogeneous total_count is not supported');
    own(this, 'total_count', total_count);
    const categorical = new Categorical(probs, logits);
    own(this, '_binomial', new Binomial(total_count, categorical.probs));
    this.categories(categorical, validate_args);
  }
  override get support() {
    return constraints.multinomial(this.total_count);
  }
  override get mean(): Tensor {
    return this.probs.mul(this.total_count);
  }
  override get variance(): Tensor {
    return this.probs.mul(this.total_count).mul(this.probs.rsub(1));
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const drawn = this._categorical.sample([this.total_count, ...shapeOf(sample_shape)]).movedim(0, -1);
    const counts = drawn.new_zeros(this._extended_shape(sample_shape));
    return counts.scatter_add(-1, drawn, ones_like(drawn)).type_as(this.probs.detach());
  }
  override entropy(): Tensor {
    const n = tensor(this.total_count, { dtype: this.probs.dtype });
    const term1 = n.mul(this._categorical.entropy()).sub(n.add(1).lgamma());
    const support = this._binomial.enumerate_support(false).narrow(0, 1, this.total_count);
    const weighted = this._binomial.log_prob(support).exp().mul(support.add(1).lgamma());
    return term1.add(weighted.sum([0, -1]));
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [logits, value] = broadcast_all(this.logits, given);
    const safe = logits.masked_fill(value.eq(0).logical_and(logits.eq(-Infinity)), 0);
    const factorials = value.add(1).lgamma().sum(-1);
    return value.sum(-1).add(1).lgamma().sub(factorials).add(safe.mul(value).sum(-1));
  }
}

/** The logarithm of a relaxed one-hot vector, as `torch.distributions.ExpRelaxedCategorical`. */
export class ExpRelaxedCategorical extends described(
  'ExpRelaxedCategorical(Tensor|float temperature, Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)',
  { params, support: constraints.real_vector, rsample: true },
  OfCategories,
) {
  declare readonly temperature: Tensor;

  protected override make({ temperature, probs, logits, validate_args }: Values<typeof ExpRelaxedCategorical.signature>): void {
    own(this, 'temperature', asTensor(temperature));
    this.categories(new Categorical(probs, logits), validate_args);
  }
  protected override spreadValue(value: unknown, batch_shape: Shape): unknown {
    return value === this.temperature ? value : super.spreadValue(value, batch_shape);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const u = clampProbs(rand(this._extended_shape(sample_shape), { dtype: this.logits.dtype }));
    const gumbels = u.log().neg().log().neg();
    const scores = this.logits.add(gumbels).div(this.temperature);
    return scores.sub(scores.logsumexp(-1, true));
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const k = this._categorical._num_events;
    const [logits, value] = broadcast_all(this.logits, given);
    const logScale = full_like(this.temperature, k)
      .lgamma()
      .sub(this.temperature.log().mul(1 - k));
    const score = logits.sub(value.mul(this.temperature));
    return score.sub(score.logsumexp(-1, true)).sum(-1).add(logScale);
  }
}
