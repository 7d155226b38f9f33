/** The base of all transforms; the inverse of a transform, a composition of several, and a transform whose events have more dims. */
import { NotImplementedError_, ValueError } from '../../errors.js';
import { zeros_like } from '../../generated/torch.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as constraints from '../constraints.js';
import type { Constraint } from '../constraintClasses.js';
import { sumRightmost, type Shape } from '../support.js';

/** +1 when values keep their order, −1 when they are reversed; a tensor has a sign for each element. */
export type Sign = number | Tensor;

export interface CacheOptions {
  cache_size?: number;
}

/** The value of an option that is given by position or by name. */
export const cacheSize = (given: number | CacheOptions): number => (typeof given === 'number' ? given : (given.cache_size ?? 0));

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- a class cannot declare that its instances are callable
export interface Transform {
  /** The transformed values. */
  (x: Tensor): Tensor;
}

/**
 * A function on tensors with a known change of volume, as `torch.distributions.transforms.Transform`. The objects can be called
 * like functions. A subclass defines `_call`, `_inverse` and `log_abs_det_jacobian`.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class Transform {
  /** @internal */ declare _cache_size: number;
  /** @internal */ declare _inv: Transform | null;
  /** The values and the results of the last call. */
  declare private cached: readonly [Tensor | null, Tensor | null];

  /** @param cache_size 1 to remember the last call, so that the inverse of its result is looked up and not computed */
  constructor(cache_size: number | CacheOptions = 0) {
    const self = ((x: Tensor) => self.run(x)) as unknown as this & { name?: string; length?: number };
    Object.setPrototypeOf(self, new.target.prototype);
    delete self.name;
    delete self.length;
    self._cache_size = cacheSize(cache_size);
    self._inv = null;
    self.cached = [null, null];
    if (self._cache_size !== 0 && self._cache_size !== 1) throw new ValueError('cache_size must be 0 or 1');
    return self;
  }

  /** Whether different values always have different results. */
  get bijective(): boolean {
    return false;
  }

  /** The region of valid inputs. */
  get domain(): Constraint {
    throw new NotImplementedError_(`${this.constructor.name} does not implement domain.`);
  }

  /** The region of the results. */
  get codomain(): Constraint {
    throw new NotImplementedError_(`${this.constructor.name} does not implement codomain.`);
  }

  get sign(): Sign {
    throw new NotImplementedError_(`${this.constructor.name} does not implement sign.`);
  }

  get event_dim(): number {
    if (this.domain.event_dim === this.codomain.event_dim) return this.domain.event_dim;
    throw new ValueError('Please use either .domain.event_dim or .codomain.event_dim');
  }

  /** The inverse transform. */
  get inv(): Transform {
    return (this._inv ??= new _InverseTransform(this));
  }

  /** The same transform with another cache size. */
  with_cache(cache_size = 1): Transform {
    return this._cache_size === cache_size ? this : this.cachedCopy(cache_size);
  }

  protected cachedCopy(cache_size: number): Transform {
    return new (this.constructor as new (options: CacheOptions) => Transform)({ cache_size });
  }

  /** Whether another transform does the same. @internal */
  equals(other: Transform): boolean {
    return this === other;
  }

  /** Computes a call of the transform. @internal */
  run(x: Tensor): Tensor {
    if (this._cache_size === 0) return this._call(x);
    if (x !== this.cached[0]) this.cached = [x, this._call(x)];
    return this.cached[1]!;
  }

  /** @internal */
  _inv_call(y: Tensor): Tensor {
    if (this._cache_size === 0) return this._inverse(y);
    if (y !== this.cached[1]) this.cached = [this._inverse(y), y];
    return this.cached[0]!;
  }

  _call(_x: Tensor): Tensor {
    throw new NotImplementedError_(`${this.constructor.name} does not implement _call.`);
  }

  _inverse(_y: Tensor): Tensor {
    throw new NotImplementedError_(`${this.constructor.name} does not implement _inverse.`);
  }

  /** The logarithm of the stretching of the space around x, where y is the result for x. */
  log_abs_det_jacobian(_x: Tensor, _y: Tensor): Tensor {
    throw new NotImplementedError_(`${this.constructor.name} does not implement log_abs_det_jacobian.`);
  }

  /** The size of the result for values of size `shape`. */
  forward_shape(shape: Shape): Shape {
    return shape;
  }

  inverse_shape(shape: Shape): Shape {
    return shape;
  }

  toString(): string {
    return `${this.constructor.name}()`;
  }
}

class _InverseTransform extends Transform {
  constructor(transform: Transform) {
    super(transform._cache_size);
    this._inv = transform;
  }
  override get domain(): Constraint {
    return this.inv.codomain;
  }
  override get codomain(): Constraint {
    return this.inv.domain;
  }
  override get bijective(): boolean {
    return this.inv.bijective;
  }
  override get sign(): Sign {
    return this.inv.sign;
  }
  override get inv(): Transform {
    return this._inv!;
  }
  override with_cache(cache_size = 1): Transform {
    return this.inv.with_cache(cache_size).inv;
  }
  override equals(other: Transform): boolean {
    return other instanceof _InverseTransform && this.inv.equals(other.inv);
  }
  override run(x: Tensor): Tensor {
    return this.inv._inv_call(x);
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return this.inv.log_abs_det_jacobian(y, x).neg();
  }
  override forward_shape(shape: Shape): Shape {
    return this.inv.inverse_shape(shape);
  }
  override inverse_shape(shape: Shape): Shape {
    return this.inv.forward_shape(shape);
  }
  override toString(): string {
    return `_InverseTransform(${String(this.inv)})`;
  }
}

/** The product of two signs. */
const signProduct = (a: Sign, b: Sign): Sign => (typeof a !== 'number' ? a.mul(b) : typeof b !== 'number' ? b.mul(a) : a * b);

/** A region whose events have at least `dims` dims. */
const widened = (region: Constraint, dims: number): Constraint =>
  dims > region.event_dim ? constraints.independent(region, dims - region.event_dim) : region;

/** One transform after the other, as `torch.distributions.transforms.ComposeTransform`. */
export class ComposeTransform extends Transform {
  declare readonly parts: readonly Transform[];

  constructor(parts: readonly Transform[], options: number | CacheOptions = 0) {
    super(options);
    const n = cacheSize(options);
    Object.assign(this, { parts: n ? parts.map((part) => part.with_cache(n)) : [...parts] });
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new ComposeTransform(this.parts, cache_size);
  }
  override equals(other: Transform): boolean {
    return other instanceof ComposeTransform && sameTransforms(this.parts, other.parts);
  }
  override get domain(): Constraint {
    const { parts } = this;
    if (parts.length === 0) return constraints.real;
    let dims = parts.at(-1)!.codomain.event_dim;
    for (const { domain, codomain } of parts.toReversed()) {
      dims = Math.max(dims + domain.event_dim - codomain.event_dim, domain.event_dim);
    }
    return widened(parts[0].domain, dims);
  }
  override get codomain(): Constraint {
    const { parts } = this;
    if (parts.length === 0) return constraints.real;
    let dims = parts[0].domain.event_dim;
    for (const { domain, codomain } of parts) {
      dims = Math.max(dims + codomain.event_dim - domain.event_dim, codomain.event_dim);
    }
    return widened(parts.at(-1)!.codomain, dims);
  }
  override get bijective(): boolean {
    return this.parts.every((part) => part.bijective);
  }
  override get sign(): Sign {
    return this.parts.reduce<Sign>((sign, part) => signProduct(sign, part.sign), 1);
  }
  override get inv(): Transform {
    if (!this._inv) {
      this._inv = new ComposeTransform(this.parts.map((part) => part.inv).reverse());
      this._inv._inv = this;
    }
    return this._inv;
  }
  override run(x: Tensor): Tensor {
    return this.parts.reduce((value, part) => part(value), x);
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    const { parts } = this;
    if (parts.length === 0) return zeros_like(x);
    let dims = this.domain.event_dim;
    let value = x;
    const terms = parts.map((part, i) => {
      const next = i === parts.length - 1 ? y : part(value);
      const term = sumRightmost(part.log_abs_det_jacobian(value, next), dims - part.domain.event_dim);
      dims += part.codomain.event_dim - part.domain.event_dim;
      value = next;
      return term;
    });
    return terms.reduce((sum, term) => sum.add(term));
  }
  override forward_shape(shape: Shape): Shape {
    return this.parts.reduce((size, part) => part.forward_shape(size), shape);
  }
  override inverse_shape(shape: Shape): Shape {
    return this.parts.reduceRight((size, part) => part.inverse_shape(size), shape);
  }
  override toString(): string {
    return `ComposeTransform(\n    ${this.parts.map(String).join(',\n    ')}\n)`;
  }
}

export const sameTransforms = (a: readonly Transform[], b: readonly Transform[]): boolean =>
  a.length === b.length && a.every((part, i) => part.equals(b[i]));

/** The identity: returns each value unchanged. */
export const identity_transform: Transform = new ComposeTransform([]);

/** A transform whose last batch dims count as dims of an event, as `torch.distributions.transforms.IndependentTransform`. */
export class IndependentTransform extends Transform {
  declare readonly base_transform: Transform;
  declare readonly reinterpreted_batch_ndims: number;

  constructor(base_transform: Transform, reinterpreted_batch_ndims: number, options: number | CacheOptions = 0) {
    super(options);
    Object.assign(this, { base_transform: base_transform.with_cache(cacheSize(options)), reinterpreted_batch_ndims });
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new IndependentTransform(this.base_transform, this.reinterpreted_batch_ndims, cache_size);
  }
  override get domain(): Constraint {
    return constraints.independent(this.base_transform.domain, this.reinterpreted_batch_ndims);
  }
  override get codomain(): Constraint {
    return constraints.independent(this.base_transform.codomain, this.reinterpreted_batch_ndims);
  }
  override get bijective(): boolean {
    return this.base_transform.bijective;
  }
  override get sign(): Sign {
    return this.base_transform.sign;
  }
  override _call(x: Tensor): Tensor {
    if (x.dim() < this.domain.event_dim) throw new ValueError('Too few dimensions on input');
    return this.base_transform(x);
  }
  override _inverse(y: Tensor): Tensor {
    if (y.dim() < this.codomain.event_dim) throw new ValueError('Too few dimensions on input');
    return this.base_transform.inv(y);
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return sumRightmost(this.base_transform.log_abs_det_jacobian(x, y), this.reinterpreted_batch_ndims);
  }
  override forward_shape(shape: Shape): Shape {
    return this.base_transform.forward_shape(shape);
  }
  override inverse_shape(shape: Shape): Shape {
    return this.base_transform.inverse_shape(shape);
  }
  override toString(): string {
    return `IndependentTransform(${String(this.base_transform)}, ${this.reinterpreted_batch_ndims})`;
  }
}
