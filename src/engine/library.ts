/** The library as a program gets it: a class that is called without `new` says in a sentence what to write. */
import { TypeError_ } from './errors.js';

type Class = new (...args: never[]) => object;

/**
 * A namespace whose classes of layers, optimizers, schedulers and data can be called, which
 * @throws TypeError: nn.Linear is a class: write new nn.Linear(...)
 */
export function forPrograms<Space extends object>(space: Space, path = ''): Space {
  const given = Object.entries(space).map(([name, value]: [string, unknown]) => {
    const own = `${path}${name}`;
    if (isNamespace(value)) return [name, forPrograms(value, `${own}.`)];
    return [name, path !== '' && isClass(value) ? saysNew(value, own) : value];
  });
  return Object.freeze(Object.fromEntries(given)) as Space;
}

/** A bundled namespace has a getter for each export; one that is not bundled is marked. */
const isNamespace = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Object.prototype.toString.call(value) === '[object Module]' ||
    Object.values(Object.getOwnPropertyDescriptors(value)).some(({ get, enumerable }) => get && enumerable));

const isClass = (value: unknown): value is Class => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

function saysNew(given: Class, path: string): Class {
  const callable = new Proxy(given, {
    apply: () => {
      throw new TypeError_(`${path} is a class: write new ${path}(...)`);
    },
  });
  // So that `layer.constructor === nn.Linear` holds in a program.
  Object.defineProperty(given.prototype, 'constructor', { value: callable, configurable: true, writable: true });
  return callable;
}
