/** Named arguments for functions that accept any arguments: `*args, **kwargs`. */
import { AttributeError, TypeError_ } from '../errors.js';
import { call } from './calling.js';
import { Enum } from './enums.js';
import { Dict, dict, Tuple } from './keys.js';

/** The named arguments of a call; they are the last argument. */
class Named extends Dict<string, unknown> {}

/** The named arguments of a call to a function that takes `**kwargs`. */
export const named = (given: Readonly<Record<string, unknown>>): Dict<string, unknown> => new Named(Object.entries(given));

/** Removes the named arguments from the end of the arguments, and returns them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
export function take_named(args: any[]): Dict<string, any> {
  return args.at(-1) instanceof Named ? (args.pop() as Named) : dict();
}

/**
 * Calls `f(*args, **kwargs)` for an unknown function or class: only PyTorch's classes are known to accept named
 * arguments.
 * @throws TypeError for named arguments to any other function
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a function of any type
export function call_with(f: (...args: any[]) => any, args: readonly unknown[], given: Map<string, unknown>): any {
  if (given.size === 0) return call(f, ...args);
  if (isSigned(f)) return call(f, ...args, Object.fromEntries(given));
  throw new TypeError_(
    `${f.name || 'a function'}() is given ${[...given.keys()].join(', ')} by name: write the call with its arguments in their order.`,
  );
}

/** True when a class has a signature; then it accepts named arguments in an object. */
const isSigned = (f: object): boolean => [f, Object.getPrototypeOf(f) as object].some((one) => Object.hasOwn(one, 'signature'));

/** The values of parameters, in their order, from a dict by name: for `f(*args, **kwargs)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
export function by_name(given: unknown, names: readonly string[], from = 0): any {
  const values = given instanceof Map ? (given as Map<string, unknown>) : new Map(Object.entries(given as object));
  const all = names.slice(from).map((name) => (values.has(name) ? values.get(name) : undefined));
  while (all.length > 0 && all.at(-1) === undefined) all.pop();
  return all;
}

/** The arguments of `f(**given)`, where `f` has parameters of these names and collects the others by `**` itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
export function spread(given: unknown, names: readonly string[]): any {
  const values = given instanceof Map ? (given as Map<string, unknown>) : new Map(Object.entries(given as object));
  return [
    ...names.map((name) => (values.has(name) ? values.get(name) : undefined)),
    dict([...values].filter(([name]) => !names.includes(name))),
  ];
}

/** The entries of a dict, except those with some keys. */
export const without = <K, V>(given: Map<K, V>, keys: readonly K[]): Dict<K, V> => dict([...given].filter(([key]) => !keys.includes(key)));

/** The fields of an object, as Python's `dataclasses.asdict(x)` and `vars(x)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- fields of any type
export const asdict = (x: object): Dict<string, any> => dict(Object.entries(x).map(([name, value]) => [name, plain(value)] as const));

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value instanceof Tuple ? Tuple.from(value.map(plain)) : value.map(plain);
  const isData =
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { __repr__?: unknown }).__repr__ === 'function' &&
    !(value instanceof Enum) &&
    !(value instanceof Map);
  return isData ? asdict(value) : value;
}

export class FrozenInstanceError extends AttributeError {
  override name = 'FrozenInstanceError';
}

/**
 * Makes an object constant, as a dataclass with `frozen=True`: from now on, an assignment to a field throws a
 * FrozenInstanceError.
 */
export function frozen(x: object): void {
  for (const [name, value] of Object.entries(x) as [string, unknown][])
    Object.defineProperty(x, name, {
      enumerable: true,
      configurable: true,
      get: () => value,
      set: () => {
        throw new FrozenInstanceError(`cannot assign to field '${name}'`);
      },
    });
}

/** As Python's `dataclasses.replace(x, …)`. */
export function replaced<T extends object>(x: T, changes: Partial<T>): T {
  const made = Object.assign(Object.create(Object.getPrototypeOf(x) as object) as T, x, changes);
  if (Object.values(Object.getOwnPropertyDescriptors(x)).some((field: PropertyDescriptor) => field.set)) frozen(made);
  return made;
}

/** As `@functools.wraps(f)`: the new function gets the name of `f`. */
export const wraps =
  (f: { readonly name: string }) =>
  <F extends object>(inner: F): F =>
    Object.defineProperty(inner, 'name', { value: f.name, configurable: true });

/** As Python's `functools.partial(f, …)`. */
export const partial =
  <R>(f: (...args: unknown[]) => R, ...first: unknown[]) =>
  (...rest: unknown[]): R =>
    f(...first, ...rest);

/** As `functools.partial(f, *first, **given)`, for a function or a class whose parameters have these names. */
export const partial_by =
  (f: unknown, names: readonly string[], first: readonly unknown[], given: Readonly<Record<string, unknown>>) =>
  (...rest: unknown[]): unknown => {
    const values = new Map(Object.entries(given));
    const open = names.filter((name) => !values.has(name));
    [...first, ...rest].forEach((value, i) => {
      const name = open[i];
      if (name === undefined) throw new TypeError_(`${open.length} arguments are left to be given, but ${first.length + rest.length} are`);
      values.set(name, value);
    });
    return call(f, ...names.map((name) => (values.has(name) ? values.get(name) : undefined))) as unknown;
  };

/** As `@contextlib.contextmanager`: makes an object that `with` enters and leaves. */
export const contextmanager =
  <Args extends unknown[], T>(f: (...args: Args) => Generator<T>) =>
  (...args: Args): { __enter__: () => T; __exit__: (kind?: unknown, error?: unknown) => boolean } => {
    const steps = f(...args);
    return {
      __enter__: () => steps.next().value as T,
      /** An error that ended the block is thrown at the generator's `yield`, which may handle it. */
      __exit__: (_, error = null) => {
        if (error === null) return Boolean(steps.next().value);
        steps.throw(error);
        return true;
      },
    };
  };

/** As Python's `dataclasses.fields(x)` of an object. */
export const fields = (x: object): { name: string }[] => Object.keys(x).map((name) => ({ name }));

/**
 * As `functools.partial(f, …, name=value)` for a function of PyTorch, which takes named arguments in an object at the
 * end.
 */
export const partial_with =
  <R>(f: (...args: unknown[]) => R, first: readonly unknown[], given: object) =>
  (...rest: unknown[]): R =>
    f(...first, ...rest, given);
