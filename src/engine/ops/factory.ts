import { setRequiresGrad } from '../tensor/state.js';
import { wrongDtype } from '../errors/dtypes.js';
import type { Tensor } from '../tensor/tensor.js';

/** Options of every factory function. */
export const options = '*, dtype? dtype=None, bool requires_grad=False';

/**
 * Finishes a new tensor: it requires gradients if `requires_grad` is true. @throws RuntimeError for a dtype without
 * gradients
 */
export function finish(t: Tensor, requiresGrad: boolean): Tensor {
  if (requiresGrad && !t.dtype.isContinuous)
    throw wrongDtype('floating', 'Only Tensors of floating point and complex dtype can require gradients');
  if (requiresGrad) setRequiresGrad(t, true);
  return t;
}
