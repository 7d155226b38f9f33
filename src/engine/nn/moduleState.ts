import { KeyError, RuntimeError, TypeError_ } from '../errors.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';
import type { Module } from './module.js';
import { Buffer, Parameter } from './parameter.js';

export interface Handle {
  remove(): void;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- hooks see what forward takes and returns, which is any */
export type ForwardPreHook = (module: any, args: any[], kwargs?: any) => any;
export type ForwardHook = (module: any, args: any[], output: any, output_with_kwargs?: any) => any;
/* eslint-enable @typescript-eslint/no-explicit-any */
export type Gradients = (Tensor | null)[];
export type BackwardPreHook = (module: Module, grad_output: Gradients) => Gradients | Tensor | null | undefined | void;
export type BackwardHook = (module: Module, grad_input: Gradients, grad_output: Gradients) => Gradients | Tensor | null | undefined | void;

/** What `load_state_dict` missed and did not know; a hook may change the lists. */
interface Keys {
  readonly missing_keys: string[];
  readonly unexpected_keys: string[];
}
type State = Record<string, Tensor>;
/** What PyTorch's modules say of the form of their state. */
type Metadata = Record<string, unknown>;
/* eslint-disable @typescript-eslint/no-explicit-any -- the module, of which the hook knows more */
export type StatePreHook = (module: any, prefix: string, keep_vars: boolean) => void;
export type StatePostHook = (module: any, state_dict: State, prefix: string, local_metadata: Metadata) => void;
export type LoadPreHook = (
  module: any,
  state_dict: State,
  prefix: string,
  local_metadata: Metadata,
  strict: boolean,
  missing_keys: string[],
  unexpected_keys: string[],
  error_msgs: string[],
) => void;
export type LoadPostHook = (module: any, incompatible_keys: Keys) => void;
/* eslint-enable @typescript-eslint/no-explicit-any */

/**
 * The data of a module beside its fields. Parameters, buffers and children are the fields themselves, in the order in
 * which they were made.
 */
export class ModuleState {
  readonly buffers: Set<string>;
  readonly notPersistent: Set<string>;
  readonly preHooks: ForwardPreHook[];
  readonly hooks: ForwardHook[];
  readonly backwardPreHooks: BackwardPreHook[];
  readonly backwardHooks: BackwardHook[];
  readonly statePreHooks: StatePreHook[];
  readonly statePostHooks: StatePostHook[];
  readonly loadPreHooks: LoadPreHook[];
  readonly loadPostHooks: LoadPostHook[];

  constructor(like?: ModuleState) {
    this.buffers = new Set(like?.buffers);
    this.notPersistent = new Set(like?.notPersistent);
    this.preHooks = [...(like?.preHooks ?? [])];
    this.hooks = [...(like?.hooks ?? [])];
    this.backwardPreHooks = [...(like?.backwardPreHooks ?? [])];
    this.backwardHooks = [...(like?.backwardHooks ?? [])];
    this.statePreHooks = [...(like?.statePreHooks ?? [])];
    this.statePostHooks = [...(like?.statePostHooks ?? [])];
    this.loadPreHooks = [...(like?.loadPreHooks ?? [])];
    this.loadPostHooks = [...(like?.loadPostHooks ?? [])];
  }
}

export interface HookOptions {
  /** Whether the hook runs before those that are there. Default: false */
  prepend?: boolean;
  /** Whether a hook around `forward` gets the named arguments as an object of their own, behind `args`. Default: false */
  with_kwargs?: boolean;
}

const withKwargs = new WeakSet<ForwardPreHook | ForwardHook>();

/** The arguments of a call, and those of them that are named. */
function apart(given: unknown[]): [args: unknown[], kwargs: Record<string, unknown>] {
  const last = given.at(-1);
  return isPlainObject(last) ? [given.slice(0, -1), last] : [given, {}];
}

/** What a hook before `forward` makes of the arguments. */
export function argumentsAfter(hook: ForwardPreHook, module: Module, given: unknown[]): unknown[] {
  const isNamed = withKwargs.has(hook);
  const changed: unknown = isNamed ? hook(module, ...apart(given)) : hook(module, given);
  if (changed === undefined || changed === null) return given;
  if (!isNamed) return Array.isArray(changed) ? changed : [changed];
  if (!Array.isArray(changed) || changed.length !== 2 || !isPlainObject(changed[1]))
    throw new RuntimeError(`forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got ${pythonType(changed)}.`);
  const [args, kwargs] = changed as [unknown, object];
  return [...(Array.isArray(args) ? (args as unknown[]) : [args]), ...(Object.keys(kwargs).length > 0 ? [kwargs] : [])];
}

/** What a hook after `forward` makes of the output. */
export function outputAfter(hook: ForwardHook, module: Module, given: unknown[], output: unknown): unknown {
  const changed: unknown = withKwargs.has(hook) ? hook(module, ...apart(given), output) : hook(module, given, output);
  return changed ?? output;
}

/** Adds a hook to a list. @returns a handle that removes it */
export function addHook<T extends object>(hooks: T[], hook: T, options: boolean | HookOptions = false): Handle {
  const prepend = typeof options === 'boolean' ? options : options.prepend;
  if (typeof options !== 'boolean' && options.with_kwargs) withKwargs.add(hook as unknown as ForwardHook);
  if (prepend) hooks.unshift(hook);
  else hooks.push(hook);
  return {
    remove() {
      const at = hooks.indexOf(hook);
      if (at >= 0) hooks.splice(at, 1);
    },
  };
}

type Field<T> = [name: string, value: T];
const fields = (module: Module): Field<unknown>[] => Object.entries(module as object);

/** The module's own parameters, by name. */
export const ownParameters = (module: Module): Field<Parameter>[] =>
  fields(module).filter((f): f is Field<Parameter> => f[1] instanceof Parameter);

/** The module's own buffers, by name. */
export const ownBuffers = (module: Module, persistentOnly = false): Field<Tensor>[] =>
  fields(module).filter(
    (f): f is Field<Tensor> =>
      f[1] instanceof Tensor &&
      (f[1] instanceof Buffer || module._state.buffers.has(f[0])) &&
      !(persistentOnly && (f[1] instanceof Buffer ? !f[1].persistent : module._state.notPersistent.has(f[0]))),
  );

/** True when a value is a module. Does not use `instanceof`: the class is in a file that imports this one. */
const isModule = (value: unknown): value is Module =>
  typeof value === 'function' && (value as Partial<Module>)._state instanceof ModuleState;

/** The direct children of a module, by name. The trace uses these names for modules. */
export const namedChildren = (module: Module): Field<Module>[] => fields(module).filter((f): f is Field<Module> => isModule(f[1]));

/** Checks the name under which a module registers a field. @throws TypeError, KeyError as PyTorch */
export function checkName(
  kind: 'parameter' | 'buffer' | 'module',
  module: Module,
  name: unknown,
  isSame: (value: unknown) => boolean,
): void {
  if (typeof name !== 'string') throw new TypeError_(`${kind} name should be a string. Got ${pythonType(name)}`);
  if (name.includes('.')) throw new KeyError(`${kind} name can't contain "."${kind === 'module' ? `, got: ${name}` : ''}`);
  if (name === '') throw new KeyError(`${kind} name can't be empty string ""`);
  if (!(name in module)) return;
  const value = (module as unknown as Record<string, unknown>)[name];
  // A field that a class only declares (`mask!: Tensor`) exists for JavaScript, and holds nothing yet.
  if (value !== null && value !== undefined && !isSame(value)) throw new KeyError(`attribute '${name}' already exists`);
}
