/** How recurrent layers run over sequences of different lengths. */
import * as F from '../../generated/functional.js';
import { cat } from '../../generated/torch.js';
import type { RecurrenceMode } from '../../kernels/recurrence.js';
import { cells, type CellState, type CellWeights } from '../../ops/nn/cells.js';
import { canRunAtOnce, stepsAtOnce } from '../../ops/nn/recurrent.js';
import type { Tensor } from '../../tensor/tensor.js';

const firstRows = (state: CellState, n: number): CellState => (state[0].sizes[0] === n ? state : state.map((s) => s.narrow(0, 0, n)));
const rowsFrom = (state: CellState, from: number, to: number): CellState => state.map((s) => s.narrow(0, from, to - from));
const joined = (parts: readonly CellState[]): CellState =>
  parts.length === 1 ? parts[0] : parts[0].map((_, i) => cat(parts.map((p) => p[i])));

/**
 * Runs one layer in one direction over sequences that lie step by step in `data`, with `batchSizes[t]` rows for step t.
 * The longest sequence comes first, so the number of rows decreases from step to step.
 */
export function runLayer(
  mode: RecurrenceMode,
  weights: CellWeights,
  data: Tensor,
  batchSizes: readonly number[],
  initial: CellState,
  reverse: boolean,
): { output: Tensor; last: CellState } {
  const ofInput = F.linear(data, weights.ih, weights.ihBias);
  if (canRunAtOnce(ofInput, batchSizes, initial, weights)) {
    const { output, last } = stepsAtOnce(mode, ofInput, batchSizes.length, initial, weights, reverse);
    return { output, last };
  }
  // Splits all steps at once: with single slices, the gradient of each slice would be as large as the whole.
  const gates = ofInput.split(batchSizes);
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
    state = cells[mode](gates[t], state, weights);
    outputs[t] = state[0];
  }
  return { output: cat(outputs), last: joined([state, ...finished]) };
}
