import { read } from '../../backends/allocation.js';
import { RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { isBlocked, isCompressed, sparse_csr } from '../../sparse/layout.js';
import { isSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import type { Tensor } from '../../tensor/tensor.js';
import { withoutKernelFor } from '../lacks.js';
import { isMkl, multiply } from './products.js';
import { run, sampledMm, sparseAddmm } from './primitives.js';
import { notHere, withoutBlocks } from './refusals.js';

/** Products of matrices with compressed rows that PyTorch has for this layout only. */

/** A product of dense matrices, computed only where a sparse matrix has elements. */
export function sampled(input: Tensor, a: Tensor, b: Tensor, beta: number | boolean, alpha: number | boolean): Tensor {
  if (!isSparse(input) || !isCompressed(input.kind)) throw notHere('sparse_sampled_addmm', input);
  const fail = (what: string): never => {
    throw wrongShape(`sampled_addmm: ${what}`);
  };
  const shown = (t: Tensor) => t.dtype.scalarName;
  if (isBlocked(input.kind)) throw withoutBlocks(input);
  if (input.kind !== sparse_csr) fail(`Expected result to have sparse csr layout, but got ${input.kind.shown}`);
  if (!isMkl(input.dtype))
    throw wrongDtype('floating', `sparse_sampled_addmm: Expected self to be a floating-point or complex tensor, but got ${shown(input)}`);
  for (const [name, t] of [
    ['mat1', a],
    ['mat2', b],
  ] as const) {
    if (t.layout !== a.layout || isSparse(t)) fail(`Expected ${name} to have strided layout, but got ${t.layout.shown}`);
    if (t.sizes.length < 2) fail(`Expected ${name} to be a matrix, got ${t.sizes.length}-D tensor`);
  }
  if (a.dtype !== b.dtype) fail(`Expected mat1 and mat2 to have the same dtype, but got ${shown(a)} and ${shown(b)}`);
  if (a.dtype !== input.dtype) fail(`Expected self and mat1 to have the same dtype, but got ${shown(input)} and ${shown(a)}`);
  if (a.sizes[1] !== b.sizes[0]) fail(`mat1 and mat2 shapes cannot be multiplied (${a.sizes.join('x')} and ${b.sizes.join('x')})`);
  if (input.sizes[0] !== a.sizes[0]) fail('self.shape[-2] must match mat1.shape[-2]');
  if (input.sizes[1] !== b.sizes[1]) fail('self.shape[-1] must match mat2.shape[-1]');
  return input.with(run(sampledMm, input.kept, input.places, a, b, beta, alpha));
}

/** `torch.sparse.mm`; `reduce` says what becomes of the products that are added up otherwise. */
export function sparseMm(a: Tensor, b: Tensor, reduce: string | null): Tensor {
  if (reduce === null) return isSparse(a) || isSparse(b) ? multiply(a, b, sparseAddmm) : a.mm(b);
  if (!isSparse(a) || !isCompressed(a.kind)) throw notHere('_sparse_mm_reduce_impl', a);
  if (a.kind !== sparse_csr) throw new RuntimeError(`sparse_mm_reduce: expect self to be SparseCsr, got ${a.kind.shown}`);
  if (isSparse(b))
    throw new RuntimeError(
      `Expected tensor to have Strided Layout, but got tensor with ${b.kind.shown} Layout (while checking arguments for sparse_mm_reduce)`,
    );
  if (!['sum', 'mean', 'amax', 'amin'].includes(reduce))
    throw new RuntimeError(`sparse_mm_reduce: reduce type of ${reduce} has not been enabled.`);
  if (!a.dtype.is_floating_point) throw withoutKernelFor('spmm_reduce_kernel', a.dtype);
  if (a.sizes[1] !== b.sizes[0]) throw new RuntimeError(`sparse_mm_reduce: expect inner dims to match`);
  return reduce === 'sum' || reduce === 'mean' ? averaged(a, b, reduce === 'mean') : extreme(a, b, reduce as 'amax' | 'amin');
}

function averaged(a: SparseTensor, b: Tensor, divided: boolean): Tensor {
  const sum = multiply(a, b, sparseAddmm);
  if (!divided) return sum;
  const starts = read(a.starts());
  const counts = Array.from({ length: a.sizes[0] }, (_, row) => Math.max(1, starts[row + 1] - starts[row]));
  return sum.div(sum.new_tensor(counts).unsqueeze(1));
}

function extreme(a: SparseTensor, b: Tensor, reduce: 'amax' | 'amin'): Tensor {
  const terms = a.kept.unsqueeze(1).mul(b.index_select(0, a.places.select(0, 1)));
  const into = a.places.select(0, 0).unsqueeze(1).expand(terms.sizes);
  return terms.new_zeros([a.sizes[0], b.sizes[1]]).scatter_reduce(0, into, terms, reduce, { include_self: false });
}
