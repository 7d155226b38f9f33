import { NotImplementedError_ } from '../errors.js';
import { gradFnOf } from '../tensor/state.js';
import type { Tensor } from '../tensor/tensor.js';

/** Makes the backward of an operation fail, where PyTorch's formula fails. */
export function refusing<Result extends Tensor>(result: Result, error: Error): Result {
  const fn = gradFnOf(result);
  if (fn)
    fn.apply = () => {
      throw error;
    };
  return result;
}

/** Marks the result of an operation that has no gradient in PyTorch: its function has no name. */
export function underivable<Result extends Tensor>(result: Result, aten: string): Result {
  const fn = gradFnOf(result);
  if (fn) fn.name = () => 'NotImplemented';
  return refusing(result, new NotImplementedError_(`derivative for aten::${aten} is not implemented`));
}

/** Gives the function of a result another name: PyTorch has one operation where several are computed here. */
export function named<Result extends Tensor>(result: Result, name: string): Result {
  const fn = gradFnOf(result);
  if (fn) fn.name = () => name;
  return result;
}
