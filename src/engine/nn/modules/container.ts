import { IndexError, KeyError, TypeError_ } from '../../errors.js';
import { wrongPosition } from '../../errors/indices.js';
import { isPlainObject, pythonType } from '../../ops/signature.js';
import type { Tensor } from '../../tensor/tensor.js';
import { missingForward } from '../call.js';
import { Module } from '../module.js';
import { namedChildren } from '../moduleState.js';
import { indexable } from '../rows.js';

/** Modules in a row, under the names '0', '1', ... : what Sequential and ModuleList share. */
abstract class Row<M extends Module> extends Module {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- which of several kinds it is, only the person knows who asks for it
  readonly [index: number]: any;

  /** How many there are. */
  override get length(): number {
    return namedChildren(this).length;
  }

  *[Symbol.iterator](): IterableIterator<M> {
    for (const [, module] of namedChildren(this)) yield module as M;
  }

  /** One of them; from the end if negative. @throws IndexError */
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

  /** What a function makes of each module and its position. */
  map<Made>(f: (module: M, index: number) => Made): Made[] {
    if (typeof f !== 'function') throw new TypeError_('map() takes a function of a module and its index');
    return [...this].map((module, i) => f(module, i));
  }

  /** Each position with its module, as of an array: `for (const [i, layer] of layers.entries())`. */
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

  /** Takes the module at `index` out. @returns it */
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
 * Modules run one after another, each on what the one before returned, as `torch.nn.Sequential`.
 * Takes the modules, or one object of modules by name.
 */
export class Sequential extends Row<Module> {
  static readonly signature = 'Sequential(Module... args)';

  /** Python's `net[0:2]`, as a text. */
  readonly [slice: `${string}:${string}`]: Sequential;

  constructor(...modules: Module[] | [named: Readonly<Record<string, Module>>]) {
    super();
    const [first] = modules;
    if (modules.length === 1 && isPlainObject(first)) {
      for (const [name, module] of Object.entries(first)) this.add_module(name, module);
    } else modules.forEach((module, i) => this.add_module(String(i), module as Module));
  }

  override forward(input: Tensor): Tensor {
    let value = input;
    for (const module of this) value = module(value) as Tensor;
    return value;
  }

  /** Those from `start` before `end`, as a Sequential of the same modules under their names. */
  slice(start?: number, end?: number): Sequential {
    return new Sequential(Object.fromEntries(namedChildren(this).slice(start, end)));
  }
}

/** A list of modules that are registered, as `torch.nn.ModuleList`: `for (const layer of this.layers) x = layer(x)`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an empty list may be filled with whatever
export class ModuleList<M extends Module = any> extends Row<M> {
  readonly [index: number]: M;
  /** Python's `layers[0:2]`, as a text. */
  readonly [slice: `${string}:${string}`]: ModuleList<M>;

  static readonly signature = 'ModuleList(Iterable[Module]? modules=None)';

  constructor(modules: Iterable<M> | null = null) {
    super();
    this.extend(modules ?? []);
  }

  /** As PyTorch prints it: what looks the same in a row stands there once. */
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

  /** Has none of its own: @throws NotImplementedError */
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

  /** @throws KeyError for a name that is not there */
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

  /** Takes a module out. @returns it */
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

  /** Has none of its own: @throws NotImplementedError */
  override forward(): never {
    throw missingForward(this);
  }
}
