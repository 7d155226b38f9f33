import type { Tensor } from '../../tensor/tensor.js';

/** Sequences of different lengths, step by step and without padding, as `torch.nn.utils.rnn.PackedSequence`. */
export class PackedSequence {
  constructor(
    /** The elements of all sequences: first those of step 0, then those of step 1, ... */
    readonly data: Tensor,
    /** The number of sequences that have each step. */
    readonly batch_sizes: Tensor,
    /** The order of the sequences in this object, if it is not the order in which they were given. */
    readonly sorted_indices: Tensor | null = null,
    readonly unsorted_indices: Tensor | null = null,
  ) {}

  toString(): string {
    const { data, batch_sizes, sorted_indices, unsorted_indices } = this;
    const show = (t: Tensor | null) => (t ? String(t) : 'None');
    return `PackedSequence(data=${show(data)}, batch_sizes=${show(batch_sizes)}, sorted_indices=${show(sorted_indices)}, unsorted_indices=${show(unsorted_indices)})`;
  }
}
