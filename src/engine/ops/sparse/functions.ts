import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { wrapDim } from '../../shape.js';
import { sparse_coo, sparse_csc, sparse_csr, type Layout } from '../../sparse/layout.js';
import { grouped, isSparse, SparseTensor } from '../../sparse/sparseTensor.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { addProduct, multiply } from './products.js';
import { fromDense, run, sparseAddmm, sparseLogSoftmax, sparseSoftmax } from './primitives.js';
import { rowsOf, sumOver } from './places.js';

/** The methods of sparse tensors, and `torch.sparse`. */

/** @throws RuntimeError unless `x` has the COO layout */
function coo(name: string, x: Tensor): SparseTensor {
  if (isSparse(x) && x.kind === sparse_coo) return x;
  throw new RuntimeError(`${name} expected sparse coordinate tensor layout but got ${x.layout.shown}`);
}

/** @throws RuntimeError for a tensor in which places may occur twice */
function once(name: string, x: SparseTensor): SparseTensor {
  if (x.isOnce) return x;
  throw new RuntimeError(`Cannot get ${name} on an uncoalesced tensor, please call .coalesce() first`);
}

/** Makes a sparse tensor from the elements of a dense one that are not 0; the last dims may stay dense. */
export function sparseOf(x: Tensor, dims = x.sizes.length): SparseTensor {
  const rest = [...x.sizes.keys()].slice(dims);
  const isKept = quietly(() => (rest.length > 0 ? x.ne(0).flatten(dims).any(-1) : x.ne(0)));
  const [positions, places] = quietly(() => [isKept.reshape([-1]).nonzero().reshape([-1]), isKept.nonzero().t()]);
  return new SparseTensor(run(fromDense, x, positions, dims), places, x.sizes, true);
}

function compress(x: Tensor, layout: Layout): Tensor {
  if (x.sizes.length !== 2)
    throw wrongShape(`to_sparse_${layout === sparse_csr ? 'csr' : 'csc'}: expected a matrix, but got ${x.sizes.length} dims`);
  return (isSparse(x) ? x : sparseOf(x)).laidOut(layout);
}

/** Converts a tensor to the layout of a `layout` argument. */
const inLayout = (x: Tensor, layout: Layout): Tensor =>
  layout === sparse_coo ? (isSparse(x) ? x.laidOut(sparse_coo) : sparseOf(x)) : compress(x, layout);

const methods: Op[] = [
  op({
    signature: 'to_sparse(Tensor input, int? sparse_dim=None, *, any layout=None)',
    kind: kind.copy(),
    doc: 'A sparse tensor of the elements that are not 0; with `sparse_dim`, of the rows that are not 0 altogether.',
    formula: 'out = input where input ≠ 0',
    variants: ['method'],
    readsSparse: true,
    compose(input, dims, layout) {
      if (layout) return inLayout(input, layout as Layout);
      if (isSparse(input)) return input.laidOut(sparse_coo);
      const rank = input.sizes.length;
      if (dims !== null && (dims < 0 || dims > rank))
        throw new RuntimeError(`dense_to_sparse: sparse_dim argument must be in [0,${rank}] range, but ${dims} is given`);
      return sparseOf(input, dims ?? rank);
    },
  }),
  op({
    signature: 'to_sparse_coo(Tensor input)',
    kind: kind.copy(),
    doc: 'A sparse tensor of the elements that are not 0, each with its place.',
    formula: 'out = input where input ≠ 0',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => inLayout(input, sparse_coo),
  }),
  op({
    signature: 'to_sparse_csr(Tensor input)',
    kind: kind.copy(),
    doc: 'A sparse matrix of the elements that are not 0, row by row.',
    formula: 'out = input where input ≠ 0',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => compress(input, sparse_csr),
  }),
  op({
    signature: 'to_sparse_csc(Tensor input)',
    kind: kind.copy(),
    doc: 'A sparse matrix of the elements that are not 0, column by column.',
    formula: 'out = input where input ≠ 0',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => compress(input, sparse_csc),
  }),
  op({
    signature: 'to_dense(Tensor input, dtype? dtype=None)',
    kind: kind.copy(),
    doc: 'All elements of a sparse tensor, 0 where none is kept; of another tensor, itself.',
    formula: 'out = input',
    variants: ['method'],
    readsSparse: true,
    compose(input, dtype) {
      if (!isSparse(input)) return dtype ? input.to(dtype) : input;
      if (dtype) throw new RuntimeError('dtype argument is not supported by sparse_to_dense');
      return input.dense();
    },
  }),
  op({
    signature: 'coalesce(Tensor input)',
    kind: kind.copy(),
    doc: 'The same sparse tensor with each place once, in order: elements of one place are added.',
    formula: 'out[place] = Σ values at place',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => coo('coalesce', input).coalesced(),
  }),
  op({
    signature: 'indices(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The places of the elements of a coalesced sparse tensor, (sparse dims, count).',
    formula: 'out[:, i] = place of element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => once('indices', coo('indices', input)).places,
  }),
  op({
    signature: 'values(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The elements that a coalesced sparse tensor keeps, (count, dense dims …).',
    formula: 'out[i] = element i',
    variants: ['method'],
    readsSparse: true,
    compose(input) {
      if (!isSparse(input)) throw new RuntimeError(`values expected sparse tensor layout but got ${input.layout.shown}`);
      return once('values', input).kept;
    },
  }),
  op({
    signature: '_indices(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The places of the elements of a sparse tensor as they are, (sparse dims, count).',
    formula: 'out[:, i] = place of element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => coo('_indices', input).places,
  }),
  op({
    signature: '_values(Tensor input)',
    kind: kind.view({ untied: true }),
    doc: 'The elements that a sparse tensor keeps as they are, (count, dense dims …).',
    formula: 'out[i] = element i',
    variants: ['method'],
    readsSparse: true,
    compose: (input) => coo('_values', input).kept,
  }),
  ...(['crow', 'ccol'] as const).map((name) =>
    op({
      signature: `${name}_indices(Tensor input)`,
      kind: kind.view({ untied: true }),
      doc: `Where the elements of each ${name === 'crow' ? 'row' : 'column'} of a compressed sparse matrix begin, and behind the last where they end.`,
      formula: 'out[i] = elements before line i',
      variants: ['method'],
      readsSparse: true,
      compose: (input) => lined(`${name}_indices`, input, name === 'crow').starts(),
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
      compose: (input) => lined(`${name}_indices`, input, name === 'col').places.select(0, name === 'col' ? 1 : 0),
    }),
  ),
  op({
    signature: 'sparse_mask(Tensor input, Tensor mask)',
    kind: kind.indexing({ holds: 'input' }),
    doc: 'The elements of a tensor at the places of a sparse one.',
    formula: 'out = input at the places of mask',
    variants: ['method'],
    readsSparse: true,
    compose(input, mask) {
      const places = coo('sparse_mask', mask);
      const all = isSparse(input) ? input.dense() : input;
      return places.with(all.index(...rowsOf(places.places)), places.places, places.sizes, places.isOnce);
    },
  }),
];

/** @throws RuntimeError unless `x` is a matrix with compressed rows (or columns) */
function lined(name: string, x: Tensor, byRow: boolean): SparseTensor {
  if (isSparse(x) && x.kind === (byRow ? sparse_csr : sparse_csc)) return x;
  const wanted = byRow ? 'row' : 'column';
  throw new RuntimeError(`${name} expected sparse ${wanted} compressed tensor layout but got ${x.layout.shown}`);
}

/** Log-softmax or softmax along a dim, over the stored elements. */
function softmax(x: Tensor, dim: number, isLog: boolean): Tensor {
  const one = coo(isLog ? 'log_softmax' : 'softmax', x).coalesced();
  const d = wrapDim(dim, one.sizes.length);
  if (d >= one.placed) {
    const along = d - one.placed + 1;
    return one.with(isLog ? one.kept.log_softmax(along) : one.kept.softmax(along));
  }
  const { into, first } = grouped(one.positions([...Array(one.placed).keys()].filter((k) => k !== d)));
  return one.with(run(isLog ? sparseLogSoftmax : sparseSoftmax, one.kept, one.integers(into), first.length));
}

const functions: Op[] = [
  op({
    signature: 'sparse.mm(Tensor mat1, Tensor mat2)',
    kind: kind.product(),
    doc: 'The product of two matrices of which one is sparse (dense) or both are (sparse).',
    formula: 'out = mat1 · mat2',
    readsSparse: true,
    compose: (a, b) => (isSparse(a) || isSparse(b) ? multiply(a, b, sparseAddmm) : a.mm(b)),
  }),
  op({
    signature: 'sparse.addmm(Tensor mat, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1)',
    kind: kind.product(),
    doc: 'A matrix plus the product of a sparse matrix and a dense one.',
    formula: 'out = beta · mat + alpha · (mat1 · mat2)',
    readsSparse: true,
    compose: (mat, a, b, beta, alpha) =>
      isSparse(a) || isSparse(b) ? addProduct(mat, a, b, beta, alpha, sparseAddmm) : mat.addmm(a, b, { beta, alpha }),
  }),
  op({
    signature: 'sparse.sum(Tensor input, int[]? dim=None, dtype? dtype=None)',
    kind: kind.reduction('sum'),
    doc: 'The sum of the elements of a sparse tensor, over all dims or some: a sparse tensor unless no sparse dim is left.',
    formula: 'out = Σ_dim input',
    readsSparse: true,
    compose(input, dim, dtype) {
      const x = dtype ? input.to(dtype) : input;
      if (!isSparse(x)) return dim ? x.sum(dim) : x.sum();
      return dim ? sumOver(x.coalesced(), dim, false) : x.coalesced().kept.sum();
    },
  }),
  ...(['softmax', 'log_softmax'] as const).map((name) =>
    op({
      signature: `sparse.${name}(Tensor input, int dim, *, dtype? dtype=None)`,
      kind: kind.activation({ each: false, gives: name === 'softmax' ? 'probabilities' : 'log-probabilities' }),
      doc: `${name === 'softmax' ? 'Softmax' : 'The logarithm of softmax'} over the elements of a sparse tensor along a dim; what is not kept counts as −∞.`,
      formula: name === 'softmax' ? 'out = e^input / Σ_dim e^input' : 'out = input − ln Σ_dim e^input',
      readsSparse: true,
      compose: (input, dim, dtype) => softmax(dtype ? input.to(dtype) : input, dim, name === 'log_softmax'),
    }),
  ),
  op({
    signature: 'sparse.spdiags(Tensor diagonals, Tensor offsets, int[] shape, any layout=None)',
    kind: kind.placement({ indices: ['offsets'] }),
    doc: 'A sparse matrix with these rows as its diagonals; `offsets` says which, 0 is the main one.',
    formula: 'out[j − offsets[i], j] = diagonals[i, j]',
    compose(diagonals, offsets, shape, layout) {
      const [rows, columns] = shape;
      const wide = diagonals.sizes.at(-1)!;
      const lines = diagonals.reshape([-1, wide]);
      const [at, row, column]: [number[], number[], number[]] = [[], [], []];
      read(offsets.reshape([-1])).forEach((offset, i) => {
        for (let j = Math.max(0, offset); j < Math.min(wide, columns) && j - offset < rows; j++) {
          at.push(i * wide + j);
          row.push(j - offset);
          column.push(j);
        }
      });
      const ints = (values: readonly number[], sizes: readonly number[]) =>
        diagonals.new_tensor(values, { dtype: offsets.dtype }).reshape(sizes);
      const kept = lines.reshape([-1]).index_select(0, ints(at, [at.length]));
      const made = new SparseTensor(kept, ints([...row, ...column], [2, at.length]), shape, false);
      return layout ? inLayout(made, layout as Layout) : made;
    },
  }),
];

export const sparseFunctions: Op[] = [...methods, ...functions];
