import { withGradMode } from '../autograd/gradMode.js';
import { AssertionError, ValueError } from '../errors.js';
import type { Values } from '../nn/signatureTypes.js';
import { sameSizes } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { Independent } from './composite.js';
import * as constraints from './constraints.js';
import type { Constraint } from './constraintClasses.js';
import { described, type Distribution } from './distribution.js';
import { own, sizeOf, sumRightmost, type SampleShape, type Shape } from './support.js';
import { ComposeTransform, Transform, type Sign } from './transforms/transform.js';

const isTransforms = (v: unknown): v is Transform[] => Array.isArray(v);

/** Passes the samples of a distribution through transforms, as `torch.distributions.TransformedDistribution`. */
export class TransformedDistribution extends described(
  'TransformedDistribution(Distribution base_distribution, any transforms, bool? validate_args=None)',
  {},
) {
  declare readonly base_dist: Distribution;
  declare readonly transforms: readonly Transform[];

  protected override make(given: Values<typeof TransformedDistribution.signature>): void {
    this.transform(given.base_distribution, given.transforms, given.validate_args);
  }

  /**
   * Stores the base and the transforms. @throws ValueError when something else than a transform is given, or when the base has
   * too few dims
   */
  protected transform(given: Distribution, transforms: unknown, validate_args: boolean | null): void {
    const list = transforms instanceof Transform ? [transforms] : transforms;
    if (!isTransforms(list)) throw new ValueError(`transforms must be a Transform or list, but was ${String(transforms)}`);
    if (!list.every((t) => t instanceof Transform)) throw new ValueError('transforms must be a Transform or a list of Transforms');
    own(this, 'transforms', list);
    let base = given;
    const shape = base._extended_shape();
    const baseDims = base.event_shape.length;
    const transform = new ComposeTransform(list);
    const { domain, codomain } = transform;
    if (shape.length < domain.event_dim) {
      throw new ValueError(`base_distribution needs to have shape with size at least ${domain.event_dim}, but got ${String(shape)}.`);
    }
    const forward = transform.forward_shape(shape);
    const back = transform.inverse_shape(forward);
    if (!sameSizes(shape, back)) base = base.expand(back.slice(0, back.length - baseDims));
    if (domain.event_dim > baseDims) base = new Independent(base, domain.event_dim - baseDims);
    own(this, 'base_dist', base);
    const dims = Math.max(codomain.event_dim, baseDims + codomain.event_dim - domain.event_dim);
    if (forward.length < dims) throw new AssertionError(`forward_shape length ${forward.length} must be >= event_dim ${dims}`);
    const cut = forward.length - dims;
    this.settle(forward.slice(0, cut), forward.slice(cut), validate_args);
  }
  protected override spread(made: this, batch_shape: Shape): void {
    super.spread(made, batch_shape);
    const shape = this.transforms.reduceRight<Shape>((size, t) => t.inverse_shape(size), sizeOf(batch_shape, this.event_shape));
    own(made, 'base_dist', this.base_dist.expand(shape.slice(0, shape.length - this.base_dist.event_shape.length)));
  }
  protected override spreadValue(value: unknown, batch_shape: Shape): unknown {
    return value === this.base_dist ? value : super.spreadValue(value, batch_shape);
  }
  override get support(): Constraint {
    const known = (this.constructor as unknown as { facts: { support?: Constraint } }).facts.support;
    if (known) return known;
    if (this.transforms.length === 0) return this.base_dist.support;
    const region = this.transforms.at(-1)!.codomain;
    const dims = this.event_shape.length - region.event_dim;
    return dims > 0 ? constraints.independent(region, dims) : region;
  }
  override get has_rsample(): boolean {
    return this.base_dist.has_rsample;
  }
  private forward(x: Tensor): Tensor {
    return this.transforms.reduce((value, t) => t(value), x);
  }
  override sample(sample_shape: SampleShape = []): Tensor {
    return withGradMode(false, () => this.forward(this.base_dist.sample(sample_shape)));
  }
  override rsample(sample_shape: SampleShape = []): Tensor {
    return this.forward(this.base_dist.rsample(sample_shape));
  }
  override log_prob(value: Tensor): Tensor {
    this._check(value);
    let dims = this.event_shape.length;
    let sum: Tensor | null = null;
    let y = value;
    for (const t of this.transforms.toReversed()) {
      const x = t.inv(y);
      dims += t.domain.event_dim - t.codomain.event_dim;
      const change = sumRightmost(t.log_abs_det_jacobian(x, y), dims - t.domain.event_dim);
      sum = sum ? sum.sub(change) : change.neg();
      y = x;
    }
    const ofBase = sumRightmost(this.base_dist.log_prob(y), dims - this.base_dist.event_shape.length);
    return sum ? sum.add(ofBase) : ofBase;
  }
  /** A probability; it is reversed where the transforms reverse the order of values. */
  private monotonized(value: Tensor): Tensor {
    const sign = this.transforms.reduce<Sign>(
      (product, { sign: s }) => (typeof product === 'number' ? (typeof s === 'number' ? product * s : s.mul(product)) : product.mul(s)),
      1,
    );
    if (sign === 1) return value;
    const centred = value.sub(0.5);
    return (typeof sign === 'number' ? centred.mul(sign) : sign.mul(centred)).add(0.5);
  }
  override cdf(given: Tensor): Tensor {
    const value = this.transforms.reduceRight((y, t) => t.inv(y), given);
    if (this._validate_args) this.base_dist._validate_sample(value);
    return this.monotonized(this.base_dist.cdf(value));
  }
  override icdf(value: Tensor): Tensor {
    return this.forward(this.base_dist.icdf(this.monotonized(value)));
  }
}
