import { noteOperation, type RuntimeError } from '../errors.js';
import { changedInPlace, graphFreed } from '../errors/autograd.js';
import type { ArgumentName, NamedArguments } from '../ops/signatureTypes.js';
import { Tensor } from '../tensor.js';
import type { GradFn, Meta } from './gradFn.js';

/**
 * What an operation of the signature `S` keeps for its backward formulas: every argument by its name, and the result.
 * The check that a tensor was not changed in place since is made when the formula asks for it,
 * so a formula that needs only a shape (`sizesOf`) never complains about values.
 */
export type Saved<S extends string> = NamedArguments<S> & SavedResults<ArgumentName<S>>;

export interface SavedResults<Argument extends string> {
  /** The (first) output. */
  readonly result: Tensor;
  readonly results: Tensor[];
  /** Gradients of all outputs; null for an output that nothing used. */
  readonly grads: (Tensor | null)[];
  sizesOf(argument: Argument): readonly number[];
  metaOf(argument: Argument): Meta;
  /** Whether the gradient of this argument is wanted. */
  needs(argument: Argument): boolean;
}

const freed = Symbol('freed');

/** The error of a tensor that was changed since it was saved. `maker`: what made it, where that is no longer what its `grad_fn` says. */
export function changedSince(t: Tensor, expected: number, maker?: { fn: GradFn; index: number }): RuntimeError {
  const fn = maker?.fn ?? t.autograd?.gradFn;
  const origin = fn ? { output: maker?.index ?? t.autograd!.outputIndex, maker: fn.forwardName } : null;
  const { sizes, dtype, version } = t;
  const error = changedInPlace({ sizes, scalarName: dtype.scalarName, version: version.current }, expected, origin);
  noteOperation(error, { name: 'backward', inputs: [t] });
  return error;
}

type Slot = unknown;

const versionOf = (value: Slot): number | number[] =>
  value instanceof Tensor
    ? value.version.current
    : Array.isArray(value) && value.some((v) => v instanceof Tensor)
      ? value.map((v: unknown) => (v instanceof Tensor ? v.version.current : -1))
      : -1;

/** The part of `Saved` that does not depend on the op: `savedClass` adds a getter for each argument. */
export class SavedBase implements SavedResults<string> {
  grads: (Tensor | null)[] = [];
  wanted: readonly string[] = [];
  /** The backward function that this is saved for: it made the results. */
  private maker: GradFn | null = null;
  private slots: Slot[];
  private slotVersions: (number | number[])[];
  private slotMetas: (Meta | undefined)[];
  declare private readonly slotNames: readonly string[];

  constructor(values: readonly Slot[]) {
    this.slots = values as Slot[];
    this.slotVersions = this.slots.map(versionOf);
    this.slotMetas = this.slots.map((v) => (v instanceof Tensor ? { sizes: v.sizes, dtype: v.dtype } : undefined));
  }

  /** To be called once the outputs are what they will stay. */
  keepResults(results: Tensor[], maker: GradFn): void {
    this.maker = maker;
    this.slots = [...this.slots, results];
    this.slotVersions.push(versionOf(results));
  }

  get(slot: number): unknown {
    const value = this.slots[slot];
    if (value === freed) throw graphFreed();
    const version = this.slotVersions[slot];
    if (value instanceof Tensor) {
      if (value.version.current !== version) throw changedSince(value, version as number);
    } else if (Array.isArray(version)) {
      const maker = slot === this.slotNames.length ? this.maker : null;
      (value as (Tensor | null)[]).forEach((t, index) => {
        if (!(t instanceof Tensor) || t.version.current === version[index]) return;
        throw changedSince(t, version[index], maker ? { fn: maker, index } : undefined);
      });
    }
    return value;
  }

  get result(): Tensor {
    return this.results[0];
  }

  get results(): Tensor[] {
    return this.get(this.slotNames.length) as Tensor[];
  }

  metaOf(argument: string): Meta {
    return this.slotMetas[this.slotNames.indexOf(argument)]!;
  }

  sizesOf(argument: string): readonly number[] {
    return this.metaOf(argument).sizes;
  }

  needs(argument: string): boolean {
    return this.wanted.includes(argument);
  }

  release(): void {
    this.slots = this.slots.map((v, i) => (this.slotVersions[i] === -1 ? v : freed));
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
