/**
 * For functions and classes without signatures: what JavaScript says of arguments that they were not written for becomes a
 * TypeError of Python, which names the function and the types of what it got. PyTorch's own functions read their arguments by
 * signatures, see `checked.ts`.
 */
import { sentenceFor } from './errors.js';
import { typeName } from './operators/typeName.js';
import { isClass } from './python/calling.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- functions of any arguments
type Any = any;

/** The type of an argument. A proxy may have none that can be asked for. */
function typeOf(value: unknown): string {
  try {
    return typeName(value);
  } catch {
    return 'object';
  }
}

const said = new WeakSet<object>();

/** The same function. */
export function saying<F extends (...args: Any[]) => Any>(name: string, run: F): F {
  const same = function (this: unknown, ...args: unknown[]): unknown {
    try {
      return run.apply(this, args) as unknown;
    } catch (error) {
      throw sentenceFor(error, name, args.map(typeOf));
    }
  };
  said.add(same);
  return Object.defineProperty(same, 'name', { value: run.name }) as F;
}

/** The same functions, by their names. Classes, and functions that have properties of their own, stay as they are. */
export function allSaying<All extends object>(all: All): All {
  const given = Object.entries(all).map(([name, one]: [string, unknown]) => [name, isPlain(one) ? saying(name, one) : one]);
  return Object.fromEntries(given) as All;
}

const OF_FUNCTIONS: ReadonlySet<unknown> = new Set(['length', 'name', 'prototype']);
const isPlain = (one: unknown): one is (...args: Any[]) => Any =>
  typeof one === 'function' && !said.has(one) && !isClass(one) && Reflect.ownKeys(one).every((key) => OF_FUNCTIONS.has(key));

/** Makes every method of the classes such a function, in place. */
export function methodsSay(...classes: readonly (abstract new (...args: Any[]) => object)[]): void {
  for (const { prototype } of classes as readonly { prototype: object }[])
    for (const [name, { value, writable }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (typeof value === 'function' && writable && name !== 'constructor')
        Object.defineProperty(prototype, name, { value: saying(name, value as (...args: Any[]) => Any), writable, configurable: true });
}
