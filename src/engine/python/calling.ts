/** Calls a value that may be a function, a class, or a callable object. */

/** True for a class, also for one that a proxy stands for: only a class has a prototype that cannot be replaced. */
export const isClass = (f: object): boolean => Object.getOwnPropertyDescriptor(f, 'prototype')?.writable === false;

/** Calls a function, a module, or an object with `__call__`; for a class, makes an object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any arguments, any result
export function call(f: any, ...args: unknown[]): any {
  if (typeof f !== 'function') return f.__call__(...args);
  return isClass(f as object) ? new f(...args) : f(...args);
}
