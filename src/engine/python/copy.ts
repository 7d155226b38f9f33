/** Python's module `copy`. */
import { requiresGrad } from '../tensor/state.js';
import { cloneModule } from '../nn/clone.js';
import { Module } from '../nn/module.js';
import { Parameter } from '../nn/parameter.js';
import { Float } from '../ops/floats.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { Dict, Tuple } from './keys.js';
import { PySet } from './sets.js';

/** As Python's `copy.deepcopy(x)`. */
export const deepcopy = <T>(x: T): T => deep(x, new Map()) as T;

function deep(x: unknown, done: Map<unknown, unknown>): unknown {
  if ((typeof x !== 'object' && typeof x !== 'function') || x === null || x instanceof Float) return x;
  const before = done.get(x);
  if (before !== undefined) return before;
  const keep = <V>(copy: V): V => {
    done.set(x, copy);
    return copy;
  };
  const { __deepcopy__: own } = x as { __deepcopy__?: (memo: unknown) => unknown };
  if (typeof x === 'object' && typeof own === 'function') return keep(own.call(x, new Dict()));
  if (x instanceof Module) return cloneModule(x, done, (value) => (isCollection(value) ? deep(value, done) : value));
  if (typeof x === 'function') return x;
  if (x instanceof Tensor) {
    const data = quietly(() => x.detach().clone());
    return keep(x instanceof Parameter ? new Parameter(data, requiresGrad(x)) : data.requires_grad_(requiresGrad(x)));
  }
  if (x instanceof Tuple) return Tuple.from(x, (value) => deep(value, done));
  if (Array.isArray(x)) {
    const copy = keep(bare(x) as unknown[]);
    for (const value of x as unknown[]) copy.push(deep(value, done));
    return copy;
  }
  if (x instanceof Map) {
    const copy = keep(shallow(x) as Map<unknown, unknown>);
    for (const [key, value] of [...copy]) copy.set(key, deep(value, done));
    return copy;
  }
  if (x instanceof Set) return new PySet(x);
  if (isOfJavaScript(x)) return ArrayBuffer.isView(x) && 'slice' in x ? keep((x as Uint8Array).slice()) : x;
  const prototype = Object.getPrototypeOf(x) as object | null;
  const copy = keep(Object.create(prototype) as Record<string, unknown>);
  for (const [name, value] of Object.entries(x)) copy[name] = deep(value, done);
  return copy;
}

/** True for a list, a dict or a set of Python. What the library keeps in forms of its own stays as it is. */
const isCollection = (x: unknown): boolean =>
  x instanceof Map || x instanceof Set || x instanceof Tuple || (Array.isArray(x) && x.constructor.name === 'Array');

/** Regular expressions, dates, promises and the like: an object that was made by their prototype alone is none of them. */
const isOfJavaScript = (x: object): boolean =>
  ArrayBuffer.isView(x) ||
  x instanceof Promise ||
  /^\[object (?:RegExp|Date|String|Number|Boolean|Symbol|BigInt)\]$/.test(Object.prototype.toString.call(x));

function bare(x: readonly unknown[]): unknown {
  const copy = shallow(x) as unknown[];
  copy.length = 0;
  return copy;
}

function shallow(x: object): object {
  const { copy } = x as { copy?: () => object };
  if (x instanceof Map && typeof copy === 'function') return copy.call(x);
  return Array.isArray(x) ? ([...(x as unknown[])] as object) : x;
}

/** As Python's `copy.copy(x)`: the items inside are the same objects. */
function shallowCopy<T>(x: T): T {
  if (typeof x !== 'object' || x === null || x instanceof Float) return x;
  const { __copy__: own } = x as { __copy__?: () => T };
  if (typeof own === 'function') return own.call(x);
  if (x instanceof Set) return new PySet(x) as T;
  if (Array.isArray(x) || x instanceof Map) return shallow(x) as T;
  if (isOfJavaScript(x)) return ArrayBuffer.isView(x) && 'slice' in x ? ((x as unknown as Uint8Array).slice() as T) : x;
  return Object.assign(Object.create(Object.getPrototypeOf(x) as object) as object, x);
}

/** Python's `copy`: the function, and the module of that name, so that `copy.deepcopy(x)` is what it is there. */
export const copy = Object.assign(shallowCopy, { copy: shallowCopy, deepcopy });
