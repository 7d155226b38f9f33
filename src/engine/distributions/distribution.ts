/** The base of all distributions, and the makers of their classes: a class is described by a signature and some facts. */
import { withGradMode } from '../autograd/gradMode.js';
import { NotImplementedError_, ValueError } from '../errors.js';
import { readArguments } from '../nn/arguments.js';
import { signatureAt, signed, type SignedClass } from '../nn/configured.js';
import type { Values } from '../nn/signatureTypes.js';
import { startsOver } from '../startOver.js';
import { unobserved } from '../tensor/observe.js';
import { sameSizes, type Size } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { is_dependent, type Constraint } from './constraintClasses.js';
import { broadcast_all, formatted, own, shapeOf, sizeOf, tupleText, type Given, type SampleShape, type Shape } from './support.js';

declare module '../nn/signatureTypes.js' {
  interface SignatureTypes {
    Distribution: Distribution;
  }
}

/** Facts about a class of distributions. Missing facts are taken from the base class. */
export interface Facts {
  /** The constraint of each parameter, by its name. */
  params?: Readonly<Record<string, Constraint>>;
  support?: Constraint;
  /** Whether gradients reach the parameters through samples. */
  rsample?: boolean;
  /** Whether all values of a distribution can be listed. */
  enumerates?: boolean;
  /** Parameters that are computed on their first use, unless they were given. */
  lazy?: readonly string[];
}

/** Whether distributions check their arguments by default. */
let validatesByDefault = true;
startsOver(() => {
  const before = validatesByDefault;
  return () => void (validatesByDefault = before);
});

const factsOf = (self: object): Facts => (self.constructor as unknown as { facts?: Facts }).facts ?? {};

/** PyTorch's file for a class; an error message names the file. */
const fileOf = (name: string): string =>
  name === 'LogitRelaxedBernoulli'
    ? 'relaxed_bernoulli'
    : /Relaxed.*Categorical/.test(name)
      ? 'relaxed_categorical'
      : name.replace(/(?<=[a-zJ])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

/** Throws the error for a method of the base that a class lacks. PyTorch's own error has no message. */
const missing = (self: object, name: string): never => {
  throw new NotImplementedError_(`${self.constructor.name} does not implement ${name}.`);
};

/**
 * A probability distribution over events of one shape, or a batch of such distributions, as `torch.distributions.Distribution`.
 * A sample has the size sample_shape + batch_shape + event_shape.
 */
export class Distribution {
  static readonly signature: string = 'Distribution(int[] batch_shape=[], int[] event_shape=[], bool? validate_args=None)';
  /** @internal */ declare _batch_shape: Size;
  /** @internal */ declare _event_shape: Size;
  /** @internal */ declare _validate_args: boolean;

  /** Sets whether new distributions check their parameters and values, as `Distribution.set_default_validate_args`. */
  static set_default_validate_args(value: boolean): void {
    if (typeof value !== 'boolean') throw new ValueError('');
    validatesByDefault = value;
  }

  constructor(...args: unknown[]) {
    this.make(readArguments(signatureAt(new.target), args));
  }

  /** Reads the arguments of the constructor. @throws ValueError for parameters out of range */
  protected make(given: Readonly<Record<string, unknown>>): void {
    const { batch_shape, event_shape, validate_args } =
      given as unknown as Values<'(int[] batch_shape, int[] event_shape, bool? validate_args)'>;
    this.settle(batch_shape, event_shape, validate_args);
  }

  /** Sets the shapes, and checks the parameters. @throws ValueError for a parameter out of range */
  protected settle(batch_shape: Shape, event_shape: Shape = [], validate?: unknown): void {
    own(this, '_batch_shape', sizeOf(batch_shape));
    own(this, '_event_shape', sizeOf(event_shape));
    own(this, '_validate_args', validate ?? validatesByDefault);
    if (this._validate_args) unobserved(() => this.checkParameters());
  }

  private checkParameters(): void {
    const lazy = factsOf(this).lazy ?? [];
    for (const [name, constraint] of Object.entries(this.arg_constraints)) {
      if (is_dependent(constraint) || (lazy.includes(name) && !Object.hasOwn(this, name))) continue;
      const value = (this as unknown as Record<string, Tensor | undefined>)[name];
      // A program's own class sets its fields only after this constructor, so the parameter may be undefined here.
      if (value === undefined || constraint.check(value).all().item()) continue;
      throw new ValueError(
        `Expected parameter ${name} (${value.constructor.name} of shape ${tupleText(value.sizes)}) of distribution ${String(this)} to satisfy the constraint ${String(constraint)}, but found invalid values:\n${formatted(value)}`,
      );
    }
  }

  /** The size of a batch of distributions. */
  get batch_shape(): Size {
    return this._batch_shape;
  }

  /** The size of one event. */
  get event_shape(): Size {
    return this._event_shape;
  }

  get has_rsample(): boolean {
    return factsOf(this).rsample ?? false;
  }

  get has_enumerate_support(): boolean {
    return factsOf(this).enumerates ?? false;
  }

  /** The constraints of the parameters, by their names. */
  get arg_constraints(): Readonly<Record<string, Constraint>> {
    return factsOf(this).params ?? {};
  }

  /** The region of values that have a density. */
  get support(): Constraint {
    return factsOf(this).support ?? missing(this, 'support');
  }

  get mean(): Tensor {
    return missing(this, 'mean');
  }

  get mode(): Tensor {
    throw new NotImplementedError_(
      `<class 'torch.distributions.${fileOf(this.constructor.name)}.${this.constructor.name}'> does not implement mode`,
    );
  }

  get variance(): Tensor {
    return missing(this, 'variance');
  }

  get stddev(): Tensor {
    return this.variance.sqrt();
  }

  /** The same distribution for a larger batch: dims of size 1 are broadcast, and dims are added in front. */
  expand(batch_shape: Shape): this {
    const made = Object.create(Object.getPrototypeOf(this) as object) as this;
    this.spread(made, batch_shape);
    made.settle(batch_shape, this._event_shape, false);
    own(made, '_validate_args', this._validate_args);
    return made;
  }

  /** Gives a copy its fields, broadcast to another batch. */
  protected spread(made: this, batch_shape: Shape): void {
    for (const [name, value] of Object.entries(this)) own(made, name, this.spreadValue(value, batch_shape));
  }

  protected spreadValue(value: unknown, batch_shape: Shape): unknown {
    const rank = this._batch_shape.length;
    if (value instanceof Tensor) return value.expand([...batch_shape, ...value.sizes.slice(rank)]);
    return value instanceof Distribution ? value.expand([...batch_shape, ...value._batch_shape.slice(rank)]) : value;
  }

  /** Random events. No gradients reach the parameters through these samples. */
  sample(sample_shape: SampleShape = []): Tensor {
    return withGradMode(false, () => this.rsample(sample_shape));
  }

  /** Random events through which gradients reach the parameters. @throws NotImplementedError when the distribution does not support this */
  rsample(_sample_shape: SampleShape = []): Tensor {
    return missing(this, 'rsample');
  }

  /** @deprecated As in PyTorch: use `sample([n])`. */
  sample_n(n: number): Tensor {
    return this.sample([n]);
  }

  /** The logarithm of the density (or probability) of each event. @throws ValueError for values outside of the support */
  log_prob(_value: Tensor): Tensor {
    return missing(this, 'log_prob');
  }

  /** The probability of values not greater than `value`. */
  cdf(_value: Tensor): Tensor {
    return missing(this, 'cdf');
  }

  /** The value whose cdf is `value`. */
  icdf(_value: Tensor): Tensor {
    return missing(this, 'icdf');
  }

  /** All values, along dim 0. With `expand`, for every member of the batch. */
  enumerate_support(_expand: boolean | { expand?: boolean } = true): Tensor {
    return missing(this, 'enumerate_support');
  }

  entropy(): Tensor {
    return missing(this, 'entropy');
  }

  perplexity(): Tensor {
    return this.entropy().exp();
  }

  /** The size of a sample. @internal */
  _extended_shape(sample_shape: SampleShape = []): Size {
    return sizeOf(shapeOf(sample_shape), this._batch_shape, this._event_shape);
  }

  /** Values along dim 0; with `expand`, for every member of the batch. */
  protected enumerated(values: Tensor, expand: boolean | { expand?: boolean }): Tensor {
    const rows = values.view([-1, ...this._batch_shape.map(() => 1), ...values.sizes.slice(1)]);
    const isWhole = typeof expand === 'boolean' ? expand : (expand.expand ?? true);
    return isWhole ? rows.expand([rows.sizes[0], ...this._batch_shape, ...values.sizes.slice(1)]) : rows;
  }

  /** Checks a value, if this distribution checks values. @internal */
  _check(value: Tensor): void {
    if (this._validate_args) unobserved(() => this._validate_sample(value));
  }

  /** @throws ValueError for a value of another size, or outside of the support @internal */
  _validate_sample(value: Tensor): void {
    if (!(value instanceof Tensor)) throw new ValueError('The value argument to log_prob must be a Tensor');
    const event = sizeOf(value.sizes.slice(value.dim() - this._event_shape.length));
    if (!sameSizes(event, this._event_shape)) {
      throw new ValueError(`The right-most size of value must match event_shape: ${String(value.shape)} vs ${String(this._event_shape)}.`);
    }
    const expected = this._extended_shape();
    for (let k = 1; k <= Math.min(value.dim(), expected.length); k++) {
      const [i, j] = [value.sizes.at(-k), expected.at(-k)];
      if (i !== 1 && j !== 1 && i !== j) {
        throw new ValueError(`Value is not broadcastable with batch_shape+event_shape: ${String(value.shape)} vs ${String(expected)}.`);
      }
    }
    const { support } = this;
    if (support.check(value).all().item()) return;
    throw new ValueError(
      `Expected value argument (${value.constructor.name} of shape ${tupleText(value.sizes)}) to be within the support (${String(support)}) of the distribution ${String(this)}, but found invalid values:\n${formatted(value)}`,
    );
  }

  toString(): string {
    const fields = this as unknown as Record<string, Tensor>;
    const names = Object.keys(this.arg_constraints).filter((name) => Object.hasOwn(this, name));
    const text = ({ shape }: Tensor, name: string) => (shape.numel() === 1 ? formatted(fields[name]) : String(shape));
    return `${this.constructor.name}(${names.map((name) => `${name}: ${text(fields[name], name)}`).join(', ')})`;
  }
}

type Class<Instance> = abstract new (...args: never) => Instance;

/** Makes a class with a signature and facts. The class declares its parameters as fields itself. */
export function described<const S extends string, Base extends Distribution = Distribution>(
  signature: S,
  facts: Facts,
  Base: Class<Base> = Distribution as unknown as Class<Base>,
): SignedClass<S, Base> {
  const inherited = (Base as unknown as { facts?: Facts }).facts;
  return Object.assign(signed<S, Base>(signature, Base as unknown as abstract new (...args: never[]) => Base), {
    facts: { ...inherited, ...facts },
  });
}

/** The parameters of a signature, as tensors. */
type Parameters<S extends string> = { readonly [N in Exclude<keyof Values<S>, 'validate_args'>]: Tensor };

/**
 * Makes a class whose parameters are broadcast to one size, the size of its batch:
 *
 *     class Laplace extends distribution('Laplace(Tensor|float loc, Tensor|float scale, bool? validate_args=None)', { … })
 */
export function distribution<const S extends string, Base extends Distribution = Distribution>(
  signature: S,
  facts: Facts,
  Base: Class<Base> = Distribution as unknown as Class<Base>,
): SignedClass<S, Base & Parameters<S>> {
  abstract class Broadcast extends (Base as unknown as typeof Distribution) {
    protected override make({ validate_args, ...given }: Readonly<Record<string, unknown>>): void {
      const tensors = broadcast_all(...(Object.values(given) as Given[]));
      Object.keys(given).forEach((name, i) => own(this, name, tensors[i]));
      this.settle(tensors[0].sizes, [], validate_args);
    }
  }
  return described<S, Base & Parameters<S>>(signature, facts, Broadcast as unknown as Class<Base & Parameters<S>>);
}
