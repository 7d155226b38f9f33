/** Errors about indices, classes and dimensions that do not exist, each with PyTorch's message and its detail. */
import { IndexError, RuntimeError, type TorchErrorClass } from '../errors.js';

/** An index does not exist; the message says everything. */
export const wrongPosition = (message: string, Kind: TorchErrorClass = RuntimeError) => new Kind(message, { kind: 'position' });

/** Dimension `dim` has only `size` elements. */
export const indexOutOfBounds = (index: number, dim: number, size: number, Kind: TorchErrorClass = IndexError) =>
  new Kind(`index ${index} is out of bounds for dimension ${dim} with size ${size}`, { kind: 'index', index, size, dim });

/** A table has `rows` rows, and none at `index`. */
export const rowOutOfRange = (index: number, rows: number, message = 'index out of range in self') =>
  new IndexError(message, { kind: 'row', index, rows });

/** A tensor of `rank` dimensions has no dimension `dim`. A scalar counts as a tensor with one dimension. */
export function dimOutOfRange(dim: number, rank: number) {
  const n = Math.max(rank, 1);
  return new IndexError(`Dimension out of range (expected to be in range of [${-n}, ${n - 1}], but got ${dim})`, {
    kind: 'dim',
    dim,
    rank,
  });
}
