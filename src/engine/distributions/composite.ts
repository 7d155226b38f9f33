/** Distributions that are made from other distributions. */
import { withGradMode } from '../autograd/gradMode.js';
import { NotImplementedError_, ValueError } from '../errors.js';
import * as F from '../generated/functional.js';
import type { Values } from '../nn/signatureTypes.js';
import type { Tensor } from '../tensor/tensor.js';
import { Categorical } from './categorical.js';
import * as constraints from './constraints.js';
import type { Constraint } from './constraintClasses.js';
import { described, Distribution } from './distribution.js';
import { own, shapeOf, sizeOf, sumRightmost, type SampleShape, type Shape } from './support.js';

type Enumerated = boolean | { expand?: boolean };

/** Turns some batch dims of a distribution into dims of one event, as `torch.distributions.Independent`. */
export class Independent extends described(
  'Independent(Distribution base_distribution, int reinterpreted_batch_ndims, bool? validate_args=None)',
  {},
) {
  declare readonly base_dist: Distribution;
  declare readonly reinterpreted_batch_ndims: number;

  protected override make(given: Values<typeof Independent.signature>): void {
    const { base_distribution: base, reinterpreted_batch_ndims: n } = given;
    if (n > base.batch_shape.length) {
      throw new ValueError(
        `Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual ${n} vs ${base.batch_shape.length}`,
      );
    }
    const shape = base._extended_shape();
    const cut = base.batch_shape.length - n;
    own(this, 'base_dist', base);
    own(this, 'reinterpreted_batch_ndims', n);
    this.settle(shape.slice(0, cut), shape.slice(cut), given.validate_args);
  }
  override get has_rsample(): boolean {
    return this.base_dist.has_rsample;
  }
  override get has_enumerate_support(): boolean {
    return this.reinterpreted_batch_ndims === 0 && this.base_dist.has_enumerate_support;
  }
  override get support(): Constraint {
    const n = this.reinterpreted_batch_ndims;
    return n > 0 ? constraints.independent(this.base_dist.support, n) : this.base_dist.support;
  }
  override get mean(): Tensor {
    return this.base_dist.mean;
  }
  override get mode(): Tensor {
    return this.base_dist.mode;
  }
  override get variance(): Tensor {
    return this.base_dist.variance;
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return this.base_dist.sample(sample_shape);
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return this.base_dist.rsample(sample_shape);
  }
  override log_prob(value: Tensor): Tensor {
    return sumRightmost(this.base_dist.log_prob(value), this.reinterpreted_batch_ndims);
  }
  override entropy(): Tensor {
    return sumRightmost(this.base_dist.entropy(), this.reinterpreted_batch_ndims);
  }
  override enumerate_support(expand: Enumerated = true): Tensor {
    if (this.reinterpreted_batch_ndims > 0) {
      throw new NotImplementedError_('Enumeration over cartesian product is not implemented');
    }
    return this.base_dist.enumerate_support(expand);
  }
  override toString(): string {
    return `${this.constructor.name}(${String(this.base_dist)}, ${this.reinterpreted_batch_ndims})`;
  }
}

/** A mixture of distributions of one family, chosen by weights, as `torch.distributions.MixtureSameFamily`. */
export class MixtureSameFamily extends described(
  'MixtureSameFamily(any mixture_distribution, any component_distribution, bool? validate_args=None)',
  {},
) {
  declare readonly mixture_distribution: Categorical;
  declare readonly component_distribution: Distribution;

  protected override make(given: Values<typeof MixtureSameFamily.signature>): void {
    const { mixture_distribution: mixture, component_distribution: component } = given;
    if (!(mixture instanceof Categorical)) {
      throw new ValueError(' The Mixture distribution needs to be an  instance of torch.distributions.Categorical');
    }
    if (!(component instanceof Distribution)) {
      throw new ValueError('The Component distribution needs to be an instance of torch.distributions.Distribution');
    }
    const mixed = mixture.batch_shape;
    const components = sizeOf(component.batch_shape.slice(0, -1));
    for (let k = 1; k <= Math.min(mixed.length, components.length); k++) {
      const [a, b] = [mixed.at(-k), components.at(-k)];
      if (a !== 1 && b !== 1 && a !== b) {
        throw new ValueError(
          `\`mixture_distribution.batch_shape\` (${String(mixed)}) is not compatible with \`component_distribution.batch_shape\`(${String(components)})`,
        );
      }
    }
    const [km, kc] = [mixture._num_events, component.batch_shape.at(-1)];
    if (km !== kc) {
      throw new ValueError(`\`mixture_distribution component\` (${km}) does not equal \`component_distribution.batch_shape[-1]\` (${kc})`);
    }
    own(this, 'mixture_distribution', mixture);
    own(this, 'component_distribution', component);
    this.settle(components, component.event_shape, given.validate_args);
  }
  protected override spread(made: this, batch_shape: Shape): void {
    own(made, 'mixture_distribution', this.mixture_distribution.expand(batch_shape));
    own(made, 'component_distribution', this.component_distribution.expand([...batch_shape, this.mixture_distribution._num_events]));
  }
  override get support(): Constraint {
    return constraints.MixtureSameFamilyConstraint(this.component_distribution.support);
  }
  /** The dim of the components: it stands before the dims of an event. */
  private get dim(): number {
    return -1 - this.event_shape.length;
  }
  private padded(x: Tensor): Tensor {
    return x.unsqueeze(this.dim);
  }
  private weights(): Tensor {
    const { probs, batch_shape } = this.mixture_distribution;
    const missing = batch_shape.length === 1 ? 0 : this.batch_shape.length - batch_shape.length;
    const ones = (n: number) => new Array<number>(n).fill(1);
    return probs.reshape([...probs.sizes.slice(0, -1), ...ones(missing), probs.size(-1), ...ones(this.event_shape.length)]);
  }
  override get mean(): Tensor {
    return this.weights().mul(this.component_distribution.mean).sum(this.dim);
  }
  override get variance(): Tensor {
    const weights = this.weights();
    const within = weights.mul(this.component_distribution.variance).sum(this.dim);
    const between = this.component_distribution.mean.sub(this.padded(this.mean)).pow(2);
    return within.add(weights.mul(between).sum(this.dim));
  }
  override cdf(x: Tensor): Tensor {
    return this.component_distribution.cdf(this.padded(x)).mul(this.mixture_distribution.probs).sum(-1);
  }
  override log_prob(x: Tensor): Tensor {
    this._check(x);
    const each = this.component_distribution.log_prob(this.padded(x));
    return each.add(F.log_softmax(this.mixture_distribution.logits, { dim: -1 })).logsumexp(-1);
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return withGradMode(false, () => {
      const dim = shapeOf(sample_shape).length + this.batch_shape.length;
      const chosen = this.mixture_distribution.sample(sample_shape);
      const samples = this.component_distribution.sample(sample_shape);
      const index = chosen
        .reshape([...chosen.sizes, 1, ...this.event_shape.map(() => 1)])
        .repeat([...chosen.sizes.map(() => 1), 1, ...this.event_shape]);
      return samples.gather(dim, index).squeeze(dim);
    });
  }
  override toString(): string {
    return `MixtureSameFamily(\n  ${String(this.mixture_distribution)},\n  ${String(this.component_distribution)})`;
  }
}
