/** Transforms that treat each element by itself. */
import * as F from '../../generated/functional.js';
import { full_like } from '../../generated/torch.js';
import { broadcastSizes, sameSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as constraints from '../constraints.js';
import { written, type Constraint } from '../constraintClasses.js';
import type { Distribution } from '../distribution.js';
import { broadcast_all, finfo, type Given, type Shape } from '../support.js';
import { Transform, type CacheOptions, type Sign } from './transform.js';

/** An increasing transform without parameters. */
abstract class Increasing extends Transform {
  override get bijective(): boolean {
    return true;
  }
  override get sign(): Sign {
    return 1;
  }
  override equals(other: Transform): boolean {
    return other.constructor === this.constructor;
  }
  override get domain(): Constraint {
    return constraints.real;
  }
  override get codomain(): Constraint {
    return constraints.positive;
  }
}

/** y = exp(x), as `torch.distributions.transforms.ExpTransform`. */
export class ExpTransform extends Increasing {
  override _call(x: Tensor): Tensor {
    return x.exp();
  }
  override _inverse(y: Tensor): Tensor {
    return y.log();
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    return x;
  }
}

/** sigmoid(x), clamped so that it stays away from 0 and 1. */
export function clippedSigmoid(x: Tensor): Tensor {
  const { tiny, eps } = finfo(x.dtype);
  return x.sigmoid().clamp(tiny, 1 - eps);
}

/** y = 1 / (1 + exp(−x)), as `torch.distributions.transforms.SigmoidTransform`. */
export class SigmoidTransform extends Increasing {
  override get codomain(): Constraint {
    return constraints.unit_interval;
  }
  override _call(x: Tensor): Tensor {
    return clippedSigmoid(x);
  }
  override _inverse(y: Tensor): Tensor {
    const { tiny, eps } = finfo(y.dtype);
    const p = y.clamp(tiny, 1 - eps);
    return p.log().sub(p.neg().log1p());
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    return F.softplus(x.neg()).neg().sub(F.softplus(x));
  }
}

/** y = log(1 + exp(x)), as `torch.distributions.transforms.SoftplusTransform`. */
export class SoftplusTransform extends Increasing {
  override _call(x: Tensor): Tensor {
    return F.softplus(x);
  }
  override _inverse(y: Tensor): Tensor {
    return y.neg().expm1().neg().log().add(y);
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    return F.softplus(x.neg()).neg();
  }
}

const betweenOnes = written(constraints.interval(-1, 1), 'Interval(lower_bound=-1.0, upper_bound=1.0)');

/** y = tanh(x), as `torch.distributions.transforms.TanhTransform`. */
export class TanhTransform extends Increasing {
  override get codomain(): Constraint {
    return betweenOnes;
  }
  override _call(x: Tensor): Tensor {
    return x.tanh();
  }
  override _inverse(y: Tensor): Tensor {
    return y.atanh();
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    return x
      .rsub(Math.log(2))
      .sub(F.softplus(x.mul(-2)))
      .mul(2);
  }
}

/** y = |x|, as `torch.distributions.transforms.AbsTransform`. */
export class AbsTransform extends Transform {
  override get domain(): Constraint {
    return constraints.real;
  }
  override get codomain(): Constraint {
    return constraints.positive;
  }
  override equals(other: Transform): boolean {
    return other instanceof AbsTransform;
  }
  override _call(x: Tensor): Tensor {
    return x.abs();
  }
  override _inverse(y: Tensor): Tensor {
    return y;
  }
}

/** The size of values that are broadcast together with parameters. */
const together = (shape: Shape, ...parameters: Given[]): Shape =>
  parameters.reduce<Shape>((size, p) => (p instanceof Tensor ? broadcastSizes(size, p.sizes) : size), shape);

/** y = x ** exponent for positive x, as `torch.distributions.transforms.PowerTransform`. */
export class PowerTransform extends Transform {
  declare readonly exponent: Tensor;

  constructor(exponent: Given | { exponent: Given }, options: number | CacheOptions = 0) {
    super(options);
    const given = exponent instanceof Tensor || typeof exponent === 'number' ? exponent : exponent.exponent;
    Object.assign(this, { exponent: broadcast_all(given)[0] });
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new PowerTransform(this.exponent, cache_size);
  }
  override get domain(): Constraint {
    return constraints.positive;
  }
  override get codomain(): Constraint {
    return constraints.positive;
  }
  override get bijective(): boolean {
    return true;
  }
  override get sign(): Sign {
    return this.exponent.sign();
  }
  override equals(other: Transform): boolean {
    return other instanceof PowerTransform && allEqual(this.exponent, other.exponent);
  }
  override _call(x: Tensor): Tensor {
    return x.pow(this.exponent);
  }
  override _inverse(y: Tensor): Tensor {
    return y.pow(this.exponent.reciprocal());
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return this.exponent.mul(y).div(x).abs().log();
  }
  override forward_shape(shape: Shape): Shape {
    return together(shape, this.exponent);
  }
  override inverse_shape(shape: Shape): Shape {
    return together(shape, this.exponent);
  }
}

function allEqual(a: Given, b: Given): boolean {
  if (typeof a === 'number') return typeof b === 'number' ? a === b : allEqual(b, a);
  return Boolean(a.eq(b).all().item());
}

interface AffineOptions extends CacheOptions {
  loc?: Given;
  scale?: Given;
  event_dim?: number;
}

/** y = loc + scale · x, as `torch.distributions.transforms.AffineTransform`. */
export class AffineTransform extends Transform {
  declare readonly loc: Given;
  declare readonly scale: Given;
  declare private readonly dims: number;

  constructor(loc: Given | AffineOptions, scale?: Given | AffineOptions, event_dim: number | AffineOptions = 0, cache_size = 0) {
    const isValue = (v: unknown): v is Given => v instanceof Tensor || typeof v === 'number';
    const named: AffineOptions = [loc, scale, event_dim].find((v): v is AffineOptions => v !== undefined && !isValue(v)) ?? {};
    super(named.cache_size ?? cache_size);
    Object.assign(this, {
      loc: isValue(loc) ? loc : named.loc,
      scale: isValue(scale) ? scale : named.scale,
      dims: typeof event_dim === 'number' && event_dim !== 0 ? event_dim : (named.event_dim ?? 0),
    });
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new AffineTransform(this.loc, this.scale, this.dims, cache_size);
  }
  override get event_dim(): number {
    return this.dims;
  }
  override get domain(): Constraint {
    return this.dims === 0 ? constraints.real : constraints.independent(constraints.real, this.dims);
  }
  override get codomain(): Constraint {
    return this.domain;
  }
  override get bijective(): boolean {
    return true;
  }
  override get sign(): Sign {
    return typeof this.scale === 'number' ? Math.sign(this.scale) : this.scale.sign();
  }
  override equals(other: Transform): boolean {
    return other instanceof AffineTransform && allEqual(this.loc, other.loc) && allEqual(this.scale, other.scale);
  }
  override _call(x: Tensor): Tensor {
    return x.mul(this.scale).add(this.loc);
  }
  override _inverse(y: Tensor): Tensor {
    return y.sub(this.loc).div(this.scale);
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    const { scale, dims } = this;
    const each = typeof scale === 'number' ? full_like(x, Math.log(Math.abs(scale))) : scale.abs().log();
    if (dims === 0) return sameSizes(each.sizes, x.sizes) ? each : each.expand(x.sizes);
    return each
      .view([...each.sizes.slice(0, -dims), -1])
      .sum(-1)
      .expand(x.sizes.slice(0, -dims));
  }
  override forward_shape(shape: Shape): Shape {
    return together(shape, this.loc, this.scale);
  }
  override inverse_shape(shape: Shape): Shape {
    return together(shape, this.loc, this.scale);
  }
}

/** y = cdf(x), as `torch.distributions.transforms.CumulativeDistributionTransform`. */
export class CumulativeDistributionTransform extends Increasing {
  declare readonly distribution: Distribution;

  constructor(distribution: Distribution, options: number | CacheOptions = 0) {
    super(options);
    Object.assign(this, { distribution });
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new CumulativeDistributionTransform(this.distribution, cache_size);
  }
  override equals(other: Transform): boolean {
    return this === other;
  }
  override get domain(): Constraint {
    return this.distribution.support;
  }
  override get codomain(): Constraint {
    return constraints.unit_interval;
  }
  override _call(x: Tensor): Tensor {
    return this.distribution.cdf(x);
  }
  override _inverse(y: Tensor): Tensor {
    return this.distribution.icdf(y);
  }
  override log_abs_det_jacobian(x: Tensor): Tensor {
    return this.distribution.log_prob(x);
  }
}
