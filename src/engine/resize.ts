import { requiresGrad } from './tensor/state.js';
import { kernels } from './backends/dispatch.js';
import { RuntimeError } from './errors.js';
import { willWrite } from './tensor/observe.js';
import { checkSizes, contiguousStrides, numel } from './shape.js';
import { Tensor } from './tensor/tensor.js';

/**
 * Gives a tensor other sizes over the same memory, or over more memory: the old elements stay, and the new ones are 0,
 * as `Tensor.resize_`. @throws RuntimeError for a tensor that requires grad
 */
export function resize(input: Tensor, size: readonly number[]): Tensor {
  if (requiresGrad(input)) throw new RuntimeError('cannot resize variables that require grad');
  checkSizes(size);
  const { storage, offset, dtype, device } = input;
  const needed = offset + numel(size);
  if (needed <= storage.length) input.adopt(input.alias(size, contiguousStrides(size)));
  else {
    const room = Tensor.zeros([needed], dtype, device);
    willWrite(room.storage);
    kernels.copy(input.alias([storage.length], [1], 0), room.alias([storage.length], [1], 0));
    input.adopt(room.alias(size, contiguousStrides(size), offset));
  }
  return input;
}
