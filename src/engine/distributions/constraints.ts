/** `torch.distributions.constraints`: the regions that parameters and samples lie in. */
import { NotImplementedError_, ValueError, AssertionError } from '../errors.js';
import { cat as joined, full, stack as stacked } from '../generated/torch.js';
import * as linalg from '../generated/linalg.js';
import { bool } from '../dtype.js';
import { py } from '../nn/pythonText.js';
import { Tensor } from '../tensor.js';
import { formatted, limits } from './support.js';

/** A bound of a region: one for all elements, or one for each. */
export type Bound = Tensor | number;

/** The base of all constraints, as `torch.distributions.constraints.Constraint`. */
export class Constraint {
  /** Whether there are gaps between its values. */
  get is_discrete(): boolean {
    return false;
  }

  /** How many of the last dims make one event, which is valid or not as a whole. */
  get event_dim(): number {
    return 0;
  }

  /** Which events are valid: bools of the size of `value` without the dims of an event. */
  check(_value: Tensor): Tensor {
    throw new NotImplementedError_('');
  }

  toString(): string {
    return `${this.constructor.name}()`;
  }
}

export type ConstraintClass = new (...args: never) => Constraint;

/** A constraint that has parameters: a function that makes it, and its class for the registries. */
export type Maker<Args extends unknown[], C extends Constraint> = ((...args: Args) => C) & { readonly constraint: ConstraintClass };

const maker = <Args extends unknown[], C extends Constraint>(Class: new (...args: Args) => C): Maker<Args, C> =>
  Object.assign((...args: Args) => new Class(...args), { constraint: Class as unknown as ConstraintClass });

type Check = (value: Tensor) => Tensor;

/** The only one of its class. */
function simple(name: string, check: Check, discrete = false, dims = 0): Constraint {
  const Class = class extends Constraint {
    override get is_discrete() {
      return discrete;
    }
    override get event_dim() {
      return dims;
    }
    override check(value: Tensor) {
      return check(value);
    }
  };
  Object.defineProperty(Class, 'name', { value: name });
  return new Class();
}

type Bounded<Name extends string> = Constraint & { readonly [N in Name]: Bound };

/** A class of constraints with bounds. */
function bounded<const Names extends readonly string[]>(
  name: string,
  names: Names,
  check: (value: Tensor, ...bounds: Bound[]) => Tensor,
  discrete = false,
): Maker<Names extends readonly [string, string] ? [Bound, Bound] : [Bound], Bounded<Names[number]>> {
  const Class = class extends Constraint {
    readonly bounds: readonly Bound[];
    constructor(...given: Bound[]) {
      super();
      this.bounds = given;
      names.forEach((bound, i) => Object.assign(this, { [bound]: given[i] }));
    }
    override get is_discrete() {
      return discrete;
    }
    override check(value: Tensor) {
      return check(value, ...this.bounds);
    }
    override toString() {
      const text = (bound: Bound) => (bound instanceof Tensor ? formatted(bound) : py(bound));
      return `${name}(${names.map((n, i) => `${n}=${text(this.bounds[i])}`).join(', ')})`;
    }
  };
  Object.defineProperty(Class, 'name', { value: name });
  return maker(Class) as never;
}

/** The same with the text that it has in Python, where its bounds are floats. */
const written = <C extends Constraint>(constraint: C, text: string): C =>
  Object.defineProperty(constraint, 'toString', { value: () => text });

/** What depends on other values, so that nothing can be said of it beforehand. */
export class Dependent extends Constraint {
  override check(_value: Tensor): Tensor {
    throw new ValueError('Cannot determine validity of dependent constraint');
  }
}

export const is_dependent = (constraint: Constraint): boolean => constraint instanceof Dependent;

class IndependentConstraint extends Constraint {
  constructor(
    readonly base_constraint: Constraint,
    readonly reinterpreted_batch_ndims: number,
  ) {
    super();
  }
  override get is_discrete() {
    return this.base_constraint.is_discrete;
  }
  override get event_dim() {
    return this.base_constraint.event_dim + this.reinterpreted_batch_ndims;
  }
  override check(value: Tensor): Tensor {
    const result = this.base_constraint.check(value);
    const n = this.reinterpreted_batch_ndims;
    if (result.dim() < n) {
      throw new ValueError(`Expected value.dim() >= ${this.event_dim} but got ${value.dim()}`);
    }
    return result.reshape([...result.sizes.slice(0, result.dim() - n), -1]).all(-1);
  }
  override toString(): string {
    return `IndependentConstraint(${String(this.base_constraint)}, ${this.reinterpreted_batch_ndims})`;
  }
}

/** Of a mixture: what is valid for every component. */
class OfMixture extends Constraint {
  constructor(readonly base_constraint: Constraint) {
    super();
  }
  override get is_discrete() {
    return this.base_constraint.is_discrete;
  }
  override get event_dim() {
    return this.base_constraint.event_dim;
  }
  override check(value: Tensor): Tensor {
    const result = this.base_constraint.check(value.unsqueeze(-1 - this.event_dim));
    if (value.dim() < this.event_dim) {
      throw new ValueError(`Expected value.dim() >= ${this.event_dim} but got ${value.dim()}`);
    }
    return result.reshape([...result.sizes.slice(0, value.dim() - this.event_dim), -1]).all(-1);
  }
  override toString(): string {
    return `MixtureSameFamilyConstraint(${String(this.base_constraint)})`;
  }
}

/** Several constraints, each for a part of the values along a dim. */
abstract class OfParts extends Constraint {
  constructor(
    readonly cseq: readonly Constraint[],
    readonly dim = 0,
  ) {
    super();
    if (!cseq.every((c) => c instanceof Constraint)) throw new AssertionError('All elements of cseq must be Constraint instances');
  }
  override get is_discrete() {
    return this.cseq.some((c) => c.is_discrete);
  }
  override get event_dim() {
    return Math.max(...this.cseq.map((c) => c.event_dim));
  }
  protected checkDim(value: Tensor): void {
    if (this.dim < -value.dim() || this.dim >= value.dim()) {
      throw new AssertionError(`dim ${this.dim} out of range for value with ${value.dim()} dimensions`);
    }
  }
}

class Cat extends OfParts {
  readonly lengths: readonly number[];
  constructor(cseq: readonly Constraint[], dim = 0, lengths: readonly number[] | null = null) {
    super(cseq, dim);
    this.lengths = lengths ?? cseq.map(() => 1);
    if (this.lengths.length !== cseq.length) throw new AssertionError(`lengths (${this.lengths.length}) must match cseq (${cseq.length})`);
  }
  override check(value: Tensor): Tensor {
    this.checkDim(value);
    let start = 0;
    const checks = this.cseq.map((c, i) => {
      const part = value.narrow(this.dim, start, this.lengths[i]);
      start += this.lengths[i];
      return c.check(part);
    });
    return joined(checks, this.dim);
  }
}

class Stack extends OfParts {
  override get event_dim() {
    const most = super.event_dim;
    return this.dim + most < 0 ? most + 1 : most;
  }
  override check(value: Tensor): Tensor {
    this.checkDim(value);
    return stacked(
      this.cseq.map((c, i) => c.check(value.select(this.dim, i))),
      this.dim,
    );
  }
}

const and = (a: Tensor, b: Tensor): Tensor => a.logical_and(b);
const whole = (v: Tensor): Tensor => v.remainder(1).eq(0);
const zeroOrOne = (v: Tensor): Tensor => v.eq(0).logical_or(v.eq(1));
const lower = ['lower_bound'] as const;
const upper = ['upper_bound'] as const;
const both = ['lower_bound', 'upper_bound'] as const;

export const dependent = new Dependent();
export const independent = maker(IndependentConstraint);
export const MixtureSameFamilyConstraint = maker(OfMixture);
export const cat = maker(Cat);
export const stack = maker(Stack);

export const greater_than = bounded('GreaterThan', lower, (v, low) => v.gt(low));
export const greater_than_eq = bounded('GreaterThanEq', lower, (v, low) => v.ge(low));
export const less_than = bounded('LessThan', upper, (v, high) => v.lt(high));
export const interval = bounded('Interval', both, (v, low, high) => and(v.ge(low), v.le(high)));
export const half_open_interval = bounded('HalfOpenInterval', both, (v, low, high) => and(v.ge(low), v.lt(high)));
export const integer_interval = bounded('IntegerInterval', both, (v, low, high) => and(and(whole(v), v.ge(low)), v.le(high)), true);
const integerGreaterThan = bounded('IntegerGreaterThan', lower, (v, low) => and(whole(v), v.ge(low)), true);

export const boolean = simple('Boolean', zeroOrOne, true);
export const one_hot = simple('OneHot', (v) => and(zeroOrOne(v).all(-1), v.sum(-1).eq(1)), true, 1);
export const nonnegative_integer = integerGreaterThan(0);
export const positive_integer = integerGreaterThan(1);
export const real = simple('Real', (v) => v.eq(v));
export const real_vector = independent(real, 1);
export const positive = written(greater_than(0), 'GreaterThan(lower_bound=0.0)');
export const nonnegative = written(greater_than_eq(0), 'GreaterThanEq(lower_bound=0.0)');
export const unit_interval = written(interval(0, 1), 'Interval(lower_bound=0.0, upper_bound=1.0)');
/** @internal */
export const below_one = written(half_open_interval(0, 1), 'HalfOpenInterval(lower_bound=0.0, upper_bound=1.0)');
export const simplex = simple('Simplex', (v) => and(v.ge(0).all(-1), v.sum(-1).sub(1).abs().lt(1e-6)), false, 1);

class Multinomial extends Constraint {
  constructor(readonly upper_bound: Bound) {
    super();
  }
  override get is_discrete() {
    return true;
  }
  override get event_dim() {
    return 1;
  }
  override check(value: Tensor): Tensor {
    return and(value.ge(0).all(-1), value.sum(-1).le(this.upper_bound));
  }
}
export const multinomial = maker(Multinomial);

const isLowerTriangular = (v: Tensor): Tensor =>
  v
    .tril()
    .eq(v)
    .view([...v.sizes.slice(0, -2), -1])
    .all(-1);
const isLowerCholesky = (v: Tensor): Tensor => and(isLowerTriangular(v), v.diagonal({ dim1: -2, dim2: -1 }).gt(0).all(-1));
const isSquare = (v: Tensor): Tensor => full(v.sizes.slice(0, -2), v.size(-2) === v.size(-1), { dtype: bool });

function isSymmetric(v: Tensor): Tensor {
  const square = isSquare(v);
  return square.all().item() ? v.isclose(v.mT, { atol: 1e-6 }).all(-2).all(-1) : square;
}

function isCorrCholesky(v: Tensor): Tensor {
  const tolerance = limits(v.dtype).eps * v.size(-1) * 10;
  const hasUnitRows = linalg.norm(v.detach(), { dim: -1 }).sub(1).abs().le(tolerance).all(-1);
  return and(isLowerCholesky(v), hasUnitRows);
}

export const lower_triangular = simple('LowerTriangular', isLowerTriangular, false, 2);
export const lower_cholesky = simple('LowerCholesky', isLowerCholesky, false, 2);
export const corr_cholesky = simple('CorrCholesky', isCorrCholesky, false, 2);
export const square = simple('Square', isSquare, false, 2);
export const symmetric = simple('Symmetric', isSymmetric, false, 2);
