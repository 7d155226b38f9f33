import { IndexError, KeyError, TypeError_ } from '../../errors.js';
import { wrongPosition } from '../../errors/indices.js';
import { pythonType } from '../../ops/signature.js';
import type { Tensor } from '../../tensor/tensor.js';
import { missingForward } from '../call.js';
import { Module } from '../module.js';
import { namedChildren } from '../moduleState.js';
import { indexable } from '../rows.js';

/** Modules in order, under the names '0', '1', ...: the shared base of Sequential and ModuleList. */
abstract class Row<M extends Module> extends Module {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- which of several kinds it is, only the person knows who asks for it
  [index: number]: any;

  /** The number of modules. */
  override get length(): number {
    return namedChildren(this).length;
  }

  *[Symbol.iterator](): IterableIterator<M> {
    for (const [, module] of namedChildren(this)) yield module as M;
  }

  /** The module at an index; a negative index counts from the end. @throws IndexError */
  at(index: number): M {
    const all = [...this];
    const found = all.at(index);
    if (!found) throw wrongPosition(`index ${index} is out of range`, IndexError);
    return found;
  }

  /** Calls a function with each module and its position. */
  forEach(f: (module: M, index: number) => void): void {
    if (typeof f !== 'function') throw new TypeError_('forEach() takes a function of a module and its index');
    [...this].forEach((module, i) => f(module, i));
  }

  /** The list of results of a function, called with each module and its position. */
  map<Made>(f: (module: M, index: number) => Made): Made[] {
    if (typeof f !== 'function') throw new TypeError_('map() takes a function of a module and its index');
    return [...this].map((module, i) => f(module, i));
  }

  /** Pairs of position and module, like those of an array: `for (const [i, layer] of layers.entries())`. */
  entries(): IterableIterator<[number, M]> {
    return [...this].entries();
  }

  /** Adds a module at the end. @returns itself */
  append(module: Module): this {
    this.add_module(String(this.length), module);
    return this;
  }

  /** Adds modules at the end. @returns itself */
  extend(modules: Iterable<Module>): this {
    for (const module of modules) this.append(module);
    return this;
  }

  /** Puts a module before the one at `index`. */
  insert(index: number, module: Module): void {
    const all: Module[] = [...this];
    if (index < -all.length || index > all.length) throw wrongPosition(`Index out of range: ${index}`, IndexError);
    all.splice(index, 0, module);
    this.replaceAll(all);
  }

  /** Removes the module at `index`. @returns the module */
  pop(index = -1): M {
    const module = this.at(index);
    this.replaceAll([...this].filter((_, i) => i !== (index < 0 ? index + this.length : index)));
    return module;
  }

  private replaceAll(modules: readonly Module[]): void {
    const own = this as unknown as Record<string, unknown>;
    for (const [name] of namedChildren(this)) delete own[name];
    modules.forEach((module, i) => this.add_module(String(i), module));
  }
}

/**
 * Modules that run one after another, each on the result of the one before, as `torch.nn.Sequential`. Takes the
 * modules, or one object of modules by name.
 */
export class Sequential extends Row<Module> {
  static readonly signature = 'Sequential(Module... args)';

  /** Python's `net[0:2]`, written as a string. */
  readonly [slice: `${string}:${string}`]: Sequential;

  constructor(...modules: Module[] | [named: Readonly<Record<string, Module>> | ReadonlyMap<string, Module>]) {
    super();
    const [first] = modules;
    if (modules.length === 1 && first !== undefined && !(first instanceof Module)) {
      if (Array.isArray(first)) throw new TypeError_('list is not a Module subclass');
      const named = (Symbol.iterator in first ? first : Object.entries(first)) as Iterable<[string, Module]>;
      for (const [name, module] of named) this.add_module(name, module);
    } else modules.forEach((module, i) => this.add_module(String(i), module as Module));
  }

  override forward(input: Tensor): Tensor {
    let value = input;
    for (const module of this) value = module(value) as Tensor;
    return value;
  }

  /**
   * The modules from `start` up to, but not including, `end`, as a Sequential of the same modules under their names.
   */
  slice(start?: number, end?: number): Sequential {
    return new Sequential(Object.fromEntries(namedChildren(this).slice(start, end)));
  }
}

/** A list of modules that are registered, as `torch.nn.ModuleList`: `for (const layer of this.layers) x = layer(x)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an empty list may be filled with whatever
export class ModuleList<M extends Module = any> extends Row<M> {
  [index: number]: M;
  /** Python's `layers[0:2]`, written as a string. */
  readonly [slice: `${string}:${string}`]: ModuleList<M>;

  static readonly signature = 'ModuleList(Iterable[Module]? modules=None)';

  constructor(modules: Iterable<M> | null = null) {
    super();
    this.extend(modules ?? []);
  }

  /** The text that PyTorch prints: neighbours with the same text appear once. */
  override toString(): string {
    const runs: { from: number; to: number; text: string }[] = [];
    [...this].forEach((module, i) => {
      const text = String(module);
      const last = runs.at(-1);
      if (last?.text === text) last.to = i;
      else runs.push({ from: i, to: i, text });
    });
    const lines = runs.map(({ from, to, text }) => (from === to ? `(${from}): ${text}` : `(${from}-${to}): ${to - from + 1} x ${text}`));
    const name = this.constructor.name;
    return lines.length === 0 ? `${name}()` : `${name}(\n  ${lines.map((l) => l.replaceAll('\n', '\n  ')).join('\n  ')}\n)`;
  }

  /** A ModuleList has no `forward`. @throws NotImplementedError */
  override forward(): never {
    throw missingForward(this);
  }
}

indexable(Sequential.prototype, { fields: namedChildren, part: (_, fields) => new Sequential(Object.fromEntries(fields)) });
indexable(ModuleList.prototype, { fields: namedChildren, part: (_, fields) => new ModuleList(fields.map(([, module]) => module)) });

/** Modules by name that are registered, as `torch.nn.ModuleDict`: `this.layers.first`, `this.layers.get(name)`. */
export class ModuleDict extends Module {
  static readonly signature = 'ModuleDict(dict[Module]? modules=None)';

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its methods are among its properties
  readonly [name: string]: any;

  constructor(modules: Readonly<Record<string, Module>> | Iterable<readonly [string, Module]> | null = null) {
    super();
    this.update(modules ?? {});
  }

  override get length(): number {
    return namedChildren(this).length;
  }

  /** @throws KeyError for a name that does not exist */
  get(name: string): Module {
    const found = namedChildren(this).find(([key]) => key === name);
    if (!found) throw KeyError.of(name);
    return found[1];
  }

  has(name: string): boolean {
    return namedChildren(this).some(([key]) => key === name);
  }

  keys(): string[] {
    return namedChildren(this).map(([name]) => name);
  }

  values(): Module[] {
    return namedChildren(this).map(([, module]) => module);
  }

  items(): [string, Module][] {
    return namedChildren(this);
  }

  /** Removes a module. @returns the module */
  pop(name: string): Module {
    const module = this.get(name);
    delete (this as Record<string, unknown>)[name];
    return module;
  }

  clear(): void {
    for (const name of this.keys()) this.pop(name);
  }

  /** Adds or replaces modules. */
  update(modules: Readonly<Record<string, Module>> | Iterable<readonly [string, Module]>): void {
    if (typeof modules !== 'object' || modules === null) {
      throw new TypeError_(`ModuleDict.update should be called with an iterable of key/value pairs, but got ${typeof modules}`);
    }
    const entries = Symbol.iterator in modules ? modules : Object.entries(modules);
    for (const entry of entries) {
      if (!Array.isArray(entry))
        throw new TypeError_(`ModuleDict update sequence element should be [name, module], but got ${pythonType(entry)}`);
      this.add_module(entry[0], entry[1]);
    }
  }

  *[Symbol.iterator](): IterableIterator<string> {
    yield* this.keys();
  }

  /** A ModuleDict has no `forward`. @throws NotImplementedError */
  override forward(): never {
    throw missingForward(this);
  }
}
