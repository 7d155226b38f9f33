import { read } from '../../backends/allocation.js';
import { int64 } from '../../dtype.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';

/** Where the windows of fractional pooling lie, and their greatest elements. */

/** Where the windows of one dim begin. */
function starts(sample: number, size: number, output: number, pool: number): number[] {
  const step = output > 1 ? (size - pool) / (output - 1) : 0;
  return Array.from({ length: output }, (_, i) =>
    i === output - 1 ? size - pool : Math.trunc((i + sample) * step) - Math.trunc(sample * step),
  );
}

/** The place of the greatest element of each window, in its channel. */
export function placesOf(input: Tensor, pool: readonly number[], output: readonly number[], samples: Tensor): Tensor {
  const n = pool.length;
  const spatial = input.sizes.slice(-n);
  const [values, draws] = [read(input), read(samples)];
  const inside = numel(spatial);
  const planes = numel(input.sizes.slice(0, -n));
  const places: number[] = [];
  const windowOffsets = cells(pool);
  for (let plane = 0; plane < planes; plane++) {
    // The first draw is that of the last dim; in 3-D the draws have the order of the dims.
    const begins = spatial.map((size, d) => starts(draws[plane * n + (n === 2 ? 1 - d : d)], size, output[d], pool[d]));
    for (const at of cells(output)) {
      let best = -1;
      let most = -Infinity;
      for (const offset of windowOffsets) {
        const place = spatial.reduce((sum, size, d) => sum * size + begins[d][at[d]] + offset[d], 0);
        const value = values[plane * inside + place];
        if (best < 0 || value > most || Number.isNaN(value)) [best, most] = [place, value];
      }
      places.push(best);
    }
  }
  return Tensor.of(places, [...input.sizes.slice(0, -n), ...output], int64, input.device);
}

/** All positions in a block of these sizes, in row-major order. */
const cells = (sizes: readonly number[]): number[][] =>
  sizes.reduce<number[][]>((all, n) => all.flatMap((head) => Array.from({ length: n }, (_, i) => [...head, i])), [[]]);
