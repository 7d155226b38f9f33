import { RuntimeError, ValueError, IndexError } from '../errors.js';
import { contiguousStrides, inferSizes, numel, sameSizes, showSizes, viewStrides, wrapDim } from '../shape.js';
import { Tensor } from '../tensor.js';
import { backend } from '../backends/current.js';
import { catOf, stackOf } from './joining.js';
import { op, type Op } from './op.js';
import { dense } from './pointwise.js';

/** Other looks at the same elements. Their gradients go back the way they came. */

const view = op({
  signature: 'view(Tensor input, int... size)',
  doc: 'The same elements under another size; fails where only a copy could have it.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  variants: ['method'],
  view: true,
  forward(input: Tensor, size: number[]) {
    const sizes = inferSizes(size, numel(input.sizes));
    const strides = viewStrides(input.sizes, input.strides, sizes);
    if (!strides) {
      throw new RuntimeError(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.",
      );
    }
    return input.alias(sizes, strides);
  },
  backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
});

const reshape = op({
  signature: 'reshape(Tensor input, int... shape)',
  doc: 'The same elements under another size; a view where that can be, else a copy.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  compose(input: Tensor, shape: number[]) {
    const sizes = inferSizes(shape, numel(input.sizes));
    if (viewStrides(input.sizes, input.strides, sizes)) return input._reshape_alias(sizes);
    return unsafeView(input.clone(), sizes);
  },
});

/** What `reshape` records where it is a view. */
const reshapeAlias = op({
  signature: '_reshape_alias(Tensor input, int[] size)',
  doc: 'The same elements under another size.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  variants: ['method'],
  view: true,
  forward: (input: Tensor, size: number[]) => input.alias(size, viewStrides(input.sizes, input.strides, size)!),
  backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
});

/** As `view`, of a tensor that nothing else sees. */
const unsafeViewOp = op({
  signature: '_unsafe_view(Tensor input, int[] size)',
  doc: 'A view of a tensor that nobody else holds.',
  formula: 'out = input, of another size',
  gradient: 'input: g, of the size of input',
  gradFn: 'UnsafeViewBackward0',
  variants: ['method'],
  forward: (input: Tensor, size: number[]) => new Tensor(input.storage, size, contiguousStrides(size), input.offset, input.dtype),
  backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
});

const unsafeView = (x: Tensor, sizes: readonly number[]): Tensor => x._unsafe_view(sizes);

const viewAs = op({
  signature: 'view_as(Tensor input, Tensor other)',
  doc: 'A view of the size of `other`.',
  formula: 'out = input, of the size of other',
  variants: ['method'],
  compose: (input: Tensor, other: Tensor) => input.view(other.sizes),
});

const reshapeAs = op({
  signature: 'reshape_as(Tensor input, Tensor other)',
  doc: 'Reshapes to the size of `other`.',
  formula: 'out = input, of the size of other',
  variants: ['method'],
  compose: (input: Tensor, other: Tensor) => input.reshape(other.sizes),
});

const flatten = op({
  signature: 'flatten(Tensor input, int start_dim=0, int end_dim=-1)',
  doc: 'Merges the dims from `start_dim` to `end_dim` into one.',
  formula: 'out = input, dims start…end merged',
  compose(input: Tensor, startDim: number, endDim: number) {
    const rank = input.sizes.length;
    const start = wrapDim(startDim, rank);
    const end = wrapDim(endDim, rank);
    if (start > end) throw new RuntimeError('flatten() has invalid args: start_dim cannot come after end_dim');
    if (rank === 0) return input.reshape([1]);
    if (start === end) return input;
    return input.reshape([...input.sizes.slice(0, start), numel(input.sizes.slice(start, end + 1)), ...input.sizes.slice(end + 1)]);
  },
});

const ravel = op({
  signature: 'ravel(Tensor input)',
  doc: 'All elements in one dim.',
  formula: 'out = input, flat',
  compose: (input: Tensor) => input.contiguous().view(-1),
});

const unflatten = op({
  signature: 'unflatten(Tensor input, int dim, int[] sizes)',
  doc: 'Splits one dim into several.',
  formula: 'out = input, dim split into sizes',
  compose(input: Tensor, dim: number, sizes: number[]) {
    const d = wrapDim(dim, input.sizes.length);
    return input.view([...input.sizes.slice(0, d), ...inferSizes(sizes, input.sizes[d]), ...input.sizes.slice(d + 1)]);
  },
});

const permuted = (x: Tensor, order: readonly number[]): Tensor =>
  x.alias(
    order.map((d) => x.sizes[d]),
    order.map((d) => x.strides[d]),
  );

const permute = op({
  signature: 'permute(Tensor input, int... dims)',
  doc: 'The dims in another order.',
  formula: 'out[i₀, i₁, …] = input with its dims reordered',
  gradient: 'input: g, dims back in their order',
  view: true,
  forward(input: Tensor, dims: number[]) {
    const rank = input.sizes.length;
    if (dims.length !== rank) {
      throw new RuntimeError(
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${rank} is not equal to len(dims) = ${dims.length}`,
      );
    }
    const order = dims.map((d) => wrapDim(d, rank));
    if (new Set(order).size !== rank) throw new RuntimeError('permute(): duplicate dims are not allowed.');
    return permuted(input, order);
  },
  backward: {
    input: (g, s) => {
      const rank = g.sizes.length;
      const back: number[] = [];
      (s.dims as number[]).forEach((d, i) => (back[wrapDim(d, rank)] = i));
      return g.permute(back);
    },
  },
});

const swapped = (rank: number, a: number, b: number): number[] => {
  const order = [...Array(rank).keys()];
  [order[a], order[b]] = [b, a];
  return order;
};

const transposes: Op[] = ['transpose', 'swapaxes', 'swapdims'].map((name) =>
  op({
    signature: `${name}(Tensor input, int dim0, int dim1)`,
    doc: 'Swaps two dims.',
    formula: 'out[…, i, …, j, …] = input[…, j, …, i, …]',
    gradient: 'input: g, swapped back',
    gradFn: 'TransposeBackward0',
    view: true,
    forward(input: Tensor, dim0: number, dim1: number) {
      const rank = input.sizes.length;
      const a = wrapDim(dim0, rank);
      const b = wrapDim(dim1, rank);
      return rank === 0 ? input.alias() : permuted(input, swapped(rank, a, b));
    },
    backward: { input: (g, s) => g.transpose(s.dim0, s.dim1) },
  }),
);

const t = op({
  signature: 't(Tensor input)',
  doc: 'The transpose of a matrix (of fewer dims, itself).',
  formula: 'out[i, j] = input[j, i]',
  gradient: 'input: gᵀ',
  view: true,
  forward(input: Tensor) {
    const rank = input.sizes.length;
    if (rank > 2) throw new RuntimeError(`t() expects a tensor with <= 2 dimensions, but self is ${rank}D`);
    return rank < 2 ? input.alias() : permuted(input, [1, 0]);
  },
  backward: { input: (g) => g.t() },
});

const movedims: Op[] = ['movedim', 'moveaxis'].map((name) =>
  op({
    signature: `${name}(Tensor input, int[] source, int[] destination)`,
    doc: 'Moves dims to other places; the rest keep their order.',
    formula: 'out = input, dims source at destination',
    compose(input: Tensor, source: number[], destination: number[]) {
      const rank = input.sizes.length;
      if (source.length !== destination.length) {
        throw new RuntimeError(
          `movedim: Invalid source or destination dims: source (${showSizes(source)} dims) should contain the same number of dims as destination (${showSizes(destination)} dims)`,
        );
      }
      const from = source.map((d) => wrapDim(d, rank));
      const to = destination.map((d) => wrapDim(d, rank));
      if (new Set(from).size !== from.length) throw new RuntimeError(`movedim: repeated dim in \`source\` (${showSizes(source)})`);
      if (new Set(to).size !== to.length) throw new RuntimeError(`movedim: repeated dim in \`destination\` (${showSizes(destination)})`);
      const order = new Array<number>(rank).fill(-1);
      from.forEach((d, i) => (order[to[i]] = d));
      const rest = [...Array(rank).keys()].filter((d) => !from.includes(d));
      return input.permute(order.map((d) => (d < 0 ? rest.shift()! : d)));
    },
  }),
);

const insertAt = <T>(list: readonly T[], at: number, value: T): T[] => [...list.slice(0, at), value, ...list.slice(at)];

const unsqueeze = op({
  signature: 'unsqueeze(Tensor input, int dim)',
  doc: 'Inserts a dim of size 1.',
  formula: 'out = input, with a dim of 1 at dim',
  gradient: 'input: g without that dim',
  view: true,
  forward(input: Tensor, dim: number) {
    const d = wrapDim(dim, input.sizes.length + 1);
    const stride = d >= input.sizes.length ? 1 : input.sizes[d] * input.strides[d];
    return input.alias(insertAt(input.sizes, d, 1), insertAt(input.strides, d, stride));
  },
  backward: { input: (g, s) => g.squeeze(wrapDim(s.dim, g.sizes.length)) },
});

const without = (x: Tensor, drop: (d: number) => boolean): Tensor => {
  const keep = [...x.sizes.keys()].filter((d) => !drop(d));
  return permuted(x, keep);
};

const squeeze: Op[] = [
  op({
    signature: 'squeeze(Tensor input)',
    doc: 'Removes all dims of size 1.',
    formula: 'out = input without its dims of 1',
    gradient: 'input: g, of the size of input',
    view: true,
    forward: (input: Tensor) => without(input, (d) => input.sizes[d] === 1),
    backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
  }),
  op({
    signature: 'squeeze.dim(Tensor input, int dim)',
    doc: 'Removes a dim if its size is 1.',
    formula: 'out = input without dim, if that is 1',
    gradient: 'input: g, of the size of input',
    gradFn: 'SqueezeBackward1',
    view: true,
    forward(input: Tensor, dim: number) {
      const d = wrapDim(dim, input.sizes.length);
      return without(input, (e) => e === d && input.sizes[e] === 1);
    },
    backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
  }),
];

/** Sizes where -1 keeps what is there. */
function expandedSizes(input: Tensor, size: readonly number[]): number[] {
  const rank = input.sizes.length;
  if (size.length < rank) {
    throw new RuntimeError(
      `expand(torch.${input.dtype.scalarName}Tensor{${showSizes(input.sizes)}}, size=${showSizes(size)}): the number of sizes provided (${size.length}) must be greater or equal to the number of dimensions in the tensor (${rank})`,
    );
  }
  const skip = size.length - rank;
  const sizes = [...size];
  // The last dim that does not fit is the one that PyTorch names.
  for (let i = size.length - 1; i >= 0; i--) {
    const n = size[i];
    const own = i < skip ? 1 : input.sizes[i - skip];
    if (n === -1) {
      if (i < skip) {
        throw new RuntimeError(`The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension ${i}`);
      }
      sizes[i] = own;
    } else if (i >= skip && own !== n && own !== 1) {
      throw new RuntimeError(
        `The expanded size of the tensor (${n}) must match the existing size (${own}) at non-singleton dimension ${i}.  Target sizes: ${showSizes(size)}.  Tensor sizes: ${showSizes(input.sizes)}`,
      );
    }
  }
  return sizes;
}

const expand: Op[] = ['expand', 'broadcast_to'].map((name) =>
  op({
    signature: `${name}(Tensor input, int... size)`,
    doc: 'Repeats dims of size 1 without copying.',
    formula: 'out = input, dims of 1 stretched',
    gradient: 'input: g, summed over what was stretched',
    gradFn: 'ExpandBackward0',
    variants: name === 'expand' ? ['method'] : ['function', 'method'],
    view: true,
    forward(input: Tensor, size: number[]) {
      const sizes = expandedSizes(input, size);
      const skip = sizes.length - input.sizes.length;
      const strides = sizes.map((n, i) => (i < skip || (input.sizes[i - skip] === 1 && n !== 1) ? 0 : input.strides[i - skip]));
      return input.alias(sizes, strides);
    },
    backward: { input: (g) => g },
  }),
);

const expandAs = op({
  signature: 'expand_as(Tensor input, Tensor other)',
  doc: 'Expands to the size of `other`.',
  formula: 'out = input, of the size of other',
  variants: ['method'],
  compose: (input: Tensor, other: Tensor) => input.expand(other.sizes),
});

const sumToSize = op({
  signature: 'sum_to_size(Tensor input, int... size)',
  doc: 'Sums over what broadcasting to the present size would have stretched.',
  formula: 'out = Σ input over the stretched dims',
  variants: ['method'],
  compose(input: Tensor, size: number[]) {
    if (sameSizes(input.sizes, size)) return input;
    const skip = input.sizes.length - size.length;
    const dims = [...input.sizes.keys()].filter((d) => d < skip || (size[d - skip] === 1 && input.sizes[d] !== 1));
    const summed = dims.length > 0 ? input.sum(dims, true) : input;
    return skip > 0 ? summed.view(size) : summed;
  },
});

/** `x[start:end:step]` along one dim, with bounds that were brought into range. */
const slice = op({
  internal: true,
  signature: 'slice(Tensor input, int dim, int start, int end, int step=1)',
  doc: 'Every `step`-th element of a dim from `start` below `end`.',
  formula: 'out = input[…, start:end:step, …]',
  gradient: 'input: g at those places, 0 elsewhere',
  variants: ['method'],
  view: true,
  forward(input: Tensor, dim: number, start: number, end: number, step: number) {
    const sizes = [...input.sizes];
    const strides = [...input.strides];
    sizes[dim] = Math.max(0, Math.ceil((end - start) / step));
    strides[dim] *= step;
    return input.alias(sizes, strides, input.offset + (sizes[dim] > 0 ? start * input.strides[dim] : 0));
  },
  backward: { input: (g, s) => g.slice_backward(s.sizesOf('input'), s.dim, s.start, s.end, s.step) },
});

const sliceBackward = op({
  signature: 'slice_backward(Tensor input, int[] size, int dim, int start, int end, int step)',
  doc: 'The gradient of a slice: zeros, with `input` in its place.',
  formula: 'out[…, start:end:step, …] = input, else 0',
  gradient: 'input: g[…, start:end:step, …]',
  variants: ['method'],
  forward(input: Tensor, size: number[], dim: number, start: number, _end: number, step: number) {
    const out = Tensor.empty(size, input.dtype);
    const strides = [...out.strides];
    strides[dim] *= step;
    backend().copy(input, {
      ...input,
      storage: out.storage,
      dtype: out.dtype,
      sizes: input.sizes,
      strides,
      offset: start * out.strides[dim],
    });
    return out;
  },
  backward: { input: (g, s) => g.slice(s.dim, s.start, s.end, s.step) },
});

const select = op({
  signature: 'select(Tensor input, int dim, int index)',
  doc: 'One position of a dim, which goes.',
  formula: 'out = input[…, index, …]',
  gradient: 'input: g at that place, 0 elsewhere',
  view: true,
  forward(input: Tensor, dim: number, index: number) {
    if (input.sizes.length === 0) throw new IndexError('select() cannot be applied to a 0-dim tensor.');
    const d = wrapDim(dim, input.sizes.length);
    const n = input.sizes[d];
    if (index < -n || index >= n) {
      throw new IndexError(`select(): index ${index} out of range for tensor of size ${showSizes(input.sizes)} at dimension ${d}`);
    }
    const at = index < 0 ? index + n : index;
    return input.alias(
      input.sizes.filter((_, i) => i !== d),
      input.strides.filter((_, i) => i !== d),
      input.offset + at * input.strides[d],
    );
  },
  backward: {
    input: (g, s) => {
      const sizes = s.sizesOf('input');
      const d = wrapDim(s.dim, sizes.length);
      const at = s.index < 0 ? s.index + sizes[d] : s.index;
      return g.unsqueeze(d).slice_backward(sizes, d, at, at + 1, 1);
    },
  },
});

const narrow = op({
  signature: 'narrow(Tensor input, int dim, int|Tensor start, int length)',
  doc: '`length` positions of a dim from `start`.',
  formula: 'out = input[…, start:start+length, …]',
  compose(input: Tensor, dim: number, first: number | Tensor, length: number) {
    const start = typeof first === 'number' ? first : first.item();
    if (input.sizes.length === 0) throw new RuntimeError('narrow() cannot be applied to a 0-dim tensor.');
    const d = wrapDim(dim, input.sizes.length);
    const n = input.sizes[d];
    const from = start < 0 && start >= -n ? start + n : start;
    if (from < 0 || start < -n || start > n) {
      throw new IndexError(`Dimension out of range (expected to be in range of [${-n}, ${n - 1}], but got ${start})`);
    }
    if (length < 0 || from + length > n) throw new RuntimeError(`start (${from}) + length (${length}) exceeds dimension size (${n}).`);
    return input.slice(d, from, from + length, 1);
  },
});

const unbind = op({
  signature: 'unbind(Tensor input, int dim=0) -> Tensor[]',
  doc: 'The positions of a dim, one tensor each.',
  formula: 'out[i] = input[…, i, …]',
  gradient: 'input: the gradients, stacked',
  view: true,
  forward(input: Tensor, dim: number) {
    if (input.sizes.length === 0) throw new IndexError('Dimension specified as 0 but tensor has no dimensions');
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

/** Pieces of a dim by their sizes. */
const splitBy = op({
  signature: 'split_with_sizes(Tensor input, int[] split_sizes, int dim=0) -> Tensor[]',
  doc: 'Pieces of a dim, of the sizes given.',
  formula: 'out[k] = input[…, startₖ:startₖ+sizeₖ, …]',
  gradient: 'input: the gradients, joined',
  gradFn: 'SplitWithSizesBackward0',
  view: true,
  forward: (input: Tensor, sizes: number[], dim: number) => pieces(input, sizes, dim),
  backward: { input: (g, s) => joined(g, s.grads, s.sizesOf('input'), s.split_sizes, s.dim) },
});

function pieces(input: Tensor, sizes: readonly number[], dim: number): Tensor[] {
  const d = wrapDim(dim, input.sizes.length);
  const total = sizes.reduce((a, b) => a + b, 0);
  if (sizes.some((n) => n < 0)) {
    throw new RuntimeError(`split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=${showSizes(sizes)}`);
  }
  if (total !== input.sizes[d]) {
    throw new RuntimeError(
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

/** The sizes of equal pieces, the last one smaller. */
function equalPieces(n: number, size: number): number[] {
  if (n === 0) return [0];
  const count = Math.ceil(n / size);
  return Array.from({ length: count }, (_, i) => Math.min(size, n - i * size));
}

const splitEqual = op({
  signature: 'split(Tensor input, int split_size_or_sections, int dim=0) -> Tensor[]',
  doc: 'Pieces of a dim of one size; the last may be smaller.',
  formula: 'out[k] = input[…, k·size:(k+1)·size, …]',
  gradient: 'input: the gradients, joined',
  view: true,
  forward(input: Tensor, size: number, dim: number) {
    if (input.sizes.length === 0) throw new RuntimeError('split expects at least a 1-dimensional tensor');
    if (size < 0) throw new RuntimeError(`split expects split_size be non-negative, but got split_size=${size}`);
    const n = input.sizes[wrapDim(dim, input.sizes.length)];
    if (size === 0 && n !== 0) throw new RuntimeError(`split_size can only be 0 if dimension size is 0, but got dimension size of ${n}`);
    return pieces(input, equalPieces(n, size), dim);
  },
  backward: {
    input: (g, s) => {
      const sizes = s.sizesOf('input');
      return joined(g, s.grads, sizes, equalPieces(sizes[wrapDim(s.dim, sizes.length)], s.split_size_or_sections), s.dim);
    },
  },
});

const split = op({
  signature: 'split.sizes(Tensor input, int[] split_size_or_sections, int dim=0) -> Tensor[]',
  doc: 'Pieces of a dim, of the sizes given.',
  formula: 'out[k] = input[…, startₖ:startₖ+sizeₖ, …]',
  compose: (input: Tensor, sizes: number[], dim: number) => input.split_with_sizes(sizes, dim),
});

const chunk = op({
  signature: 'chunk(Tensor input, int chunks, int dim=0) -> Tensor[]',
  doc: 'At most `chunks` pieces of a dim, as equal as can be.',
  formula: 'out[k] = the k-th piece of input',
  compose(input: Tensor, chunks: number, dim: number) {
    if (input.sizes.length === 0) throw new RuntimeError('chunk expects at least a 1-dimensional tensor');
    if (chunks <= 0) throw new RuntimeError(`chunk expects \`chunks\` to be greater than 0, got: ${chunks}`);
    const n = input.sizes[wrapDim(dim, input.sizes.length)];
    return n === 0 ? input.split_with_sizes(new Array<number>(chunks).fill(0), dim) : input.split(Math.ceil(n / chunks), dim);
  },
});

const diagonal = op({
  signature: 'diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)',
  doc: 'The diagonal of two dims, as a last dim.',
  formula: 'out[…, i] = input[…, i, …, i + offset, …]',
  gradient: 'input: g on the diagonal, 0 elsewhere',
  view: true,
  forward(input: Tensor, offset: number, dim1: number, dim2: number) {
    const rank = input.sizes.length;
    const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
    if (a === b) throw new RuntimeError(`diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
    const length = Math.max(
      offset >= 0 ? Math.min(input.sizes[a], input.sizes[b] - offset) : Math.min(input.sizes[a] + offset, input.sizes[b]),
      0,
    );
    const start = length === 0 ? 0 : offset >= 0 ? offset * input.strides[b] : -offset * input.strides[a];
    const rest = [...input.sizes.keys()].filter((d) => d !== a && d !== b);
    return input.alias(
      [...rest.map((d) => input.sizes[d]), length],
      [...rest.map((d) => input.strides[d]), input.strides[a] + input.strides[b]],
      input.offset + start,
    );
  },
  backward: { input: (g, s) => g.diagonal_backward(s.sizesOf('input'), s.offset, s.dim1, s.dim2) },
});

const diagonalBackward = op({
  signature: 'diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)',
  doc: 'The gradient of `diagonal`: zeros, with `input` on the diagonal.',
  formula: 'out[…, i, …, i + offset, …] = input[…, i]',
  gradient: 'input: the diagonal of g',
  variants: ['method'],
  forward(input: Tensor, size: number[], offset: number, dim1: number, dim2: number) {
    const out = Tensor.empty(size, input.dtype);
    backend().copy(input, out.diagonal(offset, dim1, dim2));
    return out;
  },
  backward: { input: (g, s) => g.diagonal(s.offset, s.dim1, s.dim2) },
});

const asStrided = op({
  signature: 'as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)',
  doc: 'A view of the storage by size, strides and offset.',
  formula: 'out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]',
  gradient: 'input: g, added where it came from',
  view: true,
  forward(input: Tensor, size: number[], stride: number[], offset: number | null) {
    if (size.length !== stride.length) throw new RuntimeError(`mismatch in length of strides and shape`);
    return input.alias([...size], [...stride], offset === null ? input.offset : offset);
  },
  backward: {
    input: (g, s) =>
      g._as_strided_scatter(s.sizesOf('input'), contiguousStrides(s.sizesOf('input')), s.size, s.stride, s.storage_offset ?? 0),
  },
});

/** What AsStrided's gradient is: places that are seen twice get both gradients. */
const asStridedScatter = op({
  signature: '_as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)',
  doc: 'The gradient of `as_strided`: zeros, to which `input` is added where the view looks.',
  formula: 'out.as_strided(size, stride, offset) += input',
  gradient: 'input: g.as_strided(size, stride, offset)',
  variants: ['method'],
  forward(input: Tensor, baseSize: number[], baseStride: number[], size: number[], stride: number[], offset: number) {
    const last = baseSize.reduce((a, n, i) => a + Math.max(n - 1, 0) * baseStride[i], 0);
    const strip = Tensor.empty(
      [Math.max(last + 1, offset + size.reduce((a, n, i) => a + Math.max(n - 1, 0) * stride[i], 0) + 1)],
      input.dtype,
    );
    const positions = new Float64Array(numel(size));
    let k = 0;
    const visit = (d: number, at: number) => {
      if (d === size.length) positions[k++] = at;
      else for (let i = 0; i < size[d]; i++) visit(d + 1, at + i * stride[d]);
    };
    visit(0, offset);
    backend().put(strip, positions, input, 'add');
    return dense(strip.alias(baseSize, baseStride, 0));
  },
  backward: { input: (g, s) => denseAsStrided(g, s.base_size, s.base_stride, s.size, s.stride, s.offset) },
});

/** Reads a gradient that lies densely as if it lay as its base does. */
function denseAsStrided(g: Tensor, baseSize: number[], baseStride: number[], size: number[], stride: number[], offset: number): Tensor {
  if (!sameSizes(baseStride, contiguousStrides(baseSize)))
    throw new ValueError('as_strided of a non-contiguous base cannot be differentiated twice');
  return g.contiguous().as_strided(size, stride, offset);
}

const detach = op({
  signature: 'detach(Tensor input)',
  doc: 'The same elements without history: no gradient passes.',
  formula: 'out = input',
  variants: ['function', 'method'],
  forward: (input: Tensor) => input.alias(),
});

const viewOps: Op[] = [
  view,
  reshape,
  reshapeAlias,
  unsafeViewOp,
  viewAs,
  reshapeAs,
  flatten,
  ravel,
  unflatten,
  permute,
  ...transposes,
  t,
  ...movedims,
  unsqueeze,
  ...squeeze,
  ...expand,
  expandAs,
  sumToSize,
  slice,
  sliceBackward,
  select,
  narrow,
  unbind,
  splitBy,
  splitEqual,
  split,
  chunk,
  diagonal,
  diagonalBackward,
  asStrided,
  asStridedScatter,
  detach,
];

export { viewOps as views };
