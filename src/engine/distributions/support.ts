/** Helpers for the classes of distributions: shapes, parameters that are numbers or tensors, probabilities and logits. */
import { getDefaultDType } from '../dtype.js';
import { IndexError, TypeError_, ValueError } from '../errors.js';
import * as F from '../generated/functional.js';
import { empty, tensor } from '../generated/torch.js';
import { pyFloat } from '../nn/pythonText.js';
import { isPlainObject } from '../ops/signature.js';
import { withGradMode } from '../autograd/gradMode.js';
import { finfo } from '../namespaces/limits.js';
import { broadcastSizes, sameSizes, Size } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/** A parameter in the form in which it is given. */
export type Given = Tensor | number;
export type Shape = readonly number[];
/** The shape of samples: `[2, 3]`, also by name. */
export type SampleShape = Shape | { sample_shape?: Shape };

export { finfo };

export const euler = 0.5772156649015329;

/** A parameter that is not given is null, as in Python. */
export const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

export const sizeOf = (...parts: Shape[]): Size => Size.fromSizes(parts.flat());

/** @throws TypeError for a number, since a number is no shape */
export function shapeOf(given: SampleShape): Shape {
  if (typeof given === 'number') throw new TypeError_("'int' object is not iterable");
  return isPlainObject(given) ? (given.sample_shape ?? []) : given;
}

/** Positional values, completed by values that were given by name in the last argument. */
export function byName(names: readonly string[], given: readonly unknown[]): unknown[] {
  const at = given.findIndex((value) => isPlainObject(value));
  if (at < 0) return [...given];
  const named = given[at] as Readonly<Record<string, unknown>>;
  return names.map((name, i) => (i < at ? given[i] : named[name]));
}

/** The size of a dim that is counted from the end. @throws IndexError as Python when there is no such dim */
export function sizeFromEnd(value: Tensor, dim: number): number {
  if (value.dim() + dim < 0) throw new IndexError('tuple index out of range');
  return value.size(dim);
}

/** The text of a size as Python writes a tuple: (3,) */
export const tupleText = (sizes: Shape): string => `(${sizes.join(', ')}${sizes.length === 1 ? ',' : ''})`;

/** A value for a sentence: a tensor without dims is written as its number. */
export function formatted(value: unknown): string {
  if (!(value instanceof Tensor) || value.sizes.length > 0) return String(value);
  const number: unknown = value.item();
  if (typeof number === 'boolean') return number ? 'True' : 'False';
  return value.dtype.is_floating_point ? pyFloat(number as number) : String(number);
}

/** Broadcasts tensors to their common size. */
export function broadcast(...tensors: Tensor[]): Tensor[] {
  const sizes = tensors.map((t) => t.sizes).reduce<Shape>(broadcastSizes, []);
  return tensors.map((t) => (sameSizes(t.sizes, sizes) ? t : t.expand(sizes)));
}

/**
 * Turns numbers and tensors into tensors of one size; numbers take the dtype of the first tensor.
 * @throws ValueError when a value is neither
 */
export function broadcast_all(...values: Given[]): Tensor[] {
  if (!values.every((v) => v instanceof Tensor || typeof v === 'number')) {
    throw new ValueError('Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__.');
  }
  const model = values.find((v) => v instanceof Tensor);
  const dtype = model?.dtype ?? getDefaultDType();
  return broadcast(...values.map((v) => (v instanceof Tensor ? v : tensor(v, { dtype }))));
}

/** A number as a tensor of the default dtype. */
export const asTensor = (value: Given): Tensor => (value instanceof Tensor ? value : tensor(value, { dtype: getDefaultDType() }));

/** The sum over the last `n` dims. */
export const sumRightmost = (value: Tensor, n: number): Tensor =>
  n === 0 ? value : value.reshape([...value.sizes.slice(0, -n), -1]).sum(-1);

export const standardNormal = (shape: Shape, { dtype }: Tensor): Tensor => empty(shape, { dtype }).normal_();

/** Clamps probabilities so that they stay away from 0 and 1. */
export const clampProbs = (probs: Tensor): Tensor => {
  const { eps } = finfo(probs.dtype);
  return probs.clamp(eps, 1 - eps);
};

export const logitsToProbs = (logits: Tensor, isBinary = false): Tensor => (isBinary ? logits.sigmoid() : F.softmax(logits, { dim: -1 }));

export const probsToLogits = (probs: Tensor, isBinary = false): Tensor => {
  const clamped = clampProbs(probs);
  return isBinary ? clamped.log().sub(clamped.neg().log1p()) : clamped.log();
};

/** Minus the logarithm of the probability, where `logits` are the logits of the distribution and `probs` are the outcomes. */
export const binaryCrossEntropy = (logits: Tensor, probs: Tensor): Tensor =>
  F.binary_cross_entropy_with_logits(logits, probs, { reduction: 'none' });

/** @throws ValueError unless exactly one of both is given */
export function checkOneOf(probs: unknown, logits: unknown): void {
  if (isGiven(probs) === isGiven(logits)) throw new ValueError('Either `probs` or `logits` must be specified, but not both.');
}

/** Makes a field of an object, even when the object's class has a getter with this name. */
export function own(self: object, name: string, value: unknown): void {
  Object.defineProperty(self, name, { value, writable: true, enumerable: true, configurable: true });
}

/** A property that is computed on its first use. */
export function lazily<T>(self: object, name: string, compute: () => T): T {
  const value = withGradMode(true, compute);
  own(self, name, value);
  return value;
}
