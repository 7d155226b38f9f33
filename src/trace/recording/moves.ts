/** Entries of leaves that a run is made with instead of what the program made: as if the program had changed them itself. */
import { withGradMode } from '../../engine/autograd/gradMode.js';
import { unobserved } from '../../engine/tensor/observe.js';
import { entryAt } from '../../engine/shape.js';
import type { Tensor } from '../../engine/tensor/tensor.js';

export interface Move {
  /** The operation that uses the leaf first, counted from the start of the run, and which of its tensors it is. */
  operation: number;
  input: number;
  /** The place of the entry, row major. */
  index: number;
  value: number;
}

/** Changes the entries that are moved at an operation, which is given these arguments. */
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
