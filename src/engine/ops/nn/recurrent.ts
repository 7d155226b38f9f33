import { grad as gradients } from '../../tensor/functional.js';
import { isAnomalyEnabled, isGradEnabled } from '../../autograd/gradMode.js';
import type { Saved } from '../../autograd/saved.js';
import { giveBack } from '../../backends/allocation.js';
import type { View } from '../../backends/backend.js';
import { fused, kernels } from '../../backends/dispatch.js';
import { host } from '../../backends/registry.js';
import { float32, float64, type DType } from '../../dtype.js';
import { recurrences, type RecurrenceMode } from '../../kernels/recurrence.js';
import type { Sweep } from '../../kernels/sweeps.js';
import { observer } from '../../tensor/observe.js';
import { Tensor } from '../../tensor/tensor.js';
import { catOf } from '../joining.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { dense } from '../pointwise.js';
import { cells, type CellState, type CellWeights } from './cells.js';
import { runAll, together } from './shared.js';

/** All steps of a recurrent layer as one operation. When an observer watches, the single operations run instead. */

type Recurrent = Pick<CellWeights, 'hh' | 'hhBias' | 'hr'>;

/** True when the steps can be one operation: no observer watches, and all sequences have the same length. */
export function canRunAtOnce(gates: Tensor, batchSizes: readonly number[], state: CellState, { hh, hhBias, hr }: Recurrent): boolean {
  if (observer() || isAnomalyEnabled() || hr || gates.device !== host || (gates.dtype !== float32 && gates.dtype !== float64)) return false;
  const [n] = batchSizes as [number];
  const isOneKind = [hh, hhBias, ...state].every((t) => !t || (t.dtype === gates.dtype && t.device === host));
  return isOneKind && n > 0 && state[0].sizes[1] > 0 && batchSizes.every((size) => size === n) && state.every((s) => s.sizes[0] === n);
}

/**
 * Runs all steps as one operation, if `canRunAtOnce` allows it. `gates` is the contribution of the input, step by step.
 */
export function stepsAtOnce(
  mode: RecurrenceMode,
  gates: Tensor,
  count: number,
  [h, c]: CellState,
  { hh, hhBias }: Recurrent,
  reverse: boolean,
): { output: Tensor; last: CellState } {
  const [output, ...last] = runAll(steps, gates, h, c ?? null, hh, hhBias, count, mode, reverse) as [Tensor, ...Tensor[]];
  return { output, last: last.slice(0, c ? 2 : 1) };
}

const sweep = (formulas: Sweep, arrays: readonly View[]): void => {
  if (!fused('sweep', formulas, arrays, [])) throw new Error('a step of a recurrent layer is no sweep');
};

/** A view that moves from step to step: a step needs some thirty of them, and making them takes as long as its kernels. */
type Moving = { -readonly [K in keyof View]: View[K] } & { readonly start: number; readonly perStep: number };

/** A view [n, width] of a tensor: the rows of the first step, or a part of them as wide as the hidden state. */
const rows = ({ storage, dtype, offset }: Tensor, n: number, width: number, row: number, at: number): Moving => ({
  storage,
  sizes: [n, width],
  strides: [row, 1],
  offset: offset + at,
  dtype,
  start: offset + at,
  perStep: n * row,
});

/** Moves views to the rows of step t. */
function move(views: readonly Moving[], t: number): void {
  for (const view of views) view.offset = view.start + t * view.perStep;
}

const asBatch = <V extends View>(x: V): V => ({ ...x, storage: x.storage, sizes: [1, ...x.sizes], strides: [0, ...x.strides] });
const turned = (x: View): View => ({ ...x, storage: x.storage, sizes: [...x.sizes].reverse(), strides: [...x.strides].reverse() });

const multiply = (a: View, b: View, out: View): void => kernels.matmul(asBatch(a), asBatch(b), asBatch(out));

/** The positions of the arrays of each step. */
class Layout {
  readonly order: number[];

  constructor(
    readonly n: number,
    readonly hidden: number,
    readonly width: number,
    count: number,
    reverse: boolean,
  ) {
    this.order = Array.from({ length: count }, (_, i) => (reverse ? count - 1 - i : i));
  }

  empty(dtype: DType, ...sizes: number[]): Tensor {
    return Tensor.empty(sizes, dtype, host);
  }

  /** The rows of a step, as wide as the hidden state. */
  step(x: Tensor): Moving {
    return rows(x, this.n, this.hidden, this.hidden, 0);
  }

  /** The rows of a step, as wide as the gates. */
  wide(x: Tensor): Moving {
    return rows(x, this.n, this.width, this.width, 0);
  }

  /** Each gate of a step. */
  gates(x: Tensor): Moving[] {
    const { n, hidden, width } = this;
    return Array.from({ length: width / hidden }, (_, k) => rows(x, n, hidden, width, k * hidden));
  }
}

const signature =
  '_recurrent_steps(Tensor gates, Tensor h, Tensor? c, Tensor weight, Tensor? bias, int count, str mode, bool reverse) -> (Tensor output, Tensor h_n, Tensor c_n, Tensor kept)';
type Steps = Saved<typeof signature>;

const layoutOf = (h: Tensor, gates: Tensor, count: number, reverse: boolean): Layout =>
  new Layout(h.sizes[0], h.sizes[1], gates.sizes[1], count, reverse);

function forward(
  given: Tensor,
  h: Tensor,
  c: Tensor | null,
  weight: Tensor,
  bias: Tensor | null,
  count: number,
  mode: string,
  reverse: boolean,
): Tensor[] {
  const { kept: keptOfStep, cell, step, biased } = recurrences[mode as RecurrenceMode];
  const gates = dense(given);
  const { dtype } = gates;
  const at = layoutOf(h, gates, count, reverse);
  const kept = at.empty(dtype, keptOfStep + 1, count * at.n, at.hidden);
  const { arrays, hiddens } = parts(kept);
  const ofHidden = at.empty(dtype, at.n, at.width);
  const [ofStep, written] = [at.gates(gates), [...arrays, hiddens].map((x) => at.step(x))];
  const [hidden, state] = [at.step(hiddens), at.step(cell === null ? hiddens : arrays[cell])];
  const biases = bias && at.empty(dtype, at.n, at.width);
  if (biases) kernels.copy(bias.alias(biases.sizes, [0, bias.strides[0]]), biases);
  const views: View[] = [...ofStep, ...at.gates(ofHidden), dense(c ?? h), ...(biases ? at.gates(biases) : []), ...written];
  const before = 2 * ofStep.length;
  // Turned once, since every step reads it. Narrow products add in an order that depends on how the matrix lies.
  const isNarrow = at.n < 4 || at.width < 12;
  const columns = isNarrow ? null : at.empty(dtype, at.hidden, at.width);
  if (columns) kernels.copy(turned(weight), columns);
  const [product, matrix, last] = [asBatch(ofHidden as View), asBatch(columns ?? turned(weight)), asBatch(hidden)];
  let from = asBatch(dense(h) as View);
  for (const t of at.order) {
    kernels.matmul(from, matrix, product);
    move(ofStep, t);
    move(written, t);
    sweep(biases ? biased : step, views);
    move([last, hidden, state], t);
    from = last;
    views[before] = state;
  }
  for (const room of [ofHidden, columns, biases]) if (room) giveBack(room.storage);
  // Copies: saved tensors must not change, but a program may change the results in place.
  return [hiddens, hidden, state]
    .map((x) => {
      const copy = at.empty(dtype, ...x.sizes);
      kernels.copy(x, copy);
      return copy;
    })
    .concat(kept);
}

/** The saved arrays of all steps: those of the cell, then the hidden states. */
function parts(kept: Tensor): { arrays: Tensor[]; hiddens: Tensor } {
  const all = Array.from({ length: kept.sizes[0] }, (_, k) => kept.select(0, k));
  return { arrays: all.slice(0, -1), hiddens: all.at(-1)! };
}

interface Gradients {
  gates: Tensor;
  h: Tensor;
  c: Tensor;
  weight: Tensor;
  bias: Tensor;
}

function backward(s: Steps): Gradients {
  const { cell, back, goesAround, differs } = recurrences[s.mode as RecurrenceMode];
  const { dtype } = s.gates;
  const at = layoutOf(s.h, s.gates, s.count, s.reverse);
  const { arrays, hiddens } = parts(s.resultAt(3));
  const [ofOutput, ofHidden, ofCell] = s.grads.map((g) => g && dense(g));
  const none = Tensor.zeros([at.n, at.hidden], dtype, host);
  const toGates = at.empty(dtype, s.count * at.n, at.width);
  const toHidden = differs ? at.empty(dtype, s.count * at.n, at.width) : toGates;
  const around = at.empty(dtype, at.n, at.hidden);
  kernels.copy((cell === null ? null : ofCell) ?? none, around);
  const ofProduct = at.empty(dtype, at.n, at.hidden);
  kernels.copy(ofHidden ?? none, ofProduct);
  if (cell === null && ofCell) kernels.map('add', [ofCell, ofProduct], ofProduct, dtype);
  const h = dense(s.h);
  const moving = arrays.filter((_, k) => k !== cell).map((x) => at.step(x));
  const [count, output] = [moving.length, ofOutput && at.step(ofOutput)];
  const gates = [...at.gates(toGates), ...(differs ? at.gates(toHidden) : [])];
  const previous = at.step(cell === null ? hiddens : arrays[cell]);
  const views: View[] = [...moving, previous, output ?? none, ofProduct, ...(goesAround ? [around] : []), ...gates];
  const [ofGates, matrix, product] = [asBatch(at.wide(toHidden)), asBatch(s.weight as View), asBatch(ofProduct as View)];
  moving.push(...gates, ofGates);
  if (output) moving.push(output);
  for (let i = s.count - 1; i >= 0; i--) {
    move(moving, at.order[i]);
    if (i > 0) move([previous], at.order[i - 1]);
    else views[count] = dense(s.c ?? s.h);
    sweep(back, views);
    kernels.matmul(ofGates, matrix, product);
  }
  return {
    gates: toGates,
    h: goesAround && cell === null ? ofProduct.add(around) : ofProduct,
    c: around,
    weight: toWeight(at, toHidden, h, hiddens, dtype),
    bias: toHidden.sum([0]),
  };
}

/** The gradient of the weight: the sum over all steps of gradientᵀ · previous hidden state. */
function toWeight(at: Layout, toHidden: Tensor, h: Tensor, hiddens: Tensor, dtype: DType): Tensor {
  const { n, hidden, width, order } = at;
  const first = at.empty(dtype, width, hidden);
  const beginning = at.wide(toHidden);
  move([beginning], order[0]);
  multiply(turned(beginning), h, first);
  const many = n * (order.length - 1);
  if (many === 0) return first;
  const isForward = order[0] === 0;
  const rest = at.empty(dtype, width, hidden);
  multiply(
    turned(rows(toHidden, many, width, width, isForward ? n * width : 0)),
    rows(hiddens, many, hidden, hidden, isForward ? 0 : n * hidden),
    rest,
  );
  return first.add(rest);
}

/** As `backward`, when the gradients are differentiated again: runs the single operations of the steps. */
function recorded(s: Steps): Gradients {
  const given = [s.gates, s.h, s.c, s.weight, s.bias] as const;
  // Views of the arguments: the gradient must not also flow through the operations that made an argument.
  const views = given.map((t) => t && (t.requires_grad ? t.view_as(t) : t));
  const [gates, h, c, weight, bias] = views as [Tensor, Tensor, Tensor | null, Tensor, Tensor | null];
  const pieces = gates.split(s.h.sizes[0]);
  const outputs = new Array<Tensor>(s.count);
  let state: CellState = c ? [h, c] : [h];
  for (const t of layoutOf(s.h, s.gates, s.count, s.reverse).order) {
    state = cells[s.mode as RecurrenceMode](pieces[t], state, { hh: weight, hhBias: bias });
    outputs[t] = state[0]!;
  }
  const all = [catOf(outputs, 0), state[0], state.at(-1)!].map((out, i) => [out, s.grads[i]] as const).filter(([, g]) => g);
  const wanted = views.filter((t): t is Tensor => t?.requires_grad === true);
  const found = gradients(
    all.map(([out]) => out),
    wanted,
    all.map(([, g]) => g!),
    { create_graph: true, allow_unused: true },
  );
  const of = (t: Tensor | null | undefined) => found[wanted.indexOf(t!)]!;
  return { gates: of(gates), h: of(h), c: of(c), weight: of(weight), bias: of(bias) };
}

const found = (s: Steps): Gradients => together(s, () => (isGradEnabled() ? recorded(s) : backward(s)));

const steps = op({
  signature,
  kind: kind.product(),
  doc: 'All steps of a recurrent layer, from what the input contributes to their gates.',
  formula: 'hₜ = cell(gatesₜ + weight · hₜ₋₁ + bias, hₜ₋₁, cₜ₋₁)',
  gradient: 'through the steps, from the last one to the first',
  variants: [],
  differentiableOutputs: 3,
  forward,
  backward: {
    gates: (_, s) => found(s).gates,
    h: (_, s) => found(s).h,
    c: (_, s) => found(s).c,
    weight: (_, s) => found(s).weight,
    bias: (_, s) => found(s).bias,
  },
});

export const recurrent: Op[] = [steps];
