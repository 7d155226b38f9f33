import { Complex } from '../../complex.js';
import { bool, type DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { broadcastSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { withoutKernelFor } from '../lacks.js';
import type { Variant } from '../op.js';
import { type Operand, type Scalar, resultType } from '../pointwise.js';

/** The errors of arithmetic operations. */

export const all: readonly Variant[] = ['function', 'method', 'inplace'];

/** The other operand: a tensor or a number. */
export type Other = Tensor | Scalar;

export function checkAlpha(alpha: Scalar | Complex, operands: readonly Operand[]): void {
  if (Number.isInteger(alpha)) return;
  const common = resultType(operands);
  if (alpha instanceof Complex && !common.is_complex) {
    throw new RuntimeError('For non-complex input tensors, argument alpha must not be a complex number.');
  }
  if (typeof alpha === 'boolean' && common !== bool) throw new RuntimeError('Boolean alpha only supported for Boolean results.');
  if (!common.isContinuous && typeof alpha === 'number' && !Number.isInteger(alpha)) {
    throw new RuntimeError('For integral input tensors, argument alpha must not be a floating point number.');
  }
}

const isBool = (v: Operand) => (v instanceof Tensor ? v.dtype === bool : typeof v === 'boolean');

export function checkSubtraction(a: Operand, b: Operand): void {
  if (!isBool(a) && !isBool(b)) return;
  throw new RuntimeError(
    isBool(a) && isBool(b)
      ? 'Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.'
      : 'Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
  );
}

/** Refuses integers. @throws NotImplementedError where PyTorch has a kernel for floating types only */
export function checkFloating(kernel: string, operands: readonly Operand[]): void {
  const type = resultType(operands);
  if (!type.isContinuous) throw withoutKernel(kernel, type, operands);
}

/** Refuses bools. @throws NotImplementedError where PyTorch has no kernel for bool */
export function checkNotBool(kernel: string, operands: readonly Operand[]): void {
  if (resultType(operands) === bool) throw withoutKernel(kernel, bool, operands);
}

/**
 * The error for a missing kernel. PyTorch checks the shapes before the kernel. @throws RuntimeError when the shapes do
 * not broadcast
 */
export function withoutKernel(kernel: string, dtype: DType, operands: readonly Operand[]): Error {
  operands.reduce<readonly number[]>((sizes, v) => (v instanceof Tensor ? broadcastSizes(sizes, v.sizes) : sizes), []);
  return withoutKernelFor(kernel, dtype);
}
