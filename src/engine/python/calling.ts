/** Calls a value that may be a function, a class, or a callable object. */

import { TypeError_ } from '../errors.js';
import { typeName } from '../operators/typeName.js';

/** True for a class, also for one that a proxy stands for: only a class has a prototype that cannot be replaced. */
export const isClass = (f: object): boolean => Object.getOwnPropertyDescriptor(f, 'prototype')?.writable === false;

/** As `inspect.isclass(x)`. */
export const isclass = (x: unknown): boolean => typeof x === 'function' && isClass(x);

/** As `inspect.isfunction(x)`: not for classes, methods of an object and what is built in. */
export const isfunction = (x: unknown): boolean =>
  typeof x === 'function' && !isClass(x) && !Function.prototype.toString.call(x).endsWith('{ [native code] }');

/** As Python's `callable(x)`. */
export const callable = (x: unknown): boolean =>
  typeof x === 'function' || typeof (x as { __call__?: unknown } | null | undefined)?.__call__ === 'function';

/** Calls a function, a module, or an object with `__call__`; for a class, makes an object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any arguments, any result
export function call(f: any, ...args: unknown[]): any {
  if (typeof f !== 'function') {
    if (typeof f?.__call__ !== 'function') throw new TypeError_(`'${f === undefined ? 'NoneType' : typeName(f)}' object is not callable`);
    return f.__call__(...args);
  }
  return isClass(f as object) ? new f(...args) : f(...args);
}

/** What the class of an object has under a name; null where it has nothing. */
export function classAttribute(x: unknown, name: string): { value: unknown } | null {
  if (typeof x !== 'object' || x === null || Array.isArray(x) || /^(name|length|prototype)$/.test(name)) return null;
  for (let at: unknown = x.constructor; typeof at === 'function' && at !== Object; at = Object.getPrototypeOf(at))
    if (at !== Function.prototype && Object.hasOwn(at, name)) return { value: (at as unknown as Record<string, unknown>)[name] };
  return null;
}

/** A method of an object. The room that knows the names of parameters tells how it is called with arguments by name. */
let bound = (method: () => unknown, x: unknown): unknown => method.bind(x);
export const tellBound = (given: typeof bound): void => void (bound = given);

/** A method as a function of one object, which keeps the names of its parameters. */
export const bindingOf = (method: () => unknown, x: unknown): unknown => bound(method, x);
