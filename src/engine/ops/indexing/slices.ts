import { backend } from '../../backends/current.js';
import { IndexError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { rowOutOfRange } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { copyOf } from '../pointwise.js';
import { takeAt } from './shared.js';

/** Slices of a dim by a vector of indices. */

function checkIndexVector(name: string, index: Tensor): void {
  if (index.sizes.length > 1) throw wrongShape(`${name}(): Index is supposed to be a vector`, IndexError);
  if (index.dtype.category !== 1) throw wrongDtype('positions', `${name}(): Expected dtype int32 or int64 for index`);
}

/** Positions of whole slices of a dim. */
function slicePositions(sizes: readonly number[], dim: number, index: Tensor): Float64Array {
  const n = sizes[dim] ?? 1;
  const inner = numel(sizes.slice(dim + 1));
  const outer = numel(sizes.slice(0, dim));
  const chosen = backend().read(index);
  const positions = new Float64Array(outer * chosen.length * inner);
  let k = 0;
  for (let o = 0; o < outer; o++)
    for (const v of chosen) {
      if (v < 0 || v >= n) throw rowOutOfRange(v, n);
      for (let i = 0; i < inner; i++) positions[k++] = (o * n + v) * inner + i;
    }
  return positions;
}

export const indexSelect = op({
  signature: 'index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)',
  kind: kind.indexing({ indices: ['index'] }),
  doc: 'Slices of a dim, by a vector of indices.',
  formula: 'out[…, k, …] = input[…, index[k], …]',
  gradient: 'input: g, added at index',
  forward(input, dim, index) {
    checkIndexVector('index_select', index);
    const d = wrapDim(dim, input.sizes.length);
    const sizes = input.sizes.map((n, i) => (i === d ? numel(index.sizes) : n));
    return takeAt(input, slicePositions(input.sizes, d, index), sizes);
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input')).index_add(s.dim, s.index, g) },
});

export const indexWrites: Op[] = [
  op({
    signature: 'index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Adds slices of `source` to those of `input` that a vector of indices names.',
    formula: 'out[…, index[k], …] += alpha · source[…, k, …]',
    gradient: 'input: g;  source: alpha · g[…, index, …]',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, source, alpha) {
      checkIndexVector('index_add', index);
      const out = copyOf(input);
      const d = wrapDim(dim, input.sizes.length);
      if (input.dtype !== source.dtype)
        throw wrongDtype(
          'same',
          `index_add_(): self (${input.dtype.scalarName}) and source (${source.dtype.scalarName}) must have the same scalar type`,
        );
      if (source.sizes.length > 0 && source.sizes[d] !== numel(index.sizes)) {
        throw wrongShape(
          `index_add_(): Number of indices (${numel(index.sizes)}) should be equal to source.size(dim): (${source.sizes[d]}), for dim: ${d}`,
        );
      }
      backend().put(out, slicePositions(input.sizes, d, index), Number(alpha) === 1 ? source : source.mul(alpha), 'add');
      return out;
    },
    backward: { input: (g) => g, source: (g, s) => g.index_select(s.dim, s.index).reshape(s.sizesOf('source')).mul(s.alpha) },
  }),
  op({
    signature: 'index_copy(Tensor input, int dim, Tensor index, Tensor source)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Overwrites slices of `input` by those of `source`.',
    formula: 'out[…, index[k], …] = source[…, k, …]',
    gradient: 'input: g, 0 at index;  source: g[…, index, …]',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, source) {
      const out = copyOf(input);
      backend().put(out, slicePositions(input.sizes, wrapDim(dim, input.sizes.length), index), source, 'set');
      return out;
    },
    backward: { input: (g, s) => g.index_fill(s.dim, s.index, 0), source: (g, s) => g.index_select(s.dim, s.index) },
  }),
  op({
    signature: 'index_fill(Tensor input, int dim, Tensor index, Scalar value)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Overwrites slices of `input` with one value.',
    formula: 'out[…, index[k], …] = value',
    gradient: 'input: g, 0 at index',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, value) {
      const out = copyOf(input);
      const positions = slicePositions(input.sizes, wrapDim(dim, input.sizes.length), index);
      backend().put(out, positions, input.new_full([], value).expand([positions.length]), 'set');
      return out;
    },
    backward: { input: (g, s) => g.index_fill(s.dim, s.index, 0) },
  }),
];
