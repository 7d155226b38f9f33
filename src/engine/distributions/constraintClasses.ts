/** The classes of constraints. A constraint is a region of values for parameters or samples. */
import { NotImplementedError_, TypeError_, ValueError, AssertionError } from '../errors.js';
import { cat, stack } from '../generated/torch.js';
import { py } from '../nn/pythonText.js';
import { pythonType } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';
import { byName, formatted } from './support.js';

/** A bound of a region: one number for all elements, or one for each. */
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

  /** Tells for each event whether it is valid: bools with the size of `value` without the dims of an event. */
  check(_value: Tensor): Tensor {
    throw new NotImplementedError_(`${this.constructor.name} does not implement check.`);
  }

  toString(): string {
    return `${this.constructor.name}()`;
  }
}

export type ConstraintClass = new (...args: never) => Constraint;

/** A constraint that has parameters: a function that makes it, and its class for the registries. */
export type Maker<Args extends unknown[], C extends Constraint> = ((...args: Args) => C) & { readonly constraint: ConstraintClass };

export const maker = <Args extends unknown[], C extends Constraint>(Class: new (...args: Args) => C): Maker<Args, C> =>
  // A function that can be called with `new`, too.
  Object.assign(
    function (...args: Args) {
      return new Class(...args);
    },
    { constraint: Class },
  );

type Check = (value: Tensor) => Tensor;

/** @throws TypeError when `value` is no tensor */
export function valuesOf(value: unknown): Tensor {
  if (!(value instanceof Tensor)) throw new TypeError_(`check(): argument 'value' (position 1) must be Tensor, not ${pythonType(value)}`);
  return value;
}

/** @throws TypeError when `value` is no constraint */
function constraintOf(value: unknown): Constraint {
  if (!(value instanceof Constraint)) throw new TypeError_(`a constraint is wanted here, not ${pythonType(value)}`);
  return value;
}

/** Makes a class with a single constraint, and returns that constraint. */
export function simple(name: string, check: Check, discrete = false, dims = 0): Constraint {
  const Class = class extends Constraint {
    override get is_discrete() {
      return discrete;
    }
    override get event_dim() {
      return dims;
    }
    override check(value: Tensor) {
      return check(valuesOf(value));
    }
  };
  Object.defineProperty(Class, 'name', { value: name });
  return new Class();
}

type Bounded<Name extends string> = Constraint & { readonly [N in Name]: Bound };

/** A class of constraints with bounds. */
export function bounded<const Names extends readonly string[]>(
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
      return check(valuesOf(value), ...this.bounds);
    }
    override toString() {
      const text = (bound: Bound) => (bound instanceof Tensor ? formatted(bound) : py(bound));
      return `${name}(${names.map((n, i) => `${n}=${text(this.bounds[i])}`).join(', ')})`;
    }
  };
  Object.defineProperty(Class, 'name', { value: name });
  return maker(Class) as never;
}

/** The same constraint, with its text from Python, where its bounds are floats. */
export const written = <C extends Constraint>(constraint: C, text: string): C =>
  Object.defineProperty(constraint, 'toString', { value: () => text });

/** A constraint that depends on other values, so that its properties are not known beforehand. */
export class Dependent extends Constraint {
  override get is_discrete(): boolean {
    throw new NotImplementedError_('.is_discrete cannot be determined statically');
  }
  override get event_dim(): number {
    throw new NotImplementedError_('.event_dim cannot be determined statically');
  }
  override check(_value: Tensor): Tensor {
    throw new ValueError('Cannot determine validity of dependent constraint');
  }
}

export const is_dependent = (constraint: Constraint): boolean => constraint instanceof Dependent;

export class IndependentConstraint extends Constraint {
  constructor(
    readonly base_constraint: Constraint,
    readonly reinterpreted_batch_ndims: number,
  ) {
    super();
    constraintOf(base_constraint);
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

/** The constraint of a mixture: a value must be valid for every component. */
export class OfMixture extends Constraint {
  constructor(readonly base_constraint: Constraint) {
    super();
    constraintOf(base_constraint);
  }
  override get is_discrete() {
    return this.base_constraint.is_discrete;
  }
  override get event_dim() {
    return this.base_constraint.event_dim;
  }
  override check(value: Tensor): Tensor {
    const result = this.base_constraint.check(valuesOf(value).unsqueeze(-1 - this.event_dim));
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
  readonly dim: number;

  constructor(
    readonly cseq: readonly Constraint[],
    dim?: number | { dim?: number },
  ) {
    super();
    [this.dim = 0] = byName(['dim'], [dim]) as [number?];
    if (!Array.isArray(cseq) || !cseq.every((c) => c instanceof Constraint))
      throw new AssertionError('All elements of cseq must be Constraint instances');
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

export interface PartOptions {
  dim?: number;
  lengths?: readonly number[] | null;
}

export class Cat extends OfParts {
  readonly lengths: readonly number[];
  constructor(cseq: readonly Constraint[], dim?: number | PartOptions, lengths?: readonly number[] | PartOptions | null) {
    super(cseq, dim);
    const [, each = null] = byName(['dim', 'lengths'], [dim, lengths]) as [number?, (readonly number[] | null)?];
    this.lengths = each ?? cseq.map(() => 1);
    if (this.lengths.length !== cseq.length) throw new AssertionError(`lengths (${this.lengths.length}) must match cseq (${cseq.length})`);
  }
  override check(value: Tensor): Tensor {
    this.checkDim(valuesOf(value));
    let start = 0;
    const checks = this.cseq.map((c, i) => {
      const part = value.narrow(this.dim, start, this.lengths[i]);
      start += this.lengths[i];
      return c.check(part);
    });
    return cat(checks, this.dim);
  }
}

export class Stack extends OfParts {
  override get event_dim() {
    const most = super.event_dim;
    return this.dim + most < 0 ? most + 1 : most;
  }
  override check(value: Tensor): Tensor {
    this.checkDim(valuesOf(value));
    return stack(
      value.unbind(this.dim).flatMap((part, i) => this.cseq[i]?.check(part) ?? []),
      this.dim,
    );
  }
}

/** Counts that add up to at most a given number. */
export class Multinomial extends Constraint {
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
    return valuesOf(value).ge(0).all(-1).logical_and(value.sum(-1).le(this.upper_bound));
  }
}
