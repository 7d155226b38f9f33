/** Calls a value that may be a function, a class, or a callable object. */

const isClass = (f: object): boolean => /^class\b/.test(Function.prototype.toString.call(f));

/** Calls a function, a module, or an object with `__call__`; for a class, makes an object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any arguments, any result
export function call(f: any, ...args: unknown[]): any {
  if (typeof f !== 'function') return f.__call__(...args);
  return isClass(f as object) ? new f(...args) : f(...args);
}
