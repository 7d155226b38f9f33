/** Distributions that are transforms of other distributions. */
import { full, full_like, ones_like, where, zeros_like } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import type { Tensor } from '../tensor/tensor.js';
import { ExpRelaxedCategorical } from './categorical.js';
import type { Independent } from './composite.js';
import * as constraints from './constraints.js';
import { described, type Facts } from './distribution.js';
import { Exponential, Gamma } from './gammas.js';
import { Cauchy, Normal, Uniform } from './locationScale.js';
import { LogitRelaxedBernoulli } from './probability.js';
import { broadcast_all, euler, finfo, own } from './support.js';
import { TransformedDistribution } from './transformed.js';
import { AbsTransform, AffineTransform, ExpTransform, PowerTransform, SigmoidTransform } from './transforms/elementwise.js';
import { StickBreakingTransform } from './transforms/vectors.js';

const { positive, real } = constraints;
const { log, sqrt, PI } = Math;

/** Makes a class of a transformed distribution with its own signature. */
const transformed = <const S extends string>(signature: S, facts: Facts) =>
  described<S, TransformedDistribution>(signature, facts, TransformedDistribution);

const place = { loc: real, scale: positive };

/** exp(x) for a normal x, as `torch.distributions.LogNormal`. */
export class LogNormal extends transformed('LogNormal(Tensor|float loc, Tensor|float scale, bool? validate_args=None)', {
  params: place,
  support: positive,
}) {
  declare readonly base_dist: Normal;
  protected override make({ loc, scale, validate_args }: Values<typeof LogNormal.signature>): void {
    this.transform(new Normal(loc, scale, validate_args), new ExpTransform(), validate_args);
  }
  get loc(): Tensor {
    return this.base_dist.loc;
  }
  get scale(): Tensor {
    return this.base_dist.scale;
  }
  override get mean(): Tensor {
    return this.loc.add(this.scale.pow(2).div(2)).exp();
  }
  override get mode(): Tensor {
    return this.loc.sub(this.scale.square()).exp();
  }
  override get variance(): Tensor {
    const square = this.scale.pow(2);
    return square.expm1().mul(this.loc.mul(2).add(square).exp());
  }
  override entropy(): Tensor {
    return this.base_dist.entropy().add(this.loc);
  }
}

/** The absolute values of a distribution around 0. */
abstract class Half extends TransformedDistribution {
  declare readonly base_dist: Normal | Cauchy;
  get scale(): Tensor {
    return this.base_dist.scale;
  }
  override get mode(): Tensor {
    return zeros_like(this.scale);
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    return this.base_dist.cdf(value).mul(2).sub(1);
  }
  override icdf(prob: Tensor): Tensor {
    return this.base_dist.icdf(prob.add(1).div(2));
  }
  override entropy(): Tensor {
    return this.base_dist.entropy().sub(log(2));
  }
}

const half = <const S extends string>(signature: S) =>
  described<S, Half>(signature, { params: { scale: positive }, support: constraints.nonnegative }, Half);

/** |x| for a normal x around 0, as `torch.distributions.HalfNormal`. */
export class HalfNormal extends half('HalfNormal(Tensor|float scale, bool? validate_args=None)') {
  declare readonly base_dist: Normal;
  protected override make({ scale, validate_args }: Values<typeof HalfNormal.signature>): void {
    this.transform(new Normal(0, scale, false), new AbsTransform(), validate_args);
  }
  override get mean(): Tensor {
    return this.scale.mul(sqrt(2 / PI));
  }
  override get variance(): Tensor {
    return this.scale.pow(2).mul(1 - 2 / PI);
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return where(value.ge(0), this.base_dist.log_prob(value).add(log(2)), -Infinity);
  }
}

/** |x| for a Cauchy-distributed x around 0, as `torch.distributions.HalfCauchy`. */
export class HalfCauchy extends half('HalfCauchy(Tensor|float scale, bool? validate_args=None)') {
  declare readonly base_dist: Cauchy;
  protected override make({ scale, validate_args }: Values<typeof HalfCauchy.signature>): void {
    this.transform(new Cauchy(0, scale, false), new AbsTransform(), validate_args);
  }
  override get mean(): Tensor {
    return full(this._extended_shape(), Infinity, { dtype: this.scale.dtype });
  }
  override get variance(): Tensor {
    return this.base_dist.variance;
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const value = given.to(this.scale.dtype);
    return where(value.ge(0), this.base_dist.log_prob(value).add(log(2)), -Infinity);
  }
}

/** The distribution of maxima, as `torch.distributions.Gumbel`. */
export class Gumbel extends transformed('Gumbel(Tensor|float loc, Tensor|float scale, bool? validate_args=None)', {
  params: place,
  support: real,
}) {
  declare readonly loc: Tensor;
  declare readonly scale: Tensor;
  protected override make({ loc: givenLoc, scale: givenScale, validate_args }: Values<typeof Gumbel.signature>): void {
    const [loc, scale] = broadcast_all(givenLoc, givenScale);
    const { tiny, eps } = finfo(loc.dtype);
    const isNumber = typeof givenLoc === 'number' && typeof givenScale === 'number';
    const base = isNumber
      ? new Uniform(tiny, 1 - eps, validate_args)
      : new Uniform(full_like(loc, tiny), full_like(loc, 1 - eps), validate_args);
    own(this, 'loc', loc);
    own(this, 'scale', scale);
    const transforms = [
      new ExpTransform().inv,
      new AffineTransform(0, ones_like(scale).neg()),
      new ExpTransform().inv,
      new AffineTransform(givenLoc, scale.neg()),
    ];
    this.transform(base, transforms, validate_args);
  }
  override get mean(): Tensor {
    return this.loc.add(this.scale.mul(euler));
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get stddev(): Tensor {
    return this.scale.mul(PI / sqrt(6));
  }
  override get variance(): Tensor {
    return this.stddev.pow(2);
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const y = this.loc.sub(value).div(this.scale);
    return y.sub(y.exp()).sub(this.scale.log());
  }
  override entropy(): Tensor {
    return this.scale.log().add(1 + euler);
  }
}

/** The Pareto distribution, as `torch.distributions.Pareto`. */
export class Pareto extends transformed('Pareto(Tensor|float scale, Tensor|float alpha, bool? validate_args=None)', {
  params: { alpha: positive, scale: positive },
}) {
  declare readonly scale: Tensor;
  declare readonly alpha: Tensor;
  protected override make(given: Values<typeof Pareto.signature>): void {
    const [scale, alpha] = broadcast_all(given.scale, given.alpha);
    own(this, 'scale', scale);
    own(this, 'alpha', alpha);
    const base = new Exponential(alpha, given.validate_args);
    this.transform(base, [new ExpTransform(), new AffineTransform(0, scale)], given.validate_args);
  }
  override get support() {
    return constraints.greater_than_eq(this.scale);
  }
  override get mean(): Tensor {
    const a = this.alpha.clamp({ min: 1 });
    return a.mul(this.scale).div(a.sub(1));
  }
  override get mode(): Tensor {
    return this.scale;
  }
  override get variance(): Tensor {
    const a = this.alpha.clamp({ min: 2 });
    return this.scale
      .pow(2)
      .mul(a)
      .div(a.sub(1).pow(2).mul(a.sub(2)));
  }
  override entropy(): Tensor {
    return this.scale.div(this.alpha).log().add(this.alpha.reciprocal().add(1));
  }
}

/** The Weibull distribution, as `torch.distributions.Weibull`. */
export class Weibull extends transformed('Weibull(Tensor|float scale, Tensor|float concentration, bool? validate_args=None)', {
  params: { scale: positive, concentration: positive },
  support: positive,
}) {
  declare readonly scale: Tensor;
  declare readonly concentration: Tensor;
  declare readonly concentration_reciprocal: Tensor;
  protected override make(given: Values<typeof Weibull.signature>): void {
    const [scale, concentration] = broadcast_all(given.scale, given.concentration);
    own(this, 'scale', scale);
    own(this, 'concentration', concentration);
    own(this, 'concentration_reciprocal', concentration.reciprocal());
    const transforms = [new PowerTransform(this.concentration_reciprocal), new AffineTransform(0, scale)];
    this.transform(new Exponential(ones_like(scale), given.validate_args), transforms, given.validate_args);
  }
  override get mean(): Tensor {
    return this.scale.mul(this.concentration_reciprocal.add(1).lgamma().exp());
  }
  override get mode(): Tensor {
    const { concentration } = this;
    return this.scale.mul(concentration.sub(1).div(concentration).pow(concentration.reciprocal()));
  }
  override get variance(): Tensor {
    const second = this.concentration_reciprocal.mul(2).add(1).lgamma().exp();
    const first = this.concentration_reciprocal.add(1).lgamma().mul(2).exp();
    return this.scale.pow(2).mul(second.sub(first));
  }
  override entropy(): Tensor {
    const reciprocal = this.concentration_reciprocal;
    return reciprocal.rsub(1).mul(euler).add(this.scale.mul(reciprocal).log()).add(1);
  }
}

/** A distribution similar to the beta distribution, as `torch.distributions.Kumaraswamy`. */
export class Kumaraswamy extends transformed(
  'Kumaraswamy(Tensor|float concentration1, Tensor|float concentration0, bool? validate_args=None)',
  { params: { concentration1: positive, concentration0: positive }, support: constraints.unit_interval },
) {
  declare readonly concentration1: Tensor;
  declare readonly concentration0: Tensor;
  protected override make(given: Values<typeof Kumaraswamy.signature>): void {
    const [a, b] = broadcast_all(given.concentration1, given.concentration0);
    own(this, 'concentration1', a);
    own(this, 'concentration0', b);
    const base = new Uniform(full_like(b, 0), full_like(b, 1), given.validate_args);
    const transforms = [new PowerTransform(b.reciprocal()), new AffineTransform(1, -1), new PowerTransform(a.reciprocal())];
    this.transform(base, transforms, given.validate_args);
  }
  private moment(n: number): Tensor {
    const b = this.concentration0;
    const arg = this.concentration1.reciprocal().mul(n).add(1);
    return b.mul(arg.lgamma().add(b.lgamma()).sub(arg.add(b).lgamma()).exp());
  }
  override get mean(): Tensor {
    return this.moment(1);
  }
  override get mode(): Tensor {
    const [a, b] = [this.concentration1, this.concentration0];
    const logMode = b.reciprocal().mul(b.neg().log1p()).sub(b.neg().mul(a).log1p());
    return logMode.masked_fill(b.lt(1).logical_or(a.lt(1)), NaN).exp();
  }
  override get variance(): Tensor {
    return this.moment(2).sub(this.mean.pow(2));
  }
  override entropy(): Tensor {
    const [a, b] = [this.concentration1, this.concentration0];
    const harmonic = b.add(1).digamma().add(euler);
    return b.reciprocal().rsub(1).add(a.reciprocal().rsub(1).mul(harmonic)).sub(a.log()).sub(b.log());
  }
}

/** 1 / x for a gamma-distributed x, as `torch.distributions.InverseGamma`. */
export class InverseGamma extends transformed('InverseGamma(Tensor|float concentration, Tensor|float rate, bool? validate_args=None)', {
  params: { concentration: positive, rate: positive },
  support: positive,
}) {
  declare readonly base_dist: Gamma;
  protected override make({ concentration, rate, validate_args }: Values<typeof InverseGamma.signature>): void {
    const base = new Gamma(concentration, rate, validate_args);
    this.transform(base, new PowerTransform(base.rate.new_ones([]).neg()), validate_args);
  }
  get concentration(): Tensor {
    return this.base_dist.concentration;
  }
  get rate(): Tensor {
    return this.base_dist.rate;
  }
  override get mean(): Tensor {
    return where(this.concentration.gt(1), this.rate.div(this.concentration.sub(1)), Infinity);
  }
  override get mode(): Tensor {
    return this.rate.div(this.concentration.add(1));
  }
  override get variance(): Tensor {
    const { concentration } = this;
    const result = this.rate.square().div(concentration.sub(1).square().mul(concentration.sub(2)));
    return where(concentration.gt(2), result, Infinity);
  }
  override entropy(): Tensor {
    const { concentration } = this;
    return concentration.add(this.rate.log()).add(concentration.lgamma()).sub(concentration.add(1).mul(concentration.digamma()));
  }
}

/** A number between 0 and 1 in place of 0 or 1, as `torch.distributions.RelaxedBernoulli`. */
export class RelaxedBernoulli extends transformed(
  'RelaxedBernoulli(Tensor|float temperature, Tensor|float? probs=None, Tensor|float? logits=None, bool? validate_args=None)',
  { params: { probs: constraints.unit_interval, logits: real }, support: constraints.unit_interval, rsample: true },
) {
  declare readonly base_dist: LogitRelaxedBernoulli;
  protected override make({ temperature, probs, logits, validate_args }: Values<typeof RelaxedBernoulli.signature>): void {
    this.transform(new LogitRelaxedBernoulli(temperature, probs, logits), new SigmoidTransform(), validate_args);
  }
  override get has_rsample(): boolean {
    return true;
  }
  get temperature(): Tensor {
    return this.base_dist.temperature;
  }
  get probs(): Tensor {
    return this.base_dist.probs;
  }
  get logits(): Tensor {
    return this.base_dist.logits;
  }
}

/** Positive numbers with sum 1 in place of a one-hot vector, as `torch.distributions.RelaxedOneHotCategorical`. */
export class RelaxedOneHotCategorical extends transformed(
  'RelaxedOneHotCategorical(Tensor|float temperature, Tensor? probs=None, Tensor? logits=None, bool? validate_args=None)',
  { params: { probs: constraints.simplex, logits: constraints.real_vector }, support: constraints.simplex },
) {
  declare readonly base_dist: ExpRelaxedCategorical;
  protected override make({ temperature, probs, logits, validate_args }: Values<typeof RelaxedOneHotCategorical.signature>): void {
    this.transform(new ExpRelaxedCategorical(temperature, probs, logits, validate_args), new ExpTransform(), validate_args);
  }
  get temperature(): Tensor {
    return this.base_dist.temperature;
  }
  get probs(): Tensor {
    return this.base_dist.probs;
  }
  get logits(): Tensor {
    return this.base_dist.logits;
  }
}

/** Positive numbers with sum 1, made from normal variables, as `torch.distributions.LogisticNormal`. */
export class LogisticNormal extends transformed('LogisticNormal(Tensor|float loc, Tensor|float scale, bool? validate_args=None)', {
  params: place,
  support: constraints.simplex,
}) {
  declare readonly base_dist: Independent & { readonly base_dist: Normal };
  protected override make({ loc, scale, validate_args }: Values<typeof LogisticNormal.signature>): void {
    const base = new Normal(loc, scale, validate_args);
    this.transform(base.batch_shape.length === 0 ? base.expand([1]) : base, new StickBreakingTransform(), validate_args);
  }
  get loc(): Tensor {
    return this.base_dist.base_dist.loc;
  }
  get scale(): Tensor {
    return this.base_dist.base_dist.scale;
  }
}
