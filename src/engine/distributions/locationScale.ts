/** Distributions of real numbers with a location and a scale, and uniform ones. */
import { withGradMode } from '../autograd/gradMode.js';
import { empty, full, isclose, normal, ones_like, rand, where, zeros, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { distribution } from './distribution.js';
import { ExponentialFamily } from './exponentialFamily.js';
import { finfo, standardNormal, type SampleShape } from './support.js';

const { positive, real } = constraints;
const { log, sqrt, PI } = Math;
const logRoot2Pi = log(sqrt(2 * PI));

/** The normal distribution, as `torch.distributions.Normal`. */
export class Normal extends distribution(
  'Normal(Tensor|float loc, Tensor|float scale, bool? validate_args=None)',
  { params: { loc: real, scale: positive }, support: real, rsample: true },
  ExponentialFamily,
) {
  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get stddev(): Tensor {
    return this.scale;
  }
  override get variance(): Tensor {
    return this.stddev.pow(2);
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    return withGradMode(false, () => normal(this.loc.expand(shape), this.scale.expand(shape)));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const noise = standardNormal(this._extended_shape(sample_shape), this.loc);
    return this.loc.add(noise.mul(this.scale));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const variance = this.scale.pow(2);
    return value.sub(this.loc).pow(2).neg().div(variance.mul(2)).sub(this.scale.log()).sub(logRoot2Pi);
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    return value.sub(this.loc).mul(this.scale.reciprocal()).div(Math.SQRT2).erf().add(1).mul(0.5);
  }
  override icdf(value: Tensor): Tensor {
    return this.loc.add(this.scale.mul(value.mul(2).sub(1).erfinv()).mul(Math.SQRT2));
  }
  override entropy(): Tensor {
    return this.scale.log().add(0.5 + 0.5 * log(2 * PI));
  }
  override get _natural_params(): Tensor[] {
    return [this.loc.div(this.scale.pow(2)), this.scale.pow(2).reciprocal().mul(-0.5)];
  }
  override _log_normalizer(x: Tensor, y: Tensor): Tensor {
    return x.pow(2).mul(-0.25).div(y).add(y.reciprocal().mul(-PI).log().mul(0.5));
  }
}

/** The Laplace distribution, as `torch.distributions.Laplace`. */
export class Laplace extends distribution('Laplace(Tensor|float loc, Tensor|float scale, bool? validate_args=None)', {
  params: { loc: real, scale: positive },
  support: real,
  rsample: true,
}) {
  override get mean(): Tensor {
    return this.loc;
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return this.scale.pow(2).mul(2);
  }
  override get stddev(): Tensor {
    return this.scale.mul(Math.SQRT2);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const { dtype } = this.loc;
    const u = empty(this._extended_shape(sample_shape), { dtype }).uniform_(finfo(dtype).eps - 1, 1);
    return this.loc.sub(this.scale.mul(u.sign()).mul(u.abs().neg().log1p()));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return this.scale.mul(2).log().neg().sub(value.sub(this.loc).abs().div(this.scale));
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    const away = value.sub(this.loc);
    return away.sign().mul(0.5).mul(away.abs().neg().div(this.scale).expm1()).rsub(0.5);
  }
  override icdf(value: Tensor): Tensor {
    const term = value.sub(0.5);
    return this.loc.sub(this.scale.mul(term.sign()).mul(term.abs().mul(-2).log1p()));
  }
  override entropy(): Tensor {
    return this.scale.mul(2).log().add(1);
  }
}

/** The Cauchy distribution, as `torch.distributions.Cauchy`. */
export class Cauchy extends distribution('Cauchy(Tensor|float loc, Tensor|float scale, bool? validate_args=None)', {
  params: { loc: real, scale: positive },
  support: real,
  rsample: true,
}) {
  override get mean(): Tensor {
    return full(this._extended_shape(), NaN, { dtype: this.loc.dtype });
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    return full(this._extended_shape(), Infinity, { dtype: this.loc.dtype });
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const noise = empty(this._extended_shape(sample_shape), { dtype: this.loc.dtype }).cauchy_();
    return this.loc.add(noise.mul(this.scale));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return this.scale.log().rsub(-log(PI)).sub(value.sub(this.loc).div(this.scale).pow(2).log1p());
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    return value.sub(this.loc).div(this.scale).atan().div(PI).add(0.5);
  }
  override icdf(value: Tensor): Tensor {
    return value.sub(0.5).mul(PI).tan().mul(this.scale).add(this.loc);
  }
  override entropy(): Tensor {
    return this.scale.log().add(log(4 * PI));
  }
}

/** The uniform distribution on [low, high), as `torch.distributions.Uniform`. */
export class Uniform extends distribution('Uniform(Tensor|float low, Tensor|float high, bool? validate_args=None)', { rsample: true }) {
  override get arg_constraints() {
    return { low: constraints.less_than(this.high), high: constraints.greater_than(this.low) };
  }
  override get support() {
    return constraints.interval(this.low, this.high);
  }
  override get mean(): Tensor {
    return this.high.add(this.low).div(2);
  }
  override get mode(): Tensor {
    return this.high.mul(NaN);
  }
  override get stddev(): Tensor {
    return this.high.sub(this.low).div(sqrt(12));
  }
  override get variance(): Tensor {
    return this.high.sub(this.low).pow(2).div(12);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const noise = rand(this._extended_shape(sample_shape), { dtype: this.low.dtype });
    return this.low.add(noise.mul(this.high.sub(this.low)));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const isAbove = this.low.le(value).type_as(this.low);
    const isBelow = this.high.gt(value).type_as(this.low);
    return isAbove.mul(isBelow).log().sub(this.high.sub(this.low).log());
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    return value.sub(this.low).div(this.high.sub(this.low)).clamp(0, 1);
  }
  override icdf(value: Tensor): Tensor {
    return value.mul(this.high.sub(this.low)).add(this.low);
  }
  override entropy(): Tensor {
    return this.high.sub(this.low).log();
  }
}

/** The generalized Pareto distribution, as `torch.distributions.GeneralizedPareto`. */
export class GeneralizedPareto extends distribution(
  'GeneralizedPareto(Tensor|float loc, Tensor|float scale, Tensor|float concentration, bool? validate_args=None)',
  { params: { loc: real, scale: positive, concentration: real }, rsample: true },
) {
  override get support() {
    const { loc, scale, concentration } = this;
    return constraints.interval(loc, where(concentration.lt(0), loc.sub(scale.div(concentration)), Infinity));
  }
  override get mean(): Tensor {
    const isValid = this.concentration.lt(1);
    const safe = where(isValid, this.concentration, 0.5);
    return where(isValid, this.loc.add(this.scale.div(safe.rsub(1))), NaN);
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    const isValid = this.concentration.lt(0.5);
    const safe = where(isValid, this.concentration, 0.25);
    return where(isValid, this.scale.pow(2).div(safe.rsub(1).pow(2).mul(safe.mul(2).rsub(1))), NaN);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return this.icdf(rand(this._extended_shape(sample_shape), { dtype: this.loc.dtype }));
  }
  /** Where the concentration is 0 (an exponential tail), and the concentration with 1 in those places, so that it can divide. */
  private tail(zero: Tensor): [isZero: Tensor, safe: Tensor] {
    const isZero = isclose(this.concentration, zero);
    return [isZero, where(isZero, ones_like(this.concentration), this.concentration)];
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const z = value.sub(this.loc).div(this.scale);
    const [isZero, safe] = this.tail(zeros([]));
    const y = safe.reciprocal().add(ones_like(z));
    const nonzero = where(y.eq(0), y, y.mul(safe.mul(z).log1p()));
    return this.scale
      .log()
      .neg()
      .sub(where(isZero, z, nonzero));
  }
  /** The logarithm of the probability of values greater than `value`. */
  log_survival_function(value: Tensor): Tensor {
    this._check(value);
    const z = value.sub(this.loc).div(this.scale);
    const [isZero, safe] = this.tail(zeros([]));
    return where(isZero, z.neg(), safe.mul(z).log1p().neg().div(safe));
  }
  log_cdf(value: Tensor): Tensor {
    return this.log_survival_function(value).exp().neg().log1p();
  }
  override cdf(value: Tensor): Tensor {
    return this.log_cdf(value).exp();
  }
  override icdf(value: Tensor): Tensor {
    const [isZero, safe] = this.tail(zeros_like(this.concentration));
    const logU = value.neg().log1p();
    const nonzero = this.loc.add(this.scale.div(safe).mul(safe.neg().mul(logU).expm1()));
    return where(isZero, this.loc.sub(this.scale.mul(logU)), nonzero);
  }
  override entropy(): Tensor {
    return this.scale.log().add(this.concentration).add(1).expand(this._batch_shape);
  }
}
