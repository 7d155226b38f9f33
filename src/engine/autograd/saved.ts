import { noteOperation, type RuntimeError } from '../errors.js';
import { changedInPlace, graphFreed } from '../errors/autograd.js';
import type { ArgumentName, NamedArguments } from '../ops/signatureTypes.js';
import { Tensor } from '../tensor/tensor.js';
import { type GradFn, type Layout, layoutOf, type Meta } from '../tensor/gradFn.js';
import { gradFnOf } from '../tensor/state.js';

/**
 * What an operation of the signature `S` keeps for its backward formulas: every argument by its name, and the result. When a
 * formula asks for a tensor, a check makes sure that the tensor was not changed in place since. So a formula that needs only a
 * shape (`sizesOf`) never complains about values.
 */
export type Saved<S extends string> = NamedArguments<S> & SavedResults<ArgumentName<S>>;

export interface SavedResults<Argument extends string> {
  /** The (first) output. */
  readonly result: Tensor;
  /** All outputs. A formula that needs only one of them calls `resultAt`, so that the others may be changed in place. */
  readonly results: Tensor[];
  resultAt(index: number): Tensor;
  /** Gradients of all outputs; null for an output that nothing used. */
  readonly grads: (Tensor | null)[];
  sizesOf(argument: Argument): readonly number[];
  metaOf(argument: Argument): Layout;
  /** The metas of the tensors in a list. */
  metasOf(argument: Argument): readonly Meta[];
  /** Whether the gradient of this argument is wanted. */
  needs(argument: Argument): boolean;
}

const freed = Symbol('freed');

/**
 * The error for a tensor that was changed since it was saved. `maker`: the function that made the tensor, when `grad_fn` now
 * names another one.
 */
export function changedSince(t: Tensor, expected: number, maker?: { fn: GradFn; index: number }): RuntimeError {
  const fn = maker?.fn ?? gradFnOf(t);
  const origin = fn ? { output: maker?.index ?? t.autograd!.outputIndex, maker: fn.forwardName } : null;
  const { sizes, dtype, version } = t;
  const error = changedInPlace({ sizes, scalarName: dtype.scalarName, version: version.current }, expected, origin);
  noteOperation(error, { name: 'backward', inputs: [t] });
  return error;
}

/** A tensor that is kept for a backward formula, and its name in that formula. */
export interface KeptTensor {
  readonly name: string;
  readonly tensor: Tensor;
}

type Slot = unknown;

const nothing: never[] = [];

/** The bits of an int32. */
const BITS = 32;

const isList = (v: Slot): v is Tensor[] => Array.isArray(v) && v.length > 0 && v.every((t) => t instanceof Tensor);

const versionOf = (value: Slot): number | number[] =>
  value instanceof Tensor
    ? value.version.current
    : Array.isArray(value) && value.some((v) => v instanceof Tensor)
      ? value.map((v: unknown) => (v instanceof Tensor ? v.version.current : -1))
      : -1;

/** The part of `Saved` that does not depend on the op: `savedClass` adds a getter for each argument. */
export class SavedBase implements SavedResults<string> {
  grads: (Tensor | null)[] = nothing;
  wanted: readonly string[] = nothing;
  /** The backward function that owns these saved values: its operation made the results. */
  private maker: GradFn | null = null;
  private slots: Slot[];
  private slotVersions: (number | number[])[];
  private slotMetas: (Layout | readonly Layout[] | undefined)[];
  /** The slots that a formula has read, one bit for each. Then the same for the results; results beyond the bits are in a set. */
  private readSlots = 0;
  private readResults = 0;
  private readFurther: Set<number> | null = null;
  declare private readonly slotNames: readonly string[];

  constructor(values: readonly Slot[]) {
    // Arguments at the end may be left out: `out`, above all.
    const n = this.slotNames.length;
    this.slots = new Array<Slot>(n + 1);
    this.slotVersions = new Array<number | number[]>(n + 1);
    this.slotMetas = new Array<Layout | readonly Layout[] | undefined>(n);
    for (let i = 0; i < n; i++) {
      const v = values[i];
      this.slots[i] = v;
      if (v instanceof Tensor) {
        this.slotVersions[i] = v.version.current;
        this.slotMetas[i] = layoutOf(v);
      } else {
        this.slotVersions[i] = versionOf(v);
        this.slotMetas[i] = isList(v) ? v.map(layoutOf) : undefined;
      }
    }
    this.slots[n] = null;
    this.slotVersions[n] = -1;
  }

  /** Must be called when the outputs have their final state. */
  keepResults(results: Tensor[], maker: GradFn): void {
    this.maker = maker;
    const last = this.slots.length - 1;
    this.slots[last] = results;
    this.slotVersions[last] = results.length === 1 ? results[0].version.current : versionOf(results);
  }

  /** The layout of the tensor in a slot; for a list, the layouts of its tensors. */
  metasAt(slot: number): Layout | readonly Layout[] | undefined {
    return this.slotMetas[slot];
  }

  get(slot: number): unknown {
    const value = this.slots[slot];
    if (value === freed) throw graphFreed();
    this.readSlots |= 1 << slot;
    const version = this.slotVersions[slot];
    if (value instanceof Tensor) {
      if (value.version.current !== version) throw changedSince(value, version as number);
    } else if (Array.isArray(version)) {
      (value as (Tensor | null)[]).forEach((t, index) => {
        if (t instanceof Tensor && t.version.current !== version[index]) throw changedSince(t, version[index]);
      });
    }
    return value;
  }

  get result(): Tensor {
    return this.resultAt(0);
  }

  get results(): Tensor[] {
    return Array.from({ length: this.savedResults().length }, (_, i) => this.resultAt(i));
  }

  resultAt(index: number): Tensor {
    const result = this.savedResults()[index];
    if (index < BITS) this.readResults |= 1 << index;
    else (this.readFurther ??= new Set()).add(index);
    const versions = this.slotVersions[this.slotNames.length];
    const expected = Array.isArray(versions) ? versions[index] : versions;
    if (result.version.current !== expected) throw changedSince(result, expected, { fn: this.maker!, index });
    return result;
  }

  /** What is in a slot, without the checks of `get`. */
  slotAt(slot: number): unknown {
    return this.slots[slot];
  }

  /** Puts something else in the place of a kept tensor. */
  putAt(slot: number, value: unknown): void {
    this.slots[slot] = value;
  }

  putResults(results: Tensor[]): void {
    this.slots[this.slotNames.length] = results;
  }

  savedResults(): Tensor[] {
    const results = this.slots[this.slotNames.length];
    if (results === freed) throw graphFreed();
    return results as Tensor[];
  }

  metaOf(argument: string): Layout {
    return this.slotMetas[this.slotNames.indexOf(argument)] as Layout;
  }

  metasOf(argument: string): readonly Meta[] {
    return this.slotMetas[this.slotNames.indexOf(argument)] as readonly Meta[];
  }

  sizesOf(argument: string): readonly number[] {
    return this.metaOf(argument).sizes;
  }

  /** @throws RuntimeError when an argument (or the result) was changed in place since it was saved */
  check(name: string): void {
    if (name === 'result') this.resultAt(0);
    else this.get(this.slotNames.indexOf(name));
  }

  /** The tensors that formulas have read so far, which must be kept for the formulas; each with the name of its argument. */
  read(): KeptTensor[] {
    const kept: KeptTensor[] = [];
    const add = (name: string, value: Slot) => {
      for (const tensor of Array.isArray(value) ? (value as Slot[]) : [value]) if (tensor instanceof Tensor) kept.push({ name, tensor });
    };
    this.slotNames.forEach((name, slot) => this.readSlots & (1 << slot) && add(name, this.slots[slot]));
    const isRead = (index: number) => (index < BITS ? (this.readResults & (1 << index)) !== 0 : this.readFurther?.has(index));
    if (this.readResults !== 0 || this.readFurther)
      add(
        'result',
        this.savedResults().filter((_, index) => isRead(index)),
      );
    return kept;
  }

  needs(argument: string): boolean {
    return this.wanted.includes(argument);
  }

  release(): void {
    for (let i = 0; i < this.slots.length; i++) if (this.slotVersions[i] !== -1) this.slots[i] = freed;
  }
}

/** A class whose getters are the arguments of one op. */
export function savedClass(names: readonly string[]): typeof SavedBase {
  const made = class extends SavedBase {};
  Object.defineProperty(made.prototype, 'slotNames', { value: names });
  names.forEach((name, slot) => {
    Object.defineProperty(made.prototype, name, {
      get(this: SavedBase) {
        return this.get(slot);
      },
    });
  });
  return made;
}
