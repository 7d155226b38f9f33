/** What Python's classes do that JavaScript's do not. */
import { AttributeError } from '../errors.js';
import { handingOn } from './arguments.js';
import { Dict } from './keys.js';

/** An attribute of a class, which its objects have too until they get a value of their own. */
export function of_class(made: { prototype: object }, name: string): void {
  Object.defineProperty(made.prototype, name, {
    configurable: true,
    get(this: object) {
      return (this.constructor as unknown as Record<string, unknown>)[name];
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}

/**
 * As a class with `__getattr__`: an attribute that the object does not have is asked of this method. Special methods are
 * not, as in Python.
 */
export const delegating = <T extends object>(x: T): T =>
  new Proxy(x, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || name in target || /^(__\w+__|then|toJSON)$/.test(name))
        return Reflect.get(target, name, receiver) as unknown;
      return (target as { __getattr__: (name: string) => unknown }).__getattr__.call(receiver, name);
    },
  });

/** As Python's `hasattr(x, name)`. */
export function hasattr(x: unknown, name: string): boolean {
  try {
    return (x as Record<string, unknown> | null)?.[name] !== undefined;
  } catch (error) {
    if (error instanceof AttributeError || error instanceof TypeError) return false;
    throw error;
  }
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
  // What the decorator noted at the function is the method's too: `cache_info`.
  Object.setPrototypeOf(methods[name], made);
  handingOn(methods[name], plain, inner, made);
}
