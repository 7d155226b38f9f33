import { ValueError } from '../errors.js';
import { countsIn, evenEdges } from '../pyplot/bins.js';
import type { Histogram } from './events.js';

/** TensorFlow's bins: each bin is a tenth wider than the one before it, on both sides of 0. */
function tensorflowBins(): number[] {
  const up: number[] = [];
  for (let value = 1e-12; value < 1e20; value *= 1.1) up.push(value);
  return [...up.map((value) => -value).reverse(), 0, ...up];
}

/**
 * Counts as `torch.utils.tensorboard` does: empty bins at both ends are left out, except one before the first filled
 * bin.
 */
export function histogramOf(values: readonly number[], bins: number | readonly number[] | null): Histogram {
  if (values.length === 0) throw new ValueError('The input has no element.');
  const [min, max] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  if (!Number.isFinite(min) || !Number.isFinite(max))
    throw new ValueError(`range parameter must be finite: the values go from ${min} to ${max}`);
  const edges = bins === null ? tensorflowBins() : typeof bins === 'number' ? evenly(min, max, bins) : [...bins];
  const counts = countsIn(values, edges);
  const filled = counts.flatMap((count, i) => (count > 0 ? [i] : []));
  const [start, end] = [filled[0] ?? 0, (filled.at(-1) ?? 0) + 1];
  const kept = start > 0 ? counts.slice(start - 1, end) : [0, ...counts.slice(0, end)];
  return {
    min,
    max,
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
    limits: edges.slice(start, end + 1),
    counts: kept,
  };
}

/** Bins of equal width. @throws ValueError for more bins than a person can look at */
function evenly(min: number, max: number, bins: number): number[] {
  if (bins > 100_000) throw new ValueError('`bins` must be positive, when an integer');
  return evenEdges([min, max], bins);
}
