import { AssertionError, RuntimeError, TypeError_ } from '../errors.js';
import { quietly } from '../quietly.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import type { Module } from './module.js';
import { Parameter } from './parameter.js';
import { isUninitialized } from './uninitialized.js';
import { type LoadPreHook, namedChildren, ownBuffers, ownParameters } from './moduleState.js';

/** Parameters and persistent buffers by their qualified names. */
export type StateDict = Record<string, Tensor>;

/** The keys that `load_state_dict` found missing or did not know. */
export class IncompatibleKeys extends Array<string[]> {
  constructor(
    readonly missing_keys: string[],
    readonly unexpected_keys: string[],
  ) {
    super(missing_keys, unexpected_keys);
  }

  /** What `map` and its kind return is a plain list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  override toString(): string {
    if (this.missing_keys.length === 0 && this.unexpected_keys.length === 0) return '<All keys matched successfully>';
    const list = (keys: string[]) => `[${keys.map((k) => `'${k}'`).join(', ')}]`;
    return `_IncompatibleKeys(missing_keys=${list(this.missing_keys)}, unexpected_keys=${list(this.unexpected_keys)})`;
  }
}

/**
 * Dictionaries that modules returned: they have `num_batches_tracked`. A plain dictionary may lack it, since older
 * modules did not count batches.
 */
const fromModules = new WeakSet<object>();

const ownState = (module: Module) => [...ownParameters(module), ...ownBuffers(module, true)];

export interface LoadOptions {
  strict?: boolean;
  /** True: parameters and buffers become those of the state, instead of taking their numbers. */
  assign?: boolean;
}

export interface StateOptions {
  destination?: StateDict;
  prefix?: string;
  keep_vars?: boolean;
}

/** What PyTorch says of the form of a module's state. */
const metadataOf = (module: Module) => ({ version: '_version' in module ? module._version : 1 });

export function collectState(module: Module, prefix: string, into: StateDict, isOwn: boolean): StateDict {
  fromModules.add(into);
  const { statePreHooks, statePostHooks } = module._state;
  for (const hook of [...statePreHooks]) hook(module, prefix, isOwn);
  for (const [name, tensor] of ownState(module)) into[prefix + name] = isOwn ? tensor : quietly(() => tensor.detach());
  for (const [name, child] of namedChildren(module)) collectState(child, `${prefix}${name}.`, into, isOwn);
  for (const hook of [...statePostHooks]) {
    const returned: unknown = hook(module, into, prefix, metadataOf(module));
    if (returned !== undefined && returned !== null) throw new RuntimeError('state_dict post-hook must return None');
  }
  return into;
}

const notNew =
  'Hooks registered with ``register_load_state_dict_post_hook`` are not expected to return new values, if incompatible_keys need to be modified, it should be done inplace.';

class Loading {
  readonly keys = new IncompatibleKeys([], []);
  readonly problems: string[] = [];

  /** @param given a copy, which hooks may change */
  constructor(
    private readonly given: Record<string, unknown>,
    private readonly isFromModule: boolean,
    private readonly assigns: boolean,
  ) {}

  load(module: Module, prefix: string): void {
    const { loadPreHooks, loadPostHooks } = module._state;
    if (loadPreHooks.length > 0) this.prepare(module, prefix, [...loadPreHooks]);
    this.loadOwn(module, prefix);
    for (const [name, child] of namedChildren(module)) this.load(child, `${prefix}${name}.`);
    for (const hook of [...loadPostHooks]) {
      const returned: unknown = hook(module, this.keys);
      if (returned !== undefined && returned !== null) throw new AssertionError(notNew);
    }
  }

  /** Calls hooks with the part of the state that is for a module. */
  private prepare(module: Module, prefix: string, hooks: readonly LoadPreHook[]): void {
    const part = Object.fromEntries(Object.entries(this.given).filter(([key]) => key.startsWith(prefix))) as StateDict;
    const before = Object.keys(part);
    const { missing_keys: missing, unexpected_keys: unexpected } = this.keys;
    for (const hook of hooks)
      hook(module, part, prefix, this.isFromModule ? metadataOf(module) : {}, true, missing, unexpected, this.problems);
    for (const key of before) if (!(key in part)) delete this.given[key];
    Object.assign(this.given, part);
  }

  private loadOwn(module: Module, prefix: string): void {
    const state = ownState(module);
    const children = namedChildren(module);
    for (const [name, target] of state) {
      const key = prefix + name;
      if (key in this.given) this.copy(module, name, key, target);
      else if (name !== 'num_batches_tracked' || this.isFromModule) this.keys.missing_keys.push(key);
    }
    const known = new Set([...state, ...children].map(([name]) => name));
    for (const key of Object.keys(this.given)) {
      if (key.startsWith(prefix) && !known.has(key.slice(prefix.length).split('.', 1)[0])) this.keys.unexpected_keys.push(key);
    }
  }

  private copy(module: Module, name: string, key: string, target: Tensor): void {
    let source = this.given[key];
    if (!(source instanceof Tensor)) {
      this.problems.push(
        `While copying the parameter named "${key}", expected torch.Tensor or Tensor-like object from checkpoint but received ${typeof source}`,
      );
      return;
    }
    if (isUninitialized(target) && !isUninitialized(source)) target.materialize(source.sizes);
    if (target.sizes.length === 0 && source.sizes.length === 1 && source.sizes[0] > 0) source = source.select(0, 0);
    if (!sameSizes((source as Tensor).sizes, target.sizes)) {
      this.problems.push(
        `size mismatch for ${key}: copying a param with shape ${String((source as Tensor).shape)} from checkpoint, ` +
          `the shape in current model is ${String(target.shape)}.`,
      );
      return;
    }
    if (this.assigns) module.put(name, assigned(source as Tensor, target));
    else target.copy_(source as Tensor);
  }
}

/** What takes the place of `target`: for a parameter, a parameter. */
function assigned(source: Tensor, target: Tensor): Tensor {
  if (!(target instanceof Parameter)) return source;
  return source instanceof Parameter ? source.requires_grad_(target.requires_grad) : new Parameter(source, target.requires_grad);
}

const quoted = (keys: readonly string[]): string => keys.map((k) => `"${k}"`).join(', ');

/**
 * Loads a state into a module. @throws RuntimeError that lists every key that is missing, unknown or of another size
 */
export function loadState(
  module: Module,
  given: Readonly<Record<string, unknown>>,
  { strict = true, assign = false }: LoadOptions,
): IncompatibleKeys {
  if (typeof given !== 'object' || given === null || given instanceof Tensor) {
    throw new TypeError_(`Expected state_dict to be dict-like, got ${given === null ? 'NoneType' : typeof given}.`);
  }
  const loading = new Loading({ ...given }, fromModules.has(given), assign);
  quietly(() => loading.load(module, ''));
  const { keys, problems } = loading;
  const { missing_keys: missing, unexpected_keys: unexpected } = keys;
  if (strict && unexpected.length > 0) problems.unshift(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
  if (strict && missing.length > 0) problems.unshift(`Missing key(s) in state_dict: ${quoted(missing)}. `);
  if (problems.length > 0) {
    throw new RuntimeError(`Error(s) in loading state_dict for ${module.constructor.name}:\n\t${problems.join('\n\t')}`);
  }
  return keys;
}
