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
 * PyTorch: `torch.nn.functional(Tensor input, int dim, dtype? dtype=None)`
 */
export const functional = fn('nn.functional') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: number, dtype: DType | null): Tensor;
};
