import { RuntimeError, TypeError_ } from '../errors.js';
import { quietly } from '../quietly.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import type { Module } from './module.js';
import { isUninitialized } from './uninitialized.js';
import { namedChildren, ownBuffers, ownParameters } from './moduleState.js';

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

export function collectState(module: Module, prefix: string, into: StateDict): StateDict {
  fromModules.add(into);
  for (const [name, tensor] of ownState(module)) into[prefix + name] = quietly(() => tensor.detach());
  for (const [name, child] of namedChildren(module)) collectState(child, `${prefix}${name}.`, into);
  return into;
}

class Loading {
  readonly missing: string[] = [];
  readonly unexpected: string[] = [];
  readonly problems: string[] = [];

  constructor(private readonly given: Readonly<Record<string, unknown>>) {}

  load(module: Module, prefix: string): void {
    const state = ownState(module);
    const children = namedChildren(module);
    for (const [name, target] of state) {
      const key = prefix + name;
      if (key in this.given) this.copy(key, target);
      else if (name !== 'num_batches_tracked' || fromModules.has(this.given)) this.missing.push(key);
    }
    const known = new Set([...state, ...children].map(([name]) => name));
    for (const key of Object.keys(this.given)) {
      if (key.startsWith(prefix) && !known.has(key.slice(prefix.length).split('.', 1)[0])) this.unexpected.push(key);
    }
    for (const [name, child] of children) this.load(child, `${prefix}${name}.`);
  }

  private copy(key: string, target: Tensor): void {
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
    target.copy_(source as Tensor);
  }
}

const quoted = (keys: readonly string[]): string => keys.map((k) => `"${k}"`).join(', ');

/**
 * Loads a state into a module. @throws RuntimeError that lists every key that is missing, unknown or of another size
 */
export function loadState(module: Module, given: Readonly<Record<string, unknown>>, strict: boolean): IncompatibleKeys {
  if (typeof given !== 'object' || given === null || given instanceof Tensor) {
    throw new TypeError_(`Expected state_dict to be dict-like, got ${given === null ? 'NoneType' : typeof given}.`);
  }
  const loading = new Loading(given);
  quietly(() => loading.load(module, ''));
  const { missing, unexpected, problems } = loading;
  if (strict && unexpected.length > 0) problems.unshift(`Unexpected key(s) in state_dict: ${quoted(unexpected)}. `);
  if (strict && missing.length > 0) problems.unshift(`Missing key(s) in state_dict: ${quoted(missing)}. `);
  if (problems.length > 0) {
    throw new RuntimeError(`Error(s) in loading state_dict for ${module.constructor.name}:\n\t${problems.join('\n\t')}`);
  }
  return new IncompatibleKeys(missing, unexpected);
}
