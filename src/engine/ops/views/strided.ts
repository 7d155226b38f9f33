import { RuntimeError, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { kernels } from '../../backends/dispatch.js';
import { int64 } from '../../dtype.js';
import { isContiguous, isDense, numel, showSizes, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { everywhere, op } from '../op.js';
import { dense } from '../pointwise.js';

/** Diagonals, arbitrary strides, and the tensor without its history. */

export const diagonal = op({
  signature: 'diagonal(Tensor input, int offset=0, int dim1=0, int dim2=1)',
  kind: kind.view(),
  doc: 'The diagonal of two dims, as a last dim.',
  formula: 'out[…, i] = input[…, i, …, i + offset, …]',
  gradient: 'input: g on the diagonal, 0 elsewhere',
  forward(input, offset, dim1, dim2) {
    const rank = input.sizes.length;
    const [a, b] = [wrapDim(dim1, rank), wrapDim(dim2, rank)];
    if (a === b) throw wrongShape(`diagonal dimensions cannot be identical ${dim1}, ${dim2}`);
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

export const diagonalCopy = op({
  signature: 'diagonal_copy(Tensor input, int offset=0, int dim1=0, int dim2=1, *, Tensor? out=None)',
  kind: kind.copy(),
  doc: 'The diagonal of two dims, as a last dim, in memory of its own.',
  formula: 'out[…, i] = input[…, i, …, i + offset, …]',
  gradient: 'input: g on the diagonal, 0 elsewhere',
  gradFn: 'DiagonalBackward0_copy',
  variants: ['function', 'method'],
  forward: (input, offset, dim1, dim2) => input.diagonal(offset, dim1, dim2).clone(),
  backward: { input: (g, s) => g.diagonal_backward(s.sizesOf('input'), s.offset, s.dim1, s.dim2) },
});

export const diagonalBackward = op({
  signature: 'diagonal_backward(Tensor input, int[] size, int offset, int dim1, int dim2)',
  kind: kind.placement({ holds: 'input' }),
  doc: 'The gradient of `diagonal`: zeros, with `input` on the diagonal.',
  formula: 'out[…, i, …, i + offset, …] = input[…, i]',
  gradient: 'input: the diagonal of g',
  variants: ['method'],
  forward(input, size, offset, dim1, dim2) {
    const out = Tensor.zeros(size, input.dtype, input.device);
    kernels.copy(input, out.diagonal(offset, dim1, dim2));
    return out;
  },
  backward: { input: (g, s) => g.diagonal(s.offset, s.dim1, s.dim2) },
});

/** @throws RuntimeError unless all elements that sizes and strides describe are inside the storage */
function checkWithin({ storage, dtype }: Tensor, size: readonly number[], stride: readonly number[], from: number): void {
  const negative = size.find((n) => n < 0);
  if (negative !== undefined) throw wrongShape(`Trying to create tensor with negative dimension ${negative}: ${showSizes(size)}`);
  if (stride.some((n) => n < 0)) {
    throw new RuntimeError(`as_strided: Negative strides are not supported at the moment, got strides: ${showSizes(stride)}`);
  }
  if (from < 0) throw new RuntimeError(`Tensor: invalid storage offset ${from}`);
  const needed = size.includes(0) ? 0 : from + 1 + size.reduce((reach, n, dim) => reach + (n - 1) * stride[dim], 0);
  // Complex numbers count as two parts each.
  if (needed * dtype.lanes > storage.length * storage.dtype.lanes) {
    throw new RuntimeError(
      `setStorage: sizes ${showSizes(size)}, strides ${showSizes(stride)}, storage offset ${from}, and itemsize ${dtype.itemsize} requiring a storage size of ${needed * dtype.itemsize} are out of bounds for storage of size ${storage.bytes}`,
    );
  }
}

export const asStrided = op({
  signature: 'as_strided(Tensor input, int[] size, int[] stride, int? storage_offset=None)',
  kind: kind.view(),
  doc: 'A view of the storage by size, strides and offset.',
  formula: 'out[i, j, …] = storage[offset + i · stride₀ + j · stride₁ + …]',
  gradient: 'input: g, added where it came from',
  variants: everywhere,
  forward(input, size, stride, offset) {
    if (size.length !== stride.length) throw wrongShape(`mismatch in length of strides and shape`);
    const from = offset ?? input.offset;
    checkWithin(input, size, stride, from);
    return input.alias([...size], [...stride], from);
  },
  backward: {
    input(g, s) {
      const { sizes, strides, offset } = s.metaOf('input');
      return g._as_strided_scatter(sizes, strides, s.size, s.stride, (s.storage_offset ?? offset) - offset);
    },
  },
});

/** The gradient of AsStrided: a place that the view shows twice gets the sum of both gradients. */
export const asStridedScatter = op({
  signature: '_as_strided_scatter(Tensor input, int[] base_size, int[] base_stride, int[] size, int[] stride, int offset)',
  kind: kind.placement({ holds: 'input' }),
  doc: 'The gradient of `as_strided`: zeros, to which `input` is added where the view looks.',
  formula: 'out.as_strided(size, stride, offset) += input',
  gradient: 'input: g.as_strided(size, stride, offset)',
  variants: ['method'],
  forward(input, baseSize, baseStride, size, stride, offset) {
    const last = baseSize.reduce((a, n, i) => a + Math.max(n - 1, 0) * baseStride[i], 0);
    const length = Math.max(last + 1, offset + size.reduce((a, n, i) => a + Math.max(n - 1, 0) * stride[i], 0) + 1);
    const strip = Tensor.zeros([length], input.dtype, input.device);
    const positions = new Float64Array(numel(size));
    let k = 0;
    const visit = (d: number, at: number) => {
      if (d === size.length) positions[k++] = at;
      else for (let i = 0; i < size[d]; i++) visit(d + 1, at + i * stride[d]);
    };
    visit(0, offset);
    kernels.put(strip, Tensor.of(positions, [positions.length], int64, input.device), input, 'add');
    return dense(strip.alias(baseSize, baseStride, 0));
  },
  backward: { input: (g, s) => denseAsStrided(g, s.base_size, s.base_stride, s.size, s.stride, s.offset) },
});

/** Reads a dense gradient as if it had the strides of the base. */
function denseAsStrided(g: Tensor, baseSize: number[], baseStride: number[], size: number[], stride: number[], offset: number): Tensor {
  if (isContiguous(baseSize, baseStride)) return g.contiguous().as_strided(size, stride, offset);
  if (!isDense(baseSize, baseStride)) throw new ValueError('as_strided of a base with gaps in memory cannot be differentiated twice');
  const slowestFirst = [...baseSize.keys()].sort((a, b) => baseStride[b] - baseStride[a]);
  return g.permute(slowestFirst).contiguous().as_strided(size, stride, offset);
}

export const detach = op({
  signature: 'detach(Tensor input)',
  kind: kind.view({ cuts: true, untied: true }),
  doc: 'The same elements without history: no gradient passes.',
  formula: 'out = input, without its history',
  variants: ['function', 'method'],
  forward: (input) => input.alias(),
});
