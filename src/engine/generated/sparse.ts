// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * The product of two matrices of which one is sparse (dense) or both are (sparse); with `reduce`, what is added up may be averaged, or the largest or smallest taken.
 *
 * `out = mat1 · mat2`
 *
 * PyTorch: `torch.sparse.mm(Tensor mat1, Tensor mat2, str? reduce=None)`
 */
export const mm = fn('sparse.mm') as {
  (mat1: Tensor, mat2: Tensor, options?: { reduce?: string | null }): Tensor;
  (mat1: Tensor, mat2: Tensor, reduce: string | null): Tensor;
  (options: { mat1: Tensor; mat2: Tensor; reduce?: string | null }): Tensor;
};

/**
 * A matrix plus the product of a sparse matrix and a dense one.
 *
 * `out = beta · mat + alpha · (mat1 · mat2)`
 *
 * PyTorch: `torch.sparse.addmm(Tensor mat, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1)`
 */
export const addmm = fn('sparse.addmm') as {
  (mat: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean }): Tensor;
  (mat: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  (mat: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
  (options: { mat: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean }): Tensor;
};

/**
 * A sparse matrix (CSR) plus a product of dense matrices, computed only where the sparse matrix has elements.
 *
 * `out = beta · input + alpha · (mat1 · mat2) at the places of input`
 *
 * PyTorch: `torch.sparse.sampled_addmm(Tensor input, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor? out=None)`
 */
export const sampled_addmm = fn('sparse.sampled_addmm') as {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; mat1: Tensor; mat2: Tensor; beta?: number | boolean; alpha?: number | boolean; out?: Tensor | null }): Tensor;
};

/**
 * The sum of the elements of a sparse tensor, over all dims or some: a sparse tensor unless no sparse dim is left.
 *
 * `out = Σ_dim input`
 *
 * PyTorch: `torch.sparse.sum(Tensor input, int[]? dim=None, dtype? dtype=None)`
 */
export const sum = fn('sparse.sum') as {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null, dtype: DType | null): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; dtype?: DType | null }): Tensor;
};

/**
 * Softmax over the elements of a sparse tensor along a dim; what is not kept counts as −∞.
 *
 * `out = e^input / Σ_dim e^input`
 *
 * PyTorch: `torch.sparse.softmax(Tensor input, int dim, *, dtype? dtype=None)`
 */
export const softmax = fn('sparse.softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null }): Tensor;
};

/**
 * The logarithm of softmax over the elements of a sparse tensor along a dim; what is not kept counts as −∞.
 *
 * `out = input − ln Σ_dim e^input`
 *
 * PyTorch: `torch.sparse.log_softmax(Tensor input, int dim, *, dtype? dtype=None)`
 */
export const log_softmax = fn('sparse.log_softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null }): Tensor;
};

/**
 * A sparse matrix with these rows as its diagonals; `offsets` says which, 0 is the main one.
 *
 * `out[j − offsets[i], j] = diagonals[i, j]`
 *
 * PyTorch: `torch.sparse.spdiags(Tensor diagonals, Tensor offsets, int[] shape, any layout=None)`
 */
export const spdiags = fn('sparse.spdiags') as {
  (diagonals: Tensor, offsets: Tensor, shape: number | readonly number[], options?: { layout?: any | null }): Tensor;
  (diagonals: Tensor, offsets: Tensor, shape: number | readonly number[], layout: any | null): Tensor;
  (diagonals: Tensor, offsets: Tensor, options: { shape: number | readonly number[]; layout?: any | null }): Tensor;
  (diagonals: Tensor, options: { offsets: Tensor; shape: number | readonly number[]; layout?: any | null }): Tensor;
  (options: { diagonals: Tensor; offsets: Tensor; shape: number | readonly number[]; layout?: any | null }): Tensor;
};
