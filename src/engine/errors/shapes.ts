/** Errors about shapes, each with PyTorch's message and its detail. */
import { RuntimeError, type TorchErrorClass, ValueError } from '../errors.js';
import { showSizes } from '../sizesText.js';

type Sizes = readonly number[];

/** An operation does not take this shape; the message says everything. */
export const wrongShape = (message: string, Kind: TorchErrorClass = RuntimeError) => new Kind(message, { kind: 'shape' });

/** `a` and `b` do not broadcast; `dim` is a dimension of the shape that they would broadcast to. */
export function broadcastMismatch(a: Sizes, b: Sizes, dim: number) {
  const rank = Math.max(a.length, b.length);
  const sizeOf = (sizes: Sizes) => sizes[dim - rank + sizes.length];
  return new RuntimeError(
    `The size of tensor a (${sizeOf(a)}) must match the size of tensor b (${sizeOf(b)}) at non-singleton dimension ${dim}`,
    { kind: 'broadcast', a, b, dim },
  );
}

/** `sizes` cannot be expanded to `wanted`: dimension `dim` of `wanted` differs from that of `sizes`, which is not 1. */
export const expandMismatch = (sizes: Sizes, wanted: Sizes, dim: number) =>
  new RuntimeError(
    `The expanded size of the tensor (${wanted[dim]}) must match the existing size (${sizes[dim - wanted.length + sizes.length]}) at non-singleton dimension ${dim}.  ` +
      `Target sizes: ${showSizes(wanted)}.  Tensor sizes: ${showSizes(sizes)}`,
    { kind: 'expand', sizes, wanted, dim },
  );

/** An in-place operation would make a tensor larger. */
export const inplaceShapeMismatch = (sizes: Sizes, result: Sizes) =>
  new RuntimeError(`output with shape ${showSizes(sizes)} doesn't match the broadcast shape ${showSizes(result)}`, {
    kind: 'inplace-shape',
    sizes,
    result,
  });

/** Two matrices cannot be multiplied. `name` is the operation at the beginning of PyTorch's message. */
export const productMismatch = (name: string, left: Sizes, right: Sizes) =>
  new RuntimeError(notMultiplied(name, left, right), { kind: 'product', left, right });

/** A linear layer takes another number of features. PyTorch's message names the product that the layer computes. */
export const featuresMismatch = (name: string, left: Sizes, right: Sizes) =>
  new RuntimeError(notMultiplied(name, left, right), { kind: 'features', wanted: right[0], given: left[1] });

const notMultiplied = (name: string, left: Sizes, right: Sizes): string =>
  `${name}: mat1 and mat2 shapes cannot be multiplied (${left[0]}x${left[1]} and ${right[0]}x${right[1]})`;

/** A backward function returned a gradient that does not fit the shape of its input. */
export const invalidGradient = (name: string, index: number, got: readonly number[], wanted: readonly number[]): RuntimeError =>
  wrongShape(
    `Function ${name} returned an invalid gradient at index ${index} - got ${showSizes(got)} but expected shape compatible with ${showSizes(wanted)}`,
  );

/** `numel` elements do not fill the shape `wanted`, which the operation `call` should give them. */
export const viewMismatch = (call: string, wanted: Sizes, numel: number) =>
  new RuntimeError(`shape '${showSizes(wanted)}' is invalid for input of size ${numel}`, { kind: 'view', call, wanted, numel });

/** A loss needs a target with the shape of its input. PyTorch's message depends on the loss. */
export const targetMismatch = (message: string, input: Sizes, target: Sizes) =>
  new ValueError(message, { kind: 'target-shape', input: [...input], target: [...target] });

/** What is no matrix is transposed by a property of matrices. */
export const noMatrix = (property: 'mT' | 'mH' | 'H', rank = 1): RuntimeError =>
  wrongShape(
    property === 'H'
      ? `tensor.H is only supported on matrices (2-D tensors). Got ${rank}-D tensor.${rank > 2 ? ' For batches of matrices, consider using tensor.mH' : ''}`
      : `tensor.${property} is only supported on matrices or batches of matrices. Got ${rank}-D tensor.`,
  );
