import { isTooDeep, NotImplementedError_, noteModule, noteOperation, operationOf, sentenceFor, TorchError } from '../errors.js';
import { observer } from '../tensor/observe.js';
import { pythonType } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';
import { watchBackward } from './backwardHooks.js';
import type { Module } from './module.js';
import { argumentsAfter, outputAfter } from './moduleState.js';

/** `module(...args)`: its hooks before, its `forward`, its hooks after. */
export function call(module: Module, given: unknown[]): unknown {
  const { preHooks, hooks, backwardHooks, backwardPreHooks } = module._state;
  if (typeof module.forward !== 'function') throw missingForward(module);
  let args = given;
  if (preHooks.length > 0) for (const hook of [...preHooks]) args = argumentsAfter(hook, module, args);
  const backward = backwardHooks.length + backwardPreHooks.length > 0 ? watchBackward(module) : null;
  if (backward) args = backward.inputs(args);
  const watching = observer();
  watching?.enterModule?.(module);
  let output: unknown;
  try {
    output = module.forward(...args);
  } catch (thrown) {
    const error =
      isTooDeep(thrown) || isOfLibrary(module) ? sentenceFor(thrown, `${module._get_name()}.forward`, () => args.map(pythonType)) : thrown;
    if (error instanceof TorchError) {
      if (!operationOf(error)) noteOperation(error, { name: module._get_name(), inputs: args.filter((arg) => arg instanceof Tensor) });
      noteModule(error, module);
    }
    throw error;
  } finally {
    watching?.exitModule?.(module);
  }
  if (hooks.length > 0) for (const hook of [...hooks]) output = outputAfter(hook, module, args, output);
  return backward ? backward.outputs(output) : output;
}

/** The classes of layers that the library gives to programs. */
export const libraryClasses = new WeakSet<object>();

/**
 * True when a module and all modules inside are the library's: an error in their `forward` does not come from code of
 * the program.
 */
function isOfLibrary(module: object, within = new Set<object>()): boolean {
  if (within.has(module)) return true;
  within.add(module);
  const isInside = (field: unknown): boolean => typeof field !== 'function' || isOfLibrary(field, within);
  return libraryClasses.has(module.constructor) && Object.values(module).every(isInside);
}

export const missingForward = (module: Module): Error =>
  new NotImplementedError_(`Module [${module.constructor.name}] is missing the required "forward" function`);
