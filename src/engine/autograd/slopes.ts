/**
 * The derivatives of one entry of a result, or by one entry of an argument, for a call that was made earlier. They are exact:
 * they come from the operation's own backward formulas, and the operation is not run again.
 */
import { read } from '../backends/allocation.js';
import { RuntimeError } from '../errors.js';
import type { Formula, Op } from '../ops/op.js';
import { numel } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { grad } from '../tensor/functional.js';
import type { GradEdge } from '../tensor/gradFn.js';
import { withGradMode } from './gradMode.js';
import { OpGradFn } from './opGradFn.js';

/** A call that was made: the arguments in the order of the signature, and the results. */
export interface Call {
  readonly op: Op;
  readonly values: readonly unknown[];
  readonly results: readonly Tensor[];
}

/** A tensor among the arguments that gradients reach. Each slot has its own tensor, even when the call got the same tensor twice. */
export interface Slot {
  readonly argument: string;
  /** The tensor's position in a list; -1 for an argument that is no list. */
  readonly element: number;
  readonly tensor: Tensor;
}

/** All slots of a call, in the order in which the call's backward function has them. */
export function slotsOf({ op, values }: Call): Slot[] {
  return op.differentiable.flatMap(({ name, index }) => {
    const value = values[index];
    if (!Array.isArray(value)) return value instanceof Tensor ? [{ argument: name, element: -1, tensor: value }] : [];
    return value.flatMap((tensor: unknown, element) => (tensor instanceof Tensor ? [{ argument: name, element, tensor }] : []));
  });
}

/** A target for gradients that is never used: nobody walks there. */
const nowhere: GradEdge = { fn: undefined as never, index: 0 };

/** Returns a function that turns gradients of the results (null: no gradient) into gradients of the tensors of `slots`. */
function backwardOf({ op, values, results }: Call, slots: readonly Slot[]): (grads: (Tensor | null)[]) => (Tensor | null)[] {
  const wanted = new Set<unknown>(slots.map(({ tensor }) => tensor));
  const saved = new op.saved(values);
  const fn = new OpGradFn(op, saved, values, (t) => (wanted.has(t) ? nowhere : null));
  saved.keepResults([...results], fn);
  const edges = op.differentiable.flatMap(({ index }) => values[index]);
  return (grads) => {
    const found = fn.apply(grads);
    return slots.map(({ tensor }) => found[edges.indexOf(tensor)] ?? null);
  };
}

/**
 * The derivatives of Σ picked · result by each entry of these tensors; null where there is none.
 * @param output the index of the result; `picked` has the size of that result
 */
export function row(call: Call, output: number, picked: Tensor, slots: readonly Slot[]): (Tensor | null)[] {
  const grads = call.results.map((_, k) => (k === output ? picked : null));
  try {
    return withGradMode(false, () => backwardOf(call, slots)(grads));
  } catch (error) {
    // As in PyTorch, some operations have no derivative.
    if (error instanceof RuntimeError) return slots.map(() => null);
    throw error;
  }
}

/** Applies these formulas of a call to the entry that `picked` marks. The gradients are in the order of `slots`. */
export function parts(call: Call, picked: Tensor, formulas: Readonly<Record<string, Formula>>, slots: readonly Slot[]): Tensor[] {
  const saved = new call.op.saved(call.values);
  saved.keepResults([...call.results], new OpGradFn(call.op, saved, call.values, () => null));
  return withGradMode(false, () => slots.map(({ argument }) => formulas[argument](picked, saved) as Tensor));
}

/**
 * The derivatives of each entry of each result by one entry of one tensor. A backward formula is linear in the gradient that it
 * gets, so the formula's own derivative by this gradient gives them all at once.
 * @param grads for each result its gradient, or null
 * @param position the entry's position in row-major order
 */
export function column(call: Call, grads: readonly (Tensor | null)[], slot: Slot, position: number): (Tensor | null)[] {
  try {
    const slopes = withGradMode(true, () => differentiated(call, grads, slot, position), false);
    // Where a formula replaces 0 / 0 by a number, its derivative still is 0 · (0 / 0).
    return slopes.some((slope) => slope && read(slope).some(Number.isNaN)) ? probed(call, grads, slot, position) : slopes;
  } catch (error) {
    if (error instanceof RuntimeError) return probed(call, grads, slot, position);
    throw error;
  }
}

function differentiated(call: Call, grads: readonly (Tensor | null)[], slot: Slot, position: number): (Tensor | null)[] {
  // A linear function has the same derivative everywhere, and zeros are quick to multiply.
  const given = grads.map((g) => g && Tensor.of(new Float64Array(numel(g.sizes)), g.sizes, g.dtype, g.device).requires_grad_());
  // Some formulas run the operation once more, and differentiate that run.
  const values = call.values.map((value) => (value instanceof Tensor && value.is_floating_point() ? value.requires_grad_() : value));
  const [found] = backwardOf({ ...call, values }, [slot])(given);
  const asked = given.filter((g) => g !== null);
  if (!found?.requires_grad) return grads.map(() => null);
  const slopes = grad(found.reshape([-1]).select(0, position), asked, { allow_unused: true });
  let next = 0;
  return given.map((g) => (g ? slopes[next++]! : null));
}

/** The most entries of results whose derivatives are computed one by one. */
const PROBES = 2000;

/** Computes the derivatives one by one, for formulas that have no derivative themselves. */
function probed(call: Call, grads: readonly (Tensor | null)[], slot: Slot, position: number): (Tensor | null)[] {
  return grads.map((g, output) => {
    const count = g ? numel(g.sizes) : 0;
    if (!g || count > PROBES) return null;
    const slopes = Float64Array.from({ length: count }, (_, i) => {
      const picked = Tensor.of(
        Float64Array.from({ length: count }, (_, k) => Number(k === i)),
        g.sizes,
        g.dtype,
        g.device,
      );
      const [found] = row(call, output, picked, [slot]);
      return found ? found.reshape([-1]).select(0, position).item() : 0;
    });
    return Tensor.of(slopes, g.sizes, g.dtype, g.device);
  });
}
