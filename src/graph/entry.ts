/** The indices of the element at a position in row-major order. */
export function entryAt(position: number, shape: readonly number[]): number[] {
  const entry: number[] = [];
  let left = position;
  for (const size of shape.toReversed()) {
    entry.unshift(left % size);
    left = Math.floor(left / size);
  }
  return entry;
}
