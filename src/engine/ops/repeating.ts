import { read } from '../backends/allocation.js';
import { int32, int64 } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { ensureRoom, listOf } from '../memory.js';
import { contiguous_format } from '../layout.js';
import { showSizes, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { withoutKernel } from './arithmetic/checks.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';
import { copyIn } from './pointwise.js';

/** Operations that repeat tensors or their elements. */

const tileSizes = (input: Tensor, reps: readonly number[]): Tensor => {
  const rank = reps.length;
  const own = [...new Array<number>(rank - input.sizes.length).fill(1), ...input.sizes];
  // Each dim becomes (repeat, size); then the two are merged.
  const wide = input.reshape(own.flatMap((n) => [1, n])).expand(own.flatMap((n, i) => [reps[i], n]));
  return wide.reshape(own.map((n, i) => n * reps[i]));
};

const repeat = op({
  signature: 'repeat(Tensor input, int... repeats)',
  kind: kind.copy(),
  doc: 'Repeats the tensor along each dim.',
  formula: 'out[i] = input[i mod size]',
  gradient: 'input: g, summed over the repeats',
  variants: ['method'],
  forward(input, repeats) {
    if (repeats.length < input.sizes.length) {
      throw wrongShape('Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor');
    }
    const sizes = repeats.map((n, i) => n * (input.sizes[i - repeats.length + input.sizes.length] ?? 1));
    const negative = sizes.find((n) => n < 0);
    if (negative !== undefined) throw wrongShape(`Trying to create tensor with negative dimension ${negative}: ${showSizes(sizes)}`);
    // Negative counts are allowed for a dim without elements: they count as 0.
    const out = tileSizes(
      input,
      repeats.map((n) => Math.max(0, n)),
    );
    return out.storage === input.storage || !out.isContiguousNow ? copyIn(contiguous_format, out) : out;
  },
  backward: {
    input(g, s) {
      const sizes = s.sizesOf('input');
      const reps = s.repeats;
      const own = [...new Array<number>(reps.length - sizes.length).fill(1), ...sizes];
      const split = g.reshape(own.flatMap((n, i) => [reps[i], n]));
      return split.sum(own.map((_, i) => 2 * i)).reshape(sizes);
    },
  },
});

const tile = op({
  signature: 'tile(Tensor input, int... dims)',
  kind: kind.copy(),
  doc: 'Repeats the tensor along its last dims.',
  formula: 'out[i] = input[i mod size]',
  compose(input, dims) {
    const missing = input.sizes.length - dims.length;
    return input.repeat(missing > 0 ? [...new Array<number>(missing).fill(1), ...dims] : dims);
  },
});

const repeatInterleave = op({
  signature: 'repeat_interleave.self(Tensor input, int|Tensor repeats, int? dim=None, *, int? output_size=None)',
  kind: kind.copy(),
  doc: 'Repeats every element (along a dim, or of the flat tensor) in its place.',
  formula: 'out = input, each element repeats times',
  compose(input, repeats, dim, outputSize) {
    const x = dim === null ? input.reshape([-1]) : input;
    const d = wrapDim(dim ?? 0, x.sizes.length);
    const n = x.sizes[d];
    if (repeats instanceof Tensor && repeats.sizes.length === 1 && repeats.sizes[0] !== 1 && repeats.sizes[0] !== n) {
      throw wrongShape(
        `repeats must have the same size as input along dim, but got repeats.size(0) = ${repeats.sizes[0]} and input.size(${d}) = ${n}`,
      );
    }
    const each = typeof repeats === 'number' ? new Array<number>(n).fill(repeats) : [...read(repeats.expand([n]))];
    if (each.some((times) => times < 0)) throw new RuntimeError('repeats can not be negative');
    const total = each.reduce((sum, times) => sum + times, 0);
    if (outputSize !== null && outputSize !== total) {
      throw wrongShape(
        typeof repeats === 'number'
          ? `repeat_interleave: Invalid output_size, expected ${total} but got ${outputSize}`
          : 'allocated size does not match required size',
      );
    }
    ensureRoom(total * int64.itemsize);
    if (typeof repeats === 'number' && x.sizes.length > 0) {
      const at = (list: readonly number[], ...inserted: number[]) => [...list.slice(0, d), ...inserted, ...list.slice(d + 1)];
      const wide = x.unsqueeze(d + 1).expand(at(x.sizes, n, repeats));
      return wide.clone({ memory_format: contiguous_format })._reshape_alias(at(x.sizes, total));
    }
    return x.index_select(
      d,
      x.new_tensor(
        each.flatMap((times, i) => new Array<number>(times).fill(i)),
        { dtype: int64 },
      ),
    );
  },
});

const repeatPositions = op({
  signature: 'repeat_interleave(Tensor repeats, *, int? output_size=None)',
  kind: kind.counting(),
  doc: 'Every position as often as its element says.',
  formula: 'out = 0, 1, 2, …, each repeats times',
  variants: ['function'],
  compose(repeats, outputSize) {
    if (repeats.sizes.length !== 1) throw wrongShape('repeat_interleave only accept 1D vector as repeat');
    if (repeats.dtype !== int64 && repeats.dtype !== int32) throw withoutKernel('repeat_interleave_cpu', repeats.dtype, [repeats]);
    const positions = repeats.new_tensor(listOf(repeats.sizes[0], (i) => i));
    return positions.repeat_interleave(repeats, 0, { output_size: outputSize });
  },
});

export const repeating: Op[] = [repeat, tile, repeatPositions, repeatInterleave];
