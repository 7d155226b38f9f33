import { ValueError } from '../errors.js';

/**
 * The edges of bins of equal width; an empty range is extended by half a unit on both sides. @throws ValueError unless
 * the number of bins is whole
 */
export function evenEdges([low, high]: readonly [number, number], bins: number): number[] {
  if (!Number.isInteger(bins) || bins < 1) throw new ValueError('`bins` must be positive, when an integer');
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? to : from + ((to - from) * i) / bins));
}

/** The number of values in each bin; the last bin includes its upper edge. */
export function countsIn(values: readonly number[], edges: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0);
  const last = counts.length - 1;
  for (const value of values) {
    if (!(value >= edges[0] && value <= edges[last + 1])) continue;
    let [low, high] = [0, last];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges[middle] <= value) low = middle;
      else high = middle - 1;
    }
    counts[low]++;
  }
  return counts;
}
