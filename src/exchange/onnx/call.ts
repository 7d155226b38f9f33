/**
 * A step as the rules read it: its tensors and arguments by name, and the helpers with which all families write nodes.
 */
import { numberOf } from '../../protocol/scalars.js';
import type { Argument, Scalar, Step, StepValue } from '../../protocol/trace.js';
import { dataType, type Attributes, type GraphWriter, type Like, type Ref } from './graphWriter.js';
import { NoRule } from './noRule.js';
import { broadcast, isFloat, promoted, size } from './shapes.js';

/** Writes a step and returns its results: one, or as many as the step has. */
export type Rule = (call: Call) => Ref | readonly (Ref | null)[];

/** The keys are PyTorch's names of its operations. */
export type Rules = Readonly<Record<string, Rule>>;

export class Call {
  constructor(
    readonly step: Step,
    readonly writer: GraphWriter,
    private readonly refs: ReadonlyMap<string, Ref>,
  ) {}

  /** The first result, or the only one. */
  get out(): StepValue {
    return this.step.outputs[0]!;
  }

  has(name: string): boolean {
    return this.step.inputs.some(({ argument }) => argument === name);
  }

  tensor(name: string): Ref {
    const found = this.maybe(name);
    if (!found) throw new NoRule(`'${this.step.op}' was called without a tensor '${name}'.`);
    return found;
  }

  maybe(name: string): Ref | null {
    const input = this.step.inputs.find(({ argument }) => argument === name);
    return input ? this.refs.get(input.value)! : null;
  }

  /** The first tensor, whatever its argument is called. */
  get input(): Ref {
    return this.refs.get(this.step.inputs[0]!.value)!;
  }

  get inputs(): Ref[] {
    return this.step.inputs.map(({ value }) => this.refs.get(value)!);
  }

  /** The tensors of a list argument, such as `indices`, each with its place in the list. */
  places(name: string): { at: number; ref: Ref }[] {
    return this.step.inputs.flatMap(({ argument, value }) => {
      const [, list, at] = /^(.*)\[(\d+)\]$/.exec(argument) ?? [];
      return list === name ? [{ at: Number(at), ref: this.refs.get(value)! }] : [];
    });
  }

  argument(name: string): Argument | undefined {
    return this.step.arguments[name];
  }

  number(name: string, otherwise: number): number {
    const value = this.argument(name);
    return value === undefined || value === null ? otherwise : numberOf(Number.isFinite(value) ? (value as number) : (value as Scalar));
  }

  flag(name: string, otherwise = false): boolean {
    return (this.argument(name) as boolean | undefined) ?? otherwise;
  }

  text(name: string, otherwise: string): string {
    return (this.argument(name) as string | undefined) ?? otherwise;
  }

  numbers(name: string, otherwise: readonly number[] = []): readonly number[] {
    const value = this.argument(name);
    return value === undefined || value === null ? otherwise : ((Array.isArray(value) ? value : [value]) as number[]);
  }

  /** A dim as a number from the front. */
  dim(name: string, otherwise: number, rank = this.input.shape.length): number {
    const dim = this.number(name, otherwise);
    return dim < 0 ? dim + Math.max(rank, 1) : dim;
  }

  /** The argument as a tensor of `dtype`. A number becomes a scalar of this dtype. */
  operand(name: string, dtype: string): Ref {
    const tensor = this.maybe(name);
    if (tensor) return this.cast(tensor, dtype);
    const value = this.argument(name);
    if (typeof value === 'boolean') return this.writer.scalar(Number(value), dtype);
    if (value === undefined || value === null) throw new NoRule(`'${this.step.op}' was called without '${name}'.`);
    return this.writer.scalar(value as Scalar, dtype);
  }

  /** The dtype in which two operands are computed. */
  common(first: string, second: string): string {
    const [a, b] = [this.maybe(first), this.maybe(second)];
    if (a && b) return promoted(a, b);
    const value = this.argument(a ? second : first);
    const { dtype } = (a ?? b)!;
    if (typeof value === 'boolean' || isFloat(dtype)) return dtype;
    return Number.isInteger(value) ? (dtype === 'bool' ? 'int64' : dtype) : 'float32';
  }

  cast(ref: Ref, dtype: string): Ref {
    return ref.dtype === dtype ? ref : this.writer.op('Cast', [ref], { ...ref, dtype }, { to: dataType(dtype) });
  }

  /** Writes an elementwise operation. The result has the shape to which the operands are broadcast. */
  each(type: string, inputs: readonly Ref[], dtype = inputs[0]!.dtype, attributes: Attributes = {}): Ref {
    return this.writer.op(type, inputs, { shape: broadcast(inputs.map(({ shape }) => shape)), dtype }, attributes);
  }

  like(value: Scalar, like: Like): Ref {
    return this.writer.scalar(value, like.dtype);
  }

  add = (a: Ref, b: Ref): Ref => this.each('Add', [a, b]);
  sub = (a: Ref, b: Ref): Ref => this.each('Sub', [a, b]);
  mul = (a: Ref, b: Ref): Ref => this.each('Mul', [a, b]);
  div = (a: Ref, b: Ref): Ref => this.each('Div', [a, b]);
  neg = (a: Ref): Ref => this.each('Neg', [a]);
  exp = (a: Ref): Ref => this.each('Exp', [a]);
  log = (a: Ref): Ref => this.each('Log', [a]);
  /** `a` times a number. Returns `a` itself when the number is 1. */
  times = (a: Ref, factor: number): Ref => (factor === 1 ? a : this.mul(a, this.like(factor, a)));
  plus = (a: Ref, term: number): Ref => (term === 0 ? a : this.add(a, this.like(term, a)));
  where = (condition: Ref, a: Ref, b: Ref): Ref => this.each('Where', [condition, a, b], a.dtype);
  compare = (type: string, a: Ref, b: Ref): Ref => this.each(type, [a, b], 'bool');

  reshape(ref: Ref, shape: readonly number[]): Ref {
    if (ref.shape.length === shape.length && ref.shape.every((n, i) => n === shape[i])) return ref;
    const { shape: wanted, batch } = this.writer.batch?.reshaped(ref, shape) ?? { shape };
    const result = this.writer.op('Reshape', [ref, this.writer.ints(wanted)], { ...ref, shape }, size(shape) === 0 ? { allowzero: 1 } : {});
    this.writer.batch?.set(result, batch);
    return result;
  }

  transpose(ref: Ref, perm: readonly number[]): Ref {
    if (perm.every((from, to) => from === to)) return ref;
    return this.writer.op('Transpose', [ref], { ...ref, shape: perm.map((dim) => ref.shape[dim]!) }, { perm });
  }

  expand(ref: Ref, shape: readonly number[]): Ref {
    if (ref.shape.length === shape.length && ref.shape.every((n, i) => n === shape[i])) return ref;
    if (size(shape) === 0) return this.writer.constant([], { shape, dtype: ref.dtype });
    const { shape: wanted, batch } = this.writer.batch?.expanded(ref, shape) ?? { shape };
    const result = this.writer.op('Expand', [ref, this.writer.ints(wanted)], { ...ref, shape });
    this.writer.batch?.set(result, batch);
    return result;
  }

  /** @param dims the dims of the input; an empty list means all dims */
  reduce(type: string, ref: Ref, dims: readonly number[], keepdim: boolean): Ref {
    const rank = ref.shape.length;
    if (rank === 0) return ref;
    const wanted = (dims.length > 0 ? dims : ref.shape.map((_, i) => i)).map((dim) => (dim < 0 ? dim + rank : dim));
    // The mean of no elements is NaN. Not every runtime returns it.
    if (type === 'ReduceMean' && size(wanted.map((dim) => ref.shape[dim]!)) === 0)
      return this.expand(this.like('nan', ref), this.out.shape);
    const shape = ref.shape.flatMap((n, i) => (wanted.includes(i) ? (keepdim ? [1] : []) : [n]));
    const result = this.writer.op(type, [ref, this.writer.ints(wanted)], { ...ref, shape }, { keepdims: Number(keepdim) });
    this.writer.batch?.set(result, this.writer.batch.reduced(ref, wanted, keepdim));
    return result;
  }

  matmul(a: Ref, b: Ref): Ref {
    const batch = broadcast([a.shape.slice(0, -2), b.shape.slice(0, -2)]);
    const shape =
      a.shape.length === 1 || b.shape.length === 1
        ? [...a.shape.slice(0, -1), ...b.shape.slice(0, -2), ...(b.shape.length === 1 ? [] : b.shape.slice(-1))]
        : [...batch, a.shape.at(-2)!, b.shape.at(-1)!];
    return this.writer.op('MatMul', [a, b], { shape, dtype: a.dtype });
  }
}
