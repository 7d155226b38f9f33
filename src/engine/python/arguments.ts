/** Named arguments for functions that accept any arguments: `*args, **kwargs`. */
import { AttributeError, TypeError_ } from '../errors.js';
import { Float } from '../ops/floats.js';
import { call, tellBound } from './calling.js';
import { Enum } from './enums.js';
import { Dict, dict, Tuple } from './keys.js';
import { invoke } from './methods.js';

/** The named arguments of a call; they are the last argument. */
class Named extends Dict<string, unknown> {}

/** The named arguments of a call to a function that takes `**kwargs`. */
export const named = (given: Readonly<Record<string, unknown>>): Dict<string, unknown> => new Named(Object.entries(given));

/** Removes the named arguments from the end of the arguments, and returns them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
export function take_named(args: any[]): Dict<string, any> {
  return args.at(-1) instanceof Named ? (args.pop() as Named) : dict();
}

/** Arguments by their places, with the default for each of `count` parameters that is left out: named ones follow. */
export const filled = (args: readonly unknown[], count: number): unknown[] =>
  Array.from({ length: Math.max(count, args.length) }, (_, i) => args[i]);

/** A call of a function or class with arguments by name. */
type ByName = (args: readonly unknown[], given: Map<string, unknown>) => unknown;

/** What accepts arguments by name, and how each is called with them. */
const byName = new WeakMap<object, ByName>();

/** How a function, or a class or one that it extends, is called with arguments by name. */
function howCalled(f: unknown): ByName | null {
  for (let at: unknown = f; typeof at === 'function'; at = Object.getPrototypeOf(at)) {
    const own = byName.get(at);
    if (own) return at === f ? own : (args, given) => inOrder(f, namesOf.get(at) ?? [], args, given);
  }
  return null;
}

const namesOf = new WeakMap<object, readonly string[]>();

/** Calls `f` with its arguments in the order of its parameters. @throws TypeError for a name that it does not have */
function inOrder(f: unknown, names: readonly string[], args: readonly unknown[], given: Map<string, unknown>): unknown {
  const title = (f as { name: string }).name || 'function';
  const rest = names.find((name) => name.startsWith('**'));
  const open = names.findIndex((name) => /^\*\w/.test(name));
  if (open >= 0) {
    const mine = names.slice(0, open);
    const later = mine.slice(args.length).map((name) => given.get(name));
    return call(f, ...args, ...later, new Named([...given].filter(([name]) => !mine.slice(args.length).includes(name))));
  }
  const plain = names.filter((name) => !name.startsWith('*'));
  const others = [...given].filter(([name]) => !plain.includes(name));
  if (others.length > 0 && rest === undefined) throw new TypeError_(`${title}() got an unexpected keyword argument '${others[0][0]}'`);
  const twice = plain.slice(0, args.length).find((name) => given.has(name));
  if (twice !== undefined) throw new TypeError_(`${title}() got multiple values for argument '${twice}'`);
  const all = [...args, ...plain.slice(args.length).map((name) => (given.has(name) ? given.get(name) : undefined))];
  if (rest !== undefined) return call(f, ...all, dict(others));
  while (all.length > args.length && all.at(-1) === undefined) all.pop();
  return call(f, ...all);
}

/**
 * Tells the names of a function's or a class's parameters, so that a call that does not know what it calls can give
 * arguments by name. `*args` stands for further arguments, `**kwargs` for further names.
 */
export function takes<F extends object>(f: F, names: readonly string[]): F {
  namesOf.set(f, names);
  byName.set(f, (args, given) => inOrder(f, names, args, given));
  return f;
}

/** The function under this name, as Python's `__name__` tells it. */
export const titled = <F extends object>(f: F, name: string): F => Object.defineProperty(f, 'name', { value: name });

/** As `functools.update_wrapper(wrapper, wrapped)`. */
export const update_wrapper = <F extends object>(wrapper: F, wrapped: { readonly name: string }): F =>
  Object.defineProperty(wrapper, '__name__', { value: wrapped.name, writable: true, configurable: true });

/** Makes a function that passes arguments by name on to another. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
function passingOn<F extends (...args: any[]) => unknown>(f: F, named: ByName): F {
  byName.set(f, named);
  return f;
}

/** How a decorated method is called with arguments by name; the object is the first of them. */
const ofMethods = new WeakMap<object, object>();

/** Tells that a method hands its object and its arguments to what a decorator made of it, also those by name. */
export function handingOn(method: object, plain: object, inner: object, made: object): void {
  const names = namesOf.get(plain);
  if (names) takes(inner, ['self', ...names]);
  ofMethods.set(method, made);
}

tellBound((method, x) => {
  const made = method.bind(x);
  const names = namesOf.get(method);
  return names ? takes(made, names) : made;
});

/** Calls `f(*args, **given)` for a value that may be a function, a class or an object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a function of any type
export function call_with(f: any, args: readonly unknown[], given: Readonly<Record<string, unknown>> | Map<string, unknown>): any {
  const all = given instanceof Map ? given : new Map(Object.entries(given));
  if (all.size === 0) return call(f, ...args);
  const named = howCalled(f);
  if (named) return named(args, all);
  const method = typeof f === 'object' && f !== null ? byName.get((f as { __call__: object }).__call__) : undefined;
  if (method) return inOrder(f, namesOf.get((f as { __call__: object }).__call__) ?? [], args, all);
  const forward = (f as { forward?: object } | null)?.forward;
  const decorated = forward ? ofMethods.get(forward) : undefined;
  if (decorated) return call_with(decorated, [f, ...args], all);
  const own = forward ? namesOf.get(forward) : undefined;
  if (own) return inOrder(f, own, args, all);
  // `print` takes its names apart from the values.
  if (typeof f?.with === 'function') return f.with(Object.fromEntries(all), ...args);
  // What is left is PyTorch's, which accepts names in an object.
  return call(f, ...args, Object.fromEntries(all));
}

/** Calls `x.name(*args, **given)` for a value of an unknown type. */
export function invoke_with(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a value of any type
  x: any,
  name: string,
  args: readonly unknown[],
  given: Readonly<Record<string, unknown>> | Map<string, unknown>,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- any result
): any {
  const all = given instanceof Map ? given : new Map(Object.entries(given));
  const method: unknown = x?.[name];
  const names = typeof method === 'function' ? namesOf.get(method) : undefined;
  const decorated = typeof method === 'function' ? ofMethods.get(method) : undefined;
  if (decorated) return call_with(decorated, [x, ...args], all);
  if (typeof method !== 'function' || Object.hasOwn(x as object, name)) return call_with(method, args, all);
  if (names) return inOrder((method as () => unknown).bind(x), names, args, all);
  return invoke(x, name, ...args, ...(all.size > 0 ? [Object.fromEntries(all)] : []));
}

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

/** As `spread`, behind the arguments by their places: how many parameters those take, only the run knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
export const spread_after = (args: readonly unknown[], given: unknown, names: readonly string[]): any => [
  ...args,
  ...(spread(given, names.slice(args.length)) as unknown[]),
];

/** The entries of a dict, except those with some keys. */
export const without = <K, V>(given: Map<K, V>, keys: readonly K[]): Dict<K, V> => dict([...given].filter(([key]) => !keys.includes(key)));

/** The fields of an object, as Python's `dataclasses.asdict(x)` and `vars(x)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- fields of any type
export const asdict = (x: object, names: readonly string[] = Object.keys(x)): Dict<string, any> =>
  dict(names.map((name) => [name, plain((x as Record<string, unknown>)[name])] as const));

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value instanceof Tuple ? Tuple.from(value.map(plain)) : value.map(plain);
  if (value instanceof Map && value.constructor === Dict) return dict([...(value as Dict)].map(([key, one]) => [key, plain(one)] as const));
  const isData =
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { __repr__?: unknown }).__repr__ === 'function' &&
    !(value instanceof Enum) &&
    !(value instanceof Map || value instanceof Set || value instanceof Float);
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
  (made as { __post_init__?: () => void }).__post_init__?.();
  if (Object.values(Object.getOwnPropertyDescriptors(x)).some((field: PropertyDescriptor) => field.set)) frozen(made);
  return made;
}

/** As `@functools.wraps(f)`: the new function gets the name of `f`. */
export const wraps =
  (f: { readonly name: string }) =>
  <F extends object>(inner: F): F =>
    Object.defineProperty(inner, 'name', { value: f.name, configurable: true });

/** As Python's `functools.partial(f, …)`. */
export const partial = <R>(f: (...args: unknown[]) => R, ...first: unknown[]): ((...rest: unknown[]) => R) =>
  passingOn(
    (...rest: unknown[]): R => call(f, ...first, ...rest) as R,
    (args, given) => call_with(f, [...first, ...args], given) as unknown,
  );

/** As `functools.partial(f, *first, **given)`, for a function or a class whose parameters have these names. */
export const partial_by = (f: object, names: readonly string[], first: readonly unknown[], given: Readonly<Record<string, unknown>>) => {
  const made = (...rest: unknown[]): unknown => {
    const values = new Map(Object.entries(given));
    const open = names.filter((name) => !values.has(name));
    [...first, ...rest].forEach((value, i) => {
      const name = open[i];
      if (name === undefined) throw new TypeError_(`${open.length} arguments are left to be given, but ${first.length + rest.length} are`);
      values.set(name, value);
    });
    return call(f, ...names.map((name) => (values.has(name) ? values.get(name) : undefined))) as unknown;
  };
  return passingOn(made, (args, more) => inOrder(f, names, [...first, ...args], new Map([...Object.entries(given), ...more])));
};

/** As `@contextlib.contextmanager`: makes an object that `with` enters and leaves. */
export function contextmanager<Args extends unknown[], T>(
  f: (...args: Args) => Generator<T>,
): (...args: Args) => { __enter__: () => T; __exit__: (kind?: unknown, error?: unknown) => boolean } {
  const entered = (make: () => Generator<T>) => {
    const steps = make();
    // As a decorator, it is entered anew by each call of the function.
    const around =
      (inner: (...given: unknown[]) => unknown) =>
      (...given: unknown[]): unknown => {
        const own = entered(make);
        own.__enter__();
        try {
          const result: unknown = call(inner, ...given);
          own.__exit__();
          return result;
        } catch (error) {
          own.__exit__(null, error);
          return null;
        }
      };
    return Object.assign(around, {
      __enter__: () => steps.next().value as T,
      /** An error that ended the block is thrown at the generator's `yield`, which may handle it. */
      __exit__: (_?: unknown, error: unknown = null): boolean => {
        if (error === null) return Boolean(steps.next().value);
        steps.throw(error);
        return true;
      },
    });
  };
  return passingOn(
    (...args: Args) => entered(() => f(...args)),
    (args, given) => entered(() => call_with(f, args, given) as Generator<T>),
  );
}

/** As Python's `dataclasses.fields(x)` of an object, or of a class by the names of its fields. */
export const fields = (x: object): { name: string }[] => (Array.isArray(x) ? (x as string[]) : Object.keys(x)).map((name) => ({ name }));

/** As `functools.partial(f, …, name=value)` for a function or class whose parameters are not known here. */
export const partial_with = <R>(f: (...args: unknown[]) => R, first: readonly unknown[], given: object): ((...rest: unknown[]) => R) =>
  passingOn(
    (...rest: unknown[]): R => call_with(f, [...first, ...rest], new Map(Object.entries(given))) as R,
    (args, more) => call_with(f, [...first, ...args], new Map([...Object.entries(given), ...more])) as unknown,
  );

/** As Python's `dataclasses.astuple(x)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- fields of any type
export const astuple = (x: object, names?: readonly string[]): any =>
  Tuple.from([...asdict(x, names).values()].map((value: unknown) => (value instanceof Dict ? Tuple.from(value.values()) : value)));
