import { RuntimeError, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';
import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { named } from '../refusing.js';
import { op, type Op } from '../op.js';

/** Pooling by windows whose places are drawn: Graham's fractional max pooling. */

const axes = ['time', 'height', 'width'];

const fractional = (n: 2 | 3): Op =>
  op({
    signature: `nn.functional.fractional_max_pool${n}d(Tensor input, int[] kernel_size, int[]? output_size=None, float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None) -> any`,
    kind: kind.pooling(),
    doc: 'The maximum within windows that lie at random, so that the result has a size or a part of the size.',
    formula: 'out[…, i] = max of window i',
    gradient: 'input: g at the greatest elements',
    compose(input, kernel, size, ratio, withIndices, given) {
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
      const places = lateCode().fractionalPlaces(input.detach(), pool, output, samples);
      const head = input.sizes.slice(0, -n);
      const flat = input.reshape([...head, numel(spatial)]);
      const found = flat.gather(-1, places.reshape([...head, numel(output)])).reshape([...head, ...output]);
      named(found, `FractionalMaxPool${n}DBackward0`);
      return withIndices ? [found, places] : found;
    },
  });

export const fractionalPooling: Op[] = [fractional(2), fractional(3)];
