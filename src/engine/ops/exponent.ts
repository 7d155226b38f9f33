/**
 * The greatest integer whose power of two is at most `size`, for a finite number above 0. The logarithm is rounded and
 * may be wrong by one.
 */
export function exponentOf(size: number): number {
  const guess = Math.floor(Math.log2(size));
  return 2 ** guess > size ? guess - 1 : 2 ** (guess + 1) <= size ? guess + 1 : guess;
}
