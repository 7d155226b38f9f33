import { fused, kernels } from '../../backends/dispatch.js';
import type { Window } from '../../backends/backend.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { dense } from '../pointwise.js';

/**
 * The three uses of the trilinear form F(x, w, y) = Σ x · w · y over the taps of a convolution: y from x and w
 * (convolution), x from y and w (transposed convolution, the gradient of x), and w from x and y (the gradient of w).
 * `x` is the side that is padded. Each one runs as one kernel if the backend has it, else as a product with columns.
 */

export interface Geometry {
  stride: readonly number[];
  padding: readonly number[];
  dilation: readonly number[];
  groups: number;
}

/** A list for three spatial dims: missing dims are added in front. */
const three = (list: readonly number[], fill: number): number[] => [...new Array<number>(3 - list.length).fill(fill), ...list];

const windowOf = (kernel: readonly number[], { stride, padding, dilation }: Geometry): Window => ({
  kernel: three(kernel, 1),
  stride: three(stride, 1),
  padding: three(padding, 0),
  dilation: three(dilation, 1),
});

const isPointwise = ({ kernel, stride, padding }: Window): boolean =>
  kernel.every((k) => k === 1) && stride.every((s) => s === 1) && padding.every((p) => p === 0);

/** The tensor [N, C, spatial…] as [N, C, D, H, W], in memory order. */
const volume = (t: Tensor): Tensor => dense(t).view([t.sizes[0], t.sizes[1], ...three(t.sizes.slice(2), 1)]);

interface Counts {
  batch: number;
  groups: number;
  /** The number of rows in the columns of one group: channels of x in the group times taps. */
  rows: number;
  /** The number of channels of y in one group. */
  outputs: number;
  positions: number;
}

const batches = (t: Tensor, b: number, rows: number, columns: number): Tensor => t.view([b, rows, columns]);

/** The weight as [N · groups, outputs, rows]; the same for every sample. */
function weights(w: Tensor, { batch, groups, outputs, rows }: Counts): Tensor {
  const each = dense(w).view([groups, outputs, rows]);
  if (groups === 1) return each.expand([batch, outputs, rows]);
  return each
    .unsqueeze(0)
    .expand([batch, groups, outputs, rows])
    .reshape([batch * groups, outputs, rows]);
}

/** [N · groups, rows, positions]: for each position of y, the elements of x that it depends on. */
function columnsOf(x: Tensor, window: Window, output: readonly number[], c: Counts): Tensor {
  if (isPointwise(window)) return batches(dense(x), c.batch * c.groups, c.rows, c.positions);
  const columns = Tensor.zeros([c.batch * c.groups, c.rows, c.positions], x.dtype, x.device);
  kernels.im2col(volume(x), window, three(output, 1), columns);
  return columns;
}

const counts = (batch: number, w: readonly number[], output: readonly number[], groups: number): Counts => ({
  batch,
  groups,
  rows: numel(w.slice(1)),
  outputs: w[0] / groups,
  positions: numel(output),
});

/** y with sizes [N, O, output…], from x, w and a bias for each channel. */
export function convolve(x: Tensor, w: Tensor, bias: Tensor | null, g: Geometry, output: readonly number[]): Tensor {
  const sizes = [x.sizes[0], w.sizes[0], ...output];
  if (numel(sizes) > 0) {
    const y = Tensor.empty(sizes, x.dtype, x.device);
    if (fused('convolve', volume(x), volume(w), bias, windowOf(w.sizes.slice(2), g), g.groups, volume(y))) return y;
  }
  const c = counts(x.sizes[0], w.sizes, output, g.groups);
  const y = Tensor.empty([c.batch * c.groups, c.outputs, c.positions], x.dtype, x.device);
  if (numel(y.sizes) > 0) kernels.matmul(weights(w, c), columnsOf(x, windowOf(w.sizes.slice(2), g), output, c), y);
  return withBias(y.view(sizes), bias);
}

export const withBias = (y: Tensor, bias: Tensor | null): Tensor =>
  bias ? y.add(bias.view([1, bias.sizes[0], ...y.sizes.slice(2).map(() => 1)])) : y;

/** x with sizes [N, C, input…], from y and w. */
export function convolveBack(y: Tensor, w: Tensor, g: Geometry, input: readonly number[]): Tensor {
  const output = y.sizes.slice(2);
  const c = counts(y.sizes[0], w.sizes, output, g.groups);
  const window = windowOf(w.sizes.slice(2), g);
  const sizes = [c.batch, w.sizes[1] * g.groups, ...input];
  if (numel(y.sizes) > 0 && numel(sizes) > 0) {
    const x = Tensor.empty(sizes, y.dtype, y.device);
    if (fused('convolveBack', volume(y), volume(w), window, g.groups, volume(x))) return x;
  }
  const columns = Tensor.zeros([c.batch * c.groups, c.rows, c.positions], y.dtype, y.device);
  if (numel(columns.sizes) > 0) {
    kernels.matmul(weights(w, c).transpose(1, 2), batches(dense(y), c.batch * c.groups, c.outputs, c.positions), columns);
  }
  if (isPointwise(window)) return columns.view(sizes);
  const x = Tensor.zeros(sizes, y.dtype, y.device);
  if (numel(columns.sizes) > 0) kernels.col2im(columns, window, three(output, 1), volume(x));
  return x;
}

/** w with the given `sizes`, from x and y. */
export function convolveWeight(x: Tensor, y: Tensor, g: Geometry, sizes: readonly number[]): Tensor {
  const output = y.sizes.slice(2);
  const c = counts(x.sizes[0], sizes, output, g.groups);
  if (numel(x.sizes) > 0 && numel(y.sizes) > 0 && numel(sizes) > 0) {
    const w = Tensor.empty(sizes, x.dtype, x.device);
    if (fused('convolveWeight', volume(x), volume(y), windowOf(sizes.slice(2), g), g.groups, volume(w))) return w;
  }
  const each = Tensor.zeros([c.batch * c.groups, c.outputs, c.rows], x.dtype, x.device);
  if (numel(x.sizes) > 0 && c.positions > 0) {
    const columns = columnsOf(x, windowOf(sizes.slice(2), g), output, c);
    kernels.matmul(batches(dense(y), c.batch * c.groups, c.outputs, c.positions), columns.transpose(1, 2), each);
  }
  if (c.batch === 1) return each.view(sizes);
  return each.view([c.batch, ...sizes]).sum([0]);
}

/** The sum over all dims but the channels. */
export const sumToChannels = (y: Tensor): Tensor => y.sum([...y.sizes.keys()].filter((d) => d !== 1));

/** The gradient of the bias, from y. */
export function convolveBias(y: Tensor, x: readonly number[], w: readonly number[], groups: number): Tensor {
  const b = Tensor.empty([y.sizes[1]], y.dtype, y.device);
  const volumes = [x, w].map((sizes) => [sizes[0], sizes[1], ...three(sizes.slice(2), 1)]) as [number[], number[]];
  if (numel(y.sizes) > 0 && fused('convolveBias', volume(y), ...volumes, groups, b)) return b;
  return sumToChannels(y);
}

/** The spatial sizes of y for an x with the spatial sizes `input`. */
export const outputSizes = (input: readonly number[], kernel: readonly number[], g: Geometry): number[] =>
  input.map((n, d) => Math.floor((n + 2 * g.padding[d] - g.dilation[d] * (kernel[d] - 1) - 1) / g.stride[d]) + 1);

/** The smallest spatial sizes of x that give a y with the spatial sizes `output`. */
export const inputSizes = (output: readonly number[], kernel: readonly number[], g: Geometry): number[] =>
  output.map((n, d) => (n - 1) * g.stride[d] - 2 * g.padding[d] + g.dilation[d] * (kernel[d] - 1) + 1);
