import type { Layout } from '../../sparse/layout.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { lateCode } from '../later.js';

/** The methods of sparse tensors, and `torch.sparse`: what they are. How they compute is in methods.ts. */

const methods: Op[] = [
  op({
    signature: 'to_sparse(Tensor input, int? sparse_dim=None, *, any layout=None, int[]? blocksize=None, int? dense_dim=None)',
    kind: kind.copy(),
    doc: 'A sparse tensor of the elements that are not 0; with `sparse_dim`, of the rows that are not 0 altogether.',
    formula: 'out = input where input ≠ 0',
    variants: ['method'],
    readsSparse: true,
    compose: (input, dims, layout, blocksize) => lateCode().toSparse(input, dims, layout as Layout | null, blocksize),
  }),
  op({
    signature: 'to_sparse_coo(Tensor input)',
    kind: kind.copy(),
    doc: 'A sparse tensor of the elements that are not 0, each with its place.',
    formula: 'out = input where input ≠ 0',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => lateCode().toSparse(input, null, null, null),
  }),
  ...(['csr', 'csc'] as const).map((name) =>
    op({
      signature: `to_sparse_${name}(Tensor input, int? dense_dim=None)`,
      kind: kind.copy(),
      doc: `A sparse matrix of the elements that are not 0, ${name === 'csr' ? 'row by row' : 'column by column'}.`,
      formula: 'out = input where input ≠ 0',
      variants: ['method'],
      readsSparse: true,
      compose: (input) => lateCode().compress(input, `sparse_${name}`),
    }),
  ),
  ...(['bsr', 'bsc'] as const).map((name) =>
    op({
      signature: `to_sparse_${name}(Tensor input, int[] blocksize, int? dense_dim=None)`,
      kind: kind.copy(),
      doc: `A sparse matrix of the blocks that are not 0 altogether, ${name === 'bsr' ? 'row by row' : 'column by column'}.`,
      formula: 'out = input where a block ≠ 0',
      variants: ['method'],
      readsSparse: true,
      compose: (input, blocksize) => lateCode().compress(input, `sparse_${name}`, blocksize),
    }),
  ),
  op({
    signature: 'to_dense(Tensor input, dtype? dtype=None)',
    kind: kind.copy(),
    doc: 'All elements of a sparse tensor, 0 where none is kept; of another tensor, itself.',
    formula: 'out = input',
    variants: ['method'],
    readsSparse: true,
    compose: (input, dtype) => lateCode().toDenseOf(input, dtype),
  }),
  op({
    signature: 'coalesce(Tensor input)',
    kind: kind.copy(),
    doc: 'The same sparse tensor with each place once, in order: elements of one place are added.',
    formula: 'out[place] = Σ values at place',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => lateCode().coo('coalesce', input).coalesced(),
  }),
  op({
    signature: 'indices(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The places of the elements of a coalesced sparse tensor, (sparse dims, count).',
    formula: 'out[:, i] = place of element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => lateCode().placesOf('indices', input, true),
  }),
  op({
    signature: 'values(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The elements that a coalesced sparse tensor keeps, (count, dense dims …).',
    formula: 'out[i] = element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => lateCode().valuesOf(input),
  }),
  op({
    signature: '_indices(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The places of the elements of a sparse tensor as they are, (sparse dims, count).',
    formula: 'out[:, i] = place of element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => lateCode().placesOf('_indices', input, false),
  }),
  op({
    signature: '_values(Tensor input)',
    kind: kind.view({ untied: true, cuts: true }),
    doc: 'The elements that a sparse tensor keeps as they are, (count, dense dims …). They have no gradient.',
    formula: 'out[i] = element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => lateCode().coo('_values', input).kept.detach(),
  }),
  ...(['crow', 'ccol'] as const).map((name) =>
    op({
      signature: `${name}_indices(Tensor input)`,
      kind: kind.view({ untied: true }),
      doc: `Where the elements of each ${name === 'crow' ? 'row' : 'column'} of a compressed sparse matrix begin, and behind the last where they end.`,
      formula: 'out[i] = elements before line i',
      variants: ['method'],
      readsSparse: true,
      compose: (input) =>
        lateCode()
          .lined(`${name}_indices`, input, name === 'crow')
          .starts(),
    }),
  ),
  ...(['col', 'row'] as const).map((name) =>
    op({
      signature: `${name}_indices(Tensor input)`,
      kind: kind.view({ untied: true }),
      doc: `The ${name === 'col' ? 'column' : 'row'} of each element of a compressed sparse matrix.`,
      formula: 'out[i] = place of element i in its line',
      variants: ['method'],
      readsSparse: true,
      compose: (input) =>
        lateCode()
          .lined(`${name}_indices`, input, name === 'col')
          .places.select(0, name === 'col' ? 1 : 0),
    }),
  ),
  op({
    signature: 'sparse_mask(Tensor input, Tensor mask)',
    kind: kind.indexing({ holds: 'input' }),
    doc: 'The elements of a tensor at the places of a sparse one.',
    formula: 'out = input at the places of mask',
    variants: ['method'],
    readsSparse: true,
    compose: (input, mask) => lateCode().masked(input, mask),
  }),
];

const products: Op[] = [
  op({
    signature: 'hspmm(Tensor mat1, Tensor mat2, *, Tensor? out=None)',
    kind: kind.product(),
    doc: 'The product of a sparse matrix and a dense one, as a tensor with sparse rows.',
    formula: 'out = mat1 · mat2',
    readsSparse: true,
    gradFn: 'NotImplemented',
    compose: (a, b) => lateCode().hspmm(a, b),
  }),
  op({
    signature: 'smm(Tensor input, Tensor mat2)',
    kind: kind.product(),
    doc: 'The product of a sparse matrix and a dense one, as a sparse matrix.',
    formula: 'out = input · mat2',
    readsSparse: true,
    gradFn: 'NotImplemented',
    compose: (a, b) => lateCode().sspaddmm(null, a, b, 0, 1),
  }),
  op({
    signature: 'sspaddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)',
    kind: kind.product(),
    doc: 'A sparse matrix plus the product of a sparse matrix and a dense one, as a sparse matrix.',
    formula: 'out = beta · input + alpha · (mat1 · mat2)',
    readsSparse: true,
    gradFn: 'NotImplemented',
    compose: (input, a, b, beta, alpha) => lateCode().sspaddmm(input, a, b, beta, alpha),
  }),
  op({
    signature: 'hsmm(Tensor mat1, Tensor mat2, *, Tensor? out=None)',
    kind: kind.product(),
    doc: 'The older name of `torch.hspmm`.',
    formula: 'out = mat1 · mat2',
    readsSparse: true,
    gradFn: 'NotImplemented',
    variants: ['function'],
    compose: (a, b) => lateCode().hspmm(a, b),
  }),
  op({
    signature: 'saddmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)',
    kind: kind.product(),
    doc: 'The older name of `torch.sspaddmm`.',
    formula: 'out = beta · input + alpha · (mat1 · mat2)',
    readsSparse: true,
    gradFn: 'NotImplemented',
    variants: ['function'],
    compose: (input, a, b, beta, alpha) => lateCode().sspaddmm(input, a, b, beta, alpha),
  }),
  ...(['spmm', 'dsmm'] as const).map((name) =>
    op({
      signature: `${name}(Tensor input, Tensor mat2)`,
      kind: kind.product(),
      doc: 'The product of two matrices, as `torch.mm`.',
      formula: 'out = input · mat2',
      variants: ['function'],
      compose: (a, b) => a.mm(b),
    }),
  ),
];

const functions: Op[] = [
  op({
    signature: 'sparse.mm(Tensor mat1, Tensor mat2, str? reduce=None)',
    kind: kind.product(),
    doc: 'The product of two matrices of which one is sparse (dense) or both are (sparse); with `reduce`, what is added up may be averaged, or the largest or smallest taken.',
    formula: 'out = mat1 · mat2',
    readsSparse: true,
    compose: (a, b, reduce) => lateCode().sparseMm(a, b, reduce),
  }),
  op({
    signature: 'sparse.addmm(Tensor mat, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1)',
    kind: kind.product(),
    doc: 'A matrix plus the product of a sparse matrix and a dense one.',
    formula: 'out = beta · mat + alpha · (mat1 · mat2)',
    readsSparse: true,
    compose: (mat, a, b, beta, alpha) => lateCode().sparseAddmmOf(mat, a, b, beta, alpha),
  }),
  op({
    signature: 'sparse.sampled_addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)',
    kind: kind.product(),
    doc: 'A sparse matrix (CSR) plus a product of dense matrices, computed only where the sparse matrix has elements.',
    formula: 'out = beta · input + alpha · (mat1 · mat2) at the places of input',
    readsSparse: true,
    compose: (input, a, b, beta, alpha) => lateCode().sampled(input, a, b, beta, alpha),
  }),
  op({
    signature: 'sparse.sum(Tensor input, int[]? dim=None, dtype? dtype=None)',
    kind: kind.reduction('sum'),
    doc: 'The sum of the elements of a sparse tensor, over all dims or some: a sparse tensor unless no sparse dim is left.',
    formula: 'out = Σ_dim input',
    readsSparse: true,
    compose: (input, dim, dtype) => lateCode().sparseSum(input, dim, dtype),
  }),
  ...(['softmax', 'log_softmax'] as const).map((name) =>
    op({
      signature: `sparse.${name}(Tensor input, int dim, *, dtype? dtype=None)`,
      kind: kind.activation({ each: false, gives: name === 'softmax' ? 'probabilities' : 'log-probabilities' }),
      doc: `${name === 'softmax' ? 'Softmax' : 'The logarithm of softmax'} over the elements of a sparse tensor along a dim; what is not kept counts as −∞.`,
      formula: name === 'softmax' ? 'out = e^input / Σ_dim e^input' : 'out = input − ln Σ_dim e^input',
      readsSparse: true,
      compose: (input, dim, dtype) => lateCode().softmaxOf(dtype ? input.to(dtype) : input, dim, name === 'log_softmax'),
    }),
  ),
  op({
    signature: 'sparse.spdiags(Tensor diagonals, Tensor offsets, int[] shape, any layout=None)',
    kind: kind.placement({ indices: ['offsets'] }),
    doc: 'A sparse matrix with these rows as its diagonals; `offsets` says which, 0 is the main one.',
    formula: 'out[j − offsets[i], j] = diagonals[i, j]',
    gradFn: 'NotImplemented',
    compose: (diagonals, offsets, shape, layout) => lateCode().spdiags(diagonals, offsets, shape, layout as Layout | null),
  }),
];

export const sparseFunctions: Op[] = [...methods, ...products, ...functions];
