// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * The p-norm of vectors.
 *
 * `out = (Σ_dim |input|^ord)^(1/ord)`
 *
 * PyTorch: `torch.linalg.vector_norm(Tensor input, Scalar ord=2, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`
 */
export const vector_norm = fn('linalg.vector_norm') as {
  (input: Tensor, options?: { ord?: number | boolean; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
};

/**
 * A norm of matrices: 'fro', 'nuc', ±1, ±2 or ±inf.
 *
 * `out = ‖input‖_ord`
 *
 * PyTorch: `torch.linalg.matrix_norm(Tensor input, Scalar|str ord='fro', int[] dim=[-2, -1], bool keepdim=False, *, dtype? dtype=None)`
 */
export const matrix_norm = fn('linalg.matrix_norm') as {
  (input: Tensor, options?: { ord?: number | boolean | string; dim?: number | readonly number[]; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean | string, options?: { dim?: number | readonly number[]; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean | string, dim: number | readonly number[], options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean | string, dim: number | readonly number[], keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
};

/**
 * A norm of vectors or matrices, by how many dims there are.
 *
 * `out = ‖input‖_ord`
 *
 * PyTorch: `torch.linalg.norm(Tensor input, Scalar|str? ord=None, int[]? dim=None, bool keepdim=False, *, dtype? dtype=None)`
 */
export const norm = fn('linalg.norm') as {
  (input: Tensor, options?: { ord?: number | boolean | string | null; dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean | string | null, options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean | string | null, dim: number | readonly number[] | null, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: number | boolean | string | null, dim: number | readonly number[] | null, keepdim: boolean, options?: { dtype?: DType | null }): Tensor;
};

/**
 * The cross product of vectors of three.
 *
 * `out = input × other`
 *
 * PyTorch: `torch.linalg.cross(Tensor input, Tensor other, *, int dim=-1)`
 */
export const cross = fn('linalg.cross') as {
  (input: Tensor, other: Tensor, options?: { dim?: number }): Tensor;
};

/**
 * Inner products along a dim.
 *
 * `out = Σ_dim x · y`
 *
 * PyTorch: `torch.linalg.vecdot(Tensor x, Tensor y, *, int dim=-1)`
 */
export const vecdot = fn('linalg.vecdot') as {
  (x: Tensor, y: Tensor, options?: { dim?: number }): Tensor;
};

/**
 * The product of several matrices (the first and last may be vectors).
 *
 * `out = Π tensors`
 *
 * PyTorch: `torch.linalg.multi_dot(Tensor[] tensors)`
 */
export const multi_dot = fn('linalg.multi_dot') as {
  (tensors: readonly Tensor[]): Tensor;
};

/**
 * As `matmul`.
 *
 * `out = input · other`
 *
 * PyTorch: `torch.linalg.matmul(Tensor input, Tensor other)`
 */
export const matmul = fn('linalg.matmul') as {
  (input: Tensor, other: Tensor): Tensor;
};
