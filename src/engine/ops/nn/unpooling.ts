import { outside } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { int64 } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, sameSizes, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { flatPlanes, gatherPlanes } from './pooling.js';
import { run, tuple } from './shared.js';

/** The partial inverse of max pooling: puts elements back at their places, with zeros elsewhere. */

const unpool = (n: 2 | 3): Op =>
  op({
    signature: `max_unpool${n}d(Tensor input, Tensor indices, int[] output_size)`,
    kind: kind.placement({ indices: ['indices'] }),
    doc: 'Puts elements at positions within planes of zeros.',
    formula: 'out[indices[i]] = input[i]',
    gradient: 'input: g[indices]',
    gradFn: `MaxUnpool${n}DBackward0`,
    variants: [],
    forward(input, indices, output) {
      if (indices.dtype !== int64)
        throw wrongDtype('positions', `elements in indices should be type int64 but got: ${indices.dtype.scalarName}`);
      if (!sameSizes(input.sizes, indices.sizes)) {
        throw wrongShape(
          `Expected shape of indices to be same as that of the input tensor (${showSizes(input.sizes)}) but got indices tensor with shape: ${showSizes(indices.sizes)}`,
        );
      }
      const lead = input.sizes.slice(0, input.sizes.length - n);
      const wrong = outside(indices, 0, numel(output));
      if (wrong !== null) {
        throw wrongPosition(
          n === 2
            ? `Found an invalid max index: ${wrong} (output volumes are of size ${output.join('x')})`
            : `found an invalid max index ${wrong} (output volumes are of size ${output.join('x')})`,
        );
      }
      const out = Tensor.zeros([...lead, ...output], input.dtype, input.device);
      kernels.scatter(flatPlanes(out, n), 1, flatPlanes(indices, n), flatPlanes(input, n), 'set');
      return out;
    },
    backward: { input: (g, s) => run(gatherPlanes, g, s.indices, n) },
  });

const unpools = { 2: unpool(2), 3: unpool(3) };

/** The size before the pooling, or a requested size near it. */
function outputSize(input: Tensor, kernel: number[], stride: number[], padding: number[], wanted: readonly number[] | null): number[] {
  const n = kernel.length;
  const spatial = input.sizes.slice(input.sizes.length - n);
  const least = spatial.map((v, d) => (v - 1) * stride[d] + kernel[d] - 2 * padding[d]);
  if (!wanted) return least;
  const size = wanted.length === n + 2 ? wanted.slice(2) : [...wanted];
  if (size.length !== n) {
    throw wrongShape(
      `output_size should be a sequence containing ${n} or ${n + 2} elements, but it has a length of '${size.length}'`,
      ValueError,
    );
  }
  size.forEach((v, d) => {
    const [low, high] = [least[d] - stride[d], least[d] + stride[d]];
    if (!(low < v && v < high)) {
      throw wrongShape(
        `invalid output_size "(${size.join(', ')}${n === 1 ? ',' : ''})" (dim ${d} must be between ${low} and ${high})`,
        ValueError,
      );
    }
  });
  return size;
}

export const unpooling: Op[] = [
  ...Object.values(unpools),
  ...([1, 2, 3] as const).map((n) =>
    op({
      signature: `nn.functional.max_unpool${n}d(Tensor input, Tensor indices, int[] kernel_size, int[]? stride=None, int[] padding=0, int[]? output_size=None)`,
      ...(n > 1 && { autocast: 'float32' as const }),
      kind: kind.placement({ indices: ['indices'] }),
      doc: `Undoes max_pool${n}d as far as the indices tell: the greatest elements at their places, zeros elsewhere.`,
      formula: 'out[indices[i]] = input[i]',
      gradient: 'input: g[indices]',
      compose(input, indices, kernel, stride, padding, output) {
        const k = tuple(kernel, n);
        const strides = stride === null ? k : tuple(stride, n);
        const size = outputSize(input, k, strides, tuple(padding, n), output);
        const rank = input.sizes.length;
        if (n === 3 && strides.some((s) => s <= 0)) {
          throw new RuntimeError(`strides should be greater than zero, but got stride: ${showSizes(strides)}`);
        }
        if (rank !== n + 1 && rank !== n + 2) {
          const [dims, shown] = n === 1 ? [2, rank + 1] : [n, rank];
          throw wrongShape(
            `Input to max_unpooling${dims}d should be a ${dims + 1}d or ${dims + 2}d Tensor, but got a tensor with ${shown} dimensions.`,
          );
        }
        if (n > 1) return run(unpools[n as 2 | 3], input, indices, size);
        return run(unpools[2], input.unsqueeze(-1), indices.unsqueeze(-1), [...size, 1]).squeeze(-1);
      },
    }),
  ),
];
