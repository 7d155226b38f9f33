/** Python's `collections`. */
import { IndexError, TypeError_ } from '../errors.js';
import { call, callable } from './calling.js';
import { Dict, Tuple, dict, entriesOf, isPlain } from './keys.js';
import { iter, list } from './sequences.js';

/** As `defaultdict(make)`: makes the value for a key that is read and missing. */
export class defaultdict<K, V> extends Dict<K, V> {
  #make: (() => V) | null;

  constructor(make: (() => V) | null, given: Iterable<readonly [K, V]> = []) {
    super(given);
    if (make !== null && !callable(make)) throw new TypeError_('first argument must be callable or None');
    this.#make = make;
  }

  protected override missing(key: K): V {
    if (!this.#make) return super.missing(key);
    const value = call(this.#make) as V;
    this.set(key, value);
    return value;
  }

  shown(text: string): string {
    const make = this.#make as { name?: string } | null;
    return `${this.constructor.name}(${make ? `<class '${make.name}'>` : 'None'}, ${text})`;
  }
}

/** As `Counter(x)`: counts each item. */
export class Counter<K> extends Dict<K, number> {
  constructor(...given: (Iterable<K> | Dict<K, number> | Readonly<Record<string, number>>)[]) {
    super();
    this.update(...(given as never[]));
  }

  override get(key: K, other: number | null = null): number {
    return super.get(key, other);
  }

  protected override missing(): number {
    return 0;
  }

  override update(...others: never[]): void {
    for (const other of others as unknown[]) {
      if (other instanceof Map || isPlain(other))
        for (const [key, n] of entriesOf(other)) this.set(key as K, this.at(key as K) + (n as number));
      else for (const key of iter(other as Iterable<K>)) this.set(key, this.at(key) + 1);
    }
  }

  most_common(n: number | null = null): [K, number][] {
    const all = [...this].sort(([, a], [, b]) => b - a).map((pair) => Tuple.from(pair as unknown[]) as unknown as [K, number]);
    return n === null ? all : all.slice(0, n);
  }

  /** The counts above 0 of what `combine` makes of the counts of each key. */
  private combined(other: Counter<K>, combine: (a: number, b: number) => number): Counter<K> {
    const made = new Counter<K>();
    for (const key of new Set([...this.keys(), ...other.keys()])) {
      const n = combine(this.at(key), other.at(key));
      if (n > 0) made.set(key, n);
    }
    return made;
  }

  __add__(other: Counter<K>): Counter<K> {
    return this.combined(other, (a, b) => a + b);
  }

  __sub__(other: Counter<K>): Counter<K> {
    return this.combined(other, (a, b) => a - b);
  }

  __and__(other: Counter<K>): Counter<K> {
    return this.combined(other, Math.min);
  }

  __or__(other: Counter<K>): Counter<K> {
    return this.combined(other, Math.max);
  }

  __pos__(): Counter<K> {
    return this.combined(new Counter(), (a) => a);
  }

  __neg__(): Counter<K> {
    return this.combined(new Counter(), (a) => -a);
  }

  subtract(...others: (Iterable<K> | Readonly<Record<string, number>>)[]): void {
    const counts = new Counter<K>(...others);
    for (const [key, n] of counts) this.set(key, this.at(key) - n);
  }

  elements(): K[] {
    return [...this].flatMap(([key, n]) => Array.from({ length: n }, () => key));
  }

  total(): number {
    return [...this.values()].reduce((a, b) => a + b, 0);
  }

  /** @param parts the texts of the entries, in their order */
  shown(_: string, parts: readonly string[]): string {
    const counts = [...this.values()];
    const order = parts.map((_, i) => i).sort((i, j) => counts[j] - counts[i]);
    const { name } = this.constructor;
    return parts.length === 0 ? `${name}()` : `${name}({${order.map((i) => parts[i]).join(', ')}})`;
  }
}

/** As `OrderedDict(x)`. */
export class OrderedDict<K, V> extends Dict<K, V> {
  constructor(given: Iterable<readonly [K, V]> | Readonly<Record<string, V>> = []) {
    super(entriesOf(given) as Iterable<readonly [K, V]>);
  }

  override popitem(last: boolean | { last: boolean } = true): [K, V] {
    if (typeof last === 'boolean' ? last : last.last) return super.popitem();
    const [first] = this;
    if (!first) return super.popitem();
    this.delete(first[0]);
    return Tuple.from(first as unknown[]) as unknown as [K, V];
  }

  shown(): string {
    const { name } = this.constructor;
    return this.size === 0 ? `${name}()` : `${name}(${OrderedDict.shownList([...this].map((pair) => Tuple.from(pair as unknown[])))})`;
  }
}

/** As `deque(x, maxlen)`: a list that drops items from the other end when it exceeds `maxlen`. */
export class deque<T> extends Array<T> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  maxlen!: number | null;

  static of_(given: Iterable<unknown> = [], maxlen: number | null = null): deque<unknown> {
    const made = new deque<unknown>();
    Object.defineProperty(made, 'maxlen', { value: maxlen, enumerable: false, writable: true });
    made.extend(given);
    return made;
  }

  append(value: T): void {
    super.push(value);
    if (this.maxlen !== null && this.length > this.maxlen) super.shift();
  }

  override push(...values: T[]): number {
    for (const value of values) this.append(value);
    return this.length;
  }

  appendleft(value: T): void {
    super.unshift(value);
    if (this.maxlen !== null && this.length > this.maxlen) super.pop();
  }

  extend(values: Iterable<T>): void {
    for (const value of list(values)) this.append(value);
  }

  /** Adds each at the left: the last one is the first of all. */
  extendleft(values: Iterable<T>): void {
    for (const value of list(values)) this.appendleft(value);
  }

  insert(at: number, value: T): void {
    super.splice(at, 0, value);
  }

  copy(): deque<T> {
    return deque.of_(this, this.maxlen) as deque<T>;
  }

  popleft(): T {
    if (this.length === 0) throw new IndexError('pop from an empty deque');
    return super.shift() as T;
  }

  clear(): void {
    this.length = 0;
  }

  rotate(n = 1): void {
    const k = this.length === 0 ? 0 : ((n % this.length) + this.length) % this.length;
    super.unshift(...super.splice(this.length - k, k));
  }

  __repr__(): string {
    return deque.shown(this);
  }

  static shown: (all: deque<unknown>) => string = () => '';
}

/** As `namedtuple(name, fields)`: a class of tuples whose items have names. */
export function namedtuple(
  name: string,
  names: readonly string[],
  shown: (value: unknown, at: number) => string,
  defaults: readonly unknown[] = [],
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its fields are known as texts only
): any {
  class Named extends Tuple {
    static _fields = Tuple.from(names);

    constructor(...values: unknown[]) {
      super();
      const first = names.length - defaults.length;
      for (let i = 0; i < Math.max(values.length, defaults.length > 0 ? names.length : 0); i++) {
        const value = values[i] === undefined ? defaults[i - first] : values[i];
        if (value === undefined && i < first)
          throw new TypeError_(`${name}.__new__() missing 1 required positional argument: '${names[i]}'`);
        super.push(value);
      }
    }

    static _field_defaults = dict(defaults.map((value, i) => [names[names.length - defaults.length + i], value] as const));

    __repr__(): string {
      return `${this.constructor.name}(${names.map((field, i) => `${field}=${shown(this[i], i)}`).join(', ')})`;
    }

    get _fields(): Tuple {
      return Tuple.from(names) as Tuple;
    }

    static _make(values: Iterable<unknown>): Named {
      return new this(...values);
    }

    _replace(changes: Readonly<Record<string, unknown>>): Named {
      const made = this.constructor as new (...values: unknown[]) => Named;
      return new made(...names.map((field, i) => (field in changes ? changes[field] : this[i])));
    }

    _asdict(): Dict {
      return dict(names.map((field, i) => [field, this[i]] as const));
    }
  }
  names.forEach((field, i) =>
    Object.defineProperty(Named.prototype, field, {
      get(this: Named) {
        return this[i];
      },
    }),
  );
  Object.defineProperty(Named, 'name', { value: name });
  return Named;
}
