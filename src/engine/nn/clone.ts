import { requiresGrad } from '../tensor/state.js';
import { sameFloats } from '../ops/floats.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { bareModule, Module } from './module.js';
import { Parameter } from './parameter.js';

function copyOf(value: unknown, done: Map<unknown, unknown>): unknown {
  const before = done.get(value);
  if (before !== undefined) return before;
  if (value instanceof Module) return copyModule(value, done);
  if (!(value instanceof Tensor)) return value;
  const data = quietly(() => value.detach().clone());
  const copy = value instanceof Parameter ? new Parameter(data, requiresGrad(value)) : data;
  done.set(value, copy);
  return copy;
}

function copyModule(module: Module, done: Map<unknown, unknown>): Module {
  const copy = bareModule(Object.getPrototypeOf(module) as object, module._state);
  done.set(module, copy);
  sameFloats(module, copy);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
    if (name !== '_state') Object.defineProperty(copy, name, { ...descriptor, value: copyOf(descriptor.value, done) });
  }
  return copy;
}

/**
 * A copy of a module: it has its own parameters and buffers with the same values, like Python's
 * `copy.deepcopy(module)`.
 */
export const cloneModule = <T extends Module>(module: T): T => copyModule(module, new Map()) as T;
