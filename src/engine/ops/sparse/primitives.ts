import type { Tensor } from '../../tensor/tensor.js';
import { numel } from '../../shape.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';

/**
 * Operations on the elements of sparse tensors: each is a node of the graph and has the elements as an input. Places
 * are (dims, count); `into` tells, for each element, to which of the results it belongs.
 */

const sumInto = (values: Tensor, into: Tensor, count: number): Tensor =>
  values.new_zeros([count, ...values.sizes.slice(1)]).index_add(0, into, values);

export const sparseMake: Op = op({
  signature: '_sparse_coo_tensor_with_dims_and_tensors(Tensor values, Tensor indices, int[] size, str layout)',
  shown: 'sparse_tensor',
  kind: kind.copy({ holds: 'values', indices: ['indices'] }),
  doc: 'A sparse tensor of these elements at these places. Its node shows the elements.',
  formula: 'out[indices[:, i]] = values[i]',
  gradient: 'values: g at the places',
  gradFn: 'SparseCooTensorWithDimsAndTensorsBackward0',
  gradFnOf: ([, , , layout]) =>
    layout === 'sparse_coo' ? 'SparseCooTensorWithDimsAndTensorsBackward0' : 'SparseCompressedTensorBackward0',
  variants: [],
  forward: (values) => values.alias(),
  backward: { values: (g) => g },
});

export const fromDense: Op = op({
  signature: '_to_sparse(Tensor input, Tensor positions, int dims)',
  shown: 'to_sparse',
  kind: kind.indexing({ indices: ['positions'] }),
  doc: 'The elements of a tensor that are not 0. Its node shows these elements.',
  formula: 'out[i] = input[positions[i]]',
  gradient: 'input: g at the positions',
  gradFn: 'ToSparseBackward1',
  variants: [],
  forward: (input, positions, dims) => rowsOf(input, dims).index_select(0, positions),
  backward: {
    input(g, s) {
      const sizes = s.sizesOf('input');
      return run(toDense, g, s.positions, [...sizes], s.dims);
    },
  },
});

const rowsOf = (x: Tensor, dims: number): Tensor => x.reshape([numel(x.sizes.slice(0, dims)), ...x.sizes.slice(dims)]);

export const toDense: Op = op({
  signature: '_to_dense(Tensor values, Tensor positions, int[] size, int dims)',
  shown: 'to_dense',
  kind: kind.placement({ indices: ['positions'] }),
  doc: 'All elements of a sparse tensor: 0 where none is kept.',
  formula: 'out[positions[i]] += values[i]',
  gradient: 'values: g at the positions',
  gradFn: 'ToDenseBackward0',
  variants: [],
  forward: (values, positions, size, dims) => sumInto(values, positions, numel(size.slice(0, dims))).reshape(size),
  backward: { values: (g, s) => run(fromDense, g, s.positions, s.dims) },
});

/** An op that adds the elements that belong together. */
const together = (name: string, shown: string, gradFn: string): Op => {
  const entry: Op = op({
    signature: `_${name as 'sparse_added'}(Tensor values, Tensor into, int count)`,
    shown,
    kind: kind.placement({ indices: ['into'] }),
    doc: 'Elements of a sparse tensor that belong to one place become their sum.',
    formula: 'out[into[i]] += values[i]',
    gradient: 'values: g[into]',
    gradFn,
    variants: [],
    forward: sumInto,
    backward: { values: (g, s) => g.index_select(0, s.into) },
  });
  return entry;
};

export const coalesceInto = together('coalesce', 'coalesce', 'CoalesceBackward0');
export const sumOfBoth = together('sparse_add', 'sparse_add', 'AddBackward0');
export const sumDims = together('sparse_sum', 'sparse_sum', 'SparseSumBackward0');

/** The stored elements of a matrix. */
const taken = (values: Tensor, indices: Tensor, whole: Tensor | null): Tensor =>
  whole ? rowsOf(whole, 2).index_select(0, indices.select(0, 0).mul(whole.sizes[1]).add(indices.select(0, 1))) : values;

/**
 * `beta` times `mat`, if given, plus `alpha` times a product: of a matrix with its elements at `indices`, and a dense
 * matrix.
 */
const product = (name: string, shown: string, gradFn: string): Op => {
  const entry: Op = op({
    signature: `_${name as 'sparse_mm'}(Tensor values, Tensor indices, Tensor other, int[] size, Tensor? mat=None, Scalar beta=1, Scalar alpha=1, Tensor? whole=None)`,
    shown,
    kind: kind.product(),
    doc: 'The product of a sparse matrix and a dense one: the cost is that of the elements that are kept. All elements of `whole`, from which they were taken, get a gradient.',
    formula: 'out = beta · mat;  out[indices[0, i]] += alpha · values[i] · other[indices[1, i]]',
    gradient:
      'values: alpha · Σ g[indices[0]] · other[indices[1]];  other: alpha · the transposed matrix times g;  mat: beta · g;  whole: alpha · g · otherᵀ',
    gradFn,
    variants: [],
    forward(values, indices, other, size, mat, beta, alpha, whole) {
      const out = sumInto(
        taken(values, indices, whole)
          .unsqueeze(1)
          .mul(other.index_select(0, indices.select(0, 1))),
        indices.select(0, 0),
        size[0],
      );
      return mat
        ? mat
            .mul(beta)
            .add(out, { alpha: Number(alpha) })
            .to(mat.dtype)
        : out;
    },
    backward: {
      values: (g, s) =>
        s.whole
          ? null
          : g
              .mul(s.alpha)
              .index_select(0, s.indices.select(0, 0))
              .mul(s.other.index_select(0, s.indices.select(0, 1)))
              .sum(-1),
      whole: (g, s) => g.mul(s.alpha).mm(s.other.t()),
      other: (g, s) =>
        run(entry, taken(s.values, s.indices, s.whole), s.indices.flip([0]), g.mul(s.alpha), [...s.size].reverse(), null, 1, 1, null),
      mat: (g, s) => g.mul(s.beta),
    },
  });
  return entry;
};

export const sparseMm = product('sparse_mm', 'sparse_mm', 'MmBackward0');
export const sparseAddmm = product('sparse_addmm', 'sparse_mm', 'SparseAddmmBackward0');
export const plainAddmm = product('sparse_plain_addmm', 'sparse_addmm', 'AddmmBackward0');

/** Products of rows and columns, only where a sparse matrix has elements. */
export const sampledMm: Op = op({
  signature: '_sparse_sampled_addmm(Tensor values, Tensor indices, Tensor mat1, Tensor mat2, Scalar beta, Scalar alpha)',
  shown: 'sampled_addmm',
  kind: kind.product(),
  doc: 'The elements of a sparse matrix plus those of a product of dense matrices at the same places.',
  formula: 'out[i] = beta · values[i] + alpha · Σ mat1[indices[0, i]] · mat2[:, indices[1, i]]',
  gradient: 'values: beta · g;  mat1, mat2: alpha · g times the other one, added up at the places',
  gradFn: 'SparseSampledAddmmBackward0',
  variants: [],
  forward(values, indices, mat1, mat2, beta, alpha) {
    const rows = mat1.index_select(0, indices.select(0, 0));
    const columns = mat2.t().index_select(0, indices.select(0, 1));
    return values.mul(beta).add(rows.mul(columns).sum(-1), { alpha: Number(alpha) });
  },
  backward: {
    values: (g, s) => g.mul(s.beta),
    mat1(g, s) {
      const columns = s.mat2.t().index_select(0, s.indices.select(0, 1));
      return sumInto(columns.mul(g.mul(s.alpha).unsqueeze(1)), s.indices.select(0, 0), s.sizesOf('mat1')[0]);
    },
    mat2(g, s) {
      const rows = s.mat1.index_select(0, s.indices.select(0, 0));
      return sumInto(rows.mul(g.mul(s.alpha).unsqueeze(1)), s.indices.select(0, 1), s.sizesOf('mat2')[1]).t();
    },
  },
});

/** Sums of products of elements of two sparse tensors; the elements were paired before. */
export const sparseSparse: Op = op({
  signature: '_sparse_sparse_matmul(Tensor values, Tensor other, Tensor left, Tensor right, Tensor into, int count)',
  shown: 'sparse_mm',
  kind: kind.product(),
  doc: 'The elements of the product of two sparse matrices.',
  formula: 'out[into[i]] += values[left[i]] · other[right[i]]',
  gradient: 'values: g[into] · other[right], added at left;  other: g[into] · values[left], added at right',
  gradFn: 'SparseSparseMatmulBackward0',
  variants: [],
  forward: (values, other, left, right, into, count) =>
    sumInto(values.index_select(0, left).mul(other.index_select(0, right)), into, count),
  backward: {
    values: (g, s) => sumInto(g.index_select(0, s.into).mul(s.other.index_select(0, s.right)), s.left, s.sizesOf('values')[0]),
    other: (g, s) => sumInto(g.index_select(0, s.into).mul(s.values.index_select(0, s.left)), s.right, s.sizesOf('other')[0]),
  },
});

/** Softmax over the elements of each group. */
const softmaxOf = (isLog: boolean): Op => {
  const name = isLog ? 'log_softmax' : 'softmax';
  return op({
    signature: `_sparse_${name as 'softmax'}(Tensor values, Tensor into, int count)`,
    shown: `sparse_${name}`,
    kind: kind.activation({ each: false, gives: isLog ? 'log-probabilities' : 'probabilities' }),
    doc: `${isLog ? 'The logarithms of parts' : 'Parts'} that add up to 1 over the elements of each row that are kept; the others count as −∞.`,
    formula: isLog ? 'out[i] = values[i] − log Σ exp(values)' : 'out[i] = exp(values[i]) / Σ exp(values)',
    gradient: isLog ? 'values: g − exp(out) · Σ g' : 'values: out · (g − Σ g · out)',
    gradFn: isLog ? 'SparseLogSoftmaxBackward0' : 'SparseSoftmaxBackward0',
    variants: [],
    forward(values, into, count) {
      const rows = into.reshape([-1, ...values.sizes.slice(1).map(() => 1)]).expand(values.sizes);
      const most = values.new_full([count, ...values.sizes.slice(1)], -Infinity).scatter_reduce(0, rows, values, 'amax');
      const less = values.sub(most.index_select(0, into));
      const sums = sumInto(less.exp(), into, count).index_select(0, into);
      return isLog ? less.sub(sums.log()) : less.exp().div(sums);
    },
    backward: {
      values(g, s) {
        const sums = (x: Tensor) => sumInto(x, s.into, s.count).index_select(0, s.into);
        return isLog ? g.sub(s.result.exp().mul(sums(g))) : s.result.mul(g.sub(sums(g.mul(s.result))));
      },
    },
  });
};

export const sparseSoftmax = softmaxOf(false);
export const sparseLogSoftmax = softmaxOf(true);

export const run = (entry: Op, ...values: unknown[]): Tensor => execute(entry, values) as Tensor;

export const sparsePrimitives: Op[] = [
  sparseMake,
  fromDense,
  toDense,
  coalesceInto,
  sumDims,
  sumOfBoth,
  sparseMm,
  sparseAddmm,
  plainAddmm,
  sampledMm,
  sparseSparse,
  sparseSoftmax,
  sparseLogSoftmax,
];
