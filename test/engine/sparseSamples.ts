import * as torch from '../../src/engine/index.js';
import { spread, type Sample, type Supposition } from './samples.js';

/**
 * Samples for operations on sparse tensors: calls by name. The given tensors are dense and are made sparse before the
 * call.
 */

const ints = (values: unknown) => torch.tensor(values);
/** The places of the elements. One place occurs twice. */
const places = () =>
  ints([
    [0, 2, 0, 1],
    [1, 0, 1, 2],
  ]);
const rows = () => ints([0, 2, 0, 1]);
const matrix = (): Sample[] => [[spread([3, 2])]];
const product = (): Sample[] => [[spread([4]), places(), spread([3, 2], -1, 1, 1), [3, 3], null, 1, 1]];
const factors = (): Sample[] => [[spread([3, 2]), spread([2, 4], -1, 1, 1)]];
/** All places of a matrix, so that a change of any of its elements shows. */
const whole = (): Sample[] => {
  const all = ints([
    [0, 0, 1, 1],
    [0, 1, 0, 1],
  ]);
  const elements = spread([2, 2], -1, 1, 2);
  return [[elements.reshape([4]), all, spread([2, 3], -1, 1, 1), [2, 2], null, 1, 1, elements]];
};
const added = (): Sample[] => [
  ...whole(),
  ...product(),
  [spread([4]), places(), spread([3, 2], -1, 1, 1), [3, 3], spread([3, 2], -1, 1, 2), 0.5, 2],
];
const together = (): Sample[] => [
  [spread([4]), rows(), 3],
  [spread([4, 2]), rows(), 3],
];
const compressed = (): Sample[] => [[ints([0, 1, 3]), ints([2, 0, 1]), spread([3]), [2, 3]]];

export const sparseSamples: Record<string, () => Sample[]> = {
  sparse_coo_tensor: () => [[places(), spread([4]), [3, 3]], [places(), spread([4, 2])], [[2, 3]]],
  sparse_csr_tensor: compressed,
  sparse_csc_tensor: () => [[ints([0, 1, 3]), ints([2, 0, 1]), spread([3]), [3, 2]]],
  sparse_bsr_tensor: () => [[ints([0, 1, 2]), ints([1, 0]), spread([2, 2, 2]), [4, 4]]],
  sparse_bsc_tensor: () => [[ints([0, 1, 2]), ints([1, 0]), spread([2, 2, 2]), [4, 4]]],
  sparse_compressed_tensor: () => [[ints([0, 1, 3]), ints([2, 0, 1]), spread([3]), [2, 3], { layout: torch.sparse_csr }]],
  to_sparse_bsr: () => [[spread([4, 2]), [2, 1]]],
  to_sparse_bsc: () => [[spread([4, 2]), [2, 1]]],
  hspmm: factors,
  hsmm: factors,
  smm: factors,
  spmm: factors,
  dsmm: factors,
  sspaddmm: () => [[spread([3, 4]), spread([3, 2], -1, 1, 1), spread([2, 4], -1, 1, 2), { beta: 0.5, alpha: 2 }]],
  saddmm: () => [[spread([3, 4]), spread([3, 2], -1, 1, 1), spread([2, 4], -1, 1, 2), { beta: 0.5, alpha: 2 }]],
  'sparse.sampled_addmm': () => [[spread([3, 4]), spread([3, 2], -1, 1, 1), spread([2, 4], -1, 1, 2), { beta: 0.5, alpha: 2 }]],
  _sparse_sampled_addmm: () => [[spread([4]), places(), spread([3, 2], -1, 1, 1), spread([2, 3], -1, 1, 2), 0.5, 2]],
  to_sparse: () => [[spread([3, 2])], [spread([3, 2]), 1]],
  to_sparse_coo: matrix,
  to_sparse_csr: matrix,
  to_sparse_csc: matrix,
  to_dense: matrix,
  coalesce: matrix,
  indices: matrix,
  values: matrix,
  _indices: matrix,
  _values: matrix,
  crow_indices: matrix,
  ccol_indices: matrix,
  col_indices: matrix,
  row_indices: matrix,
  sparse_mask: () => [[spread([3, 2]), spread([3, 2], -1, 1, 1)]],
  'sparse.mm': () => [[spread([3, 2]), spread([2, 4], -1, 1, 1)]],
  'sparse.addmm': () => [[spread([3, 4]), spread([3, 2], -1, 1, 1), spread([2, 4], -1, 1, 2), { beta: 0.5, alpha: 2 }]],
  'sparse.sum': () => [[spread([3, 2])], [spread([3, 2]), [0]]],
  'sparse.softmax': () => [[spread([3, 2]), 1]],
  'sparse.log_softmax': () => [[spread([3, 2]), 0]],
  'sparse.spdiags': () => [[spread([2, 3]), ints([0, -1]), [3, 3]]],
  _sparse_coo_tensor_with_dims_and_tensors: () => [[spread([4]), places(), [3, 3], 'sparse_coo']],
  _to_sparse: () => [[spread([3, 2]), ints([0, 4, 3]), 2]],
  _to_dense: () => [
    [spread([4]), ints([0, 4, 0, 2]), [3, 2], 2],
    [spread([3, 2]), ints([0, 2, 0]), [3, 2], 1],
  ],
  _coalesce: together,
  _sparse_sum: together,
  _sparse_add: together,
  _sparse_mm: added,
  _sparse_addmm: added,
  _sparse_plain_addmm: added,
  _sparse_sparse_matmul: () => [[spread([3]), spread([4], -1, 1, 1), ints([0, 1, 1, 2]), ints([3, 0, 2, 1]), ints([0, 1, 0, 1]), 2]],
  _sparse_softmax: together,
  _sparse_log_softmax: together,
};

const sparse = (t: torch.Tensor): torch.Tensor => t.to_sparse();
const only =
  (at: number): Supposition =>
  (t, k) =>
    k === at ? sparse(t) : t;

export const supposed: Record<string, Supposition> = {
  ...Object.fromEntries(['to_dense', 'coalesce', 'indices', 'values', '_indices', '_values'].map((name) => [name, sparse])),
  crow_indices: (t) => t.to_sparse_csr(),
  col_indices: (t) => t.to_sparse_csr(),
  ccol_indices: (t) => t.to_sparse_csc(),
  row_indices: (t) => t.to_sparse_csc(),
  sparse_mask: only(1),
  hspmm: only(0),
  hsmm: only(0),
  smm: only(0),
  sspaddmm: (t, k) => (k < 2 ? sparse(t) : t),
  saddmm: (t, k) => (k < 2 ? sparse(t) : t),
  'sparse.sampled_addmm': (t, k) => (k === 0 ? t.to_sparse_csr() : t),
  'sparse.mm': only(0),
  'sparse.addmm': only(1),
  'sparse.sum': only(0),
  'sparse.softmax': only(0),
  'sparse.log_softmax': only(0),
};
