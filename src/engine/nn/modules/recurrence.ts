/** The steps of recurrent layers, and how they run over sequences of different lengths. */
import * as F from '../../generated/functional.js';
import { cat } from '../../generated/torch.js';
import type { Tensor } from '../../tensor.js';

/** The weights of one layer in one direction. */
export interface CellWeights {
  ih: Tensor;
  hh: Tensor;
  ihBias: Tensor | null;
  hhBias: Tensor | null;
  /** Projects the hidden state of an LSTM to another size. */
  hr?: Tensor | null;
}

/** h, or for an LSTM h and c. */
export type CellState = readonly Tensor[];

/** One step, from what the input contributes to the gates. */
export type Cell = (gates: Tensor, state: CellState, weights: CellWeights) => CellState;

const recurrent = (h: Tensor, { hh, hhBias }: CellWeights): Tensor => F.linear(h, hh, hhBias);

/** h′ = tanh(Wx + b + Uh + b′) */
export const tanhCell: Cell = (gates, [h], weights) => [gates.add(recurrent(h, weights)).tanh()];

/** h′ = max(0, Wx + b + Uh + b′) */
export const reluCell: Cell = (gates, [h], weights) => [gates.add(recurrent(h, weights)).relu()];

/** i, f, o = σ(…), g = tanh(…); c′ = f · c + i · g; h′ = o · tanh(c′) */
export const lstmCell: Cell = (gates, [h, c], weights) => {
  const [i, f, g, o] = gates.add(recurrent(h, weights)).chunk(4, 1);
  const next = f.sigmoid().mul(c).add(i.sigmoid().mul(g.tanh()));
  const hidden = o.sigmoid().mul(next.tanh());
  return [weights.hr ? F.linear(hidden, weights.hr) : hidden, next];
};

/** r, z = σ(…); n = tanh(Wx + b + r · (Uh + b′)); h′ = (1 − z) · n + z · h */
export const gruCell: Cell = (gates, [h], weights) => {
  const [xr, xz, xn] = gates.chunk(3, 1);
  const [hr, hz, hn] = recurrent(h, weights).chunk(3, 1);
  const r = xr.add(hr).sigmoid();
  const z = xz.add(hz).sigmoid();
  const n = xn.add(r.mul(hn)).tanh();
  return [h.sub(n).mul(z).add(n)];
};

const firstRows = (state: CellState, n: number): CellState => (state[0].sizes[0] === n ? state : state.map((s) => s.narrow(0, 0, n)));
const rowsFrom = (state: CellState, from: number, to: number): CellState => state.map((s) => s.narrow(0, from, to - from));
const joined = (parts: readonly CellState[]): CellState =>
  parts.length === 1 ? parts[0] : parts[0].map((_, i) => cat(parts.map((p) => p[i])));

/**
 * Runs one layer in one direction over sequences that lie step by step in `data`: `batchSizes[t]`
 * rows for step t, the longest sequence first, so that fewer and fewer go on.
 */
export function runLayer(
  cell: Cell,
  weights: CellWeights,
  data: Tensor,
  batchSizes: readonly number[],
  initial: CellState,
  reverse: boolean,
): { output: Tensor; last: CellState } {
  // Cut up at once: the gradient of a piece by itself would be as large as the whole.
  const gates = F.linear(data, weights.ih, weights.ihBias).split(batchSizes);
  const outputs = new Array<Tensor>(batchSizes.length);
  const finished: CellState[] = [];
  const order = [...batchSizes.keys()];
  if (reverse) order.reverse();
  let state = firstRows(initial, batchSizes[order[0]]);
  for (const t of order) {
    const n = batchSizes[t];
    const running = state[0].sizes[0];
    if (n < running) {
      finished.unshift(rowsFrom(state, n, running));
      state = firstRows(state, n);
    } else if (n > running) state = joined([state, rowsFrom(initial, running, n)]);
    state = cell(gates[t], state, weights);
    outputs[t] = state[0];
  }
  return { output: cat(outputs), last: joined([state, ...finished]) };
}
