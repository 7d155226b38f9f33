/** The gamma distribution and related ones: for waiting times, sums of squares, and ratios of such sums. */
import { _standard_gamma, empty, lgamma, where, xlogy, zeros_like } from '../generated/torch.js';
import * as special from '../generated/special.js';
import type { Values } from '../nn/signatureTypes.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { described, distribution } from './distribution.js';
import { ExponentialFamily } from './exponentialFamily.js';
import { asTensor, broadcast_all, finfo, own, standardNormal, type Given, type SampleShape } from './support.js';

const { positive, real } = constraints;

/** The exponential distribution, as `torch.distributions.Exponential`. */
export class Exponential extends distribution(
  'Exponential(Tensor|float rate, bool? validate_args=None)',
  { params: { rate: positive }, support: constraints.nonnegative, rsample: true },
  ExponentialFamily,
) {
  override get mean(): Tensor {
    return this.rate.reciprocal();
  }
  override get mode(): Tensor {
    return zeros_like(this.rate);
  }
  override get stddev(): Tensor {
    return this.rate.reciprocal();
  }
  override get variance(): Tensor {
    return this.rate.pow(-2);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return empty(this._extended_shape(sample_shape), { dtype: this.rate.dtype }).exponential_().div(this.rate);
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return this.rate.log().sub(this.rate.mul(value));
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    return this.rate.neg().mul(value).exp().rsub(1);
  }
  override icdf(value: Tensor): Tensor {
    return value.neg().log1p().neg().div(this.rate);
  }
  override entropy(): Tensor {
    return this.rate.log().rsub(1);
  }
  override get _natural_params(): Tensor[] {
    return [this.rate.neg()];
  }
  override _log_normalizer(x: Tensor): Tensor {
    return x.neg().log().neg();
  }
}

/** The gamma distribution, as `torch.distributions.Gamma`. */
export class Gamma extends distribution(
  'Gamma(Tensor|float concentration, Tensor|float rate, bool? validate_args=None)',
  { params: { concentration: positive, rate: positive }, support: constraints.nonnegative, rsample: true },
  ExponentialFamily,
) {
  override get mean(): Tensor {
    return this.concentration.div(this.rate);
  }
  override get mode(): Tensor {
    return this.concentration.sub(1).div(this.rate).clamp({ min: 0 });
  }
  override get variance(): Tensor {
    return this.concentration.div(this.rate.pow(2));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    const value = _standard_gamma(this.concentration.expand(shape)).div(this.rate.expand(shape));
    value.detach().clamp_({ min: finfo(value.dtype).tiny });
    return value;
  }
  override log_prob(given: Given): Tensor {
    const value = asTensor(given).to(this.rate.dtype);
    this._check(value);
    return xlogy(this.concentration, this.rate)
      .add(xlogy(this.concentration.sub(1), value))
      .sub(this.rate.mul(value))
      .sub(lgamma(this.concentration));
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    return special.gammainc(this.concentration, this.rate.mul(value));
  }
  override entropy(): Tensor {
    const { concentration } = this;
    return concentration.sub(this.rate.log()).add(concentration.lgamma()).add(concentration.rsub(1).mul(concentration.digamma()));
  }
  override get _natural_params(): Tensor[] {
    return [this.concentration.sub(1), this.rate.neg()];
  }
  override _log_normalizer(x: Tensor, y: Tensor): Tensor {
    return x.add(1).lgamma().add(x.add(1).mul(y.reciprocal().neg().log()));
  }
}

/** The distribution of a sum of squares of normal variables, as `torch.distributions.Chi2`. */
export class Chi2 extends described('Chi2(Tensor|float df, bool? validate_args=None)', { params: { df: positive } }, Gamma) {
  protected override make({ df, validate_args }: Values<typeof Chi2.signature>): void {
    const half = typeof df === 'number' ? 0.5 * df : df.mul(0.5);
    super.make({ concentration: half, rate: 0.5, validate_args });
  }
  get df(): Tensor {
    return this.concentration.mul(2);
  }
}

/** Student's t distribution, as `torch.distributions.StudentT`. */
export class StudentT extends distribution(
  'StudentT(Tensor|float df, Tensor|float loc=0.0, Tensor|float scale=1.0, bool? validate_args=None)',
  { params: { df: positive, loc: real, scale: positive }, support: real, rsample: true },
) {
  /** @internal */ declare readonly _chi2: Chi2;

  protected override make(given: Values<typeof StudentT.signature>): void {
    own(this, '_chi2', new Chi2(broadcast_all(given.df, given.loc, given.scale)[0]));
    super.make(given);
  }
  override get mean(): Tensor {
    return this.loc.masked_fill(this.df.le(1), NaN);
  }
  override get mode(): Tensor {
    return this.loc;
  }
  override get variance(): Tensor {
    const { df } = this;
    const isFinite = df.gt(2);
    const safe = where(isFinite, df, 3);
    const m = where(isFinite, this.scale.pow(2).mul(safe).div(safe.sub(2)), Infinity);
    return m.masked_fill(df.le(1), NaN);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const x = standardNormal(this._extended_shape(sample_shape), this.df);
    const z = this._chi2.rsample(sample_shape);
    return this.loc.add(this.scale.mul(x.mul(z.div(this.df).rsqrt())));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const { df, scale } = this;
    const y = value.sub(this.loc).div(scale);
    const z = scale
      .log()
      .add(df.log().mul(0.5))
      .add(0.5 * Math.log(Math.PI))
      .add(df.mul(0.5).lgamma())
      .sub(df.add(1).mul(0.5).lgamma());
    return df.add(1).mul(-0.5).mul(y.pow(2).div(df).log1p()).sub(z);
  }
  override entropy(): Tensor {
    const half = this.df.mul(0.5);
    const next = this.df.add(1).mul(0.5);
    const logBeta = half
      .lgamma()
      .add(0.5 * Math.log(Math.PI))
      .sub(next.lgamma());
    return this.scale
      .log()
      .add(next.mul(next.digamma().sub(half.digamma())))
      .add(this.df.log().mul(0.5))
      .add(logBeta);
  }
}

/** The distribution of a ratio of two sums of squares, as `torch.distributions.FisherSnedecor`. */
export class FisherSnedecor extends distribution('FisherSnedecor(Tensor|float df1, Tensor|float df2, bool? validate_args=None)', {
  params: { df1: positive, df2: positive },
  support: positive,
  rsample: true,
}) {
  /** @internal */ declare readonly _gamma1: Gamma;
  /** @internal */ declare readonly _gamma2: Gamma;

  protected override make(given: Values<typeof FisherSnedecor.signature>): void {
    const [df1, df2] = broadcast_all(given.df1, given.df2);
    own(this, '_gamma1', new Gamma(df1.mul(0.5), df1));
    own(this, '_gamma2', new Gamma(df2.mul(0.5), df2));
    super.make(given);
  }
  override get mean(): Tensor {
    const df2 = this.df2.masked_fill(this.df2.le(2), NaN);
    return df2.div(df2.sub(2));
  }
  override get mode(): Tensor {
    const { df1, df2 } = this;
    return df1.sub(2).div(df1).mul(df2).div(df2.add(2)).masked_fill(df1.le(2), NaN);
  }
  override get variance(): Tensor {
    const { df1 } = this;
    const df2 = this.df2.masked_fill(this.df2.le(4), NaN);
    const numerator = df2.pow(2).mul(2).mul(df1.add(df2).sub(2));
    return numerator.div(df1.mul(df2.sub(2).pow(2)).mul(df2.sub(4)));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    const shape = this._extended_shape(sample_shape);
    const x1 = this._gamma1.rsample(sample_shape).view(shape);
    const x2 = this._gamma2.rsample(sample_shape).view(shape);
    const min = finfo(x2.dtype).tiny;
    return x1.div(x2.clamp({ min })).clamp({ min });
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const half1 = this.df1.mul(0.5);
    const half2 = this.df2.mul(0.5);
    const ratio = this.df1.div(this.df2);
    const t1 = half1.add(half2).lgamma().sub(half1.lgamma()).sub(half2.lgamma());
    const t2 = half1.mul(ratio.log()).add(half1.sub(1).mul(value.log()));
    return t1.add(t2).sub(half1.add(half2).mul(ratio.mul(value).log1p()));
  }
}
