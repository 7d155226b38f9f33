/** Errors about shapes, each with PyTorch's sentence and its detail. */
import { RuntimeError, type TorchErrorClass, ValueError } from '../errors.js';
import { showSizes } from '../sizesText.js';

type Sizes = readonly number[];

/** For a shape that an operation does not take, where the sentence says all there is to say. */
export const wrongShape = (message: string, Kind: TorchErrorClass = RuntimeError) => new Kind(message, { kind: 'shape' });

/** `a` and `b` do not broadcast with each other; `dim` counts in the shape that they would broadcast to. */
export function broadcastMismatch(a: Sizes, b: Sizes, dim: number) {
  const rank = Math.max(a.length, b.length);
  const sizeOf = (sizes: Sizes) => sizes[dim - rank + sizes.length];
  return new RuntimeError(
    `The size of tensor a (${sizeOf(a)}) must match the size of tensor b (${sizeOf(b)}) at non-singleton dimension ${dim}`,
    { kind: 'broadcast', a, b, dim },
  );
}

/** `sizes` cannot be stretched to `wanted`: dimension `dim` of that is not as long, and not stretched from 1. */
export const expandMismatch = (sizes: Sizes, wanted: Sizes, dim: number) =>
  new RuntimeError(
    `The expanded size of the tensor (${wanted[dim]}) must match the existing size (${sizes[dim - wanted.length + sizes.length]}) at non-singleton dimension ${dim}.  ` +
      `Target sizes: ${showSizes(wanted)}.  Tensor sizes: ${showSizes(sizes)}`,
    { kind: 'expand', sizes, wanted, dim },
  );

/** A change in place would make a tensor larger. */
export const inplaceShapeMismatch = (sizes: Sizes, result: Sizes) =>
  new RuntimeError(`output with shape ${showSizes(sizes)} doesn't match the broadcast shape ${showSizes(result)}`, {
    kind: 'inplace-shape',
    sizes,
    result,
  });

/** Two matrices cannot be multiplied. `name` is the operation that PyTorch's sentence begins with. */
export const productMismatch = (name: string, left: Sizes, right: Sizes) =>
  new RuntimeError(notMultiplied(name, left, right), { kind: 'product', left, right });

/** A linear layer takes another number of features. PyTorch tells of the product that it is. */
export const featuresMismatch = (name: string, left: Sizes, right: Sizes) =>
  new RuntimeError(notMultiplied(name, left, right), { kind: 'features', wanted: right[0], given: left[1] });

const notMultiplied = (name: string, left: Sizes, right: Sizes): string =>
  `${name}: mat1 and mat2 shapes cannot be multiplied (${left[0]}x${left[1]} and ${right[0]}x${right[1]})`;

/** `numel` elements do not fill the shape that the operation `call` is to give them. */
/** A backward function gave something that does not fit what it is the gradient of. */
export const invalidGradient = (name: string, index: number, got: readonly number[], wanted: readonly number[]): RuntimeError =>
  wrongShape(
    `Function ${name} returned an invalid gradient at index ${index} - got ${showSizes(got)} but expected shape compatible with ${showSizes(wanted)}`,
  );

export const viewMismatch = (call: string, wanted: Sizes, numel: number) =>
  new RuntimeError(`shape '${showSizes(wanted)}' is invalid for input of size ${numel}`, { kind: 'view', call, wanted, numel });

/** A loss wants a target of the shape of its input. PyTorch's sentence depends on the loss. */
export const targetMismatch = (message: string, input: Sizes, target: Sizes) =>
  new ValueError(message, { kind: 'target-shape', input: [...input], target: [...target] });
