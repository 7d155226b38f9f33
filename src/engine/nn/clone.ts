import { requiresGrad } from '../tensor/state.js';
import { sameFloats } from '../ops/floats.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { bareModule, Module } from './module.js';
import { Parameter } from './parameter.js';

type Copier = (value: unknown) => unknown;

function copyOf(value: unknown, done: Map<unknown, unknown>, other: Copier): unknown {
  const before = done.get(value);
  if (before !== undefined) return before;
  if (value instanceof Module) return copyModule(value, done, other);
  if (!(value instanceof Tensor)) return other(value);
  const data = quietly(() => value.detach().clone());
  const copy = value instanceof Parameter ? new Parameter(data, requiresGrad(value)) : data;
  done.set(value, copy);
  return copy;
}

function copyModule(module: Module, done: Map<unknown, unknown>, other: Copier): Module {
  const copy = bareModule(Object.getPrototypeOf(module) as object, module._state);
  done.set(module, copy);
  sameFloats(module, copy);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
    if (name !== '_state') Object.defineProperty(copy, name, { ...descriptor, value: copyOf(descriptor.value, done, other) });
  }
  return copy;
}

/**
 * A copy of a module: it has its own parameters and buffers with the same values, like Python's
 * `copy.deepcopy(module)`.
 *
 * @param done what has been copied before, with its copies
 * @param other copies what is neither a tensor nor a module
 */
export const cloneModule = <T extends Module>(module: T, done = new Map<unknown, unknown>(), other: Copier = (value) => value): T =>
  copyModule(module, done, other) as T;
