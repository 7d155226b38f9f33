/** Positions of entries, as indices and in row-major order. */

export const numelOf = (sizes: readonly number[]): number => sizes.reduce((product, size) => product * size, 1);

/** The position of an entry in row-major order; -1 when there is no such entry. */
export function positionOf(entry: readonly number[], sizes: readonly number[]): number {
  if (entry.length !== sizes.length) return -1;
  let position = 0;
  for (let d = 0; d < sizes.length; d++) {
    const i = entry[d]!;
    if (!Number.isInteger(i) || i < 0 || i >= sizes[d]!) return -1;
    position = position * sizes[d]! + i;
  }
  return position;
}

export { entryAt } from '../../engine/shape.js';

/** The entry of a tensor that broadcasting expands to `entry`. */
export const stretchedFrom = (entry: readonly number[], sizes: readonly number[]): number[] =>
  sizes.map((size, d) => (size === 1 ? 0 : entry[d + entry.length - sizes.length]!));
