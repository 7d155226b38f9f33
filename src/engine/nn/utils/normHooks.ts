/**
 * The older `weight_norm` and `spectral_norm`, without parametrizations: a hook computes the weight before each call.
 */
import { RuntimeError, ValueError } from '../../errors.js';
import type { ClassArguments } from '../../generated/classes.js';
import * as F from '../../generated/functional.js';
import { _weight_norm, mv, norm_except_dim } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import type { Module } from '../module.js';
import type { ForwardPreHook } from '../moduleState.js';
import { Parameter } from '../parameter.js';
import { field, takeOut } from './parametrizationList.js';
import type { OnModule } from './parametrize.js';
import { asMatrix, direction, outputDim, spectralNormOf } from './spectral.js';

interface Norm {
  readonly kind: 'weight_norm' | 'spectral_norm';
  readonly name: string;
  /** Computes the present weight. With `isLast` (when the norm is removed) it does not refine its estimate. */
  readonly weight: (module: Module, isLast: boolean) => Tensor;
  /** Suffixes of the name: the fields from which the weight is computed have these names. */
  readonly parts: readonly string[];
}

/** The hooks that are norms. */
const norms = new WeakMap<ForwardPreHook, Norm>();

const tensorAt = (module: Module, name: string): Tensor => field(module, name) as Tensor;

function parameterOf(module: Module, kind: Norm['kind'], name: string): Parameter {
  const isThere = module._state.preHooks.some((hook) => norms.get(hook)?.kind === kind && norms.get(hook)?.name === name);
  if (isThere) throw new RuntimeError(`Cannot register two ${kind} hooks on the same parameter ${name}`);
  const weight = field(module, name);
  if (!(weight instanceof Parameter)) throw new ValueError(`Module '${String(module)}' has no parameter with name '${name}'`);
  return weight;
}

function hang(module: Module, norm: Norm): void {
  // The hook gets its module as an argument: a copy of the module has the same hook.
  const compute: ForwardPreHook = (owner: Module) => {
    Object.assign(owner, { [norm.name]: norm.weight(owner, false) });
  };
  norms.set(compute, norm);
  module.register_forward_pre_hook(compute);
}

/** Removes the hook that computes the weight. @throws ValueError when there is none of this kind */
function unhang(module: Module, kind: Norm['kind'], name: string): Module {
  const { preHooks } = module._state;
  const at = preHooks.findIndex((hook) => norms.get(hook)?.kind === kind && norms.get(hook)?.name === name);
  if (at < 0) throw new ValueError(`${kind} of '${name}' not found in ${String(module)}`);
  const [hook] = preHooks.splice(at, 1);
  const norm = norms.get(hook)!;
  const value = quietly(() => norm.weight(module, true)).detach();
  for (const part of norm.parts) takeOut(module, name + part);
  takeOut(module, name);
  module.register_parameter(name, new Parameter(value));
  return module;
}

const WEIGHT_NORM = "weight_norm(Module module, str name='weight', int? dim=0)";

/**
 * Learns the norm of a weight (`weight_g`) and its direction (`weight_v`) separately, as `torch.nn.utils.weight_norm`.
 * The newer form is `torch.nn.utils.parametrizations.weight_norm`.
 * @throws RuntimeError where the weight has such a hook already @returns the module
 */
export const weight_norm = ((...args: unknown[]): Module => {
  const { module, name, dim } = readArguments(WEIGHT_NORM, args);
  const weight = parameterOf(module, 'weight_norm', name);
  takeOut(module, name);
  module.register_parameter(`${name}_g`, new Parameter(quietly(() => norm_except_dim(weight, 2, dim ?? -1)).detach()));
  module.register_parameter(`${name}_v`, new Parameter(weight.detach()));
  const compute = (owner: Module) => _weight_norm(tensorAt(owner, `${name}_v`), tensorAt(owner, `${name}_g`), dim ?? -1);
  Object.assign(module, { [name]: quietly(() => compute(module)) });
  hang(module, { kind: 'weight_norm', name, weight: compute, parts: ['_g', '_v'] });
  return module;
}) as unknown as OnModule<ClassArguments['weight_norm']>;

const SPECTRAL_NORM = "spectral_norm(Module module, str name='weight', int n_power_iterations=1, float eps=1e-12, int? dim=None)";

/**
 * Divides a weight by its greatest singular value, as `torch.nn.utils.spectral_norm`. Each call in training mode
 * refines the estimate of that value. The newer form is `torch.nn.utils.parametrizations.spectral_norm`.
 * @throws RuntimeError where the weight has such a hook already @returns the module
 */
export const spectral_norm = ((...args: unknown[]): Module => {
  const given = readArguments(SPECTRAL_NORM, args);
  const { module, name, n_power_iterations, eps } = given;
  if (n_power_iterations <= 0)
    throw new ValueError(`Expected n_power_iterations to be positive, but got n_power_iterations=${n_power_iterations}`);
  const dim = given.dim ?? outputDim(module);
  const weight = parameterOf(module, 'spectral_norm', name);
  const start = quietly(() => asMatrix(weight, dim));
  const [u, v] = start.sizes.map((n) => direction(start, n, eps));
  const unit = (t: Tensor) => F.normalize(t, { dim: 0, eps });
  const compute = (owner: Module, powers: number) => {
    const [whole, left, right] = ['_orig', '_u', '_v'].map((part) => tensorAt(owner, name + part));
    const matrix = asMatrix(whole, dim);
    quietly(() => {
      for (let i = 0; i < powers; i++) {
        right.copy_(unit(mv(matrix.t(), left)));
        left.copy_(unit(mv(matrix, right)));
      }
    });
    return whole.div(spectralNormOf(matrix, left, right));
  };
  takeOut(module, name);
  module.register_parameter(`${name}_orig`, weight);
  Object.assign(module, { [name]: weight.data });
  module.register_buffer(`${name}_u`, u);
  module.register_buffer(`${name}_v`, v);
  hang(module, {
    kind: 'spectral_norm',
    name,
    weight: (owner, isLast) => compute(owner, owner.training && !isLast ? n_power_iterations : 0),
    parts: ['_orig', '_u', '_v'],
  });
  return module;
}) as unknown as OnModule<ClassArguments['spectral_norm']>;

const REMOVE = "remove_norm(Module module, str name='weight')";

/** Makes the weight an ordinary parameter again, as `torch.nn.utils.remove_weight_norm`. @throws ValueError without a norm @returns the module */
export const remove_weight_norm = <M extends Module>(module: M, name = 'weight'): M => {
  const given = readArguments(REMOVE, [module, name]);
  return unhang(given.module, 'weight_norm', given.name) as M;
};

/** Makes the weight an ordinary parameter again, as `torch.nn.utils.remove_spectral_norm`. @throws ValueError without a norm @returns the module */
export const remove_spectral_norm = <M extends Module>(module: M, name = 'weight'): M => {
  const given = readArguments(REMOVE, [module, name]);
  return unhang(given.module, 'spectral_norm', given.name) as M;
};
