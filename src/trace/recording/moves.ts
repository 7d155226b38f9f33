/** Entries of leaves that a run is made with instead of what the program made: as if the program had changed them itself. */
import { withGradMode } from '../../engine/autograd/gradMode.js';
import { unobserved } from '../../engine/observe.js';
import type { Tensor } from '../../engine/tensor.js';

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
  let entry = leaf;
  let rest = index;
  for (let d = leaf.sizes.length - 1; d >= 0; d--) {
    const size = leaf.sizes[d]!;
    entry = entry.select(d, rest % size);
    rest = Math.floor(rest / size);
  }
  entry.fill_(value);
}
