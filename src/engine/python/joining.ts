/** Classes that extend several, whose methods hand on to each other by `super()`: JavaScript's classes extend one. */
import { AttributeError } from '../errors.js';
import { bindingOf } from './calling.js';
import { Tuple } from './keys.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- classes and methods of any kind */
const counted = new WeakMap<object, Set<object>>();

/** From now on, an object of `made` is one of `one` too. */
export function countAs(made: object, one: object): void {
  const known = counted.get(one) ?? new Set<object>();
  if (!counted.has(one)) {
    counted.set(one, known);
    Object.defineProperty(one, Symbol.hasInstance, {
      value(x: unknown): boolean {
        const isOwn = (of: object): boolean => Function.prototype[Symbol.hasInstance].call(of, x);
        return isOwn(this as object) || (this === one && [...known].some(isOwn));
      },
    });
  }
  known.add(made);
}

/** The base of classes that hand on to each other: what makes an object is an `__init__` that can be called again. */
export class Initialized {
  constructor(...given: any[]) {
    const of = new.target as unknown as { prototype: object; __new__?: (...all: unknown[]) => any };
    if (typeof of.__new__ === 'function') {
      const made: any = of.__new__(...(given as unknown[]));
      if (made instanceof new.target) made.__init__(...given);
      return made as Initialized;
    }
    this.__init__(...given);
  }

  __init__(..._: unknown[]): void {}
}

/** For a class that is made of several: the classes in the order in which a method is looked for. */
const orders = new WeakMap<object, readonly any[]>();

function orderOf(of: any): readonly any[] {
  const known = orders.get(of);
  if (known) return known;
  if (of === Initialized || of === Function.prototype || of === Object || of === null) return [];
  return [of, ...orderOf(Object.getPrototypeOf(of))];
}

/** The rows as one, each class before those that it extends. @throws TypeError */
function merged(given: readonly (readonly any[])[]): any[] {
  const rows = given.filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  const next = rows.map(([first]) => first).find((one) => rows.every((row) => row.indexOf(one) <= 0));
  if (next === undefined) throw new TypeError('Cannot create a consistent method resolution order (MRO) for bases');
  return [next, ...merged(rows.map((row) => row.filter((one) => one !== next)))];
}

/** The class to extend for one that extends all of these. */
export function joined(...bases: any[]): any {
  const order = merged([...bases.map(orderOf), bases]);
  const made = class extends bases[0] {};
  for (const one of [...order].reverse()) {
    for (const [from, to] of [
      [one, made],
      [one.prototype, made.prototype],
    ])
      for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(from)))
        if (!/^(constructor|length|name|prototype)$/.test(name))
          Object.defineProperty(to, name, { ...(own as object), configurable: true });
    countAs(made, one);
  }
  orders.set(made, order);
  return made;
}

/** As `super()` in a method of `of`: what comes after it for this object, or for this class. */
export function super_of(of: object, self: any): any {
  const order = orderOf(typeof self === 'function' ? self : self.constructor);
  const rest = order.slice(order.indexOf(of) + 1);
  const find = (name: string): unknown => {
    for (const one of rest) {
      const holder = typeof self === 'function' ? one : one.prototype;
      const own = Object.getOwnPropertyDescriptor(holder, name);
      if (own?.get) return own.get.call(self);
      if (own) return typeof own.value === 'function' ? bindingOf(own.value, self) : own.value;
    }
    // What Python's own base class has.
    if (/^__(init|init_subclass)__$/.test(name)) return () => null;
    if (name === '__new__') return () => Object.create((self as { prototype: object }).prototype) as object;
    throw new AttributeError(`'super' object has no attribute '${name}'`);
  };
  return new Proxy({}, { get: (_, name) => (typeof name === 'string' ? find(name) : undefined) });
}

/** What ends each order. */
const BASE = Object.freeze({ name: 'object', __name__: 'object', __repr__: () => "<class 'object'>" });

/** As Python's `cls.__mro__`. */
export const mro_of = (of: object): any => Tuple.from([...orderOf(of), BASE]);
/* eslint-enable @typescript-eslint/no-explicit-any */
