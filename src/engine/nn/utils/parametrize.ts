/** `torch.nn.utils.parametrize`: a tensor of a module becomes a function of others. */
import { TypeError_, ValueError } from '../../errors.js';
import { isPlainObject, pythonType } from '../../ops/signature.js';
import { quietly } from '../../quietly.js';
import { sameSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { readArguments } from '../arguments.js';
import { libraryClasses } from '../call.js';
import { cloneModule } from '../clone.js';
import type { Module } from '../module.js';
import { ModuleDict } from '../modules/container.js';
import { ownBuffers, ownParameters } from '../moduleState.js';
import { Parameter } from '../parameter.js';
import { field, ParametrizationList, register, rightInverseOf, takeOut } from './parametrizationList.js';

export { ParametrizationList } from './parametrizationList.js';

/** A function that returns the module that it was given. */
export type OnModule<Args extends unknown[]> = <M extends Module>(
  module: M,
  ...rest: Args extends [unknown, ...infer Rest] ? Rest : never
) => M;

/** The computed parametrized tensors, while `cached` runs. */
let cache: Map<Module, Map<string, Tensor>> | null = null;

/**
 * Runs `body` and computes each parametrized tensor only once in it, as `with torch.nn.utils.parametrize.cached():`.
 * @returns what `body` returns
 */
export function cached<T>(body: () => T): T {
  if (typeof body !== 'function') throw new TypeError_('cached() takes a function: parametrize.cached(() => { ... })');
  const outer = cache;
  cache ??= new Map();
  try {
    return body();
  } finally {
    cache = outer;
  }
}

const listOf = (module: Module, name: string): ParametrizationList =>
  (module.parametrizations as ModuleDict).get(name) as ParametrizationList;

/** Gives a parametrized module its own subclass, so that it can have accessors. The class has another name. */
function injectClass(module: Module): void {
  const Base = module.constructor as new () => object;
  const Class = class extends Base {};
  Object.defineProperty(Class, 'name', { value: `Parametrized${Base.name}` });
  if (libraryClasses.has(Base)) libraryClasses.add(Class);
  Object.setPrototypeOf(module, Class.prototype);
}

function injectProperty(module: Module, name: string): void {
  Object.defineProperty(Object.getPrototypeOf(module), name, {
    configurable: true,
    get(this: Module) {
      const own = cache?.get(this) ?? new Map<string, Tensor>();
      const value = own.get(name) ?? (listOf(this, name)() as Tensor);
      own.set(name, value);
      cache?.set(this, own);
      return value;
    },
    set(this: Module, value: Tensor) {
      quietly(() => listOf(this, name).right_inverse(value));
    },
  });
}

/** Checks one more parametrization. @throws ValueError where it changes dtype or shape */
function checkFurther(module: Module, name: string, parametrization: Module): void {
  const before = field(module, name) as Tensor;
  const after: unknown = parametrization(before);
  if (!(after instanceof Tensor)) throw new ValueError(`A parametrization must return a tensor. Got ${pythonType(after)}.`);
  const may = (what: string) =>
    `Registering a parametrization may not change the ${what} of the tensor, unless the \`unsafe\` flag is enabled.\n`;
  if (after.dtype !== before.dtype)
    throw new ValueError(
      `${may('dtype')}module.${name}.dtype: ${String(before.dtype)}\nparametrization(module.${name}).dtype: ${String(after.dtype)}`,
    );
  if (!sameSizes(after.sizes, before.sizes))
    throw new ValueError(
      `${may('shape')}module.${name}.shape: ${String(before.shape)}\nparametrization(module.${name}).shape: ${String(after.shape)}`,
    );
  const inverse = rightInverseOf(parametrization);
  if (!inverse) return;
  const back = inverse(after);
  if (!(back instanceof Tensor)) throw new ValueError(`parametrization.right_inverse must return a tensor. Got: ${pythonType(back)}`);
  const must = (what: string) =>
    `The tensor returned by parametrization.right_inverse must have the same ${what} as module.${name}, unless the \`unsafe\` flag is enabled.\n`;
  if (back.dtype !== before.dtype)
    throw new ValueError(`${must('dtype')}module.${name}.dtype: ${String(before.dtype)}\nreturned dtype: ${String(back.dtype)}`);
  if (!sameSizes(back.sizes, before.sizes))
    throw new ValueError(`${must('shape')}module.${name}.shape: ${String(before.shape)}\nreturned shape: ${String(back.shape)}`);
}

const REGISTER = 'register_parametrization(Module module, str tensor_name, Module parametrization, *, bool unsafe=False)';

/**
 * Makes a parameter or buffer of `module` the result of `parametrization`, as
 * `torch.nn.utils.parametrize.register_parametrization`. From then on, the tensor itself is
 * `module.parametrizations.NAME.original`. A second parametrization is applied to the result of the first.
 * @throws ValueError without such a tensor, or where dtype or shape would change and `unsafe` is not set
 * @returns the module
 */
export const register_parametrization = Object.assign(
  (...args: unknown[]): Module => {
    const { module, tensor_name: name, parametrization, unsafe } = readArguments(REGISTER, args);
    parametrization.train(module.training);
    if (is_parametrized(module, name)) {
      if (!unsafe) quietly(() => checkFurther(module, name, parametrization));
      const list = listOf(module, name);
      list.append(parametrization);
      list.unsafe ||= unsafe;
      return module;
    }
    const own = [...ownParameters(module), ...ownBuffers(module)].find(([key]) => key === name);
    if (!own)
      throw new ValueError(`Module '${String(module)}' does not have a parameter, a buffer, or a parametrized element with name '${name}'`);
    const list = quietly(() => new ParametrizationList([parametrization], own[1], unsafe));
    takeOut(module, name);
    if (!is_parametrized(module)) {
      injectClass(module);
      module.add_module('parametrizations', new ModuleDict());
    }
    injectProperty(module, name);
    (module.parametrizations as ModuleDict).add_module(name, list);
    return module;
  },
  { signature: REGISTER },
) as unknown as OnModule<ClassArguments['register_parametrization']>;

/**
 * True when a tensor of a module (without `tensor_name`: any tensor) is parametrized, as
 * `torch.nn.utils.parametrize.is_parametrized`.
 */
export function is_parametrized(module: Module, tensor_name: string | { tensor_name?: string | null } | null = null): boolean {
  const dict: unknown = (module as Partial<Module> | null)?.parametrizations;
  if (!(dict instanceof ModuleDict)) return false;
  const name = isPlainObject(tensor_name) ? (tensor_name.tensor_name ?? null) : tensor_name;
  return name === null ? dict.length > 0 : dict.has(name);
}

const REMOVE = 'remove_parametrizations(Module module, str tensor_name, bool leave_parametrized=True)';

/**
 * Makes a parametrized tensor an ordinary one again, as `torch.nn.utils.parametrize.remove_parametrizations`. It keeps
 * its computed values, or (without `leave_parametrized`) takes those of its original tensor.
 * @throws ValueError where the tensor is not parametrized, or was computed from several tensors that cannot replace it
 * @returns the module
 */
export const remove_parametrizations = Object.assign(
  (...args: unknown[]): Module => {
    const { module, tensor_name: name, leave_parametrized } = readArguments(REMOVE, args);
    if (!is_parametrized(module, name)) throw new ValueError(`Module ${String(module)} does not have a parametrization on ${name}`);
    const list = listOf(module, name);
    let original = list.is_tensor ? (field(list, 'original') as Tensor) : null;
    if (original && leave_parametrized) original.data = quietly(() => field(module, name) as Tensor).detach();
    else if (!original) {
      if (!leave_parametrized)
        throw new ValueError(
          'Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a sequence of tensors.',
        );
      const value = field(module, name) as Tensor;
      original = value.requires_grad ? new Parameter(value.detach()) : value;
    }
    delete (Object.getPrototypeOf(module) as Record<string, unknown>)[name];
    (module.parametrizations as ModuleDict).pop(name);
    register(module, name, original);
    if (!is_parametrized(module)) {
      takeOut(module, 'parametrizations');
      Object.setPrototypeOf(module, Object.getPrototypeOf(Object.getPrototypeOf(module)) as object);
    }
    return module;
  },
  { signature: REMOVE },
) as unknown as OnModule<ClassArguments['remove_parametrizations']>;

/** The class of a module before it was parametrized, as `torch.nn.utils.parametrize.type_before_parametrizations`. */
export function type_before_parametrizations(module: Module): unknown {
  return is_parametrized(module) ? Object.getPrototypeOf(module.constructor) : (module as Module | null)?.constructor;
}

/**
 * Registers the parametrizations of one module on another, and copies the tensors from which they compute, as
 * `torch.nn.utils.parametrize.transfer_parametrizations_and_params`. @returns the module that received them
 */
export function transfer_parametrizations_and_params<M extends Module>(
  from_module: Module,
  to_module: M,
  tensor_name: string | null = null,
): M {
  if (!is_parametrized(from_module)) return to_module;
  const names = tensor_name === null ? (from_module.parametrizations as ModuleDict).keys() : [tensor_name];
  for (const name of names) {
    const list = listOf(from_module, name);
    if (!(name in to_module)) register(to_module, name, new Parameter(quietly(() => (field(from_module, name) as Tensor).clone())));
    for (const one of list) register_parametrization(to_module, name, cloneModule(one), { unsafe: list.unsafe });
    const target = listOf(to_module, name);
    for (const [key, value] of ownParameters(list)) (field(target, key) as Tensor).data = quietly(() => value.detach().clone());
  }
  return to_module;
}
