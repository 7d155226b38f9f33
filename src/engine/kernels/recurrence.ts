/**
 * One step of a recurrent layer, and its gradient, as sweeps. They do the same arithmetic in the same order as the operations
 * that they replace.
 */
import { add, call, div, mul, neg, select, gt, isNaN, le, or, sub, type NumberNode } from './expression.js';
import { kept, sweepInputs, type Sweep } from './sweeps.js';

export type RecurrenceMode = 'lstm' | 'gru' | 'tanh' | 'relu';

export interface Recurrence {
  /** The number of gates; each gate is as long as the hidden state. */
  readonly gates: number;
  /** The number of arrays that each step keeps for the backward steps; each is as long as the hidden state. */
  readonly kept: number;
  /** The index of the kept array that is the state for the next step; null when the hidden state is that state. */
  readonly cell: number | null;
  /**
   * Reads the input's part of each gate, the hidden state's part of each gate, and the state before. Writes the kept arrays,
   * then the hidden state.
   */
  readonly step: Sweep;
  /** As `step`; it also reads, last, the bias of the hidden state's part of each gate. */
  readonly biased: Sweep;
  /**
   * Reads the kept arrays (without the state), the state before, and two gradients of the hidden state: that of the output, and
   * that of later steps through the product. If `goesAround`, it also reads the gradient of the state that goes around the
   * product. Writes the gradient of the input's part of each gate, that of the hidden state's part (if `differs`), and the
   * gradient that goes around.
   */
  readonly back: Sweep;
  readonly goesAround: boolean;
  readonly differs: boolean;
}

const sum = (a: NumberNode, b: NumberNode) => kept(add(a, b));
const product = (a: NumberNode, b: NumberNode) => kept(mul(a, b));
const sigmoid = (v: NumberNode) => kept(div(1, add(1, call('exp', neg(v)))));
const tanh = (v: NumberNode) => kept(call('tanh', v));
const throughSigmoid = (g: NumberNode, y: NumberNode) => kept(mul(g, y, sub(1, y)));
const throughTanh = (g: NumberNode, y: NumberNode) => kept(mul(g, sub(1, mul(y, y))));

/** Writes to the arrays that follow those that are read. */
const behind = (reads: number, values: readonly NumberNode[]) => values.map((value, i) => [reads + i, value] as const);

/**
 * A step, without and with biases. `values` gets what is read, and a function that adds the bias to the hidden state's part of
 * gate `k`.
 */
function steps(
  reads: number,
  gates: number,
  values: (read: readonly NumberNode[], biased: (part: NumberNode, k: number) => NumberNode) => NumberNode[],
): Pick<Recurrence, 'step' | 'biased'> {
  const withBias = (part: NumberNode, k: number) => sum(sweepInputs[reads + k], part);
  return {
    step: {
      reads,
      writes: behind(
        reads,
        values(sweepInputs, (part) => part),
      ),
    },
    biased: { reads: reads + gates, writes: behind(reads + gates, values(sweepInputs, withBias)) },
  };
}

function lstm(): Recurrence {
  const made = steps(9, 4, ([xi, xf, xg, xo, hi, hf, hg, ho, c], biased) => {
    const gate = (x: NumberNode, h: NumberNode, k: number) => sum(x, biased(h, k));
    const [i, f, g, o] = [sigmoid(gate(xi, hi, 0)), sigmoid(gate(xf, hf, 1)), tanh(gate(xg, hg, 2)), sigmoid(gate(xo, ho, 3))];
    const next = sum(product(f, c), product(i, g));
    const bent = tanh(next);
    return [i, f, g, o, bent, next, product(o, bent)];
  });
  return { gates: 4, kept: 6, cell: 5, ...made, back: lstmBack(), goesAround: true, differs: false };
}

function lstmBack(): Sweep {
  const [i, f, g, o, bent, c, ofOutput, ofProduct, ofCell] = sweepInputs;
  const hidden = sum(ofOutput, ofProduct);
  const cell = sum(ofCell, throughTanh(product(hidden, o), bent));
  const gates = [
    throughSigmoid(product(cell, g), i),
    throughSigmoid(product(cell, c), f),
    throughTanh(product(cell, i), g),
    throughSigmoid(product(hidden, bent), o),
  ];
  return { reads: 9, writes: [...behind(9, gates), [8, product(cell, f)]] };
}

function gru(): Recurrence {
  const made = steps(7, 3, ([xr, xz, xn, hr, hz, hidden, h], biased) => {
    const hn = biased(hidden, 2);
    const [r, z] = [sigmoid(sum(xr, biased(hr, 0))), sigmoid(sum(xz, biased(hz, 1)))];
    const n = tanh(sum(xn, product(r, hn)));
    return [r, z, n, hn, sum(product(kept(sub(h, n)), z), n)];
  });
  return { gates: 3, kept: 4, cell: null, ...made, back: gruBack(), goesAround: true, differs: true };
}

function gruBack(): Sweep {
  const [r, z, n, hn, h, ofOutput, ofProduct, around] = sweepInputs;
  const hidden = sum(sum(ofOutput, around), ofProduct);
  const straight = product(hidden, z);
  const inner = throughTanh(kept(sub(hidden, straight)), n);
  const reset = throughSigmoid(product(inner, hn), r);
  const update = throughSigmoid(product(hidden, kept(sub(h, n))), z);
  return { reads: 8, writes: [...behind(8, [reset, update, inner, reset, update, product(inner, r)]), [7, straight]] };
}

/** h′ = f(x + h), where h′ alone determines the slope. */
function simple(bend: (v: NumberNode) => NumberNode, through: (g: NumberNode, y: NumberNode) => NumberNode): Recurrence {
  const made = steps(3, 1, ([x, h], biased) => {
    const bent = bend(sum(x, biased(h, 0)));
    return [bent, bent];
  });
  const [y, , ofOutput, ofProduct] = sweepInputs;
  const back = { reads: 4, writes: behind(4, [through(sum(ofOutput, ofProduct), y)]) };
  return { gates: 1, kept: 1, cell: null, ...made, back, goesAround: false, differs: false };
}

export const recurrences: Readonly<Record<RecurrenceMode, Recurrence>> = {
  lstm: lstm(),
  gru: gru(),
  tanh: simple(tanh, throughTanh),
  relu: simple(
    (v) => select(or(gt(v, 0), isNaN(v)), v, 0),
    (g, y) => select(le(y, 0), 0, g),
  ),
};
