import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { formulasAreRecorded } from '../../tensor/observe.js';
import { showSizes, wrapDim, wrapDims } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';

/** Views with the dims in another order, or with dims of size 1 added or removed. */

const permuted = (x: Tensor, order: readonly number[]): Tensor =>
  x.alias(
    order.map((d) => x.sizes[d]),
    order.map((d) => x.strides[d]),
  );

export const permute = op({
  signature: 'permute(Tensor input, int... dims)',
  kind: kind.view(),
  doc: 'The dims in another order.',
  formula: 'out[i₀, i₁, …] = input with its dims reordered',
  gradient: 'input: g, dims back in their order',
  forward(input, dims) {
    const rank = input.sizes.length;
    if (dims.length !== rank) {
      throw wrongShape(
        `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = ${rank} is not equal to len(dims) = ${dims.length}`,
      );
    }
    const order = dims.map((d) => wrapDim(d, rank));
    if (new Set(order).size !== rank) throw wrongShape('permute(): duplicate dims are not allowed.');
    return permuted(input, order);
  },
  backward: {
    input: (g, s) => {
      const rank = g.sizes.length;
      const back: number[] = [];
      s.dims.forEach((d, i) => (back[wrapDim(d, rank)] = i));
      return g.permute(back);
    },
  },
});

const swapped = (rank: number, a: number, b: number): number[] => {
  const order = [...Array(rank).keys()];
  [order[a], order[b]] = [b, a];
  return order;
};

export const transposes: Op[] = ['transpose', 'swapaxes', 'swapdims'].map((name) =>
  op({
    signature: `${name}(Tensor input, int dim0, int dim1)`,
    kind: kind.view(),
    doc: 'Swaps two dims.',
    formula: 'out[…, i, …, j, …] = input[…, j, …, i, …]',
    gradient: 'input: g, swapped back',
    gradFn: 'TransposeBackward0',
    gradFnInPlace: 'TransposeBackward1',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim0, dim1) {
      const rank = input.sizes.length;
      const a = wrapDim(dim0, rank);
      const b = wrapDim(dim1, rank);
      return rank === 0 ? input.alias() : permuted(input, swapped(rank, a, b));
    },
    backward: { input: (g, s) => g.transpose(s.dim0, s.dim1) },
  }),
);

export const t = op({
  signature: 't(Tensor input)',
  kind: kind.view(),
  doc: 'The transpose of a matrix (of fewer dims, itself).',
  formula: 'out[i, j] = input[j, i]',
  gradient: 'input: gᵀ',
  gradFnInPlace: 'TBackward1',
  variants: ['function', 'method', 'inplace'],
  forward(input) {
    const rank = input.sizes.length;
    if (rank > 2) throw wrongShape(`t() expects a tensor with <= 2 dimensions, but self is ${rank}D`);
    return rank < 2 ? input.alias() : permuted(input, [1, 0]);
  },
  backward: { input: (g) => (formulasAreRecorded() || g.sizes.length < 2 ? g.t() : permuted(g, [1, 0])) },
});

export const movedims: Op[] = ['movedim', 'moveaxis'].map((name) =>
  op({
    signature: `${name}(Tensor input, int[] source, int[] destination)`,
    kind: kind.view(),
    doc: 'Moves dims to other places; the rest keep their order.',
    formula: 'out = input, dims source at destination',
    compose(input, source, destination) {
      const rank = input.sizes.length;
      if (source.length !== destination.length) {
        throw wrongShape(
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

export const unsqueeze = op({
  signature: 'unsqueeze(Tensor input, int dim)',
  kind: kind.view(),
  doc: 'Inserts a dim of size 1.',
  formula: 'out = input, with a dim of 1 at dim',
  gradient: 'input: g without that dim',
  gradFnInPlace: 'UnsqueezeBackward1',
  variants: ['function', 'method', 'inplace'],
  forward(input, dim) {
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

export const squeeze: Op[] = [
  op({
    signature: 'squeeze(Tensor input)',
    kind: kind.view(),
    doc: 'Removes all dims of size 1.',
    formula: 'out = input without its dims of 1',
    gradient: 'input: g, of the size of input',
    gradFnInPlace: 'SqueezeBackward3',
    variants: ['function', 'method', 'inplace'],
    forward: (input) => without(input, (d) => input.sizes[d] === 1),
    backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
  }),
  op({
    signature: 'squeeze.dim(Tensor input, int dim)',
    kind: kind.view(),
    doc: 'Removes a dim if its size is 1.',
    formula: 'out = input without dim, if that is 1',
    gradient: 'input: g, of the size of input',
    gradFn: 'SqueezeBackward1',
    gradFnInPlace: 'SqueezeBackward4',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim) {
      const d = wrapDim(dim, input.sizes.length);
      return without(input, (e) => e === d && input.sizes[e] === 1);
    },
    backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
  }),
  op({
    signature: 'squeeze.dims(Tensor input, int[] dim)',
    kind: kind.view(),
    doc: 'Removes those of several dims whose size is 1.',
    formula: 'out = input without those dims that are 1',
    gradient: 'input: g, of the size of input',
    gradFn: 'SqueezeBackward2',
    gradFnInPlace: 'SqueezeBackward5',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim) {
      const dims = dim.length === 0 ? [] : wrapDims(dim, input.sizes.length);
      return without(input, (e) => dims.includes(e) && input.sizes[e] === 1);
    },
    backward: { input: (g, s) => g.reshape(s.sizesOf('input')) },
  }),
];
