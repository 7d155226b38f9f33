/** Python's `set` and `frozenset`. */
import { KeyError } from '../errors.js';
import { hash, keyIn } from './keys.js';
import { SetOrder } from './setOrder.js';

/** As Python's `set`: its items may be tuples. Numbers and tuples of them are in Python's order. */
export class PySet<T = unknown> extends Set<T> {
  static override get [Symbol.species](): SetConstructor {
    return Set;
  }

  /** The order of Python's table. Sets are filled before their fields are made: it begins with the first value. */
  declare private table: SetOrder | undefined;

  constructor(given: Iterable<T> = []) {
    super();
    this.update(given);
  }

  /** The items of a value, as `iter` gives them: of a dict, its keys. It is told by the room that knows sequences. */
  static items: <T>(all: Iterable<T>) => Iterable<T> = (all) => all;

  private get order(): SetOrder {
    return (this.table ??= new SetOrder());
  }

  private keyed(value: T): T {
    return keyIn(value, (one) => super.has(one));
  }

  override has(value: T): boolean {
    return super.has(this.keyed(value));
  }

  override add(value: T): this {
    const own = this.keyed(value);
    if (super.has(own)) return this;
    this.order.add(own);
    return super.add(own);
  }

  override delete(value: T): boolean {
    const own = this.keyed(value);
    if (super.has(own)) this.order.remove(own);
    return super.delete(own);
  }

  override clear(): void {
    super.clear();
    this.order.clear();
  }

  override *[Symbol.iterator](): SetIterator<T> {
    yield* this.order.isKnown ? (this.order.values() as T[]) : [...super.values()];
  }

  override values(): SetIterator<T> {
    return this[Symbol.iterator]();
  }

  /** Removes one of the values. @throws KeyError when there is none */
  pop(): T {
    if (this.size === 0) throw KeyError.of('pop from an empty set');
    const [first] = this;
    const value = this.order.isKnown ? (this.order.next() as T) : first;
    this.delete(value);
    return value;
  }

  remove(value: T): void {
    if (!this.delete(value)) throw KeyError.of(value);
  }

  discard(value: T): void {
    this.delete(value);
  }

  update(...others: Iterable<T>[]): void {
    for (const other of others) {
      const isCopied = other instanceof PySet && other !== this && this.order.take((other as PySet).order);
      for (const value of PySet.items(other)) {
        if (isCopied) super.add(value);
        else this.add(value);
      }
    }
  }

  copy(): PySet<T> {
    return new PySet(this);
  }

  /** A set of the same kind, frozen or not. */
  private like(values: Iterable<T>): PySet<T> {
    return new (this.constructor as typeof PySet)(values);
  }

  union(...others: Iterable<T>[]): PySet<T> {
    const all = this.like(this);
    all.update(...others);
    return all;
  }

  intersection(...others: Iterable<T>[]): PySet<T> {
    return others.reduce<PySet<T>>((left, other) => {
      const right = other instanceof PySet ? (other as PySet<T>) : null;
      // As in Python, the smaller one is gone through.
      const [of, all] = right && right.size > left.size ? [right, left] : [left, other];
      return this.like([...PySet.items(all)].filter((value) => of.has(value)));
    }, this);
  }

  difference(...others: Iterable<T>[]): PySet<T> {
    return others.reduce<PySet<T>>((left, other) => {
      const all = new PySet(other);
      const isFew = other instanceof PySet ? left.size >> 2 > other.size : true;
      if (!isFew) return this.like([...left].filter((value) => !all.has(value)));
      const copy = this.like(left);
      for (const value of all) copy.delete(value);
      return copy;
    }, this);
  }

  symmetric_difference(other: Iterable<T>): PySet<T> {
    const all = this.like(other);
    for (const value of this) {
      if (!all.delete(value)) all.add(value);
    }
    return all;
  }

  isdisjoint(other: Iterable<T>): boolean {
    return this.intersection(other).size === 0;
  }

  /** Takes the place of this set's values. */
  private become(other: PySet<T>): void {
    super.clear();
    this.table = other.table;
    for (const value of [...other]) super.add(value);
  }

  intersection_update(other: Iterable<T>): void {
    this.become(this.intersection(other));
  }

  difference_update(...others: Iterable<T>[]): void {
    for (const other of others) for (const value of [...PySet.items(other)]) this.delete(value);
  }

  symmetric_difference_update(other: Iterable<T>): void {
    for (const value of [...new PySet(other)]) {
      if (!this.delete(value)) this.add(value);
    }
  }

  issubset(other: Iterable<T>): boolean {
    const all = new PySet(other);
    return [...this].every((value) => all.has(value));
  }

  issuperset(other: Iterable<T>): boolean {
    return [...PySet.items(other)].every((value) => this.has(value));
  }
}

/** As Python's `set(…)`. */
export const set = <T>(given: Iterable<T> = []): PySet<T> => new PySet(given);

/** As Python's `frozenset`. */
export class FrozenSet<T = unknown> extends PySet<T> {
  __repr__(): string {
    return this.size === 0 ? 'frozenset()' : `frozenset(${FrozenSet.shown(this)})`;
  }

  __eq__(other: unknown): boolean {
    return other instanceof Set && other.size === this.size && [...this].every((value) => other.has(value));
  }

  __hash__(): number {
    return [...this].map(hash).reduce((a, b) => a + b, 0);
  }

  static shown: (all: PySet) => string = () => '';
}

/** As Python's `frozenset(x)`. */
export const frozenset = <T>(x: Iterable<T> = []): FrozenSet<T> => new FrozenSet(x);

/** As Python's `{1, 20, 3}` of numbers that stand in the program: the compiler makes a frozenset of them beforehand. */
export const const_set = <T>(...values: T[]): PySet<T> => new PySet(new FrozenSet([...new FrozenSet(values)]));
