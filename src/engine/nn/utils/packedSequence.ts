import type { Tensor } from '../../tensor/tensor.js';

/** Sequences of different lengths, step by step and without padding, as `torch.nn.utils.rnn.PackedSequence`. */
export class PackedSequence {
  constructor(
    /** The elements of all sequences: those of step 0, of step 1, ... */
    readonly data: Tensor,
    /** How many sequences reach each step. */
    readonly batch_sizes: Tensor,
    /** The order in which the sequences stand here, if it is not the one they came in. */
    readonly sorted_indices: Tensor | null = null,
    readonly unsorted_indices: Tensor | null = null,
  ) {}

  toString(): string {
    const { data, batch_sizes, sorted_indices, unsorted_indices } = this;
    const show = (t: Tensor | null) => (t ? String(t) : 'None');
    return `PackedSequence(data=${show(data)}, batch_sizes=${show(batch_sizes)}, sorted_indices=${show(sorted_indices)}, unsorted_indices=${show(unsorted_indices)})`;
  }
}
