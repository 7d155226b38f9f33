/** Tuples, dicts and what is a key: JavaScript compares them by identity, Python by value. */
import { caughtIn } from '../saying.js';
import { KeyError, TypeError_ } from '../errors.js';
import { Float } from '../ops/floats.js';

/** As Python's `tuple`: a list that is printed in round brackets and may be a key. */
export class Tuple<T = unknown> extends Array<T> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A list of a class that extends Python's `list`. */
export class Listed<T = unknown> extends Array<T> {
  /** What is made of it is a plain list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/**
 * For tuples with the same values, one object for each way to write their numbers, as ints or as floats, so that a Map
 * finds them.
 */
const known = new Map<string, Tuple[]>();

/** Which of a tuple's numbers say that they are floats. */
const shapeOf = (value: unknown): string =>
  value instanceof Tuple ? `(${value.map(shapeOf).join('')})` : value instanceof Float ? 'f' : '.';

/** The key under which a map or a set has a value: numbers that are equal are the same key, ints or floats. */
export function keyIn<K>(value: K, has: (key: K) => boolean): K {
  const own = keyOf(value);
  // In Python, True is the same key as 1, and False as 0: the one that came first stays.
  if (own === 0 || own === 1 || typeof own === 'boolean') {
    const same = (typeof own === 'boolean' ? Number(own) : Boolean(own)) as K;
    return !has(own) && has(same) ? same : own;
  }
  if (!(own instanceof Tuple) || has(own)) return own;
  return (known.get(own.map(nameOf).join()) as K[] | undefined)?.find(has) ?? own;
}

/** The value that a Map uses as the key for a value. @throws TypeError for a value that can change */
export function keyOf<K>(value: K): K {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Float) return value.value as K;
  if (value instanceof Tuple) {
    const name = value.map(nameOf).join();
    const all = known.get(name) ?? [];
    const shape = all.length > 0 ? shapeOf(value) : '';
    const first = all.find((one) => shapeOf(one) === shape);
    if (first) return first as K;
    known.set(name, [...all, value]);
    return value;
  }
  const { __hash__: own, __index__: number } = value as { __hash__?: unknown; __index__?: () => K };
  // A number of NumPy is the same key as the plain number.
  if (typeof number === 'function') return number.call(value);
  if (typeof own === 'function') return keyOfObject(value, own.call(value));
  if (Array.isArray(value)) throw new TypeError_("unhashable type: 'list'");
  if (value instanceof Map) throw new TypeError_("unhashable type: 'dict'");
  return value;
}

/** The first object among equal ones (by `__hash__` and `__eq__`), so that a Map finds it. */
const hashed = new Map<unknown, object[]>();

function keyOfObject<K>(value: K, hash: unknown): K {
  const same = hashed.get(hash) ?? [];
  hashed.set(hash, same);
  const { __eq__: equals } = value as { __eq__?: (other: unknown) => unknown };
  const first = same.find((one) => one === value || (typeof equals === 'function' && equals.call(value, one) === true));
  if (first === undefined) same.push(value as object);
  return (first ?? value) as K;
}

/** As Python's `hash(x)`: equal values have the same number. */
export function hash(value: unknown): number {
  const own = (value as { __hash__?: () => number } | null)?.__hash__;
  if (typeof own === 'function') return own.call(value);
  const key = keyOf(value);
  if (typeof key === 'number' || typeof key === 'boolean') return Number.isInteger(Number(key)) ? Number(key) : hashOf(String(key));
  return hashOf(nameOf(key));
}

function hashOf(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (hash * 1000003 + text.charCodeAt(i)) % 4503599627370449;
  return hash;
}

const objects = new WeakMap<object, number>();
let made = 0;

/** As Python's `id(x)`: a number of its own for each object. */
export function id(x: unknown): number {
  if (typeof x !== 'object' && typeof x !== 'function') return hash(x);
  if (x === null) return 0;
  if (!objects.has(x)) objects.set(x, ++made);
  return objects.get(x)!;
}

function nameOf(value: unknown): string {
  if (value instanceof Tuple) return `(${value.map(nameOf).join()})`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Float) return String(Number(value));
  if (typeof value !== 'object' || value === null) return String(value);
  return `#${id(keyOf(value))}`;
}

/** What `d.keys()` and its kind give: it can be gone through again, and shows what the dict has by then. */
export class View<T> {
  private begun?: Iterator<T>;

  constructor(
    protected readonly of: Dict,
    private readonly made: () => Iterator<T>,
  ) {}

  get name(): string {
    return 'dict_values';
  }

  [Symbol.iterator](): Iterator<T> {
    return this.made();
  }

  next(): IteratorResult<T> {
    return (this.begun ??= this.made()).next();
  }

  __len__(): number {
    return this.of.size;
  }
}
// What JavaScript's iterators have, views have too.
Object.setPrototypeOf(View.prototype, Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object);

class Keys<T> extends View<T> {
  override get name(): string {
    return 'dict_keys';
  }

  __contains__(key: unknown): boolean {
    return this.of.has(key);
  }

  __eq__(other: unknown): boolean {
    const all = other instanceof Keys || other instanceof Set ? [...(other as Iterable<unknown>)] : null;
    return all?.length === this.of.size && all.every((key) => this.of.has(key));
  }
}

class Items<T> extends View<T> {
  override get name(): string {
    return 'dict_items';
  }
}

/** As Python's `dict`: a Map whose keys may be tuples. */
export class Dict<K = unknown, V = unknown> extends Map<K, V> {
  static override get [Symbol.species](): MapConstructor {
    return Map;
  }

  /** @param more what a class that extends it is given beside: `class Config(dict)` */
  constructor(entries?: Iterable<readonly [K, V]> | null, ...more: readonly object[]) {
    try {
      super(isPlain(entries) ? (Object.entries(entries) as unknown as Iterable<readonly [K, V]>) : entries);
    } catch (error) {
      throw caughtIn(
        error,
        'dict',
        [entries],
        undefined,
        () => new TypeError_('cannot convert dictionary update sequence element to a sequence'),
      );
    }
    for (const one of more) this.update(one as Record<string, V>);
  }

  static shownList: (all: unknown[]) => string = () => '';

  private keyed(key: K): K {
    return keyIn(key, (one) => super.has(one));
  }

  override has(key: K): boolean {
    return super.has(this.keyed(key));
  }

  override set(key: K, value: V): this {
    return super.set(this.keyed(key), value);
  }

  override delete(key: K): boolean {
    return super.delete(this.keyed(key));
  }

  /** The value for a key, or `other`, which defaults to null. */
  override get(key: K, other: V | null = null): V {
    const own = this.keyed(key);
    return (super.has(own) ? super.get(own) : other) as V;
  }

  /** `d[key]`. @throws KeyError */
  at(key: K): V {
    const own = this.keyed(key);
    if (super.has(own)) return super.get(own) as V;
    return this.missing(own);
  }

  protected missing(key: K): V {
    const { __missing__: own } = this as { __missing__?: (key: K) => V };
    if (typeof own === 'function') return own.call(this, key);
    throw KeyError.of(key, Dict.shownList([key]).slice(1, -1));
  }

  override keys(): MapIterator<K> {
    return new Keys(this, () => super.keys()) as unknown as MapIterator<K>;
  }

  override values(): MapIterator<V> {
    return new View(this, () => super.values()) as unknown as MapIterator<V>;
  }

  items(): IterableIterator<[K, V]> {
    return new Items(this, () => this.pairs()) as unknown as IterableIterator<[K, V]>;
  }

  private *pairs(): IterableIterator<[K, V]> {
    for (const pair of this) yield Tuple.from(pair as unknown[]) as unknown as [K, V];
  }

  /** Removes a key. @throws KeyError when it is missing and there is no `other` */
  pop(key: K, ...other: [V?]): V {
    if (!this.has(key)) return other.length > 0 ? (other[0] as V) : (Dict.prototype.missing.call(this, key) as V);
    const value = this.get(key);
    this.delete(key);
    return value;
  }

  popitem(): [K, V] {
    const last = [...this].at(-1);
    if (!last) throw KeyError.of('popitem(): dictionary is empty');
    this.delete(last[0]);
    return Tuple.from(last) as unknown as [K, V];
  }

  /** As `OrderedDict.move_to_end(key, last)`. @throws KeyError */
  move_to_end(key: K, last: boolean | { last: boolean } = true): void {
    const value = this.at(key);
    const others = [...this].filter(([own]) => keyOf(own) !== keyOf(key));
    const toEnd = typeof last === 'boolean' ? last : last.last;
    this.clear();
    for (const [own, one] of toEnd ? [...others, [key, value] as const] : [[key, value] as const, ...others]) this.set(own, one);
  }

  setdefault(key: K, value: V): V {
    if (!this.has(key)) this.set(key, value);
    return this.get(key);
  }

  update(...others: (Iterable<readonly [K, V]> | Record<string, V>)[]): void {
    for (const other of others) for (const [key, value] of entriesOf(other)) this.set(key as K, value as V);
  }

  copy(): Dict<K, V> {
    return new Dict(this);
  }
}

export function entriesOf(other: unknown): Iterable<readonly [unknown, unknown]> {
  const { __iter__: own } = other as { __iter__?: () => Iterable<readonly [unknown, unknown]> };
  if (typeof own === 'function') return own.call(other);
  if (other instanceof Map || Array.isArray(other)) return other as Iterable<readonly [unknown, unknown]>;
  const iterator = (other as Partial<Iterable<unknown>>)[Symbol.iterator];
  return typeof iterator === 'function' ? (other as Iterable<readonly [unknown, unknown]>) : Object.entries(other as object);
}

/** As Python's `dict(…)`: from an object, from pairs, or from another dict. */
export function dict<V>(given: Readonly<Record<string, V>>): Dict<string, V>;
export function dict<K, V>(given?: Iterable<readonly [K, V]>): Dict<K, V>;
export function dict(given: unknown = []): Dict {
  return new Dict(entriesOf(given));
}

/** As Python's `dict.fromkeys(keys, value)`. */
dict.fromkeys = <K>(keys: Iterable<K>, value: unknown = null): Dict<K> => {
  const all = keys instanceof Map ? (keys as Map<K, unknown>).keys() : keys;
  return new Dict([...all].map((key) => [key, value] as const));
};

/** True for an object that has only names and values, made in any realm. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** As Python's `tuple(…)` of several values. */
export const tuple = <T extends readonly unknown[]>(...items: T): T => Tuple.from(items) as unknown as T;
