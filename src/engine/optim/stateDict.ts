import { KeyError, ValueError } from '../errors.js';
import { float32, float64, getDefaultDType } from '../dtype.js';
import { full } from '../generated/torch.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import type { ParamGroup, ParamState } from './optimizer.js';

/** An optimizer's options and state; numbers stand for parameters, in the order of the groups. */
export interface OptimizerStateDict {
  state: Record<number, ParamState>;
  param_groups: (Record<string, unknown> & { params: number[] })[];
}

/** Numbers of an optimizer's state that PyTorch keeps as tensors without dims: `tensor(16.)`. */
const KEPT_AS_TENSORS = new Set(['step', 'mu_product', 'eta', 'mu']);

const asTensor = (value: number): Tensor => quietly(() => full([], value, { dtype: getDefaultDType() === float64 ? float64 : float32 }));

/** The states with plain numbers, by the states that programs see. */
const kept = new WeakMap<ParamState, ParamState>();

/**
 * A state as a program sees it: numbers that PyTorch keeps as tensors are read as tensors, and may be set to tensors;
 * all else is unchanged.
 */
export function shownState(state: ParamState): ParamState {
  const shown: ParamState = new Proxy(state, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'number' && KEPT_AS_TENSORS.has(name as string) ? asTensor(value) : value;
    },
    set: (target, name, value) =>
      Reflect.set(target, name, KEPT_AS_TENSORS.has(name as string) && value instanceof Tensor ? value.item() : value),
  });
  kept.set(shown, state);
  return shown;
}

/** The state of `param` with plain numbers, empty before its first step. */
export function stateFor(states: Map<Tensor, ParamState>, param: Tensor): ParamState {
  const shown = states.get(param);
  const state = shown && kept.get(shown);
  if (state) return state;
  // Values that a program put into the state itself are kept.
  const made: ParamState = {};
  const own = shownState(made);
  states.set(param, Object.assign(own, shown));
  return made;
}

export function packState(groups: readonly ParamGroup<object>[], states: ReadonlyMap<Tensor, ParamState>): OptimizerStateDict {
  const numbers = new Map<Tensor, number>();
  const param_groups = groups.map(({ params, ...options }) => {
    for (const p of params) if (!numbers.has(p)) numbers.set(p, numbers.size);
    return { ...options, params: params.map((p) => numbers.get(p)!) };
  });
  const state = Object.fromEntries(
    [...states].map(([p, value]): [number, ParamState] => [
      numbers.get(p)!,
      value instanceof Map ? Object.fromEntries(value as Map<string, ParamState[string]>) : { ...value },
    ]),
  );
  return { state, param_groups };
}

/** A copy of a saved value; tensors get the dtype of the parameter. */
function copyFor(param: Tensor, value: unknown): unknown {
  if (value instanceof Tensor)
    return value
      .detach()
      .clone()
      .to(param.dtype.is_floating_point ? param.dtype : value.dtype);
  return Array.isArray(value) ? value.map((v) => copyFor(param, v)) : value;
}

const restored = (param: Tensor, name: string, value: unknown): unknown =>
  KEPT_AS_TENSORS.has(name) && value instanceof Tensor ? value.item() : copyFor(param, value);

export function loadState(groups: ParamGroup<object>[], states: Map<Tensor, ParamState>, saved: OptimizerStateDict): void {
  const isWhole = Array.isArray(saved.param_groups) && saved.param_groups.every((group) => Array.isArray(group?.params));
  if (!isWhole || typeof saved.state !== 'object' || saved.state === null) {
    throw new KeyError("a state dict of an optimizer has 'state' and 'param_groups': load what state_dict() returned");
  }
  if (groups.length !== saved.param_groups.length) throw new ValueError('loaded state dict has a different number of parameter groups');
  if (groups.some((g, i) => g.params.length !== saved.param_groups[i].params.length)) {
    throw new ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group");
  }
  const paramOf = new Map<number, Tensor>();
  groups.forEach((group, i) => {
    saved.param_groups[i].params.forEach((number, j) => paramOf.set(number, group.params[j]));
    Object.assign(group, saved.param_groups[i], { params: group.params });
  });
  states.clear();
  quietly(() => {
    for (const [number, values] of Object.entries(saved.state)) {
      const param = paramOf.get(Number(number));
      if (!param) continue;
      states.set(param, shownState(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, restored(param, key, value)]))));
    }
  });
}
