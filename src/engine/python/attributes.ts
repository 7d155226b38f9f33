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
/* eslint-enable @typescript-eslint/no-explicit-any */
