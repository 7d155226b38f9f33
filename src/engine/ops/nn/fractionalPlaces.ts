import { read } from '../../backends/allocation.js';
import { int64 } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { named } from '../refusing.js';
import { fn } from '../registry.js';

/** Where the windows of fractional pooling lie, and their greatest elements. */

/** Where the windows of one dim begin. */
function starts(sample: number, size: number, output: number, pool: number): number[] {
  const step = output > 1 ? (size - pool) / (output - 1) : 0;
  return Array.from({ length: output }, (_, i) =>
    i === output - 1 ? size - pool : Math.trunc((i + sample) * step) - Math.trunc(sample * step),
  );
}

/** The place of the greatest element of each window, in its channel. */
function placesOf(input: Tensor, pool: readonly number[], output: readonly number[], samples: Tensor): Tensor {
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

const axes = ['time', 'height', 'width'];

/** The maxima within windows whose places are drawn, and with `withIndices` where they are. */
export function fractionalPooling(
  n: 2 | 3,
  input: Tensor,
  kernel: readonly number[],
  size: readonly number[] | null,
  ratio: readonly number[] | null,
  withIndices: boolean,
  given: Tensor | null,
): Tensor | Tensor[] {
  const name = `fractional_max_pool${n}d`;
  if (!size && !ratio) throw new ValueError(`${name} requires specifying either an output_size or an output_ratio`);
  const rank = input.sizes.length;
  for (let d = 1; d <= n + 1; d++) wrapDim(-d, rank);
  const spatial = input.sizes.slice(-n);
  const each = (list: readonly number[]) => (list.length === 1 ? spatial.map(() => list[0]) : list);
  for (const [what, list] of [
    ['kernel_size', kernel],
    ['output_size', size],
    ['output_ratio', ratio],
  ] as const)
    if (list && list.length !== 1 && list.length !== n)
      throw new RuntimeError(`${name}: ${what} must either be a single Int or tuple of ${n === 3 ? 'three ' : ''}Ints`);
  const pool = each(kernel);
  const output = size ? each(size) : spatial.map((m, d) => Math.trunc(m * each(ratio!)[d]));
  if (rank !== n + 1 && rank !== n + 2) throw wrongShape(`${name}: expected ${n + 1}D or ${n + 2}D input, but got ${rank}D`);
  spatial.forEach((m, d) => {
    if (pool[d] < 1 || !(output[d] >= 0)) throw new RuntimeError(`${name}: kernel_size and output_size must not be negative`);
    if (output[d] + pool[d] - 1 > m)
      throw new RuntimeError(`${name}(): pool ${axes[d + 3 - n]} ${pool[d]} too large relative to input ${axes[d + 3 - n]} ${m}`);
  });
  const [batch, channels] = rank === n + 1 ? [1, input.sizes[0]] : input.sizes;
  const samples = given ?? (fn('rand')([batch, channels, n], { dtype: input.dtype }) as Tensor);
  [batch, channels, n].forEach((m, d) => {
    if (samples.sizes.length !== 3) throw wrongShape(`Expect _random_samples to have 3 dimensions, got ${samples.sizes.length}`);
    if (samples.sizes[d] !== m) throw wrongShape(`Expect _random_samples.size(${d}) to be ${m}, got ${samples.sizes[d]}`);
  });
  const places = placesOf(input.detach(), pool, output, samples);
  const head = input.sizes.slice(0, -n);
  const flat = input.reshape([...head, numel(spatial)]);
  const found = flat.gather(-1, places.reshape([...head, numel(output)])).reshape([...head, ...output]);
  named(found, `FractionalMaxPool${n}DBackward0`);
  return withIndices ? [found, places] : found;
}
