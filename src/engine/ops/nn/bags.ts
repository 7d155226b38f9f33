/** The steps of embedding_bag, of which autograd sees one operation. */
import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';
import { bagModes } from './modes.js';

/** The beginning and the end of each bag. */
function bags(offsets: Tensor, length: number, includeLast: boolean): [from: number, to: number][] {
  const starts = [...read(offsets)];
  if (starts.length > 0 && starts[0] !== 0) {
    throw new RuntimeError(
      `offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got ${starts[0]}`,
    );
  }
  const last = starts.at(-1) ?? 0;
  if (last > length) {
    throw new RuntimeError(`offsets[-1] can not be greater than input's length ${length} but got offsets[-1] of ${last}`);
  }
  const ends = includeLast ? starts : [...starts, length];
  return ends.slice(1).map((to, i) => [starts[i], to]);
}

const stack = fn('stack') as (tensors: Tensor[], dim: number) => Tensor;

export interface BagArguments {
  indices: Tensor;
  offsets: Tensor;
  /** The place in `bagModes`. */
  mode: number;
  include_last_offset: boolean;
  padding_idx: number;
}

/** The sums, means or maxima of bags of rows, from the table and the weights of the rows. */
export const bagged =
  (s: BagArguments, rows: (weight: Tensor) => Tensor) =>
  (weight: Tensor, perSample?: Tensor): Tensor[] => {
    const flat = s.indices;
    const spans = bags(s.offsets, flat.sizes[0], s.include_last_offset);
    if (spans.length === 0) return [weight.new_zeros([0, weight.sizes[1]])];
    const chosen = read(flat);
    const table = rows(weight);
    const values = perSample ? table.mul(perSample.reshape([flat.sizes[0], 1])) : table;
    const sums = spans.map(([from, to]) => {
      const kept = Array.from({ length: to - from }, (_, i) => from + i).filter((i) => chosen[i] !== s.padding_idx);
      if (kept.length === 0) return values.narrow(0, 0, 0).sum([0]);
      const found = values.index(kept);
      if (bagModes[s.mode] === 'max') return found.max(0)[0];
      return bagModes[s.mode] === 'mean' ? found.mean([0]) : found.sum([0]);
    });
    return [stack(sums, 0)];
  };
