/**
 * The net under everything that a program calls: what JavaScript says of arguments that the engine's code was not written for
 * becomes a TypeError of Python, which names the function and the types of what it got. Operations have the same net where
 * their call is read (`ops/registry.ts`); `library.ts` gives it to all others of `torch`.
 */
import { nativeOf, sentenceFor, TorchError } from './errors.js';
import { operations } from './ops/registry.js';
import { typeName } from './operators/typeName.js';
import { isClass } from './python/calling.js';
import { Tensor } from './tensor/tensor.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- functions of any arguments
type Any = any;
type Callable = (...args: Any[]) => Any;

/** The type of an argument. A proxy may have none that can be asked for. */
function typeOf(value: unknown): string {
  try {
    return value === undefined ? 'NoneType' : typeName(value);
  } catch {
    return 'object';
  }
}

const said = new WeakSet<object>();

/** The sentences that this net made, by the object whose method failed. */
export const caught = new WeakMap<object, unknown>();

/** What is said of JavaScript's error in a call; null where the usual sentence is. */
export type Says = (native: Error, name: string, args: readonly unknown[]) => TorchError | null;

/**
 * The sentence for an error that leaves the function `name`. What a method says of another one of its own object is said of the
 * outer one: that is the one which was called.
 */
export function caughtIn(error: unknown, name: string, args: readonly unknown[], self?: unknown, says: Says = () => null): unknown {
  const isOwn = error instanceof TorchError && self !== undefined && caught.get(error) === self;
  const native = isOwn ? nativeOf(error) : error;
  const types = () => args.map(typeOf);
  const sentence = sentenceFor(native, qualified(name, self), types, (error) => says(error, name, args));
  if (sentence === native) return error;
  caught.set(sentence as object, self);
  return sentence;
}

/** The name of a module's method has its class before it, as in Python. */
function qualified(name: string, self: unknown): string {
  const { _get_name } = (typeof self === 'function' ? self : {}) as { _get_name?: unknown };
  return typeof _get_name === 'function' ? `${_get_name.call(self) as string}.${name}` : name;
}

const { getPrototypeOf } = Object;
const OF_GENERATORS: unknown = getPrototypeOf(function* () {});
const OF_ASYNC: unknown = getPrototypeOf(async () => {});

/** The same function. What JavaScript says while its generator runs, or its promise, is said in a sentence too. */
export function saying<F extends Callable>(name: string, run: F, says?: Says): F {
  const sentence = (error: unknown, args: readonly unknown[], self: unknown): unknown => caughtIn(error, name, args, self, says);
  let same: Callable;
  switch (getPrototypeOf(run)) {
    case OF_GENERATORS:
      same = function* (this: unknown, ...args: unknown[]): Generator<unknown, unknown> {
        try {
          return yield* run.apply(this, args) as Generator<unknown, unknown>;
        } catch (error) {
          throw sentence(error, args, this);
        }
      };
      break;
    case OF_ASYNC:
      same = async function (this: unknown, ...args: unknown[]): Promise<unknown> {
        try {
          return (await run.apply(this, args)) as unknown;
        } catch (error) {
          throw sentence(error, args, this);
        }
      };
      break;
    default:
      same = function (this: unknown, ...args: unknown[]): unknown {
        try {
          return run.apply(this, args) as unknown;
        } catch (error) {
          throw sentence(error, args, this);
        }
      };
  }
  return like(run, same) as F;
}

/** The function with the name and the properties of another. */
function like(one: Callable, same: Callable): Callable {
  for (const key of Reflect.ownKeys(one))
    if (!OF_FUNCTIONS.has(key)) Object.defineProperty(same, key, Object.getOwnPropertyDescriptor(one, key)!);
  said.add(same);
  return Object.defineProperty(same, 'name', { value: one.name, configurable: true });
}

/** A function of the library that has no net yet; a class has one for itself. */
const isBare = (one: unknown): one is Callable => typeof one === 'function' && !said.has(one) && !operations.has(one) && !isClass(one);

/** The same functions, by their names. Classes, and functions that have properties of their own, stay as they are. */
export function allSaying<All extends object>(all: All, says?: Says): All {
  const given = Object.entries(all).map(([name, one]: [string, unknown]) => [name, isPlain(one) ? saying(name, one, says) : one]);
  return Object.fromEntries(given) as All;
}

const OF_FUNCTIONS: ReadonlySet<unknown> = new Set(['length', 'name', 'prototype']);
const isPlain = (one: unknown): one is Callable => isBare(one) && Reflect.ownKeys(one).every((key) => OF_FUNCTIONS.has(key));

/** A function for programs. A function that it makes, as `torch.func.grad` does, is such a function too. */
export function sayingOne<F>(name: string, one: F): F {
  if (!isBare(one)) return one;
  const same = saying(name, one) as Callable;
  const outer: Callable = function (this: unknown, ...args: unknown[]): unknown {
    const made: unknown = same.apply(this, args);
    return typeof made === 'function' && getPrototypeOf(made) === Function.prototype && !args.includes(made) ? sayingOne(name, made) : made;
  };
  return like(one, outer) as F;
}

interface Class {
  readonly prototype: object;
}

/** The classes that have the net, and those of JavaScript, which need none. */
const done = new WeakSet<object>(
  [Object, Function, Array, Map, Set, Error, Promise].flatMap((one): object[] => [one, one.prototype as object]),
);

/** The key as errors tell it. */
const told = (key: string | symbol): string =>
  typeof key === 'string' ? key : key === Symbol.iterator ? '__iter__' : (key.description ?? '');

/** Makes every method, getter and setter of the classes such a function, in place, also of the classes that they extend. */
export const methodsSay = (...classes: readonly Class[]): void => methodsSayBy(undefined, ...classes);

export function methodsSayBy(says: Says | undefined, ...classes: readonly Class[]): void {
  for (const one of classes) {
    for (let at: unknown = one; typeof at === 'function' && !done.has(at); at = getPrototypeOf(at)) inPlace(at, statics, says);
    for (let at: object | null = one.prototype; at && !done.has(at); at = getPrototypeOf(at) as object | null) inPlace(at, methods, says);
  }
}

const methods: ReadonlySet<string | symbol> = new Set<string | symbol>(['constructor', Symbol.hasInstance]);
const statics: ReadonlySet<string | symbol> = new Set<string | symbol>(['prototype', 'name', 'length', Symbol.hasInstance, Symbol.species]);

function inPlace(holder: object, left: ReadonlySet<string | symbol>, says: Says | undefined): void {
  done.add(holder);
  for (const key of Reflect.ownKeys(holder)) {
    const own = Object.getOwnPropertyDescriptor(holder, key);
    if (!own?.configurable || left.has(key)) continue;
    const { value, get, set } = own;
    const net = (one: unknown): object => (isBare(one) ? saying(told(key), one, says) : (one as object));
    if (isBare(value)) Object.defineProperty(holder, key, { ...own, value: net(value) });
    // The engine reads the sizes of tensors everywhere.
    else if (get ?? set)
      Object.defineProperty(holder, key, { ...own, get: holder === Tensor.prototype ? get : net(get), set: net(set) } as object);
  }
}
