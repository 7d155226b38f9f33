/** Transforms that treat each part of a tensor by another transform. */
import { AssertionError } from '../../errors.js';
import { cat, stack } from '../../generated/torch.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as constraints from '../constraints.js';
import type { Constraint } from '../constraintClasses.js';
import { byName, sumRightmost } from '../support.js';
import { Transform, type CacheOptions } from './transform.js';

abstract class OfParts extends Transform {
  declare readonly transforms: readonly Transform[];
  declare readonly dim: number;

  constructor(tseq: readonly Transform[], dim: number, cache_size: number) {
    if (!tseq.every((t) => t instanceof Transform)) throw new AssertionError('All elements of tseq must be Transform instances');
    super(cache_size);
    Object.assign(this, { transforms: cache_size ? tseq.map((t) => t.with_cache(cache_size)) : [...tseq], dim });
  }

  override get bijective(): boolean {
    return this.transforms.every((t) => t.bijective);
  }

  /** The part of the value for each transform. @throws AssertionError for a tensor of another size */
  protected partsOf(value: Tensor, size: number, sizeText: string, name: string, what: string): Tensor[] {
    const { dim } = this;
    if (dim < -value.dim() || dim >= value.dim()) {
      throw new AssertionError(`dim ${dim} out of range for ${what} with ${value.dim()} dimensions`);
    }
    if (value.size(dim) !== size) throw new AssertionError(`${name}.size(${dim}) = ${value.size(dim)} must equal ${sizeText} ${size}`);
    return this.cut(value);
  }

  protected abstract cut(value: Tensor): Tensor[];
  protected abstract parts(value: Tensor, name: string, what?: string): Tensor[];
  protected abstract join(parts: Tensor[]): Tensor;

  override _call(x: Tensor): Tensor {
    return this.join(this.parts(x, 'x').map((part, i) => this.transforms[i](part)));
  }
  override _inverse(y: Tensor): Tensor {
    return this.join(this.parts(y, 'y').map((part, i) => this.transforms[i].inv(part)));
  }
  protected jacobians(x: Tensor, y: Tensor): Tensor[] {
    const ys = this.parts(y, 'y', 'y');
    return this.parts(x, 'x', 'x').map((part, i) => this.transforms[i].log_abs_det_jacobian(part, ys[i]));
  }
}

interface CatOptions extends CacheOptions {
  dim?: number;
  lengths?: readonly number[] | null;
}

/** Cuts a dim into pieces of given lengths, with a transform for each, as `torch.distributions.transforms.CatTransform`. */
export class CatTransform extends OfParts {
  declare readonly lengths: readonly number[];

  constructor(
    tseq: readonly Transform[],
    dim?: number | CatOptions,
    lengths?: readonly number[] | CatOptions | null,
    options?: number | CacheOptions,
  ) {
    const [along = 0, each = null, cache_size = 0] = byName(['dim', 'lengths', 'cache_size'], [dim, lengths, options]) as [
      number?,
      (readonly number[] | null)?,
      number?,
    ];
    super(tseq, along, cache_size);
    const all = each ?? tseq.map(() => 1);
    if (all.length !== tseq.length) throw new AssertionError(`lengths (${all.length}) must match transforms (${tseq.length})`);
    Object.assign(this, { lengths: all });
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new CatTransform(this.transforms, this.dim, this.lengths, cache_size);
  }
  override get event_dim(): number {
    return Math.max(...this.transforms.map((t) => t.event_dim));
  }
  override get domain(): Constraint {
    return constraints.cat(
      this.transforms.map((t) => t.domain),
      this.dim,
      this.lengths,
    );
  }
  override get codomain(): Constraint {
    return constraints.cat(
      this.transforms.map((t) => t.codomain),
      this.dim,
      this.lengths,
    );
  }
  protected override parts(value: Tensor, name: string, what = 'tensor'): Tensor[] {
    return this.partsOf(
      value,
      this.lengths.reduce((a, b) => a + b, 0),
      'length',
      name,
      what,
    );
  }
  protected override cut(value: Tensor): Tensor[] {
    return value.split([...this.lengths], this.dim);
  }
  protected override join(parts: Tensor[]): Tensor {
    return cat(parts, this.dim);
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    const { event_dim } = this;
    const each = this.jacobians(x, y).map((term, i) => sumRightmost(term, event_dim - this.transforms[i].event_dim));
    const dim = (this.dim >= 0 ? this.dim - x.dim() : this.dim) + event_dim;
    return dim < 0 ? cat(each, dim) : each.reduce((sum, term) => sum.add(term));
  }
}

/** Uses a transform for each place along a dim, as `torch.distributions.transforms.StackTransform`. */
export class StackTransform extends OfParts {
  constructor(tseq: readonly Transform[], dim?: number | (CacheOptions & { dim?: number }), options?: number | CacheOptions) {
    const [along = 0, cache_size = 0] = byName(['dim', 'cache_size'], [dim, options]) as [number?, number?];
    super(tseq, along, cache_size);
  }

  protected override cachedCopy(cache_size: number): Transform {
    return new StackTransform(this.transforms, this.dim, cache_size);
  }
  override get domain(): Constraint {
    return constraints.stack(
      this.transforms.map((t) => t.domain),
      this.dim,
    );
  }
  override get codomain(): Constraint {
    return constraints.stack(
      this.transforms.map((t) => t.codomain),
      this.dim,
    );
  }
  protected override parts(value: Tensor, name: string, what = 'tensor'): Tensor[] {
    return this.partsOf(value, this.transforms.length, 'len(transforms)', name, what);
  }
  protected override cut(value: Tensor): Tensor[] {
    return value.unbind(this.dim);
  }
  protected override join(parts: Tensor[]): Tensor {
    return stack(parts, this.dim);
  }
  override log_abs_det_jacobian(x: Tensor, y: Tensor): Tensor {
    return stack(this.jacobians(x, y), this.dim);
  }
}
