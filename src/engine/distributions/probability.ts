/** Distributions with a probability, which is given directly or as its logit. */
import { withGradMode } from '../autograd/gradMode.js';
import { ValueError, NotImplementedError_ } from '../errors.js';
import * as F from '../generated/functional.js';
import { arange, bernoulli, binomial, empty, poisson, rand, zeros_like } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import { quietly } from '../quietly.js';
import type { Size } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { written } from './constraintClasses.js';
import * as constraints from './constraints.js';
import { described, Distribution, distribution } from './distribution.js';
import { ExponentialFamily } from './exponentialFamily.js';
import { Gamma } from './gammas.js';
import {
  asTensor,
  binaryCrossEntropy,
  broadcast_all,
  checkOneOf,
  clampProbs,
  formatted,
  isGiven,
  lazily,
  finfo,
  logitsToProbs,
  own,
  probsToLogits,
  tupleText,
  type Given,
  type SampleShape,
} from './support.js';

const { real, unit_interval } = constraints;
type Enumerated = boolean | { expand?: boolean };

/** The part of the constructor's arguments that gives the probability. */
interface GivenProbability {
  probs: Given | null;
  logits: Given | null;
  validate_args: boolean | null;
}

/** A probability and its logit. Each is computed from the other on its first use. */
export interface WithProbability extends Distribution {
  readonly probs: Tensor;
  readonly logits: Tensor;
  readonly param_shape: Size;
  /** The given one of both. @internal */
  readonly _param: Tensor;
  /** Stores the probability, and a count if there is one. */
  take(given: GivenProbability, total_count?: Given): void;
}

function withProbability<Base extends Distribution>(Base: abstract new (...args: never) => Base) {
  abstract class OfProbability extends (Base as unknown as typeof Distribution) {
    get probs(): Tensor {
      return lazily(this, 'probs', () => logitsToProbs(this.logits, true));
    }
    get logits(): Tensor {
      return lazily(this, 'logits', () => probsToLogits(this.probs, true));
    }
    get _param(): Tensor {
      return Object.hasOwn(this, 'probs') ? this.probs : this.logits;
    }
    get param_shape(): Size {
      return this._param.shape;
    }
    take({ probs, logits, validate_args }: GivenProbability, total_count?: Given): void {
      checkOneOf(probs, logits);
      const [name, value] = isGiven(probs) ? (['probs', probs] as const) : (['logits', logits!] as const);
      const [param, count] = isGiven(total_count) ? broadcast_all(total_count, value).reverse() : broadcast_all(value);
      if (count) own(this, 'total_count', count.type_as(param));
      own(this, name, param);
      this.settle(param.sizes, [], validate_args);
    }
    protected override make(given: Readonly<Record<string, unknown>>): void {
      this.take(given as unknown as GivenProbability, given['total_count'] as Given | undefined);
    }
  }
  return OfProbability as unknown as abstract new (...args: never) => Base & WithProbability;
}

const OfProbability = withProbability<Distribution>(Distribution);
export const FamilyOfProbability = withProbability<ExponentialFamily>(ExponentialFamily);
const lazy = ['probs', 'logits'];
const probability = { probs: unit_interval, logits: real };

/** The distribution of 0 or 1, as `torch.distributions.Bernoulli`. */
export class Bernoulli extends described(
  'Bernoulli(Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)',
  { params: probability, support: constraints.boolean, enumerates: true, lazy },
  FamilyOfProbability,
) {
  override get mean(): Tensor {
    return this.probs;
  }
  override get mode(): Tensor {
    return this.probs.ge(0.5).to(this.probs).masked_fill(this.probs.eq(0.5), NaN);
  }
  override get variance(): Tensor {
    return this.probs.mul(this.probs.rsub(1));
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    return withGradMode(false, () => bernoulli(this.probs.expand(shape)));
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [logits, value] = broadcast_all(this.logits, given);
    return binaryCrossEntropy(logits, value).neg();
  }
  override entropy(): Tensor {
    return binaryCrossEntropy(this.logits, this.probs);
  }
  override enumerate_support(expand: Enumerated = true): Tensor {
    return this.enumerated(arange(2, { dtype: this._param.dtype }), expand);
  }
  override get _natural_params(): Tensor[] {
    return [this.probs.logit()];
  }
  override _log_normalizer(x: Tensor): Tensor {
    return x.exp().log1p();
  }
}

/** The number of failures before the first success, as `torch.distributions.Geometric`. */
export class Geometric extends described(
  'Geometric(Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)',
  { params: probability, support: constraints.nonnegative_integer, lazy },
  OfProbability,
) {
  protected override make(given: Values<typeof Geometric.signature>): void {
    super.make(given);
    const { probs } = given;
    if (this._validate_args && isGiven(probs)) quietly(() => this.checkPositive(this.probs));
  }
  private checkPositive(value: Tensor): void {
    const isValid = value.gt(0);
    if (isValid.all().item()) return;
    throw new ValueError(
      `Expected parameter probs (${value.constructor.name} of shape ${tupleText(value.sizes)}) of distribution ${String(this)} to be positive but found invalid values:\n${formatted(value.data.masked_select(isValid.logical_not()))}`,
    );
  }
  override get mean(): Tensor {
    return this.probs.reciprocal().sub(1);
  }
  override get mode(): Tensor {
    return zeros_like(this.probs);
  }
  override get variance(): Tensor {
    return this.probs.reciprocal().sub(1).div(this.probs);
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    const { dtype } = this.probs;
    return withGradMode(false, () => {
      const u = empty(shape, { dtype }).uniform_(finfo(dtype).tiny, 1);
      return u.log().div(this.probs.neg().log1p()).floor();
    });
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [value, probs] = broadcast_all(given, this.probs);
    const safe = probs.masked_fill(probs.eq(1).logical_and(value.eq(0)), 0);
    return value.mul(safe.neg().log1p()).add(this.probs.log());
  }
  override entropy(): Tensor {
    return binaryCrossEntropy(this.logits, this.probs).div(this.probs);
  }
}

/** x where it is positive, otherwise 0. At 0, the gradient is halved. */
const clampByZero = (x: Tensor): Tensor =>
  x
    .clamp({ min: 0 })
    .add(x)
    .sub(x.clamp({ max: 0 }))
    .div(2);

/** The number of successes in several trials, as `torch.distributions.Binomial`. */
export class Binomial extends described(
  'Binomial(Tensor|int total_count=1, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)',
  { params: { total_count: constraints.nonnegative_integer, ...probability }, enumerates: true, lazy },
  OfProbability,
) {
  declare readonly total_count: Tensor;

  override get support() {
    return constraints.integer_interval(0, this.total_count);
  }
  override get mean(): Tensor {
    return this.total_count.mul(this.probs);
  }
  override get mode(): Tensor {
    return this.total_count.add(1).mul(this.probs).floor().clamp({ max: this.total_count });
  }
  override get variance(): Tensor {
    return this.total_count.mul(this.probs).mul(this.probs.rsub(1));
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    return withGradMode(false, () => binomial(this.total_count.expand(shape), this.probs.expand(shape)));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const { total_count: n, logits } = this;
    const normalizer = n.mul(clampByZero(logits)).add(n.mul(logits.abs().neg().exp().log1p())).sub(n.add(1).lgamma());
    return value.mul(logits).sub(value.add(1).lgamma()).sub(n.sub(value).add(1).lgamma()).sub(normalizer);
  }
  /** @throws NotImplementedError when the counts differ */
  private sameCount(method: string): number {
    const count = this.total_count.max().item();
    if (this.total_count.min().item() !== Math.trunc(count)) {
      throw new NotImplementedError_(`Inhomogeneous total count not supported by \`${method}\`.`);
    }
    return Math.trunc(count);
  }
  override entropy(): Tensor {
    this.sameCount('entropy');
    const logProb = this.log_prob(this.enumerate_support(false));
    return logProb.exp().mul(logProb).sum(0).neg();
  }
  override enumerate_support(expand: Enumerated = true): Tensor {
    return this.enumerated(arange(1 + this.sameCount('enumerate_support'), { dtype: this._param.dtype }), expand);
  }
}

const belowOne = written(constraints.half_open_interval(0, 1), 'HalfOpenInterval(lower_bound=0.0, upper_bound=1.0)');

/** The number of successes before a given number of failures, as `torch.distributions.NegativeBinomial`. */
export class NegativeBinomial extends described(
  'NegativeBinomial(Tensor|float total_count, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)',
  {
    params: { total_count: constraints.greater_than_eq(0), probs: belowOne, logits: real },
    support: constraints.nonnegative_integer,
    lazy,
  },
  OfProbability,
) {
  declare readonly total_count: Tensor;

  override get mean(): Tensor {
    return this.total_count.mul(this.logits.exp());
  }
  override get mode(): Tensor {
    return this.total_count.sub(1).mul(this.logits.exp()).floor().clamp({ min: 0 });
  }
  override get variance(): Tensor {
    return this.mean.div(this.logits.neg().sigmoid());
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return withGradMode(false, () => {
      const rates = new Gamma(this.total_count, this.logits.neg().exp(), false);
      return poisson(rates.sample(sample_shape));
    });
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const { total_count: n, logits } = this;
    const unnormalized = n.mul(F.logsigmoid(logits.neg())).add(value.mul(F.logsigmoid(logits)));
    const normalizer = n.add(value).lgamma().neg().add(value.add(1).lgamma()).add(n.lgamma());
    return unnormalized.sub(normalizer.masked_fill(n.add(value).eq(0), 0));
  }
}

/** The number of events with a given rate, as `torch.distributions.Poisson`. */
export class Poisson extends distribution(
  'Poisson(Tensor|float rate, bool? validate_args=None)',
  { params: { rate: constraints.nonnegative }, support: constraints.nonnegative_integer },
  ExponentialFamily,
) {
  override get mean(): Tensor {
    return this.rate;
  }
  override get mode(): Tensor {
    return this.rate.floor();
  }
  override get variance(): Tensor {
    return this.rate;
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    return withGradMode(false, () => poisson(this.rate.expand(shape)));
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [rate, value] = broadcast_all(this.rate, given);
    return value.xlogy(rate).sub(rate).sub(value.add(1).lgamma());
  }
  override get _natural_params(): Tensor[] {
    return [this.rate.log()];
  }
  override _log_normalizer(x: Tensor): Tensor {
    return x.exp();
  }
}

/** The logit of a relaxed Bernoulli variable, as `torch.distributions.LogitRelaxedBernoulli`. */
export class LogitRelaxedBernoulli extends described(
  'LogitRelaxedBernoulli(Tensor|float temperature, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)',
  { params: probability, support: real, lazy },
  OfProbability,
) {
  declare readonly temperature: Tensor;

  protected override make(given: Values<typeof LogitRelaxedBernoulli.signature>): void {
    own(this, 'temperature', asTensor(given.temperature));
    super.make(given);
  }
  protected override spreadValue(value: unknown, batch_shape: readonly number[]): unknown {
    return value === this.temperature ? value : super.spreadValue(value, batch_shape);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    const probs = clampProbs(this.probs.expand(shape));
    const u = clampProbs(rand(shape, { dtype: probs.dtype }));
    return u.log().sub(u.neg().log1p()).add(probs.log()).sub(probs.neg().log1p()).div(this.temperature);
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [logits, value] = broadcast_all(this.logits, given);
    const difference = logits.sub(value.mul(this.temperature));
    return this.temperature.log().add(difference).sub(difference.exp().log1p().mul(2));
  }
}
