/** The library in the form that programs use. When a program calls a class without `new`, the error says what to write. */
import { checkedFunction, construct } from './checked.js';
import { Complex } from './complex.js';
import { OpGradFn } from './autograd/opGradFn.js';
import { TypeError_ } from './errors.js';
import { libraryClasses } from './nn/call.js';
import { caughtIn, methodsSay, sayingOne } from './saying.js';
import { SparseTensor } from './sparse/sparseTensor.js';
import { AccumulateGrad } from './tensor/accumulateGrad.js';
import { AsStridedGradFn, CopySlices } from './tensor/viewGradFns.js';

type Class = new (...args: never[]) => object;

/** Classes of objects that programs meet and cannot name. */
const UNNAMED = [OpGradFn, AccumulateGrad, AsStridedGradFn, CopySlices, SparseTensor, Complex];

/** Makes a value on its first use. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** For each path that is not loaded yet, the function that loads it. */
type Later = Readonly<Record<string, () => unknown>>;

/**
 * A namespace for programs. Its classes throw an error when they are called without `new`.
 * @throws TypeError: nn.Linear is a class: write new nn.Linear(...)
 */
export function forPrograms<Space extends object>(space: Space, later: Later = {}, path = ''): Space {
  methodsSay(...UNNAMED);
  const given = Object.entries(space).map(([name, value]: [string, unknown]) => [name, asGiven(value, later, path, name)]);
  const all = Object.fromEntries(given) as Space;
  for (const [own, load] of Object.entries(later)) {
    const name = own.slice(path.length);
    if (!own.startsWith(path) || name.includes('.')) continue;
    Object.defineProperty(all, name, { enumerable: true, get: once(() => asGiven(load(), later, path, name)) });
  }
  return Object.freeze(all);
}

function asGiven(value: unknown, later: Later, path: string, name: string): unknown {
  const own = `${path}${name}`;
  if (isNamespace(value)) return forPrograms(value, later, `${own}.`);
  if (isClass(value)) return saysNew(value, own);
  if (typeof value !== 'function') return value;
  if (standsForClass(value as (...args: never[]) => unknown)) return value;
  // The function is called as in PyTorch, not as inside the engine.
  const named = sayingOne(name, checkedFunction(own, value as (...args: unknown[]) => unknown));
  return Object.isFrozen(named) ? named : Object.defineProperty(named, 'name', { value: name, configurable: true });
}

/** True for a proxy of a class, such as `torch.BoolTensor`: its name is the name of the class, which other code shares. */
function standsForClass(value: (...args: never[]) => unknown): boolean {
  const prototype = value.prototype as object | undefined;
  return typeof prototype === 'object' && isClass(prototype.constructor);
}

/** A bundled namespace has a getter for each export; a namespace that is not bundled is marked as a module. */
const isNamespace = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  (Object.prototype.toString.call(value) === '[object Module]' ||
    Object.values(Object.getOwnPropertyDescriptors(value)).some(({ get, enumerable }) => get && enumerable));

/** Whether a function was written as a class. */
export const isClass = (value: unknown): value is Class =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

/** Whether a class may be called without `new`, as in PyTorch: `torch.Tensor([1, 2])`. */
const isCalled = (path: string): boolean => path === 'Tensor' || path === 'Size';

function saysNew(given: Class, path: string): Class {
  const shown = path.includes('.') ? path : `torch.${path}`;
  const callable: Class = new Proxy(given, {
    apply(_, __, args) {
      if (isCalled(path)) return made(path, given, args, callable);
      throw new TypeError_(`${shown} is a class: write new ${shown}(...)`);
    },
    construct: (_, args, target) => made(path, given, args, target as Class),
  });
  // Makes `layer.constructor === nn.Linear` true in a program.
  Object.defineProperty(given.prototype, 'constructor', { value: callable, configurable: true, writable: true });
  if (path.startsWith('nn.')) libraryClasses.add(callable);
  methodsSay(given);
  return callable;
}

function made(path: string, given: Class, args: unknown[], target: Class): object {
  try {
    return construct(path, given, args, target);
  } catch (error) {
    throw caughtIn(error, path.slice(path.lastIndexOf('.') + 1), args);
  }
}
