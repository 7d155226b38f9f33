import { RuntimeError } from '../../errors.js';
import { backendNamed, sparse_coo, sparse_csr } from '../../sparse/layout.js';
import { isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import type { Tensor } from '../../tensor/tensor.js';
import { run, sparseMake } from './primitives.js';
import { noSparseKernel } from '../lacks.js';
import { refusing } from '../refusing.js';

/** What PyTorch refuses of sparse tensors: operations that it has for dense ones only, and gradients. */

const backendOf = (x: Tensor): string => (isSparse(x) ? backendNamed(x.kind) : 'CPU');

/** The error for an operation that PyTorch has not for this layout. */
export const notHere = (name: string, x: Tensor): Error =>
  noSparseKernel(name, backendOf(x), 'PyTorch has no such operation for sparse tensors: call to_dense() first.');

/** The error for an operation that PyTorch has for coordinates only. */
export const unsupported = ({ kind }: SparseTensor): Error => new RuntimeError(`unsupported tensor layout: ${kind.shown}`);

/** The error for an operation that PyTorch has not for blocks. */
export const withoutBlocks = ({ kind }: SparseTensor): Error =>
  new RuntimeError(`empty_sparse_compressed expected sparse compressed (non-block) tensor layout but got ${kind.shown}`);

const plus = () => new RuntimeError('add(sparse, dense) is not supported. Use add(dense, sparse) instead.');
const minusOf = ({ sizes }: SparseTensor) =>
  new RuntimeError(
    `add: expected 'self' and 'other' to have same size, but self has size [] while other has size [${sizes.join(', ')}] (FYI: op2-sparse addition does not currently support broadcasting)`,
  );
const byRowsOnly = () => new RuntimeError('Expected result Tensor to be of format CSR');
export const rowsWanted = ({ kind }: SparseTensor) =>
  new RuntimeError(`col_indices expected sparse row compressed tensor layout but got ${kind.shown}`);
const lacks = (name: string) => (x: SparseTensor) => notHere(name, x);
const divisor = ({ sizes }: SparseTensor) =>
  new RuntimeError(`Sparse division requires a scalar or zero-dim dense tensor divisor (got shape [${sizes.join(', ')}] for divisor)`);

const noExpand = ({ kind }: SparseTensor) => new RuntimeError(`expand is unsupported for ${kind.shown} tensors`);

type Refusal = (x: SparseTensor) => Error | null;
/** For an operation: what its formula meets in a tensor with coordinates, with compressed rows, with compressed columns. */
const refusals = new Map<string, readonly (Refusal | null)[]>([
  ['abs', [null, null, byRowsOnly]],
  ['sin', [lacks('cos'), unsupported, unsupported]],
  ['sinh', [lacks('cosh'), unsupported, unsupported]],
  ['tan', [plus, unsupported, unsupported]],
  ['tanh', [lacks('tanh_backward'), unsupported, unsupported]],
  ['asin', [plus, minusOf, byRowsOnly]],
  ['atan', [plus, minusOf, byRowsOnly]],
  ['expm1', [plus, minusOf, minusOf]],
  ['asinh', [plus, unsupported, unsupported]],
  ['atanh', [() => new RuntimeError('memory format option is only supported by strided tensors'), unsupported, unsupported]],
  ['sqrt', [divisor, unsupported, rowsWanted]],
  [
    'sgn',
    [
      (x) => (x.dtype.is_complex ? divisor(x) : lacks('_efficientzerotensor')(x)),
      lacks('_efficientzerotensor'),
      lacks('_efficientzerotensor'),
    ],
  ],
  ['log1p', [null, null, byRowsOnly]],
  ['erf', [lacks('exp'), unsupported, unsupported]],
  ['erfinv', [lacks('exp'), unsupported, unsupported]],
  ['deg2rad', [null, null, rowsWanted]],
  ['rad2deg', [null, null, rowsWanted]],
  ['nan_to_num', [lacks('ne.Scalar'), null, null]],
  ['norm', [lacks('masked_fill_.Scalar'), null, null]],
  ['cat', [lacks('as_strided'), null, null]],
  ['unsqueeze', [lacks('as_strided'), null, null]],
  ['select', [lacks('select_backward'), lacks('select_backward'), lacks('select_backward')]],
  ['index_select', [lacks('index_add_'), null, null]],
  ['narrow_copy', [lacks('as_strided'), null, null]],
  ['sum of dims', [noExpand, noExpand, null]],
  ['real', [(x) => (x.dtype.is_complex ? notHere('select_backward', x) : null), null, null]],
]);
/** Other names of the same operations. */
const also: Readonly<Record<string, string>> = {
  absolute: 'abs',
  arcsin: 'asin',
  arctan: 'atan',
  arcsinh: 'asinh',
  arctanh: 'atanh',
  concat: 'cat',
  concatenate: 'cat',
};

/** Marks the result of an operation on a sparse tensor whose gradient PyTorch refuses. */
export function refuseGradient(name: string, x: SparseTensor, result: Tensor): Tensor {
  const column = x.kind === sparse_coo ? 0 : x.kind === sparse_csr ? 1 : 2;
  const error = refusals.get(also[name] ?? name)?.[column]?.(x);
  if (!error) return result;
  // A result that shares its elements with the argument gets a function of its own, so that only this function refuses.
  const own =
    isSparse(result) && result.kept === x.kept
      ? result.with(run(sparseMake, result.kept, result.places, [...result.sizes], 'sparse_coo'))
      : result;
  return refusing(own, error);
}
