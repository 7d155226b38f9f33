/** Changes entries of leaves to the values that the user moved them to, as if the program itself had changed them. */
import { withGradMode } from '../../engine/autograd/gradMode.js';
import { unobserved } from '../../engine/tensor/observe.js';
import { entryAt } from '../../engine/shape.js';
import type { Tensor } from '../../engine/tensor/tensor.js';

export interface Move {
  /**
   * The first operation that uses the leaf, counted from the start of the run, and the index of the leaf among its
   * tensors.
   */
  operation: number;
  input: number;
  /** The position of the entry in row-major order. */
  index: number;
  value: number;
}

/** Changes the moved entries whose first use is this operation. @param tensors the arguments of the operation */
export function moveEntries(moves: readonly Move[], operation: number, tensors: readonly Tensor[]): void {
  for (const move of moves) {
    const leaf = move.operation === operation ? tensors[move.input] : undefined;
    if (leaf) unobserved(() => withGradMode(false, () => setEntry(leaf, move)));
  }
}

function setEntry(leaf: Tensor, { index, value }: Move): void {
  const entry = entryAt(index, leaf.sizes).reduce((part, at) => part.select(0, at), leaf);
  entry.fill_(value);
}
