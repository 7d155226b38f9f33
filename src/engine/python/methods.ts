/** Methods with Python's names, on values whose types are unknown before the program runs. */
import { Typed } from './typed.js';
import { float64 } from '../dtype.js';
import { AttributeError, TypeError_, ValueError } from '../errors.js';
import { Float } from '../ops/floats.js';
import { Tensor } from '../tensor/tensor.js';
import { ratioOf } from './arithmetic.js';
import { call, isClass } from './calling.js';
import { Dict, dict, isPlain, Listed, Tuple } from './keys.js';
import { IntEnum, IntFlag, TextEnum } from './enums.js';
import { PySet } from './sets.js';
import { at, count, index_of, iter, iterator, list, pop, remove, reversed, sort } from './sequences.js';
import { add, bool, eq } from './compare.js';
import {
  capitalize,
  center,
  endswith,
  expandtabs,
  find,
  format,
  isalnum,
  isalpha,
  isascii,
  isdecimal,
  isdigit,
  isidentifier,
  islower,
  isnumeric,
  isprintable,
  isspace,
  istitle,
  isupper,
  join,
  partition,
  removeprefix,
  removesuffix,
  replace,
  rfind,
  rindex,
  rpartition,
  rsplit,
  split,
  splitlines,
  startswith,
  strip,
  swapcase,
  title,
  translate,
  zfill,
} from './strings.js';
import { type_name } from './text.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- nothing is known of what these take and return */
const tupleOf = (items: readonly unknown[]): any => Tuple.from(items);

type Methods = Readonly<Record<string, (self: any, ...args: any[]) => unknown>>;

const ofLists: Methods = {
  append: (x: unknown[], value) => void x.push(value),
  extend: (x: unknown[], more: Iterable<unknown>) => void x.push(...more),
  insert: (x: unknown[], at: number, value) => void x.splice(at, 0, value),
  pop,
  remove,
  index: index_of,
  count,
  sort: (x: unknown[], options) => sort(x, options),
  reverse: (x: unknown[]) => void x.reverse(),
  copy: (x: unknown[]) => [...x],
  clear: (x: unknown[]) => void (x.length = 0),
};

const ofTexts: Methods = {
  upper: (x: string) => x.toUpperCase(),
  lower: (x: string) => x.toLowerCase(),
  strip: (x: string, c) => strip(x, c),
  lstrip: (x: string, c) => strip(x, c, 'left'),
  rstrip: (x: string, c) => strip(x, c, 'right'),
  split,
  splitlines,
  join,
  replace,
  startswith,
  endswith,
  find,
  rfind,
  rindex,
  isidentifier,
  isascii,
  isprintable,
  casefold: (x: string) => x.toLowerCase(),
  translate,
  partition,
  rpartition,
  rsplit,
  removeprefix,
  removesuffix,
  swapcase,
  expandtabs,
  isnumeric,
  isdecimal,
  istitle,
  index: index_of,
  count,
  capitalize,
  title,
  center,
  ljust: (x: string, n: number, c) => x.padEnd(n, c),
  rjust: (x: string, n: number, c) => x.padStart(n, c),
  zfill,
  isalpha,
  isdigit,
  isalnum,
  isspace,
  isupper,
  islower,
  format: (x: string, ...values) => format(x, values),
};

const ofNumbers: Methods = {
  bit_length: (x: number) => (x === 0 ? 0 : BigInt(Math.abs(x)).toString(2).length),
  bit_count: (x: number) => BigInt(Math.abs(x)).toString(2).replaceAll('0', '').length,
  is_integer: (x: number) => Number.isInteger(Number(x)),
  conjugate: (x: number) => x,
  as_integer_ratio: (x: number) => tupleOf(ratioOf(x)),
};

const ofObjects: Methods = {
  keys: (x: object) => Object.keys(x),
  values: (x: object) => Object.values(x),
  items: (x: object) => Object.entries(x),
  get: (x: Record<string, unknown>, key: string, other = null) => (key in x ? x[key] : other),
  update: (x: object, ...others: object[]) => {
    for (const other of others) Object.assign(x, other instanceof Map ? Object.fromEntries(other) : other);
    return null;
  },
  setdefault: (x: Record<string, unknown>, key: string, value = null) => (key in x ? x[key] : (x[key] = value)),
  pop: (x: Record<string, unknown>, key: string, ...other: unknown[]) => {
    const value = key in x || other.length === 0 ? dict(x as Readonly<Record<string, unknown>>).at(key) : other[0];
    Reflect.deleteProperty(x, key);
    return value;
  },
  copy: (x: object) => ({ ...x }),
};

/** A method that Python's own type has under a name. */
export function knownMethod(x: any, name: string): Methods[string] | undefined {
  const methods =
    typeof x === 'string'
      ? ofTexts
      : typeof x === 'number' || x instanceof Float
        ? ofNumbers
        : Array.isArray(x)
          ? ofLists
          : typeof x === 'object' && x !== null
            ? ofObjects
            : {};
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** Calls `x.name(…)` by Python's name of the method. @throws AttributeError when the value has no such method */
export function invoke(x: any, name: string, ...args: unknown[]): any {
  const own: unknown = x?.[name];
  const isOwn = x instanceof Tensor || x instanceof Dict || x instanceof PySet || !(Array.isArray(x) || typeof x === 'string');
  if (typeof own === 'function' && isOwn) return (own as (...all: unknown[]) => unknown).apply(x, args);
  const method = knownMethod(x, name);
  if (method) return method(x, ...args);
  if (typeof own === 'function') return (own as (...all: unknown[]) => unknown).apply(x, args);
  throw new AttributeError(`'${type_name(x)}' object has no attribute '${name}'`);
}

const isDouble = (x: unknown): boolean => x instanceof Tensor && x.arithmetic !== null && x.sizes.length === 0 && x.dtype === float64;

type Kind = string | (abstract new (...args: never[]) => object);

/** One of Python's own types that a program has as a value is the function that makes it: `int`. */
const typeNamed = (kind: { readonly name: string }): string => kind.name.replace(/_of$/, '');

/** As Python's `isinstance`. Its own types are given by name, or by the functions that make them. */
export function isinstance(x: unknown, ...given: (Kind | readonly Kind[])[]): boolean {
  const kinds = given.flat(2).map((one) => (typeof one === 'function' && !isClass(one) ? typeNamed(one) : one));
  if (x instanceof Typed) return x.isFloat ? kinds.includes('float') : isinstance(x.value, ...kinds);
  return kinds.some((kind) => {
    if (typeof kind === 'function') return x instanceof kind;
    const name = type_name(x);
    if (name === kind) return true;
    if (kind === 'str') return x instanceof TextEnum;
    if (kind === 'int') return typeof x === 'boolean' || x instanceof IntEnum || x instanceof IntFlag;
    // NumPy's numbers of 64 bits are Python's floats too.
    if (kind === 'float') return (typeof x === 'number' && !Number.isInteger(x)) || isDouble(x);
    if (kind === 'dict') return x instanceof Map;
    if (kind === 'list') return x instanceof Listed;
    if (kind === 'tuple') return Array.isArray(x) && name !== 'list' && !(x instanceof Listed);
    return kind === 'callable' && typeof x === 'function';
  });
}

/** As Python's `issubclass(x, kinds)`. */
export const issubclass = (
  x: abstract new (...args: never[]) => object,
  ...kinds: (abstract new (...args: never[]) => object)[]
): boolean => kinds.some((kind) => isSameClass(x, kind) || x.prototype instanceof kind);

/** As Python's `a or b` and `a and b`: the value that decides the result. */
export const or = (a: unknown, b: () => unknown): any => (bool(a) ? a : b());
export const and = (a: unknown, b: () => unknown): any => (bool(a) ? b() : a);

/** As Python's `x is y`. */
export const is = (a: unknown, b: unknown): boolean =>
  a === b || (a === undefined && b === null) || (typeof a === 'function' && typeof b === 'function' && isSameClass(a, b));

/** True for one class, though a program may have it by a proxy. */
const isSameClass = (a: object, b: object): boolean =>
  isClass(a) && isClass(b) && (a as { prototype: unknown }).prototype === (b as { prototype: unknown }).prototype;

/** As `functools.reduce(f, x, first)`. */
export function reduce<T>(f: (total: any, value: T) => any, x: Iterable<T>, ...first: unknown[]): any {
  const all = list(x) as unknown[];
  if (all.length === 0 && first.length === 0) throw new TypeError_('reduce() of empty iterable with no initial value');
  let total = first.length > 0 ? first[0] : all.shift();
  for (const value of all) total = call(f, total, value) as unknown;
  return total;
}

function* chained<T>(...all: Iterable<T>[]): Generator<T> {
  for (const one of all) yield* iter(one);
}

/** As `operator.itemgetter(…)` and `operator.attrgetter(…)`. */
export const itemgetter =
  (...keys: unknown[]) =>
  (x: any): any =>
    keys.length === 1 ? at(x, keys[0]) : tupleOf(keys.map((key) => at(x, key as never)));
export const attrgetter =
  (...names: string[]) =>
  (x: any): any =>
    names.length === 1 ? x[names[0]] : tupleOf(names.map((name) => x[name]));

/** As `operator.methodcaller(name, …)`. */
export const methodcaller =
  (name: string, ...args: unknown[]) =>
  (x: any): any =>
    invoke(x, name, ...args);

/** The part of `itertools` that programs use. */
export const itertools = Object.freeze({
  chain: Object.assign(chained, { from_iterable: (all: Iterable<Iterable<any>>): Generator<any> => chained(...iter(all)) }),
  *count(start = 0, step = 1): Generator<number> {
    for (let i = start; ; i += step) yield i;
  },
  *cycle<T>(x: Iterable<T>): Generator<T> {
    const all = list(x);
    while (all.length > 0) yield* all;
  },
  *repeat<T>(x: T, times = Infinity): Generator<T> {
    for (let i = 0; i < times; i++) yield x;
  },
  *islice<T>(x: Iterable<T>, ...args: number[]): Generator<T> {
    const [start, stop, step] = args.length === 1 ? [0, args[0], 1] : [args[0], args[1] ?? Infinity, args[2] ?? 1];
    if (!(start >= 0 && stop >= 0 && step >= 1))
      throw new ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
    let i = 0;
    if (stop === 0) return;
    for (const value of iterator(x)) {
      if (i >= start && (i - start) % step === 0) yield value;
      if (++i >= stop) return;
    }
  },
  *product(...all: Iterable<unknown>[]): Generator<any> {
    // Each but the first is gone through more than once.
    const [first, ...rest] = all.map((one) => list(one));
    if (!first) return void (yield tupleOf([]));
    for (const a of first) for (const more of itertools.product(...rest)) yield tupleOf([a, ...more]);
  },
  *combinations(x: Iterable<unknown>, r: number): Generator<any> {
    const all = list(x);
    if (r === 0) return void (yield tupleOf([]));
    for (let i = 0; i < all.length; i++)
      for (const more of itertools.combinations(all.slice(i + 1), r - 1)) yield tupleOf([all[i], ...more]);
  },
  *permutations(x: Iterable<unknown>, r?: number): Generator<any> {
    const all = list(x);
    const n = r ?? all.length;
    if (n === 0) return void (yield tupleOf([]));
    for (let i = 0; i < all.length; i++)
      for (const more of itertools.permutations(
        all.filter((_, j) => j !== i),
        n - 1,
      ))
        yield tupleOf([all[i], ...more]);
  },
  *accumulate(x: Iterable<any>, ...given: any[]): Generator<any> {
    const f = given.find((one): one is (a: any, b: any) => any => typeof one === 'function') ?? add;
    const options = given.find((one) => isPlain(one)) as { func?: (a: any, b: any) => any; initial?: unknown } | undefined;
    let total: unknown = options?.initial;
    let isFirst = (total ?? null) === null;
    if (!isFirst) yield total;
    for (const value of iterator(x)) {
      total = isFirst ? value : call(options?.func ?? f, total, value);
      isFirst = false;
      yield total;
    }
  },
  *groupby(x: Iterable<any>, given?: ((value: any) => unknown) | { key?: ((value: any) => unknown) | null } | null): Generator<any> {
    const key = (typeof given === 'function' ? given : given?.key) ?? ((value: unknown) => value);
    let group: unknown[] = [];
    let last: unknown;
    for (const value of iterator(x)) {
      const own = call(key, value) as unknown;
      if (group.length > 0 && !eq(own, last)) {
        yield tupleOf([last, group]);
        group = [];
      }
      last = own;
      group.push(value);
    }
    if (group.length > 0) yield tupleOf([last, group]);
  },
  *zip_longest(...given: any[]): Generator<any> {
    const last = given.at(-1) as { fillvalue?: unknown } | undefined;
    const isNamed = typeof last === 'object' && isPlain(last) && 'fillvalue' in last;
    const fill = isNamed ? last.fillvalue : null;
    const all = (isNamed ? given.slice(0, -1) : given).map((one: Iterable<unknown>) => list(one));
    const most = Math.max(0, ...all.map((one) => one.length));
    for (let i = 0; i < most; i++) yield tupleOf(all.map((one) => (i < one.length ? one[i] : fill)));
  },
  *starmap(f: (...args: any[]) => unknown, x: Iterable<Iterable<unknown>>): Generator<any> {
    for (const args of iterator(x)) yield call(f, ...iter(args));
  },
  *takewhile(f: (value: any) => unknown, x: Iterable<any>): Generator<any> {
    for (const value of iterator(x)) {
      if (!bool(call(f, value))) return;
      yield value;
    }
  },
  *dropwhile(f: (value: any) => unknown, x: Iterable<any>): Generator<any> {
    let drops = true;
    for (const value of iterator(x)) {
      drops &&= bool(call(f, value));
      if (!drops) yield value;
    }
  },
  *filterfalse(f: ((value: any) => unknown) | null, x: Iterable<any>): Generator<any> {
    for (const value of iterator(x)) if (!bool(f === null ? value : call(f, value))) yield value;
  },
  *batched(x: Iterable<any>, n: number): Generator<any> {
    const all = list(x);
    if (!(n >= 1)) throw new ValueError('n must be at least one');
    for (let i = 0; i < all.length; i += n) yield tupleOf(all.slice(i, i + n));
  },
  *compress(x: Iterable<any>, kept: Iterable<unknown>): Generator<any> {
    const flags = list(kept);
    let i = 0;
    for (const value of iterator(x)) if (bool(flags[i++])) yield value;
  },
  *combinations_with_replacement(x: Iterable<unknown>, r: number): Generator<any> {
    const all = list(x);
    if (r === 0) return void (yield tupleOf([]));
    for (let i = 0; i < all.length; i++)
      for (const more of itertools.combinations_with_replacement(all.slice(i), r - 1)) yield tupleOf([all[i], ...more]);
  },
  tee(x: Iterable<any>, n = 2): any {
    const all = list(x);
    return tupleOf(Array.from({ length: n }, () => all[Symbol.iterator]()));
  },
  *pairwise<T>(x: Iterable<T>): Generator<any> {
    const all = list(x);
    for (let i = 1; i < all.length; i++) yield tupleOf([all[i - 1], all[i]]);
  },
});

export { reversed };
