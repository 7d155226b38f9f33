import { IndexError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { contiguous_format } from '../../layout.js';
import { inferSizes, numel, showSizes, viewStrides, wrapDim } from '../../shape.js';
import { VersionCounter } from '../../storage.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';

/** The same elements under another size. */

/** A view of these sizes. @throws RuntimeError when the layout of the elements allows none */
function seenAs(input: Tensor, sizes: readonly number[]): Tensor {
  const strides = viewStrides(input.sizes, input.strides, sizes);
  if (!strides) {
    throw wrongShape(
      "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
    );
  }
  return input.alias(sizes, strides);
}

export const view = op({
  signature: 'view(Tensor input, int... size)',
  kind: kind.view(),
  doc: 'The same elements under another size; fails where only a copy could have it.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  variants: ['method'],
  forward: (input, size) => seenAs(input, inferSizes(size, numel(input.sizes), 'view')),
  backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
});

export const reshape = op({
  signature: 'reshape(Tensor input, int... shape)',
  kind: kind.view(),
  doc: 'The same elements under another size; a view where that can be, else a copy.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  compose(input, shape) {
    const sizes = inferSizes(shape, numel(input.sizes), 'reshape');
    if (viewStrides(input.sizes, input.strides, sizes)) return input._reshape_alias(sizes);
    return unsafeView(input.clone({ memory_format: contiguous_format }), sizes);
  },
});

/** The operation that `reshape` records when it returns a view. */
export const reshapeAlias = op({
  shown: 'reshape',
  signature: '_reshape_alias(Tensor input, int[] size)',
  kind: kind.view(),
  doc: 'The same elements under another size.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  gradFn: 'ViewBackward0',
  variants: ['method'],
  forward: (input, size) => input.alias(size, viewStrides(input.sizes, input.strides, size)!),
  backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
});

/** Like `view`, for a tensor that no other code holds. */
export const unsafeViewOp = op({
  shown: 'reshape',
  signature: '_unsafe_view(Tensor input, int[] size)',
  kind: kind.view({ untied: true }),
  doc: 'A view of a tensor that nobody else holds.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  gradFn: 'UnsafeViewBackward0',
  variants: ['method'],
  // The result has its own version counter: later in-place changes do not affect the saved tensor.
  forward: (input, size) => Object.assign(seenAs(input, size), { version: new VersionCounter() }),
  backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
});

const unsafeView = (x: Tensor, sizes: readonly number[]): Tensor => x._unsafe_view(sizes);

export const viewAs = op({
  signature: 'view_as(Tensor input, Tensor other)',
  kind: kind.view(),
  doc: 'A view of the size of `other`.',
  formula: 'out = input, of the size of other',
  variants: ['method'],
  compose: (input, other) => input.view(other.sizes),
});

export const reshapeAs = op({
  signature: 'reshape_as(Tensor input, Tensor other)',
  kind: kind.view(),
  doc: 'Reshapes to the size of `other`.',
  formula: 'out = input, of the size of other',
  variants: ['method'],
  compose: (input, other) => input.reshape(other.sizes),
});

export const flatten = op({
  signature: 'flatten(Tensor input, int start_dim=0, int end_dim=-1)',
  kind: kind.view(),
  doc: 'Merges the dims from `start_dim` to `end_dim` into one.',
  formula: 'out = input, dims start…end merged',
  compose(input, startDim, endDim) {
    const rank = input.sizes.length;
    const start = wrapDim(startDim, rank);
    const end = wrapDim(endDim, rank);
    if (start > end) throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
    if (rank === 0) return input.reshape([1]);
    if (start === end) return input;
    return input.reshape([...input.sizes.slice(0, start), numel(input.sizes.slice(start, end + 1)), ...input.sizes.slice(end + 1)]);
  },
});

export const ravel = op({
  signature: 'ravel(Tensor input)',
  kind: kind.view(),
  doc: 'All elements in one dim.',
  formula: 'out = input, flat',
  compose: (input) => input.contiguous().view(-1),
});

/** The sizes, with one -1 replaced. @throws RuntimeError when their product is not the size of the dim */
function splitSizes(sizes: readonly number[], dim: number, size: number): number[] {
  if (sizes.length === 0) throw wrongShape('unflatten: sizes must be non-empty');
  const known = sizes.reduce((all, n) => (n === -1 ? all : all * n), 1);
  const isWhole = sizes.includes(-1) ? known > 0 && size % known === 0 : known === size;
  if (!isWhole) {
    throw wrongShape(
      `unflatten: Provided sizes ${showSizes(sizes)} don't multiply up to the size of dim ${dim} (${size}) in the input tensor`,
    );
  }
  return inferSizes(sizes, size, 'unflatten');
}

export const unflatten = op({
  signature: 'unflatten(Tensor input, int dim, int[] sizes)',
  kind: kind.view(),
  doc: 'Splits one dim into several.',
  formula: 'out = input, dim split into sizes',
  compose(input, dim, sizes) {
    const d = wrapDim(dim, input.sizes.length);
    if (input.sizes.length === 0) throw new IndexError(`Dimension specified as ${dim} but tensor has no dimensions`);
    return input.view([...input.sizes.slice(0, d), ...splitSizes(sizes, d, input.sizes[d]), ...input.sizes.slice(d + 1)]);
  },
});
