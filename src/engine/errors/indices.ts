/** Errors about indices, classes and dimensions that are not there, each with PyTorch's sentence and its detail. */
import { IndexError, RuntimeError, type TorchErrorClass } from '../errors.js';

/** For an index that is not there, where the sentence says all there is to say. */
export const wrongPosition = (message: string, Kind: TorchErrorClass = RuntimeError) => new Kind(message, { kind: 'position' });

/** Along dimension `dim` there are only `size` elements. */
export const indexOutOfBounds = (index: number, dim: number, size: number, Kind: TorchErrorClass = IndexError) =>
  new Kind(`index ${index} is out of bounds for dimension ${dim} with size ${size}`, { kind: 'index', index, size, dim });

/** A table of `rows` rows is asked for row `index`. */
export const rowOutOfRange = (index: number, rows: number, message = 'index out of range in self') =>
  new IndexError(message, { kind: 'row', index, rows });

/** A tensor of `rank` dimensions is asked for dimension `dim`. A scalar counts as having one. */
export function dimOutOfRange(dim: number, rank: number) {
  const n = Math.max(rank, 1);
  return new IndexError(`Dimension out of range (expected to be in range of [${-n}, ${n - 1}], but got ${dim})`, {
    kind: 'dim',
    dim,
    rank,
  });
}
