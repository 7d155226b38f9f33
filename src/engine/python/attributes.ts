/** Attributes by a name that only the run knows. */
import { AttributeError } from '../errors.js';
import { bindingOf, classAttribute, isClass } from './calling.js';
import { Tuple } from './keys.js';
import { knownMethod } from './methods.js';
import { name_of, type_name } from './text.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- nothing is known of what these take and return */
const isPlainList = (x: object): boolean => x.constructor === Array || x instanceof Tuple;

/** As Python's `getattr` and `setattr`. */
export function getattr(x: any, name: string, ...other: unknown[]): any {
  let own: unknown;
  if (name === '__name__' && typeof x === 'function' && !isModule(x)) return name_of(x);
  const known = (Array.isArray(x) && isPlainList(x)) || typeof x === 'string' ? knownMethod(x, name) : undefined;
  if (known) return (...args: unknown[]): unknown => known(x, ...args);
  try {
    own = x?.[name];
  } catch (error) {
    if (other.length === 0 || !(error instanceof AttributeError)) throw error;
  }
  const value = own === undefined ? methodOf(x, name) : own;
  if (value !== undefined || (typeof x === 'object' && x !== null && name in x))
    return typeof value === 'function' && !isCallableObject(value) ? bindingOf(value as () => unknown, x) : value;
  const shared = classAttribute(x, name);
  if (shared) return shared.value;
  if (other.length > 0) return other[0];
  throw new AttributeError(`'${type_name(x)}' object has no attribute '${name}'`);
}
const isModule = (value: object): boolean => typeof (value as { _get_name?: unknown })._get_name === 'function';
const isCallableObject = (value: object): boolean => isClass(value) || isModule(value);
/** A method of a class as a function of the object and of what the method takes. */
function methodOf(x: unknown, name: string): unknown {
  if (typeof x !== 'function' || !isClass(x)) return undefined;
  const method: unknown = (x.prototype as Record<string, unknown> | undefined)?.[name];
  return typeof method === 'function' && name !== 'constructor'
    ? Object.defineProperty((self: object, ...args: unknown[]): unknown => method.apply(self, args), 'name', { value: name })
    : undefined;
}

/** A function that is set on a class is a method of its objects. */
export function setattr(x: any, name: string, value: unknown): void {
  if (typeof x === 'function' && isClass(x) && typeof value === 'function' && !isCallableObject(value) && !Object.hasOwn(x, name))
    Object.defineProperty(x.prototype, name, {
      value(this: object, ...args: unknown[]): unknown {
        return value(this, ...args);
      },
      writable: true,
      configurable: true,
    });
  else x[name] = value;
}

/** For a class with attributes that answer for themselves, by `__get__` and `__set__`: its objects ask them. */
export function descriptors(of: any): void {
  for (const [name, own] of Object.entries<any>(of as object)) {
    if (typeof own?.__set_name__ === 'function') own.__set_name__(of, name);
    if (typeof own?.__get__ !== 'function' && typeof own?.__set__ !== 'function') continue;
    // What the methods themselves read and set under this name is the object's own.
    const plain = new WeakMap<object, unknown>();
    const asked = new WeakSet<object>();
    const ask = (x: object, what: () => unknown): unknown => {
      asked.add(x);
      try {
        return what();
      } finally {
        asked.delete(x);
      }
    };
    const access: PropertyDescriptor & ThisType<object> = {
      configurable: true,
      get() {
        const isOwn = plain.has(this) && (asked.has(this) || !own.__set__);
        return asked.has(this) || isOwn || !own.__get__ ? plain.get(this) : ask(this, () => own.__get__(this, of) as unknown);
      },
      set(value: unknown) {
        if (own.__set__ && !asked.has(this)) return void ask(this, () => own.__set__(this, value) as unknown);
        plain.set(this, value);
        Object.defineProperty(this, name, { ...access, enumerable: true });
      },
    };
    Object.defineProperty(of.prototype, name, access);
  }
}
/* eslint-enable @typescript-eslint/no-explicit-any */
