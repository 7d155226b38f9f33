import { IndexError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { catOf, stackOf } from '../joining.js';
import * as kind from '../kind.js';
import { op } from '../op.js';

/** Operations that split a dim into pieces. */

export const unbind = op({
  signature: 'unbind(Tensor input, int dim=0) -> Tensor[]',
  kind: kind.view(),
  doc: 'The positions of a dim, one tensor each.',
  formula: 'out[i] = input[…, i, …]',
  gradient: 'input: the gradients, stacked',
  forward(input, dim) {
    if (input.sizes.length === 0) throw wrongShape('Dimension specified as 0 but tensor has no dimensions', IndexError);
    const d = wrapDim(dim, input.sizes.length);
    return Array.from({ length: input.sizes[d] }, (_, i) => input.select(d, i));
  },
  backward: {
    input: (g, s) => {
      const sizes = s.sizesOf('input').filter((_, i) => i !== wrapDim(s.dim, s.sizesOf('input').length));
      const parts = s.grads.map((p) => p ?? g.new_zeros(sizes));
      return stackOf(parts, s.dim);
    },
  },
});

/** Pieces of a dim, with given sizes. */
export const splitBy = op({
  signature: 'split_with_sizes(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]',
  kind: kind.view(),
  doc: 'Pieces of a dim, of the sizes given.',
  formula: 'out[k] = input[…, startₖ:startₖ+sizeₖ, …]',
  gradient: 'input: the gradients, joined',
  gradFn: 'SplitWithSizesBackward0',
  forward: (input, sizes, dim) => pieces(input, sizes, dim),
  backward: { input: (g, s) => joined(g, s.grads, s.sizesOf('input'), s.split_sizes, s.dim) },
});

function pieces(input: Tensor, sizes: readonly number[], dim: number): Tensor[] {
  if (input.sizes.length === 0) throw new RuntimeError('split expects at least a 1-dimensional tensor');
  const d = wrapDim(dim, input.sizes.length);
  const total = sizes.reduce((a, b) => a + b, 0);
  if (sizes.some((n) => n < 0)) {
    throw wrongShape(`split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=${showSizes(sizes)}`);
  }
  if (total !== input.sizes[d]) {
    throw wrongShape(
      `split_with_sizes expects split_sizes to sum exactly to ${input.sizes[d]} (input tensor's size at dimension ${dim}), but got split_sizes=${showSizes(sizes)}`,
    );
  }
  let at = 0;
  return sizes.map((n) => input.slice(d, at, (at += n), 1));
}

function joined(g: Tensor, grads: readonly (Tensor | null)[], sizes: readonly number[], parts: readonly number[], dim: number): Tensor {
  const d = wrapDim(dim, sizes.length);
  const filled = grads.map((p, i) => p ?? g.new_zeros(sizes.map((n, e) => (e === d ? parts[i] : n))));
  return catOf(filled, d);
}

/** The sizes of equal pieces; the last one may be smaller. */
function equalPieces(n: number, size: number): number[] {
  if (n === 0) return [0];
  const count = Math.ceil(n / size);
  return Array.from({ length: count }, (_, i) => Math.min(size, n - i * size));
}

export const splitEqual = op({
  signature: 'split(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]',
  kind: kind.view(),
  doc: 'Pieces of a dim of one size; the last may be smaller.',
  formula: 'out[k] = input[…, k·size:(k+1)·size, …]',
  gradient: 'input: the gradients, joined',
  forward(input, size, dim) {
    if (input.sizes.length === 0) throw wrongShape('split expects at least a 1-dimensional tensor');
    if (size < 0) throw wrongShape(`split expects split_size be non-negative, but got split_size=${size}`);
    const n = input.sizes[wrapDim(dim, input.sizes.length)];
    if (size === 0 && n !== 0) throw wrongShape(`split_size can only be 0 if dimension size is 0, but got dimension size of ${n}`);
    return pieces(input, equalPieces(n, size), dim);
  },
  backward: {
    input: (g, s) => {
      const sizes = s.sizesOf('input');
      return joined(g, s.grads, sizes, equalPieces(sizes[wrapDim(s.dim, sizes.length)], s.split_size_or_sections), s.dim);
    },
  },
});

export const split = op({
  signature: 'split.sizes(Tensor input, int[] split_size_or_sections, int dim=0) -> Tensor[]',
  kind: kind.view(),
  doc: 'Pieces of a dim, of the sizes given.',
  formula: 'out[k] = input[…, startₖ:startₖ+sizeₖ, …]',
  compose: (input, sizes, dim) => input.split_with_sizes(sizes, dim),
});

export const chunk = op({
  signature: 'chunk(Tensor input, int chunks, int dim=0) -> Tensor[]',
  kind: kind.view(),
  doc: 'At most `chunks` pieces of a dim, as equal as can be.',
  formula: 'out[k] = the k-th piece of input',
  compose(input, chunks, dim) {
    if (input.sizes.length === 0) throw wrongShape('chunk expects at least a 1-dimensional tensor');
    if (chunks <= 0) throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    const n = input.sizes[wrapDim(dim, input.sizes.length)];
    return n === 0 ? input.split_with_sizes(new Array<number>(chunks).fill(0), dim) : input.split(Math.ceil(n / chunks), dim);
  },
});
