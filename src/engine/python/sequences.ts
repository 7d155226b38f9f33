/** Python's functions on sequences and iterables. */
import { IndexError, TypeError_, ValueError } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import { call } from './calling.js';
import { add, bool, contains, eq, order, tellItems } from './compare.js';
import { StopIteration } from './exceptions.js';
import { Dict, keyOf, Tuple } from './keys.js';
import { type Slice, slice_of } from './slices.js';
import { type_name } from './text.js';

export { contains };
export { range, range_of } from './ranges.js';

type Many = { __len__?: () => number; length?: number; size?: unknown };

/** As Python's `len(x)`. @throws TypeError for a value without a length */
export function len(x: unknown): number {
  if (typeof x === 'string') return x.length;
  if (x instanceof Map || x instanceof Set) return x.size;
  const { __len__: own, length } = (x ?? {}) as Many;
  if (typeof own === 'function') return own.call(x);
  if (typeof length === 'number' && typeof x === 'object') return length;
  if (typeof x === 'function' && typeof length === 'number' && Symbol.iterator in x) return length;
  if (typeof x === 'object' && x !== null && Object.getPrototypeOf(Object.getPrototypeOf(x) ?? x) === null) return Object.keys(x).length;
  throw new TypeError_(`object of type '${type_name(x)}' has no len()`);
}

/** The items that `for … in x` visits; for a dict, its keys. */
export function iter<T>(x: Iterable<T>): Iterable<T>;
export function iter(x: unknown): Iterable<never>;
export function iter(x: unknown): Iterable<unknown> {
  if (x instanceof Map) return x.keys();
  if (x === null || x === undefined || typeof x === 'number' || typeof x === 'boolean')
    throw new TypeError_(`'${type_name(x)}' object is not iterable`);
  const own = x as { __iter__?: () => unknown; __next__?: () => unknown; __getitem__?: (i: number) => unknown };
  if (typeof (x as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function') return x as Iterable<unknown>;
  if (typeof own.__iter__ === 'function') {
    const made = own.__iter__();
    return made === x ? eachNext(own as { __next__: () => unknown }) : iter(made);
  }
  if (typeof own.__next__ === 'function') return eachNext(own as { __next__: () => unknown });
  if (typeof own.__getitem__ === 'function') return eachItem(own as { __getitem__: (i: number) => unknown });
  return Object.keys(x);
}

tellItems((x) => iter(x as Iterable<unknown>));

/**
 * `a, *rest, b = x`: the first items, a list of the items between, and the last items. @throws ValueError when there
 * are too few
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any type
export function unpack(x: unknown, before: number, after: number): any[] {
  const all: unknown[] = [...iter(x)];
  if (all.length < before + after)
    throw new ValueError(`not enough values to unpack (expected at least ${before + after}, got ${all.length})`);
  return [...all.slice(0, before), all.slice(before, all.length - after), ...all.slice(all.length - after)];
}

/** The items for as many names, as in `a, b = x`. @throws ValueError when there are more or fewer */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any type
export function exactly(x: unknown, names: number): any[] {
  const all: unknown[] = [...iter(x)];
  if (all.length > names) throw new ValueError(`too many values to unpack (expected ${names})`);
  if (all.length < names) throw new ValueError(`not enough values to unpack (expected ${names}, got ${all.length})`);
  return all;
}

/** The values of an object with `__next__`, up to its StopIteration. */
export function* eachNext<T>(x: { __next__: () => T }): Generator<T> {
  for (;;) {
    let value: T;
    try {
      value = x.__next__();
    } catch (error) {
      if (error instanceof StopIteration) return;
      throw error;
    }
    yield value;
  }
}

function* eachItem(x: { __getitem__: (i: number) => unknown }): Generator<unknown> {
  for (let i = 0; ; i++) {
    let value: unknown;
    try {
      value = x.__getitem__(i);
    } catch (error) {
      if (error instanceof IndexError) return;
      throw error;
    }
    yield value;
  }
}

function* until<T>(f: () => T, last: unknown): Generator<T> {
  for (let value = call(f) as T; !bool(eq(value, last)); value = call(f) as T) yield value;
}

/**
 * An iterator for `next`, as Python's `iter(x)`. A loop that ends early leaves it open: what follows is for the next one
 * who asks, also in a generator.
 */
export function iterator<T>(x: Iterable<T>): IterableIterator<T>;
/** As `iter(f, last)`: what `f()` returns, up to `last`. */
export function iterator<T>(x: () => T, last: unknown): IterableIterator<T>;
export function iterator<T>(x: Iterable<T> | (() => T), ...last: [unknown?]): IterableIterator<T> {
  const all = last.length > 0 ? until(x as () => T, last[0]) : iter<T>(x as Iterable<T>)[Symbol.iterator]();
  return {
    next: () => all.next(),
    [Symbol.iterator]() {
      return this;
    },
  };
}

/** As Python's `next(iterator, other)`. @throws StopIteration at the end, if there is no `other` */
export function next<T>(from: Iterator<T> | Iterable<T> | { __next__: () => T }, ...other: [T?]): T {
  if (typeof (from as { __next__?: unknown }).__next__ === 'function') return (from as { __next__: () => T }).__next__();
  // Iterators of PyTorch are lists here.
  const isIterator = typeof (from as Partial<Iterator<T>>).next === 'function';
  const steps = isIterator ? (from as Iterator<T>) : (from as Iterable<T>)[Symbol.iterator]();
  const { done, value } = steps.next() as IteratorResult<T, T>;
  if (!done) return value;
  if (other.length > 0) return other[0] as T;
  throw StopIteration.of(value);
}

/** As Python's `list(x)`. */
export const list = <T>(x: Iterable<T> = []): T[] => [...iter<T>(x)];

/** As Python's `tuple(x)`: a tuple of the items of `x`. */
export const tuple_of = <T>(x: Iterable<T> = []): T[] => Tuple.from<T>(iter<T>(x));

/** As Python's `enumerate(x, start)`. */
export function* enumerate<T>(x: Iterable<T>, start = 0): Generator<[number, T]> {
  let i = start;
  for (const value of iterator<T>(x)) yield Tuple.from([i++, value] as unknown[]) as unknown as [number, T];
}

/** As Python's `zip`: stops with the shortest. */
export function* zip<T extends readonly unknown[]>(...all: { [K in keyof T]: Iterable<T[K]> }): Generator<T> {
  const iterators = (all as readonly Iterable<unknown>[]).map((x) => iter<unknown>(x)[Symbol.iterator]());
  if (iterators.length === 0) return;
  for (;;) {
    const row = new Tuple();
    for (const one of iterators) {
      const { done, value } = one.next();
      if (done) return;
      row.push(value);
    }
    yield row as unknown as T;
  }
}

/** As Python's `reversed(x)`. */
export function reversed<T>(x: Iterable<T>): T[] {
  const { __reversed__: own } = x as { __reversed__?: () => Iterable<T> };
  return typeof own === 'function' ? list(own.call(x)) : list(x).reverse();
}

type Key<T> = ((value: T) => unknown) | null;
interface Sorting<T> {
  key?: Key<T>;
  reverse?: boolean;
}

/** As Python's `sorted(x, key=…, reverse=…)`: equal items keep their order. */
export function sorted<T>(x: Iterable<T>, options?: Sorting<T>): T[];
export function sorted(x: Readonly<Record<string, unknown>>, options?: Sorting<string>): string[];
export function sorted(x: unknown, { key = null, reverse = false }: Sorting<never> = {}): unknown[] {
  const keyed = list(x as Iterable<unknown>).map((value) => [key === null ? value : (call(key, value) as unknown), value] as const);
  if (reverse) keyed.reverse();
  keyed.sort(([a], [b]) => order(a, b));
  if (reverse) keyed.reverse();
  return keyed.map(([, value]) => value);
}

/** As Python's `list.sort`: sorts the list in place. */
export function sort<T>(x: T[], sorting: Sorting<T> = {}): void {
  const values = sorted(x, sorting);
  for (let i = 0; i < values.length; i++) x[i] = values[i]!;
}

/** As Python's `sum(x, start)`, of numbers or of tensors. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the sum of what there is
export function sum(x: Iterable<any>, start: unknown = 0): any {
  let total = start;
  for (const value of iter<unknown>(x))
    total = typeof total === 'number' && typeof value === 'boolean' ? total + Number(value) : add(total, value);
  return total;
}

interface Extreme<T> {
  key?: Key<T>;
  default?: T;
}

function extreme<T>(name: string, given: readonly unknown[], isBetter: (by: number) => boolean): T {
  const last = given.at(-1);
  const isOptions = typeof last === 'object' && last !== null && given.length > 1 && ('key' in last || 'default' in last);
  const { key = null, ...rest } = (isOptions ? last : {}) as Extreme<T>;
  const args = isOptions ? given.slice(0, -1) : given;
  const all = (args.length === 1 ? list(args[0] as Iterable<T>) : args) as T[];
  if (all.length === 0) {
    if ('default' in rest) return rest.default as T;
    throw new ValueError(`${name}() arg is an empty sequence`);
  }
  let best = all[0];
  const keyed = (one: T): unknown => (key === null ? one : call(key, one));
  let bestKey = keyed(best);
  for (const one of all.slice(1)) {
    const own = keyed(one);
    if (isBetter(order(own, bestKey))) [best, bestKey] = [one, own];
  }
  return best;
}

/** As Python's `min(x)`, `min(a, b)`, `min(x, key=…, default=…)`: the first of the smallest items. */
export function min<T>(x: Iterable<T>, options?: Extreme<T>): T;
export function min<T>(...all: T[]): T;
export function min(...given: unknown[]): unknown {
  return extreme('min', given, (by) => by < 0);
}

/** As Python's `max`. */
export function max<T>(x: Iterable<T>, options?: Extreme<T>): T;
export function max<T>(...all: T[]): T;
export function max(...given: unknown[]): unknown {
  return extreme('max', given, (by) => by > 0);
}

export const any = (x: Iterable<unknown>): boolean => {
  for (const value of iterator<unknown>(x)) if (bool(value)) return true;
  return false;
};
export const all = (x: Iterable<unknown>): boolean => {
  for (const value of iterator<unknown>(x)) if (!bool(value)) return false;
  return true;
};

/** As Python's `abs(x)`. */
export function abs(x: number): number;
export function abs(x: Tensor): Tensor;
export function abs(x: unknown): unknown {
  if (x instanceof Tensor) return x.abs();
  const own = (x as { __abs__?: () => unknown }).__abs__;
  return typeof own === 'function' ? own.call(x) : Math.abs(Number(x));
}

/** `x[index]` for a list, a tuple, a string, a dict or an object. @throws IndexError, KeyError */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing is known of what is in it
export function at(x: any, given: any): any {
  const index = given instanceof Tensor && !(x instanceof Tensor || x instanceof Map) ? given.item() : given;
  if (typeof x === 'string' || (Array.isArray(x) && typeof index === 'number')) {
    const name = typeof x === 'string' ? 'string' : x instanceof Tuple ? 'tuple' : 'list';
    if (index >= x.length || index < -x.length) throw new IndexError(`${name} index out of range`);
    return x.at(index) as unknown;
  }
  if (Array.isArray(x) && isPart(index)) return slice(x, index.start, index.stop, index.step ?? 1);
  if (x instanceof Dict) return x.at(index);
  if (x instanceof Map) return x.get(index) as unknown;
  if (typeof x?.__getitem__ === 'function') return x.__getitem__(index) as unknown;
  if (x instanceof Tensor) return x.index(...(specsOf(index) as never[]));
  return x[index] as unknown;
}

const isPart = (index: unknown): index is Slice =>
  typeof index === 'object' && index !== null && 'start' in index && 'stop' in index && 'step' in index;

/** The indices of a tensor, as its own methods take them. */
const specsOf = (index: unknown): unknown[] =>
  (index instanceof Tuple ? [...index] : [index]).map((one) =>
    isPart(one) ? `${one.start ?? ''}:${one.stop ?? ''}:${one.step ?? ''}` : one,
  );

/** `x[index] = value`. @throws IndexError when a list has no such index */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing is known of what is in it
export function put(x: any, given: any, value: any): void {
  const index = given instanceof Tensor && !(x instanceof Tensor) ? given.item() : given;
  if (Array.isArray(x)) {
    if (index >= x.length || index < -x.length) throw new IndexError('list assignment index out of range');
    x[index < 0 ? index + x.length : index] = value;
  } else if (x instanceof Map) x.set(index, value);
  else if (typeof x.__setitem__ === 'function') x.__setitem__(index, value);
  else if (x instanceof Tensor) x.index_put_(specsOf(index) as never[], value);
  else x[index] = value;
}

/** `del x[index]`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- nothing is known of what is in it
export function del(x: any, index: any): void {
  if (Array.isArray(x)) {
    at(x, index);
    x.splice(index, 1);
  } else if (x instanceof Dict) x.pop(index);
  else if (typeof x.__delitem__ === 'function') x.__delitem__(index);
  else delete x[index];
}

/** `x[start:stop:step]` for a list, a tuple or a string. */
export function slice<T extends string | readonly unknown[]>(x: T, start: number | null, stop: number | null = null, step = 1): T {
  if ((x as unknown) instanceof Tensor) return (x as unknown as Tensor).index(`${start ?? ''}:${stop ?? ''}:${step}`) as unknown as T;
  const special = (x as { __getitem__?: (part: unknown) => T }).__getitem__;
  if (typeof special === 'function') return special.call(x, slice_of(start, stop, step));
  const n = x.length;
  const place = (i: number | null, otherwise: number) =>
    i === null ? otherwise : i < 0 ? Math.max(i + n, step < 0 ? -1 : 0) : Math.min(i, step < 0 ? n - 1 : n);
  const [from, to] = step > 0 ? [place(start, 0), place(stop, n)] : [place(start, n - 1), place(stop, -1)];
  // A range tells of its part what it is of itself.
  const { part } = x as { part?: (from: number, to: number, step: number) => T };
  if (part) return part.call(x, from, to, step);
  const at_: number[] = [];
  for (let i = from; step > 0 ? i < to : i > to; i += step) at_.push(i);
  const picked = at_.map((i) => x[i]);
  if (typeof x === 'string') return picked.join('') as T;
  return (x instanceof Tuple ? Tuple.from(picked) : picked) as unknown as T;
}

/** `x[start:stop] = values`. */
export function put_slice<T>(x: T[], start: number | null, stop: number | null, values: Iterable<T>, step = 1): void {
  const n = x.length;
  if (step !== 1) {
    const places = slice(
      Array.from(x, (_, i) => i),
      start,
      stop,
      step,
    );
    const given = [...values];
    if (given.length !== places.length)
      throw new ValueError(`attempt to assign sequence of size ${given.length} to extended slice of size ${places.length}`);
    places.forEach((place, i) => (x[place] = given[i]));
    return;
  }
  const place = (i: number | null, otherwise: number) => (i === null ? otherwise : i < 0 ? Math.max(i + n, 0) : Math.min(i, n));
  const [from, to] = [place(start, 0), place(stop, n)];
  x.splice(from, Math.max(0, to - from), ...values);
}

/** As Python's `list.index(x)`. @throws ValueError */
export function index_of(x: readonly unknown[] | string, value: unknown, start = 0, stop = Infinity): number {
  const [from, to] = [start, stop].map((at) => (at < 0 ? Math.max(0, x.length + at) : at)) as [number, number];
  const found =
    typeof x === 'string'
      ? x.slice(0, to).indexOf(value as string, from)
      : x.findIndex((one, i) => i >= from && i < to && bool(eq(one, value)));
  if (found < 0) throw new ValueError(typeof x === 'string' ? 'substring not found' : `${String(value)} is not in list`);
  return found;
}

/** As Python's `list.remove(x)`. @throws ValueError */
export function remove<T>(x: T[], value: T): void {
  const found = x.findIndex((one) => bool(eq(one, value)));
  if (found < 0) throw new ValueError('list.remove(x): x not in list');
  x.splice(found, 1);
}

/** As Python's `list.pop(index)`. @throws IndexError */
export function pop<T>(x: T[], index = -1): T {
  if (x.length === 0) throw new IndexError('pop from empty list');
  if (index >= x.length || index < -x.length) throw new IndexError('pop index out of range');
  return x.splice(index, 1)[0];
}

/** As Python's `x.count(value)`. */
export const count = (x: readonly unknown[] | string, value: unknown, start = 0, stop?: number): number => {
  if (typeof x !== 'string') return x.filter((one) => bool(eq(one, value))).length;
  const inner = x.slice(start, stop);
  return value === '' ? inner.length + 1 : inner.split(value as string).length - 1;
};

/** As Python's `map(f, x)` and `filter(f, x)`. */
export function* map<T, R>(f: (...values: T[]) => R, ...all_: Iterable<T>[]): Generator<R> {
  if (all_.length === 1) for (const value of iterator<T>(all_[0])) yield call(f, value) as R;
  else for (const row of zip(...all_)) yield call(f, ...row) as R;
}
export function* filter<T>(f: ((value: T) => unknown) | null, x: Iterable<T>): Generator<T> {
  for (const value of iterator<T>(x)) if (bool(f === null ? value : call(f, value))) yield value;
}

/** The pairs of a dict or of an object, as Python's `d.items()`. */
export function items<V>(x: Readonly<Record<string, V>> | Map<unknown, V>): Iterable<[string, V]> {
  return (x instanceof Map ? x.entries() : Object.entries(x)) as Iterable<[string, V]>;
}

/** Keyword arguments from a dict: `f(**d)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- arguments of any type
export const keywords = (x: unknown): any => (x instanceof Map ? Object.fromEntries(x as Map<string, unknown>) : x);

/** The value that represents a value as a key of a dict. */
export const key = keyOf;
