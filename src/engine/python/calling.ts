/** Calls of what may be a function, a class, or an object that is callable. */

const isClass = (f: object): boolean => /^class\b/.test(Function.prototype.toString.call(f));

/** Calls a function, a module, or an object that has `__call__`; of a class it makes an object. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any arguments, any result
export function call(f: any, ...args: unknown[]): any {
  if (typeof f !== 'function') return f.__call__(...args);
  return isClass(f as object) ? new f(...args) : f(...args);
}
