/** What Python's programs do with classes and functions that JavaScript has no word for. */
import { call } from './calling.js';
import { isinstance } from './methods.js';
import { countAs } from './joining.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- functions and classes of any kind */
type Kind = string | (abstract new (...args: never[]) => object);

/** As `@functools.singledispatch`: the first argument decides which function is called. */
export function singledispatch(plain: (...given: any[]) => any): any {
  const known: [Kind, (...given: any[]) => any][] = [];
  const isKind = (x: unknown, kind: Kind): boolean => (typeof x === 'boolean' && kind === 'int' ? false : isinstance(x, kind));
  // The last one that fits is the most special, unless a base was told after what extends it.
  const found = (x: unknown) =>
    known.findLast(([kind]) => isKind(x, kind)) ?? (typeof x === 'boolean' ? known.find(([kind]) => kind === 'int') : undefined);
  const dispatch = (...given: any[]): any => call(found(given[0])?.[1] ?? plain, ...given);
  return Object.assign(dispatch, {
    register:
      (...kinds: Kind[]) =>
      (f: (...given: any[]) => any): typeof f => {
        for (const kind of kinds) known.push([kind, f]);
        return f;
      },
  });
}

/**
 * The class that extends `base`, with what other classes have beside it.
 * @param first the classes that come before the base: what they define, they define instead of it
 * @param last those that come after: what the base does not define
 */
export function with_mixins(base: any, first: readonly any[], last: readonly any[] = []): any {
  const made = class extends base {};
  const copy = (from: any, to: any, isBefore: boolean): void => {
    for (const [name, one] of Object.entries(Object.getOwnPropertyDescriptors(from)))
      if (!/^(constructor|length|name|prototype)$/.test(name) && (isBefore || !(name in to)))
        Object.defineProperty(to, name, { ...one, configurable: true });
  };
  const all = (of: any): any[] => (of === Function.prototype || of === null ? [] : [...all(Object.getPrototypeOf(of)), of]);
  for (const [mixins, isBefore] of [
    [[...last], false],
    [[...first].reverse(), true],
  ] as const)
    for (const mixin of mixins)
      for (const one of isBefore ? all(mixin) : all(mixin).reverse()) {
        copy(one, made, isBefore);
        copy(one.prototype, made.prototype, isBefore);
        countAs(made, one);
      }
  return made;
}
/* eslint-enable @typescript-eslint/no-explicit-any */
