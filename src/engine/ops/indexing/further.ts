import { int64 } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';

/** Operations that are built from other ways to read and write by index. */

const reductions = new Set(['prod', 'mean', 'amax', 'amin']);

export const furtherIndexing: Op[] = [
  op({
    signature: 'index_reduce(Tensor input, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Puts slices of `source` together with those of `input` that a vector of indices names: product, mean, greatest or least.',
    formula: 'out[…, j, …] = reduce of input[…, j, …] and all source[…, i, …] with index[i] = j',
    gradient: 'as `scatter_reduce`',
    variants: ['function', 'method', 'inplace'],
    compose(input, dim, index, source, reduce, includes) {
      if (!reductions.has(reduce))
        throw new RuntimeError(`index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got ${reduce}.`);
      if (index.sizes.length > 1) throw wrongShape('index_reduce_(): Index is supposed to be a vector');
      const d = wrapDim(dim, input.sizes.length);
      if (source.sizes.length > 0 && source.sizes[d] !== numel(index.sizes)) {
        throw wrongShape('index_reduce_(): Number of indices should be equal to self.size(dim)');
      }
      const along = index.to(int64).reshape(source.sizes.map((_, e) => (e === d ? -1 : 1)));
      return input.scatter_reduce(d, along.expand(source.sizes), source, reduce, { include_self: includes });
    },
  }),
  op({
    signature: 'unravel_index(Tensor indices, int[] shape) -> Tensor[]',
    kind: kind.order(),
    doc: 'The places in an array of a given shape that positions in the flat array are.',
    formula: 'Σ_d out[d] · stride[d] = indices',
    variants: ['function'],
    compose(indices, shape) {
      if (indices.dtype.isContinuous || indices.dtype.name === 'bool')
        throw new ValueError(`expected 'indices' to be integer dtype, but got ${String(indices.dtype)}`);
      const negative = shape.find((n) => n < 0);
      if (negative !== undefined) throw new ValueError(`'shape' cannot have negative values, but got (${shape.join(', ')})`);
      let stride = numel(shape);
      return shape.map((n) => {
        stride = n === 0 ? 1 : stride / n;
        return indices.div(stride, { rounding_mode: 'floor' }).remainder(n);
      });
    },
  }),
  op({
    signature: 'nonzero_static(Tensor input, *, int size, int fill_value=-1)',
    kind: kind.order(),
    doc: 'The indices of the first `size` elements that are not zero; rows of `fill_value` where there are fewer.',
    formula: 'out = where input ≠ 0',
    variants: ['function', 'method'],
    forward(input, size, fill) {
      if (size < 0) throw new RuntimeError(`nonzero_static: 'size' must be an non-negative integer`);
      const found = input.nonzero() as Tensor;
      const out = found.new_full([size, input.sizes.length], fill);
      const count = Math.min(size, found.sizes[0]);
      out.narrow(0, 0, count).copy_(found.narrow(0, 0, count));
      return out;
    },
  }),
];
