// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor.js';

 

/**
 * Exponentials, scaled to a sum of 1 along a dim.
 *
 * `out = e^input / Σ_dim e^input`
 *
 * Gradient: `input: out · (g − Σ_dim (g · out))`
 *
 * PyTorch: `torch.nn.functional.softmax(Tensor input, int dim, dtype? dtype=None)`
 */
export const softmax = fn('nn.functional.softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
};

/**
 * The logarithm of softmax.
 *
 * `out = input − ln Σ_dim e^input`
 *
 * Gradient: `input: g − e^out · Σ_dim g`
 *
 * PyTorch: `torch.nn.functional.log_softmax(Tensor input, int dim, dtype? dtype=None)`
 */
export const log_softmax = fn('nn.functional.log_softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
};
