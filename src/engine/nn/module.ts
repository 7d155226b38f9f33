import { backendOf } from '../backends/registry.js';
import { Device, device as deviceNamed } from '../device.js';
import { DType, float32, float64 } from '../dtype.js';
import { channels_last_3d, type MemoryFormat } from '../layout.js';
import { AttributeError, TypeError_, ValueError } from '../errors.js';
import { isLeaf } from '../tensor/state.js';
import { quietly } from '../quietly.js';
import { pythonType } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';
import { call } from './call.js';
import {
  addHook,
  checkName,
  ModuleState,
  namedChildren,
  ownBuffers,
  ownParameters,
  type BackwardHook,
  type BackwardPreHook,
  type ForwardHook,
  type ForwardPreHook,
  type Handle,
  type HookOptions,
} from './moduleState.js';
import type { FurtherModule } from './moduleMembers.js';
import { moduleText } from './moduleText.js';
import { Parameter } from './parameter.js';
import { collectState, loadState, type IncompatibleKeys, type LoadOptions, type StateDict, type StateOptions } from './stateDict.js';

export type { StateDict };

/** The named arguments of `to`. */
interface ConversionOptions {
  dtype?: DType;
  device?: string | Device;
  memory_format?: MemoryFormat;
  non_blocking?: boolean;
}

/**
 * Reads the arguments of `to(dtype)`, `to(device)`, `to(device, dtype)`, `to(tensor)`, or of `to` with named arguments.
 */
function conversionOf(target: DType | string | Device | Tensor | ConversionOptions, options: DType | ConversionOptions): ConversionOptions {
  const more = options instanceof DType ? { dtype: options } : options;
  if (target instanceof DType) return { ...more, dtype: target };
  if (target instanceof Tensor) return { ...more, dtype: target.dtype, device: target.device };
  return typeof target === 'string' || target instanceof Device ? { ...more, device: target } : { ...more, ...target };
}

export interface Module extends FurtherModule {
  /** Runs `forward` with the hooks around it. */
  (...args: Parameters<this['forward']>): ReturnType<this['forward']>;

  /**
   * What the module computes. Call the module, not this method: only then the hooks run and the graph shows the module.
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- subclasses say what they take and return
  forward(...args: any[]): any;

  /**
   * The lists of parametrizations, by the names of their tensors. Exists after the first one is registered
   * (`torch.nn.utils.parametrize`).
   */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a ModuleDict, whose members are known to the person who asks
  parametrizations?: any;
}

/**
 * The base of everything that has parameters, as `torch.nn.Module`. A subclass has fields (other
 * modules, parameters) and a method `forward`; its objects are called like functions:
 *
 *     class Net extends torch.nn.Module {
 *       fc = new torch.nn.Linear(2, 1);
 *       forward(x: torch.Tensor) { return this.fc(x).sigmoid(); }
 *     }
 *     const net = new Net();
 *     net(torch.randn(8, 2));
 */
export abstract class Module {
  /** True in training mode: it decides what dropout and batch normalisation do. `train()` and `eval()` set it. */
  declare training: boolean;
  /** @internal */ declare readonly _state: ModuleState;

  constructor() {
    const self = bareModule(new.target.prototype as object) as this;
    self.training = true;
    return self;
  }

  // ---- parameters, buffers, modules ------------------------------------------------------------

  /** The parameters, each once; with `recurse`, also those of the modules inside. */
  parameters(recurse = true): Parameter[] {
    return this.named_parameters('', recurse).map(([, p]) => p);
  }

  /** The parameters with their qualified names, each once. */
  named_parameters(prefix = '', recurse = true): [name: string, parameter: Parameter][] {
    return this.members(ownParameters, prefix, recurse);
  }

  /** The buffers (tensors that are state but not learned), each once. */
  buffers(recurse = true): Tensor[] {
    return this.named_buffers('', recurse).map(([, b]) => b);
  }

  named_buffers(prefix = '', recurse = true): [name: string, buffer: Tensor][] {
    return this.members(ownBuffers, prefix, recurse);
  }

  /** The direct children of the module, each once. */
  children(): Module[] {
    return this.named_children().map(([, m]) => m);
  }

  named_children(): [name: string, module: Module][] {
    return eachOnce(namedChildren(this));
  }

  /** The module itself and every module inside, each once. */
  modules(): Module[] {
    return this.named_modules().map(([, m]) => m);
  }

  named_modules(prefix = '', seen: Set<Module> = new Set<Module>()): [name: string, module: Module][] {
    if (!(seen instanceof Set)) throw new TypeError_(`argument 'memo' must be a Set, not ${pythonType(seen)}`);
    const found: [string, Module][] = [];
    collectModules(this, prefix, seen, found);
    return found;
  }

  private members<T>(own: (module: Module) => [string, T][], prefix: string, recurse: boolean): [string, T][] {
    const modules: [string, Module][] = recurse ? this.named_modules(prefix) : [[prefix, this]];
    return eachOnce(modules.flatMap(([path, module]) => own(module).map(([name, value]): [string, T] => [join(path, name), value])));
  }

  /** Makes `parameter` a field and one of the parameters; null reserves the name. */
  register_parameter(name: string, parameter: Parameter | null): void {
    checkName('parameter', this, name, (v) => v instanceof Parameter);
    if (parameter !== null && !(parameter instanceof Parameter)) {
      throw new TypeError_(`cannot assign '${pythonType(parameter)}' object to parameter '${name}' (torch.nn.Parameter or None required)`);
    }
    if (parameter && !isLeaf(parameter)) {
      throw new ValueError(
        `Cannot assign non-leaf Tensor to parameter '${name}'. Model parameters must be created explicitly. To express '${name}' as a function of another Tensor, compute the value in the forward() method.`,
      );
    }
    this.put(name, parameter);
  }

  /**
   * Makes `tensor` a field that moves and changes its dtype with the module and is saved (if `persistent`), but is not
   * learned.
   */
  register_buffer(name: string, tensor: Tensor | null, persistent: boolean | { persistent?: boolean } = true): void {
    checkName('buffer', this, name, () => this._state.buffers.has(name));
    if (tensor !== null && !(tensor instanceof Tensor)) {
      throw new TypeError_(`cannot assign '${pythonType(tensor)}' object to buffer '${name}' (torch Tensor or None required)`);
    }
    this._state.buffers.add(name);
    const isPersistent = typeof persistent === 'boolean' ? persistent : (persistent.persistent ?? true);
    if (isPersistent) this._state.notPersistent.delete(name);
    else this._state.notPersistent.add(name);
    this.put(name, tensor);
  }

  /** Makes `module` a field and one of the children. */
  add_module(name: string, module: Module | null): void {
    if (module !== null && !(module instanceof Module)) throw new TypeError_(`${pythonType(module)} is not a Module subclass`);
    checkName('module', this, name, (v) => v instanceof Module);
    this.put(name, module);
  }

  /** The same as `add_module`. */
  register_module(name: string, module: Module | null): void {
    this.add_module(name, module);
  }

  /** @internal Sets a field to a module. */
  put(name: string, value: unknown): void {
    // Uses defineProperty instead of an assignment: a list of modules refuses assignments to indices that it does not
    // have.
    Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
  }

  /** The module at a qualified name. @throws AttributeError when there is none */
  get_submodule(target: string): Module {
    return target === '' ? this : target.split('.').reduce<Module>((module, name) => module.pick(name, Module, 'an nn.Module'), this);
  }

  /** The parameter at a qualified name. @throws AttributeError when there is none */
  get_parameter(target: string): Parameter {
    const [path, name] = splitLast(target);
    return this.get_submodule(path).pick(name, Parameter, 'an nn.Parameter');
  }

  /** The buffer at a qualified name. @throws AttributeError when there is none */
  get_buffer(target: string): Tensor {
    const [path, name] = splitLast(target);
    const module = this.get_submodule(path);
    const buffer = module.pick(name, Tensor, 'a buffer');
    if (!module._state.buffers.has(name)) throw new AttributeError(`\`${name}\` is not a buffer`);
    return buffer;
  }

  private pick<T>(name: string, kind: abstract new (...args: never[]) => T, what: string): T {
    const value = name in this ? (this as unknown as Record<string, unknown>)[name] : undefined;
    if (value === undefined) throw new AttributeError(`${this._get_name()} has no attribute \`${name}\``);
    if (!(value instanceof kind)) throw new AttributeError(`\`${name}\` is not ${what}`);
    return value;
  }

  // ---- state -----------------------------------------------------------------------------------

  /** Parameters and persistent buffers by qualified name; they share their elements with the module (`keep_vars`: they themselves). */
  state_dict({ destination = {}, prefix = '', keep_vars = false }: StateOptions = {}): StateDict {
    return collectState(this, prefix, destination, keep_vars);
  }

  /**
   * Copies values into parameters and buffers.
   * @throws RuntimeError that names missing or unknown keys (with `strict`) and tensors of a wrong size
   */
  load_state_dict(state_dict: Readonly<Record<string, unknown>>, strict: boolean | LoadOptions = true, assign = false): IncompatibleKeys {
    return loadState(this, state_dict, typeof strict === 'boolean' ? { strict, assign } : strict);
  }

  /** Sets training mode, here and in all modules inside. @returns itself */
  train(mode = true): this {
    if (typeof mode !== 'boolean') throw new ValueError('training mode is expected to be boolean');
    this.training = mode;
    for (const child of this.children()) child.train(mode);
    return this;
  }

  /** Sets evaluation mode: dropout does nothing, batch normalisation uses its running statistics. @returns itself */
  eval(): this {
    return this.train(false);
  }

  /** Sets whether every parameter requires a gradient. @returns itself */
  requires_grad_(requires_grad = true): this {
    for (const p of this.parameters()) p.requires_grad_(requires_grad);
    return this;
  }

  /** Sets the gradients of all parameters to null, or to zero. */
  zero_grad(set_to_none: boolean | { set_to_none?: boolean } = true): void {
    const toNone = typeof set_to_none === 'boolean' ? set_to_none : (set_to_none.set_to_none ?? true);
    clearGradients(this.parameters(), toNone);
  }

  /** Calls `fn` with every module inside, then with the module itself. @returns itself */
  apply(fn: (module: Module) => void): this {
    for (const child of this.children()) child.apply(fn);
    fn(this);
    return this;
  }

  /**
   * Moves parameters and buffers to a device, converts those of a floating dtype to `dtype`, and gives those with four
   * dims a memory format, as `torch.nn.Module.to`.
   * @throws RuntimeError for a device that has no backend @returns itself
   */
  to(target: DType | Device | string | Tensor | ConversionOptions, options: DType | ConversionOptions = {}): this {
    const { dtype, memory_format: format, device } = conversionOf(target, options);
    const place = device && backendOf(deviceNamed(device)).device;
    if (dtype && !dtype.isContinuous) {
      throw new TypeError_(`nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=${String(dtype)}`);
    }
    quietly(() => {
      for (const t of [...this.parameters(), ...this.buffers()]) {
        const wanted = dtype && t.dtype.is_floating_point ? dtype : t.dtype;
        const order = format && t.sizes.length === (format === channels_last_3d ? 5 : 4) ? { memory_format: format } : {};
        const convert = (x: Tensor) => x.detach().to(place ?? x.device, wanted, order);
        t.data = convert(t);
        if (t.grad) t.grad = convert(t.grad);
      }
    });
    return this;
  }

  /** Converts to float32. @returns itself */
  float(): this {
    return this.to(float32);
  }

  /** Converts to float64. @returns itself */
  double(): this {
    return this.to(float64);
  }

  /** Moves to the CPU. @returns itself */
  cpu(): this {
    return this.to('cpu');
  }

  /** Moves to a graphics card with CUDA, as `torch.nn.Module.cuda`. @throws RuntimeError because there is none here */
  cuda(device: Device | string = 'cuda'): this {
    return this.to(device);
  }

  // ---- hooks -----------------------------------------------------------------------------------

  /** Calls `hook(module, args)` before `forward`; a result of the hook replaces the arguments. */
  register_forward_pre_hook(hook: ForwardPreHook, options?: HookOptions): Handle {
    return addHook(this._state.preHooks, hook, options);
  }

  /** Calls `hook(module, args, output)` after `forward`; a result of the hook replaces the output. */
  register_forward_hook(hook: ForwardHook, options?: HookOptions): Handle {
    return addHook(this._state.hooks, hook, options);
  }

  /** Calls `hook(module, grad_input, grad_output)` when a backward pass has computed both; a result replaces `grad_input`. */
  register_full_backward_hook(hook: BackwardHook, prepend: boolean | HookOptions = false): Handle {
    return addHook(this._state.backwardHooks, hook, prepend);
  }

  /** Calls `hook(module, grad_output)` before a backward pass goes through the module; a result replaces `grad_output`. */
  register_full_backward_pre_hook(hook: BackwardPreHook, prepend: boolean | HookOptions = false): Handle {
    return addHook(this._state.backwardPreHooks, hook, prepend);
  }

  // ---- text ------------------------------------------------------------------------------------

  /** The settings as text, for the brackets of the printed module. */
  extra_repr(): string {
    return '';
  }

  /** The name of the module's class. @internal */
  _get_name(): string {
    const { name } = this.constructor as { name: unknown };
    // `name` may be a static member of the class instead of a string.
    return typeof name === 'string' ? name : 'Module';
  }

  /**
   * The printed text of the module, under Python's name. A class of the program may override it, and its text is
   * printed wherever the module appears.
   */
  __repr__(): string {
    return moduleText(this);
  }

  toString(): string {
    return this.__repr__();
  }
}

/**
 * An object that is called like a function and otherwise belongs to the class with `prototype`: a function without own
 * properties. Fields of the class become its properties.
 */
export function bareModule(prototype: object, like?: ModuleState): Module {
  const self = ((...args: unknown[]) => call(self, args)) as unknown as Module;
  Object.setPrototypeOf(self, prototype);
  const own = self as unknown as { name?: string; length?: number };
  delete own.name;
  delete own.length;
  Object.defineProperty(self, '_state', { value: new ModuleState(like) });
  return self;
}

const join = (prefix: string, name: string): string => (prefix === '' ? name : `${prefix}.${name}`);

/** Collects the modules into one list. Joining a list at every level would take time quadratic in the depth. */
function collectModules(module: Module, prefix: string, seen: Set<Module>, into: [string, Module][]): void {
  if (seen.has(module)) return;
  seen.add(module);
  into.push([prefix, module]);
  for (const [name, child] of namedChildren(module)) collectModules(child, join(prefix, name), seen, into);
}

function splitLast(target: string): [path: string, name: string] {
  const at = target.lastIndexOf('.');
  return [target.slice(0, Math.max(at, 0)), target.slice(at + 1)];
}

function eachOnce<T>(named: [string, T][]): [string, T][] {
  const seen = new Set<T>();
  return named.filter(([, value]) => !seen.has(value) && seen.add(value));
}

/** Clears the gradients, for `zero_grad` of modules and optimizers. */
export function clearGradients(tensors: Iterable<Tensor>, toNone: boolean): void {
  quietly(() => {
    for (const t of tensors) {
      if (!t.grad) continue;
      if (toNone) t.grad = null;
      else {
        if (t.grad.grad_fn) t.grad.detach_();
        else t.grad.requires_grad_(false);
        t.grad.zero_();
      }
    }
  });
}
