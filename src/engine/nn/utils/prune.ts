/** `torch.nn.utils.prune`: sets parts of a parameter to 0 by a mask, and keeps the original parameter beside it. */
import { cat, ones_like } from '../../generated/torch.js';
import { AssertionError, TypeError_, ValueError } from '../../errors.js';
import { quietly } from '../../quietly.js';
import { numel } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Module } from '../module.js';
import { addHook, type Handle } from '../moduleState.js';
import type { Parameter } from '../parameter.js';
import type { BasePruningMethod } from './pruningMethods.js';
import {
  CustomFromMask,
  fieldsOf,
  Identity,
  L1Unstructured,
  LnStructured,
  PruningContainer,
  RandomStructured,
  RandomUnstructured,
} from './pruningMethods.js';

export {
  BasePruningMethod,
  CustomFromMask,
  Identity,
  L1Unstructured,
  LnStructured,
  PruningContainer,
  RandomStructured,
  RandomUnstructured,
} from './pruningMethods.js';

interface Applied {
  readonly method: BasePruningMethod;
  readonly handle: Handle;
}

/** The pruning of each tensor of a module. */
const pruned = new WeakMap<Module, Map<string, Applied>>();

/**
 * Prunes a parameter: stores it as `name_orig`, with a mask `name_mask`; before each forward, `name` becomes the
 * product of both.
 */
function apply<M extends Module>(module: M, name: string, method: BasePruningMethod, importance: Tensor | null = null): M {
  const fields = fieldsOf(module);
  method._tensor_name = name;
  const applied = pruned.get(module) ?? new Map<string, Applied>();
  pruned.set(module, applied);
  const before = applied.get(name);
  let all = method;
  if (before) {
    before.handle.remove();
    all = before.method instanceof PruningContainer ? before.method : new PruningContainer(before.method);
    (all as PruningContainer).add_pruning_method(method);
  }
  const original = (before ? fields[`${name}_orig`] : fields[name]) as Parameter;
  if (importance && String(importance.shape) !== String(original.shape)) {
    throw new AssertionError(`importance_scores should have the same shape as parameter ${name} of ${String(module)}`);
  }
  quietly(() => {
    const given = (before ? fields[`${name}_mask`] : ones_like(original)) as Tensor;
    const scores = importance ?? (before ? (fields[name] as Tensor).detach() : original.detach());
    const mask = all.compute_mask(scores, given);
    if (!before) {
      delete fields[name];
      module.register_parameter(`${name}_orig`, original);
    }
    module.register_buffer(`${name}_mask`, mask);
  });
  fields[name] = all.apply_mask(module);
  const handle = addHook(module._state.preHooks, () => {
    fields[name] = all.apply_mask(module);
  });
  applied.set(name, { method: all, handle });
  return module;
}

/** A number, or the named arguments from it on: `checked.ts` puts them in their places. */
type Named<Options> = number | Options;
interface Importance {
  importance_scores?: Tensor | null;
}

/** Adds a mask that keeps everything. @returns the module */
export const identity = <M extends Module>(module: M, name: string): M => apply(module, name, new Identity());

/** Prunes a number (or a fraction) of a parameter's entries at random. @returns the module */
export const random_unstructured = <M extends Module>(module: M, name: string, amount: Named<{ amount: number }>): M =>
  apply(module, name, new RandomUnstructured(amount as number));

/** Prunes the entries with the least absolute value, or the least importance. @returns the module */
export const l1_unstructured = <M extends Module>(
  module: M,
  name: string,
  amount: Named<{ amount: number } & Importance>,
  importance_scores: Tensor | Importance | null = null,
): M => apply(module, name, new L1Unstructured(amount as number), importance_scores as Tensor | null);

/** Prunes whole slices along a dim at random. @returns the module */
export const random_structured = <M extends Module>(
  module: M,
  name: string,
  amount: Named<{ amount: number; dim: number }>,
  dim?: Named<{ dim: number }>,
): M => apply(module, name, new RandomStructured(amount as number, dim as number));

/** Prunes the slices along a dim that have the least norm of order `n`. @returns the module */
export const ln_structured = <M extends Module>(
  module: M,
  name: string,
  amount: Named<{ amount: number; n: number | string; dim: number } & Importance>,
  n?: number | string | ({ n: number | string; dim: number } & Importance),
  dim?: Named<{ dim: number } & Importance>,
  importance_scores: Tensor | Importance | null = null,
): M => apply(module, name, new LnStructured(amount as number, n as number, dim as number), importance_scores as Tensor | null);

/** Prunes by a given mask. @returns the module */
export const custom_from_mask = <M extends Module>(module: M, name: string, mask: Tensor | { mask: Tensor }): M =>
  apply(module, name, new CustomFromMask(mask as Tensor));

type Method = new (amount: number) => BasePruningMethod;

interface Options {
  amount: number;
  importance_scores?: ReadonlyMap<readonly [Module, string], Tensor> | null;
}

/**
 * Prunes several parameters together, by one method over all their entries. @throws TypeError unless the method chooses
 * single entries
 */
export function global_unstructured(
  parameters: Iterable<readonly [module: Module, name: string]>,
  pruning_method: Method | (Options & { pruning_method: Method }),
  given?: Options,
): void {
  const all = [...parameters];
  const options = given ?? (pruning_method as Options);
  const made = 'pruning_method' in pruning_method ? pruning_method.pruning_method : pruning_method;
  const method = new made(options.amount);
  if (method.PRUNING_TYPE !== 'unstructured') {
    throw new TypeError_(
      `Only "unstructured" PRUNING_TYPE supported for the \`pruning_method\`. Found method ${made.name} of type ${method.PRUNING_TYPE}`,
    );
  }
  const mask = quietly(() => {
    const tensors = all.map(([module, name]) => fieldsOf(module)[name] as Tensor);
    const masks = all.map(([module, name], i) => (fieldsOf(module)[`${name}_mask`] as Tensor | undefined) ?? ones_like(tensors[i]));
    const scores = all.map((key, i) => options.importance_scores?.get(key) ?? tensors[i]);
    const flat = (list: readonly Tensor[]) => cat(list.map((t) => t.detach().reshape([-1])));
    return new PruningContainer(method).compute_mask(flat(scores), flat(masks));
  });
  let at = 0;
  for (const [module, name] of all) {
    const { sizes } = fieldsOf(module)[name] as Tensor;
    const count = numel(sizes);
    custom_from_mask(module, name, mask.narrow(0, at, count).reshape(sizes));
    at += count;
  }
}

/**
 * Makes a pruned parameter an ordinary one again; its zeros stay. @throws ValueError for a parameter that is not pruned
 * @returns the module
 */
export function remove<M extends Module>(module: M, name: string): M {
  const applied = pruned.get(module)?.get(name);
  if (!applied) {
    throw new ValueError(`Parameter '${name}' of module ${String(module)} has to be pruned before pruning can be removed`);
  }
  applied.handle.remove();
  applied.method.remove(module);
  pruned.get(module)!.delete(name);
  return module;
}

/** True when a tensor of a module, or of a module inside, is pruned. @throws TypeError for a value that is no module */
export function is_pruned(module: Module): boolean {
  if (!(module instanceof Module)) throw new TypeError_('is_pruned takes a module');
  return module.modules().some((one) => (pruned.get(one)?.size ?? 0) > 0);
}
