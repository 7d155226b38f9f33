/** The registries of transforms from all real numbers to a region: `torch.distributions.biject_to` and `transform_to`. */
import { NotImplementedError_, TypeError_ } from '../errors.js';
import * as constraints from './constraints.js';
import { Constraint, type Bound, type ConstraintClass } from './constraintClasses.js';
import { AffineTransform, ExpTransform, SigmoidTransform } from './transforms/elementwise.js';
import { CatTransform, StackTransform } from './transforms/parts.js';
import { ComposeTransform, identity_transform, IndependentTransform, type Transform } from './transforms/transform.js';
import {
  CorrCholeskyTransform,
  LowerCholeskyTransform,
  PositiveDefiniteTransform,
  SoftmaxTransform,
  StickBreakingTransform,
} from './transforms/vectors.js';

/** A constraint, its class, or the function that makes such constraints. */
type Which = Constraint | ConstraintClass | { readonly constraint: ConstraintClass };
/** Makes the transform for a constraint. Each factory knows the fields of the class that it is registered for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Factory = (constraint: any) => Transform;

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- a class cannot declare that its instances are callable
export interface ConstraintRegistry {
  /** A transform to the region. @throws NotImplementedError when none is registered */
  (constraint: Constraint): Transform;
}

/** Transforms by the classes of constraints, as `torch.distributions.constraint_registry.ConstraintRegistry`. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class ConstraintRegistry {
  declare private readonly factories: Map<unknown, Factory>;

  constructor() {
    const self = ((constraint: Constraint) => self.find(constraint)) as unknown as this;
    Object.setPrototypeOf(self, new.target.prototype);
    Object.assign(self, { factories: new Map() });
    return self;
  }

  /**
   * Registers a factory for constraints of a class. Without a factory, returns a function that registers one.
   * @throws TypeError when `which` is no constraint
   */
  register(which: Which, factory?: Factory): Factory | ((factory: Factory) => Factory) {
    if (!factory) return (given: Factory) => this.register(which, given) as Factory;
    this.factories.set(keyOf(which), factory);
    return factory;
  }

  private find(constraint: Constraint): Transform {
    const key: unknown = Object.getPrototypeOf(constraint);
    const factory = this.factories.get(key);
    if (!factory) throw new NotImplementedError_(`Cannot transform _${constraint.constructor.name} constraints`);
    return factory(constraint);
  }
}

// The registry is a function, so it inherits `apply` and other methods of functions.
Object.setPrototypeOf(ConstraintRegistry.prototype, Function.prototype);

function keyOf(which: Which): unknown {
  if (which instanceof Constraint) return Object.getPrototypeOf(which);
  const Class = 'constraint' in which ? which.constraint : which;
  if (typeof Class === 'function' && Class.prototype instanceof Constraint) return Class.prototype;
  throw new TypeError_(`Expected constraint to be either a Constraint subclass or instance, but got ${String(which)}`);
}

export const biject_to = new ConstraintRegistry();
export const transform_to = new ConstraintRegistry();

const both = [biject_to, transform_to];

function register(registries: readonly ConstraintRegistry[], regions: readonly Which[], make: (to: ConstraintRegistry) => Factory): void {
  for (const registry of registries) for (const region of regions) registry.register(region, make(registry));
}

interface Bounded {
  lower_bound: Bound;
  upper_bound: Bound;
}

const minus = (a: Bound, b: Bound): Bound => (typeof a === 'number' ? (typeof b === 'number' ? a - b : b.rsub(a)) : a.sub(b));

function toInterval({ lower_bound: low, upper_bound: high }: Bounded): Transform {
  if (low === 0 && high === 1) return new SigmoidTransform();
  return new ComposeTransform([new SigmoidTransform(), new AffineTransform(low, minus(high, low))]);
}

register(both, [constraints.real], () => () => identity_transform);
register(
  both,
  [constraints.independent],
  (to) => (c: { base_constraint: Constraint; reinterpreted_batch_ndims: number }) =>
    new IndependentTransform(to(c.base_constraint), c.reinterpreted_batch_ndims),
);
register(
  both,
  [constraints.greater_than, constraints.greater_than_eq],
  () => (c: Bounded) => new ComposeTransform([new ExpTransform(), new AffineTransform(c.lower_bound, 1)]),
);
register(
  both,
  [constraints.less_than],
  () => (c: Bounded) => new ComposeTransform([new ExpTransform(), new AffineTransform(c.upper_bound, -1)]),
);
register(both, [constraints.interval, constraints.half_open_interval], () => toInterval);
register([biject_to], [constraints.simplex], () => () => new StickBreakingTransform());
register([transform_to], [constraints.simplex], () => () => new SoftmaxTransform());
register([transform_to], [constraints.lower_cholesky], () => () => new LowerCholeskyTransform());
register([transform_to], [constraints.positive_definite, constraints.positive_semidefinite], () => () => new PositiveDefiniteTransform());
register(both, [constraints.corr_cholesky], () => () => new CorrCholeskyTransform());

interface Parts {
  cseq: Constraint[];
  dim: number;
  lengths: number[];
}
register(
  both,
  [constraints.cat],
  (to) => (c: Parts) =>
    new CatTransform(
      c.cseq.map((part) => to(part)),
      c.dim,
      c.lengths,
    ),
);
register(
  both,
  [constraints.stack],
  (to) => (c: Parts) =>
    new StackTransform(
      c.cseq.map((part) => to(part)),
      c.dim,
    ),
);
