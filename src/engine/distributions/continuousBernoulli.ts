import { withGradMode } from '../autograd/gradMode.js';
import { ValueError } from '../errors.js';
import { maximum, ones_like, rand, where, zeros_like } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { described } from './distribution.js';
import { FamilyOfProbability } from './probability.js';
import { binaryCrossEntropy, broadcast_all, clampProbs, isGiven, lazily, logitsToProbs, own, type SampleShape } from './support.js';

/** Numbers between 0 and 1, as `torch.distributions.ContinuousBernoulli` (Loaiza-Ganem and Cunningham, 2019). */
export class ContinuousBernoulli extends described(
  'ContinuousBernoulli(Tensor|float? probs=None, Tensor|float? logits=None, float[] lims=[0.499, 0.501], bool? validate_args=None)',
  {
    params: { probs: constraints.unit_interval, logits: constraints.real },
    support: constraints.unit_interval,
    rsample: true,
    lazy: ['probs', 'logits'],
  },
  FamilyOfProbability,
) {
  /** The two probabilities between which a Taylor series is used. @internal */
  declare readonly _lims: readonly number[];

  protected override make(given: Values<typeof ContinuousBernoulli.signature>): void {
    own(this, '_lims', given.lims);
    if (!isGiven(given.probs) || isGiven(given.logits)) return this.take(given);
    const [probs] = broadcast_all(given.probs);
    if (isGiven(given.validate_args) && !quietly(() => constraints.unit_interval.check(probs).all().item())) {
      throw new ValueError('The parameter probs has invalid values');
    }
    this.take({ ...given, probs: clampProbs(probs) });
  }
  override get probs(): Tensor {
    return lazily(this, 'probs', () => clampProbs(logitsToProbs(this.logits, true)));
  }
  private outside(): Tensor {
    return maximum(this.probs.le(this._lims[0]), this.probs.gt(this._lims[1]));
  }
  private cut(): Tensor {
    return where(this.outside(), this.probs, ones_like(this.probs).mul(this._lims[0]));
  }
  /** @internal */
  _cont_bern_log_norm(): Tensor {
    const cut = this.cut();
    const isLow = cut.le(0.5);
    const below = where(isLow, cut, zeros_like(cut));
    const above = where(cut.ge(0.5), cut, ones_like(cut));
    const norm = cut
      .neg()
      .log1p()
      .sub(cut.log())
      .abs()
      .log()
      .sub(where(isLow, below.mul(-2).log1p(), above.mul(2).sub(1).log()));
    const x = this.probs.sub(0.5).pow(2);
    const taylor = x
      .mul(104 / 45)
      .add(4 / 3)
      .mul(x)
      .add(Math.log(2));
    return where(this.outside(), norm, taylor);
  }
  override get mean(): Tensor {
    const cut = this.cut();
    const means = cut.div(cut.mul(2).sub(1)).add(cut.neg().log1p().sub(cut.log()).reciprocal());
    const x = this.probs.sub(0.5);
    const taylor = x
      .pow(2)
      .mul(16 / 45)
      .add(1 / 3)
      .mul(x)
      .add(0.5);
    return where(this.outside(), means, taylor);
  }
  override get variance(): Tensor {
    const cut = this.cut();
    const variances = cut.mul(cut.sub(1)).div(cut.mul(2).rsub(1).pow(2)).add(cut.neg().log1p().sub(cut.log()).pow(2).reciprocal());
    const x = this.probs.sub(0.5).pow(2);
    const taylor = x
      .mul(128 / 945)
      .rsub(1 / 15)
      .mul(x)
      .rsub(1 / 12);
    return where(this.outside(), variances, taylor);
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return withGradMode(false, () => this.rsample(sample_shape));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return this.icdf(rand(this._extended_shape(sample_shape), { dtype: this.probs.dtype }));
  }
  override log_prob(given: Tensor): Tensor {
    this._check(given);
    const [logits, value] = broadcast_all(this.logits, given);
    return binaryCrossEntropy(logits, value).neg().add(this._cont_bern_log_norm());
  }
  override cdf(value: Tensor): Tensor {
    this._check(value);
    const cut = this.cut();
    const powers = cut.pow(value).mul(cut.rsub(1).pow(value.rsub(1)));
    const cdfs = powers.add(cut).sub(1).div(cut.mul(2).sub(1));
    const unbounded = where(this.outside(), cdfs, value);
    return where(value.le(0), zeros_like(value), where(value.ge(1), ones_like(value), unbounded));
  }
  override icdf(value: Tensor): Tensor {
    const cut = this.cut();
    const logFailure = cut.neg().log1p();
    const moved = cut.neg().add(value.mul(cut.mul(2).sub(1)));
    return where(this.outside(), moved.log1p().sub(logFailure).div(cut.log().sub(logFailure)), value);
  }
  override entropy(): Tensor {
    const logFailure = this.probs.neg().log1p();
    return this.mean.mul(logFailure.sub(this.probs.log())).sub(this._cont_bern_log_norm()).sub(logFailure);
  }
  override get _natural_params(): Tensor[] {
    return [this.logits];
  }
  override _log_normalizer(x: Tensor): Tensor {
    const isOutside = maximum(x.le(this._lims[0] - 0.5), x.gt(this._lims[1] - 0.5));
    const cut = where(isOutside, x, ones_like(x).mul(this._lims[0] - 0.5));
    const norm = cut.expm1().abs().log().sub(cut.abs().log());
    const taylor = x.mul(0.5).add(x.pow(2).div(24)).sub(x.pow(4).div(2880));
    return where(isOutside, norm, taylor);
  }
}
