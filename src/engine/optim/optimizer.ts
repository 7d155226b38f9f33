import { isLeaf } from '../tensor/state.js';
import { withGradMode } from '../autograd/gradMode.js';
import { NotImplementedError_, RuntimeError, TypeError_, ValueError } from '../errors.js';
import { fused } from '../backends/dispatch.js';
import type { Sweep } from '../kernels/sweeps.js';
import type { UpdateOptions } from '../kernels/updates.js';
import { view_as_complex, view_as_real } from '../generated/torch.js';
import { observer, willWrite } from '../tensor/observe.js';
import { clearGradients } from '../nn/module.js';
import { py, pyFloat } from '../nn/pythonText.js';
import { readArguments, signatureOf, spelled } from '../nn/arguments.js';
import { signatureAt, signed, type SignedClass } from '../nn/configured.js';
import type { Signed, Values } from '../nn/signatureTypes.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { addHook, type Handle } from '../nn/moduleState.js';
import { isFloatAt } from '../ops/floats.js';
import { quietly } from '../quietly.js';
import { Tensor } from '../tensor/tensor.js';
import { loadState, packState, stateFor, type OptimizerStateDict } from './stateDict.js';

/** The parameters of an optimizer: tensors, or groups of tensors with their own options. */
export type Params = Iterable<Tensor> | Iterable<ParamGroupOptions>;

declare module '../nn/signatureTypes.js' {
  interface SignatureTypes {
    'Iterable[dict]': Iterable<ParamGroupOptions>;
  }
}

/** Some parameters, with options that differ from those of the optimizer. */
export interface ParamGroupOptions {
  params: Tensor | Iterable<Tensor>;
  [option: string]: unknown;
}

/** A group in the optimizer: every option has a value. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- groups may have options of their own
export type ParamGroup<Options> = { -readonly [K in keyof Options]: Options[K] } & { params: Tensor[]; [option: string]: any };

/** The data that an optimizer keeps for one parameter between steps. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whoever writes an optimizer knows what it keeps
export type ParamState = Record<string, any>;

/** The states of parameters: one that has none gets an empty one when it is asked for, as in PyTorch's `optimizer.state[p]`. */
class States extends Map<Tensor, ParamState> {
  override get(param: Tensor): ParamState {
    const found = super.get(param);
    if (found) return found;
    const made: ParamState = {};
    this.set(param, made);
    return made;
  }
}

/**
 * The base of all optimizers, as `torch.optim.Optimizer`: holds parameters in groups and changes
 * them by their gradients at each `step()`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an optimizer that a person writes has whatever options it gives
export abstract class Optimizer<Options extends object = any> {
  param_groups: ParamGroup<Options>[] = [];
  readonly state = new States();
  readonly defaults: Options;
  /** How often `step` was called since a scheduler started to count. @internal */
  _step_count = 0;
  /** The arguments of the constructor, in PyTorch's notation. */
  static readonly signature: string = 'Optimizer(Iterable[Tensor]|Iterable[dict] params, any defaults)';

  constructor(params: Params, defaults: Options) {
    this.defaults = defaults;
    for (const group of groupsOf(params)) this.add_param_group(group);
  }

  /**
   * Changes the parameters by their gradients.
   * @param closure computes the loss again, if given
   * @returns what the closure returned
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an optimizer that a person writes takes its own kind of closure
  step(_closure?: (() => any) | null): any {
    throw new NotImplementedError_('An optimizer of its own implements step().');
  }

  /** The state of `param`, as plain numbers and tensors; empty before its first step. */
  protected stateOf(param: Tensor): ParamState {
    return stateFor(this.state, param);
  }

  /** Sets the gradients to null, or to zero. */
  zero_grad(set_to_none: boolean | { set_to_none?: boolean } = true): void {
    const toNone = typeof set_to_none === 'boolean' ? set_to_none : (set_to_none.set_to_none ?? true);
    const params = this.param_groups.flatMap((g) => g.params);
    clearGradients(params, toNone);
    observer()?.gradientsCleared?.(params);
  }

  /** Adds parameters with their own options. @throws ValueError, TypeError for values that cannot be optimized */
  add_param_group(group: ParamGroupOptions): void {
    if (!isPlainObject(group)) throw new TypeError_('param group must be a dict');
    if (group.params instanceof Set) {
      throw new TypeError_(
        'optimizer parameters need to be organized in ordered collections, but the ordering of tensors in sets will change between runs. Please use a list instead.',
      );
    }
    if (typeof group.params !== 'object' || group.params === null || !(Symbol.iterator in group.params)) {
      throw new TypeError_(`the params of a group should be a tensor or an iterable of tensors, but got ${pythonType(group.params)}`);
    }
    const params: Tensor[] = group.params instanceof Tensor ? [group.params] : [...group.params];
    for (const param of params) {
      if (!(param instanceof Tensor)) {
        throw new TypeError_(`optimizer can only optimize Tensors, but one of the params is ${pythonType(param)}`);
      }
      if (!isLeaf(param) && !param.retains_grad) throw new ValueError("can't optimize a non-leaf Tensor");
    }
    // The group's own options come first, as in PyTorch, which prints them in this order.
    const own = { ...group, params };
    const complete = { ...own, ...this.defaults, ...own } as ParamGroup<Options>;
    if ('lr' in complete && complete.lr === null) {
      throw new ValueError("parameter group didn't specify a value of required optimization parameter lr");
    }
    const known = new Set(this.param_groups.flatMap((g) => g.params));
    if (params.some((p) => known.has(p))) throw new ValueError('some parameters appear in more than one parameter group');
    this.param_groups.push(complete);
  }

  /** Options and state as plain objects; parameters are numbered in the order of the groups. */
  state_dict(): OptimizerStateDict {
    return packState(this.param_groups, this.state);
  }

  /** Loads the result of `state_dict()` from an optimizer with the same groups. @throws ValueError for other groups */
  load_state_dict(state_dict: OptimizerStateDict): void {
    loadState(this.param_groups, this.state, state_dict);
  }

  toString(): string {
    const groups = this.param_groups.map((group, i) => {
      const options = Object.keys(group)
        .filter((key) => key !== 'params')
        .sort()
        .map((key) => `    ${key}: ${optionText(this, key, group)}\n`);
      return `\nParameter Group ${i}\n${options.join('')}`;
    });
    return `${this.constructor.name} (${groups.join('')})`;
  }
}

const asParts = (t: Tensor): Tensor => (t.is_complex() ? view_as_real(t.resolve_conj()) : t);

/** The parts of numbers like those of a complex parameter, as complex numbers; any other tensor itself. */
const asWhole = (t: Tensor, like: Tensor): Tensor =>
  !t.is_complex() && t.sizes.length === like.sizes.length + 1 && t.sizes.at(-1) === 2 ? view_as_complex(t) : t;

/** An optimizer that changes each parameter by that parameter's gradient alone. */
export abstract class ParameterWise<Options extends object> extends Optimizer<Options> {
  constructor(...args: unknown[]) {
    const { params, ...options } = readArguments(signatureAt<'(Iterable[Tensor]|Iterable[dict] params)'>(new.target), args);
    const { settle } = new.target.prototype as unknown as { settle(options: unknown): Options };
    refuse(options, 'capturable', 'differentiable');
    const { foreach = null, fused = null } = options as { foreach?: boolean | null; fused?: boolean | null };
    if (foreach && fused) throw new RuntimeError('`fused` and `foreach` cannot be `True` together.');
    super(params, settle(options));
  }

  /**
   * The options of groups that do not set their own, from the arguments of the constructor. ¶ @throws ValueError for
   * options out of range
   */
  protected abstract settle(given: Options): Options;

  /** True when a gradient may be sparse. */
  protected readonly takesSparse: boolean = false;
  /** The name of the optimizer that PyTorch makes this one of. */
  protected readonly base: string | null = null;
  /** PyTorch's advice in the error for a sparse gradient. */
  protected readonly instead: string = '';

  /** Changes one parameter by its gradient. */
  protected abstract update(param: Tensor, grad: Tensor, state: ParamState, group: ParamGroup<Options>): void;

  /**
   * Changes every parameter that has a gradient.
   * @param closure computes the loss again, if given
   * @returns what the closure returned
   */
  override step<T>(closure?: (() => T) | null): T | null {
    this._step_count++;
    for (const hook of [...this.preHooks]) hook(this, closure ? [closure] : [], {});
    const loss = closure ? withGradMode(true, closure) : null;
    observer()?.optimizerStep?.(this.param_groups.flatMap(({ params }) => params));
    quietly(() => {
      for (const group of this.param_groups) {
        for (const param of group.params) {
          if (param.grad?.is_sparse && !this.takesSparse)
            throw new RuntimeError(`${this.base ?? this.constructor.name} does not support sparse gradients${this.instead}`);
          if (!param.grad) continue;
          const state = this.stateOf(param);
          if (!param.is_complex()) {
            this.update(param, param.grad, state, group);
            continue;
          }
          // Optimizers treat a complex number as two real numbers.
          for (const [name, kept] of Object.entries(state)) if (kept instanceof Tensor) state[name] = asParts(kept);
          this.update(asParts(param), asParts(param.grad), state, group);
          for (const [name, kept] of Object.entries(state)) if (kept instanceof Tensor) state[name] = asWhole(kept, param);
        }
      }
    });
    for (const hook of [...this.postHooks]) hook(this, closure ? [closure] : [], {});
    return loss;
  }

  private readonly preHooks: StepHook[] = [];
  private readonly postHooks: StepHook[] = [];

  /** Calls `hook(optimizer, args, kwargs)` before each step. */
  register_step_pre_hook(hook: StepHook): Handle {
    return addHook(this.preHooks, hook);
  }

  /** Calls `hook(optimizer, args, kwargs)` after each step. */
  register_step_post_hook(hook: StepHook): Handle {
    return addHook(this.postHooks, hook);
  }
}

type StepHook = (optimizer: Optimizer, args: unknown[], kwargs: object) => unknown;

/** The options in a signature: all arguments except the parameters. */
export type OptionsOf<S extends string> = Omit<Values<S>, 'params'>;

/** The type of the groups of an optimizer with this signature. */
export type GroupOf<C extends Signed> = ParamGroup<OptionsOf<C['signature']>>;

/**
 * The base of an optimizer that changes each parameter by that parameter's gradient alone; the signature states its
 * options.
 */
export const optimizer = <const S extends string>(signature: S): SignedClass<S, ParameterWise<OptionsOf<S>>> =>
  signed<S, ParameterWise<OptionsOf<S>>>(signature, ParameterWise);

/** True for a whole number that a scheduler computed: it is a float. */
const isComputed = (group: { [key: string]: unknown }, key: string): boolean =>
  key === 'lr' && 'initial_lr' in group && Number.isInteger(group['lr']) && group['lr'] !== group['initial_lr'];

/** An option of a group as the printed optimizer shows it. */
function optionText(of: { readonly defaults: object }, key: string, group: { [key: string]: unknown }): string {
  const signature = signatureAt<string>(of.constructor) as string | undefined;
  const value = group[key];
  const at = signature === undefined ? -1 : signatureOf(signature).parameters.findIndex(({ name }) => name === key);
  if (typeof value === 'number' && (isFloatAt(of, key) || isFloatAt(of, at) || isFloatAt(of.defaults, key))) return pyFloat(value);
  return `${shown(signature ?? '', key, value)}${isComputed(group, key) ? '.0' : ''}`;
}

/**
 * An option as text: strings have no quotes; an option `initial_…`, which a scheduler adds, is written like the
 * original option.
 */
const shown = (signature: string, key: string, value: unknown): string =>
  typeof value === 'string' ? value : spelled(signature, key.replace(/^initial_/, ''), value);

function groupsOf(params: Params): ParamGroupOptions[] {
  if (params instanceof Tensor || typeof params !== 'object' || params === null || !(Symbol.iterator in params)) {
    throw new TypeError_(
      `params argument given to the optimizer should be an iterable of Tensors or dicts, but got ${params instanceof Tensor ? `torch.${params.dtype.scalarName}Tensor` : pythonType(params)}`,
    );
  }
  const list = [...params];
  if (list.length === 0) throw new ValueError('optimizer got an empty parameter list');
  return isPlainObject(list[0]) ? (list as ParamGroupOptions[]) : [{ params: list as Tensor[] }];
}

/** @throws RuntimeError for options of PyTorch that are not supported here */
function refuse(options: object, ...names: string[]): void {
  for (const name of names) {
    if ((options as Record<string, unknown>)[name]) throw new RuntimeError(`The option '${name}' of optimizers is not supported.`);
  }
}

/** Throws PyTorch's error unless a number is at least 0 (NaN is not). */
export function checkNotNegative(what: string, value: number): void {
  if (!(value >= 0)) throw new ValueError(`Invalid ${what}: ${py(value)}`);
}

/** Throws the error of PyTorch's newer optimizers unless an option is in its range. */
export function checkRange(isRight: boolean, what: string, range: string, value: unknown): void {
  if (!isRight) throw new ValueError(`${what} should be ${range} but is: ${py(value)}`);
}

interface DirectionOptions {
  maximize?: boolean;
  lr: number;
  weight_decay: number;
  decoupled_weight_decay?: boolean;
}

/**
 * The gradient for the step, negated when maximizing, with weight decay added; with decoupled decay, the parameter
 * itself shrinks.
 */
export function direction(grad: Tensor, param: Tensor, options: DirectionOptions): Tensor {
  const { maximize = false, lr, weight_decay, decoupled_weight_decay = false } = options;
  const g = maximize ? grad.neg() : grad;
  if (weight_decay === 0) return g;
  if (!decoupled_weight_decay) return g.add(param, { alpha: weight_decay });
  param.mul_(1 - lr * weight_decay);
  return g;
}

/** The options of `direction` in the form that a sweep takes. */
export const updateOptions = ({ maximize = false, weight_decay, decoupled_weight_decay = false }: DirectionOptions): UpdateOptions => ({
  maximize,
  decay: weight_decay === 0 ? 'none' : decoupled_weight_decay ? 'parameter' : 'gradient',
});

/**
 * Runs a step as one sweep. Returns false when the backend cannot: nothing was changed then, and the step must run as
 * operations.
 */
export function sweepAtOnce(sweep: Sweep, arrays: readonly Tensor[], params: readonly number[]): boolean {
  for (const [to] of sweep.writes) willWrite(arrays[to].storage);
  if (arrays.some((t) => t.is_sparse) || !fused('sweep', sweep, arrays, params)) return false;
  for (const [to] of sweep.writes) arrays[to].version.current++;
  return true;
}

/** @throws ValueError unless both betas are in [0, 1) */
export function checkBetas(betas: readonly number[]): void {
  betas.forEach((beta, i) => {
    if (!(beta >= 0 && beta < 1)) throw new ValueError(`Invalid beta parameter at index ${i}: ${pyFloat(beta)}`);
  });
}
