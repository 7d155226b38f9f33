/** Distributions of vectors of numbers between 0 and 1 with sum 1. */
import { ValueError } from '../errors.js';
import * as F from '../generated/functional.js';
import { _sample_dirichlet, stack, tensor, where } from '../generated/torch.js';
import type { Values } from '../nn/signatureTypes.js';
import type { Tensor } from '../tensor/tensor.js';
import * as constraints from './constraints.js';
import { described } from './distribution.js';
import { ExponentialFamily } from './exponentialFamily.js';
import { broadcast_all, own, type SampleShape } from './support.js';

/** The Dirichlet distribution, as `torch.distributions.Dirichlet`. */
export class Dirichlet extends described(
  'Dirichlet(Tensor concentration, bool? validate_args=None)',
  {
    params: { concentration: constraints.independent(constraints.positive, 1) },
    support: constraints.simplex,
    rsample: true,
  },
  ExponentialFamily,
) {
  declare readonly concentration: Tensor;

  protected override make({ concentration, validate_args }: Values<typeof Dirichlet.signature>): void {
    if (concentration.dim() < 1) throw new ValueError('`concentration` parameter must be at least one-dimensional.');
    own(this, 'concentration', concentration);
    this.settle(concentration.sizes.slice(0, -1), concentration.sizes.slice(-1), validate_args);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return _sample_dirichlet(this.concentration.expand(this._extended_shape(sample_shape)));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    const { concentration } = this;
    return concentration.sub(1).xlogy(value).sum(-1).add(concentration.sum(-1).lgamma()).sub(concentration.lgamma().sum(-1));
  }
  override get mean(): Tensor {
    return this.concentration.div(this.concentration.sum(-1, true));
  }
  override get mode(): Tensor {
    const above = this.concentration.sub(1).clamp({ min: 0 });
    const mode = above.div(above.sum(-1, true));
    const isFlat = this.concentration.lt(1).all(-1, true);
    return where(isFlat, F.one_hot(mode.argmax(-1), above.size(-1)).to(mode), mode);
  }
  override get variance(): Tensor {
    const total = this.concentration.sum(-1, true);
    return this.concentration.mul(total.sub(this.concentration)).div(total.pow(2).mul(total.add(1)));
  }
  override entropy(): Tensor {
    const { concentration } = this;
    const k = concentration.size(-1);
    const total = concentration.sum(-1);
    return concentration
      .lgamma()
      .sum(-1)
      .sub(total.lgamma())
      .sub(total.rsub(k).mul(total.digamma()))
      .sub(concentration.sub(1).mul(concentration.digamma()).sum(-1));
  }
  override get _natural_params(): Tensor[] {
    return [this.concentration];
  }
  override _log_normalizer(x: Tensor): Tensor {
    return x.lgamma().sum(-1).sub(x.sum(-1).lgamma());
  }
}

/** The beta distribution, as `torch.distributions.Beta`: the first number of a Dirichlet distribution of two. */
export class Beta extends described(
  'Beta(Tensor|float concentration1, Tensor|float concentration0, bool? validate_args=None)',
  {
    params: { concentration1: constraints.positive, concentration0: constraints.positive },
    support: constraints.unit_interval,
    rsample: true,
  },
  ExponentialFamily,
) {
  /** @internal */ declare readonly _dirichlet: Dirichlet;

  protected override make({ concentration1: a, concentration0: b, validate_args }: Values<typeof Beta.signature>): void {
    const both = typeof a === 'number' && typeof b === 'number' ? tensor([a, b]).to(tensor(0.5)) : stack(broadcast_all(a, b), -1);
    own(this, '_dirichlet', new Dirichlet(both, validate_args));
    this.settle(this._dirichlet.batch_shape, [], validate_args);
  }
  get concentration1(): Tensor {
    return this._dirichlet.concentration.select(-1, 0);
  }
  get concentration0(): Tensor {
    return this._dirichlet.concentration.select(-1, 1);
  }
  override get mean(): Tensor {
    return this.concentration1.div(this.concentration1.add(this.concentration0));
  }
  override get mode(): Tensor {
    return this._dirichlet.mode.select(-1, 0);
  }
  override get variance(): Tensor {
    const total = this.concentration1.add(this.concentration0);
    return this.concentration1.mul(this.concentration0).div(total.pow(2).mul(total.add(1)));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return this._dirichlet.rsample(sample_shape).select(-1, 0);
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    return this._dirichlet.log_prob(stack([value, value.rsub(1)], -1));
  }
  override entropy(): Tensor {
    return this._dirichlet.entropy();
  }
  override get _natural_params(): Tensor[] {
    return [this.concentration1, this.concentration0];
  }
  override _log_normalizer(x: Tensor, y: Tensor): Tensor {
    return x.lgamma().add(y.lgamma()).sub(x.add(y).lgamma());
  }
}
