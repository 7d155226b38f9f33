import { type DType, int64 } from '../../dtype.js';
import { NotImplementedError_ } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { numel, wrapDim, wrapDims } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { catOf } from '../joining.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { unexpectedOut } from '../outDtype.js';
import { allDims, asAsked, countOf, fold, spread, sumType } from './fold.js';

/** Sums, means, products, counts. */

export const sums: Op[] = [
  op({
    signature: 'sum(Tensor input, *, dtype? dtype=None)',
    kind: kind.reduction('sum'),
    doc: 'The sum of all elements.',
    formula: 'out = Σ input',
    gradient: 'input: g, for every element',
    forward: (input, dtype) => fold('sum', asAsked(input, dtype), allDims(input), false, sumType(input, dtype)),
    backward: { input: (g, s) => g.expand(s.sizesOf('input')) },
  }),
  op({
    signature: 'sum.dim(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    computesInOut: true,
    wrongOut: unexpectedOut,
    kind: kind.reduction('sum'),
    doc: 'Sums over dims.',
    formula: 'out = Σ_dim input',
    gradient: 'input: g, stretched over dim',
    gradFn: 'SumBackward1',
    forward: (input, dim, keepdim, dtype) =>
      fold('sum', asAsked(input, dtype), wrapDims(dim, input.sizes.length), keepdim, sumType(input, dtype)),
    backward: { input: (g, s) => spread(g, s.sizesOf('input'), s.dim, s.keepdim) },
  }),
  op({
    signature: 'nansum(Tensor input, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    computesInOut: true,
    wrongOut: unexpectedOut,
    kind: kind.reduction('sum'),
    doc: 'Sums, NaN counting as zero.',
    formula: 'out = Σ_dim input, NaN as 0',
    gradient: 'input: g where input is not NaN',
    forward(input, dim, keepdim, dtype) {
      if (input.dtype.is_complex) throw new NotImplementedError_('nansum on CPU does not support complex inputs');
      const counted = dtype && !dtype.is_floating_point ? input.masked_fill(input.isnan(), 0) : input;
      return fold('nansum', asAsked(counted, dtype), wrapDims(dim, input.sizes.length), keepdim, sumType(input, dtype));
    },
    backward: { input: (g, s) => spread(g, s.sizesOf('input'), s.dim, s.keepdim).masked_fill(s.input.isnan(), 0) },
  }),
];

function meanType(x: Tensor, dtype: DType | null): DType {
  const type = dtype ?? x.dtype;
  if (!type.isContinuous) {
    throw wrongDtype(
      'floating',
      `mean(): could not infer output dtype. ${dtype ? 'Optional dtype' : 'Input dtype'} must be either a floating point or complex dtype. Got: ${type.scalarName}`,
      NotImplementedError_,
    );
  }
  return type;
}

export const means: Op[] = [
  op({
    signature: 'mean(Tensor input, *, dtype? dtype=None, Tensor? out=None)',
    kind: kind.reduction('mean'),
    doc: 'The mean of all elements.',
    formula: 'out = Σ input / n',
    gradient: 'input: g / n, for every element',
    forward: (input, dtype) => fold('mean', asAsked(input, dtype), allDims(input), false, meanType(input, dtype)),
    backward: { input: (g, s) => g.div(numel(s.sizesOf('input'))).expand(s.sizesOf('input')) },
  }),
  op({
    signature: 'mean.dim(Tensor input, int[]? dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    kind: kind.reduction('mean'),
    doc: 'Means over dims.',
    formula: 'out = Σ_dim input / n',
    gradient: 'input: g / n, stretched over dim',
    gradFn: 'MeanBackward1',
    forward(input, dim, keepdim, dtype) {
      const type = meanType(input, dtype);
      return fold('mean', asAsked(input, dtype), wrapDims(dim, input.sizes.length), keepdim, type);
    },
    backward: { input: (g, s) => spread(g.div(countOf(s.sizesOf('input'), s.dim)), s.sizesOf('input'), s.dim, s.keepdim) },
  }),
];

/** For each element of a dim, the product of the other ones, without a division, so that zeros are allowed. */
function productOfOthers(x: Tensor, d: number): Tensor {
  const n = x.sizes[d];
  const one = x.new_ones(x.sizes.map((size, i) => (i === d ? 1 : size)));
  if (n <= 1) return n === 0 ? x : one;
  const before = x.narrow(d, 0, n - 1).cumprod(d);
  const after = x
    .narrow(d, 1, n - 1)
    .flip([d])
    .cumprod(d)
    .flip([d]);
  return catOf([one, before], d).mul(catOf([after, one], d));
}

export const prods: Op[] = [
  op({
    signature: 'prod(Tensor input, *, dtype? dtype=None)',
    autocast: 'float32',
    kind: kind.reduction('product'),
    doc: 'The product of all elements.',
    formula: 'out = Π input',
    gradient: 'input: g · the product of the other elements',
    keeps: ['result'],
    forward: (input, dtype) => fold('prod', asAsked(input, dtype), allDims(input), false, sumType(input, dtype)),
    backward: { input: (g, s) => g.mul(productOfOthers(s.input.to(g.dtype).reshape([-1]), 0).reshape(s.sizesOf('input'))) },
  }),
  op({
    signature: 'prod.dim(Tensor input, int dim, bool keepdim=False, *, dtype? dtype=None, Tensor? out=None)',
    computesInOut: true,
    wrongOut: unexpectedOut,
    kind: kind.reduction('product'),
    doc: 'Products over a dim.',
    formula: 'out = Π_dim input',
    gradient: 'input: g · the product of the others along dim',
    keeps: ['result'],
    gradFn: 'ProdBackward1',
    forward: (input, dim, keepdim, dtype) =>
      fold('prod', asAsked(input, dtype), wrapDims([dim], input.sizes.length), keepdim, sumType(input, dtype)),
    backward: {
      input(g, s) {
        const sizes = s.sizesOf('input');
        if (sizes.length === 0) return g;
        return spread(g, sizes, [s.dim], s.keepdim).mul(productOfOthers(s.input.to(g.dtype), wrapDim(s.dim, sizes.length)));
      },
    },
  }),
];

export const countNonzero = op({
  signature: 'count_nonzero(Tensor input, int[]? dim=None)',
  kind: kind.reduction('count'),
  doc: 'How many elements are not zero.',
  formula: 'out = Σ_dim (input ≠ 0)',
  forward: (input, dim) => fold('count_nonzero', input, wrapDims(dim, input.sizes.length), false, int64),
});
