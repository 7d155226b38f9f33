/** What Python's classes do that JavaScript's do not. */
import { AttributeError } from '../errors.js';
import { handingOn } from './arguments.js';
import { classAttribute, isClass } from './calling.js';
import { Dict } from './keys.js';

/** An attribute of a class, which its objects have too until they get a value of their own. */
export function of_class(made: { prototype: object }, name: string): void {
  Object.defineProperty(made.prototype, name, {
    configurable: true,
    get(this: object) {
      return (this.constructor as unknown as Record<string, unknown>)[name];
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value: undefined, writable: true, enumerable: true, configurable: true });
      // A module takes note of what it is given.
      (this as Record<string, unknown>)[name] = value;
    },
  });
}

/** What a dict has for itself only: an entry may have such a name. */
const INNER: ReadonlySet<string | symbol> = new Set(['missing', 'keyed', 'pairs', 'entries', 'forEach']);

/**
 * As a class with `__getattr__`: an attribute that the object does not have is asked of this method. Special methods are
 * not, as in Python.
 */
export const delegating = <T extends object>(x: T): T =>
  new Proxy(x, {
    get(target, name, receiver) {
      const { __getattr__: asked } = target as { __getattr__?: (name: string) => unknown };
      const isHere = name in target && !(target instanceof Map && INNER.has(name));
      if (typeof name !== 'symbol' && !isHere && !/^(__\w+__|then|toJSON)$/.test(name) && asked) return asked.call(receiver, name);
      if (!(target instanceof Map) || !(name in Dict.prototype)) return Reflect.get(target, name, receiver) as unknown;
      // What a dict has by itself takes no other object for it.
      const own: unknown = Reflect.get(target, name, name === 'size' ? target : receiver);
      return own === Reflect.get(Dict.prototype, name, target) && typeof own === 'function' ? (own.bind(target) as unknown) : own;
    },
    set(target, name, value, receiver) {
      const { __setattr__: own } = target as { __setattr__?: (name: string, value: unknown) => void };
      if (typeof name === 'symbol' || !own) return Reflect.set(target, name, value, receiver);
      own.call(receiver, name, value);
      return true;
    },
  });

/** A class to extend for one with `__setattr__`: what is assigned to its objects goes there from the first line on. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a class of any kind
export function assigning(base: any): any {
  const Base = base as new (...args: unknown[]) => object;
  return class extends Base {
    constructor(...args: unknown[]) {
      super(...args);
      return delegating(this);
    }
  };
}

/** As `object.__setattr__(x, name, value)`: past the class's own `__setattr__`. */
export function set_plainly(x: object, name: string, value: unknown): void {
  Reflect.defineProperty(x, name, { value, writable: true, enumerable: true, configurable: true });
}

const set = new WeakMap<object, Map<string | symbol, PropertyDescriptor | undefined>>();

/**
 * The object of a class whose `__init__` sets attributes before `super().__init__(…)`, where JavaScript has no object
 * yet: what is set is found through the class until `settle` gives it to the object.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- attributes of any type
export function early(made: { prototype: object }): any {
  const before = new Map<string | symbol, PropertyDescriptor | undefined>();
  const self = new Proxy(made.prototype, {
    defineProperty(target, name, { value }) {
      if (!before.has(name)) before.set(name, Object.getOwnPropertyDescriptor(target, name));
      return Reflect.defineProperty(target, name, { value: value as unknown, writable: true, enumerable: true, configurable: true });
    },
  });
  set.set(self, before);
  return self;
}

/** Gives an object what was set before there was one. What the class that it extends has set since stays. */
export function settle(self: object, x: object): void {
  const of = Object.getPrototypeOf(x) as object;
  const later = Object.entries(Object.getOwnPropertyDescriptors(x)).filter(([, one]) => one.configurable && one.enumerable);
  for (const [name, before] of set.get(self)!) {
    const value = (of as Record<string | symbol, unknown>)[name];
    if (before) Object.defineProperty(of, name, before);
    else Reflect.deleteProperty(of, name);
    if (!Object.hasOwn(x, name)) (x as Record<string | symbol, unknown>)[name] = value;
  }
  // What was set first comes first.
  for (const [name, one] of later) if (!set.get(self)!.has(name) && Reflect.deleteProperty(x, name)) Object.defineProperty(x, name, one);
}

/** A class as one to extend without a call of its `__init__`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a class of any kind
export function uninitialized(base: any): any {
  const made = class {};
  Object.setPrototypeOf(made, base as object);
  Object.setPrototypeOf(made.prototype, (base as { prototype: object }).prototype);
  return made;
}

/** As Python's `hasattr(x, name)`. */
export function hasattr(x: unknown, name: string): boolean {
  try {
    if ((x as Record<string, unknown> | null)?.[name] !== undefined) return true;
    if (classAttribute(x, name)) return true;
    // A class has the methods of its objects.
    return typeof x === 'function' && isClass(x) && name !== 'constructor' && name in (x.prototype as object);
  } catch (error) {
    if (error instanceof AttributeError || error instanceof TypeError) return false;
    throw error;
  }
}

/** As Python's `delattr(x, name)`, and `del x.name`. @throws AttributeError */
export function delattr(x: object, name: string): void {
  if (!Object.hasOwn(x, name)) throw new AttributeError(`'${x.constructor.name}' object has no attribute '${name}'`);
  Reflect.deleteProperty(x, name);
}

/** As `optimizer.state[p]` of an optimizer of the program: the dict of a parameter, made when it is first asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- values of any type
export function state_of(states: Map<object, unknown>, p: object): Dict<string, any> {
  const known = states.get(p);
  if (known instanceof Dict) return known as Dict<string, unknown>;
  const made = new Dict<string, unknown>(Object.entries(known ?? {}));
  states.set(p, made);
  return made;
}

/** As a decorator above a method: the method becomes what `decorator` makes of it. The object is its first argument. */
export function decorate(
  of: { prototype: object },
  name: string,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- functions of any type
  decorator: (f: (...args: any[]) => any) => any,
): void {
  const methods = of.prototype as Record<string, (...args: unknown[]) => unknown>;
  if (!Object.hasOwn(methods, name) && Object.hasOwn(of, name)) {
    const statics = of as unknown as typeof methods;
    statics[name] = decorator(statics[name]) as (typeof methods)[string];
    return;
  }
  const plain = methods[name];
  const inner = Object.defineProperty((self: object, ...args: unknown[]) => plain.apply(self, args), 'name', { value: name });
  const made = decorator(inner) as (...args: unknown[]) => unknown;
  methods[name] = function (this: object, ...args) {
    return made(this, ...args);
  };
  Object.defineProperty(methods[name], 'name', { value: made.name, configurable: true });
  // What the decorator noted at the function is the method's too: `cache_info`.
  Object.setPrototypeOf(methods[name], made);
  handingOn(methods[name], plain, inner, made);
}
