import { setRequiresGrad } from '../tensor/state.js';
import { wrongDtype } from '../errors/dtypes.js';
import type { Tensor } from '../tensor/tensor.js';

/** A new tensor, which requires gradients if `requires_grad` says so. @throws RuntimeError for a dtype that has none */
export function finish(t: Tensor, requiresGrad: boolean): Tensor {
  if (requiresGrad && !t.dtype.isContinuous)
    throw wrongDtype('floating', 'Only Tensors of floating point and complex dtype can require gradients');
  if (requiresGrad) setRequiresGrad(t, true);
  return t;
}
