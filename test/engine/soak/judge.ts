import { TorchError } from '../../../src/engine/errors.js';
import { isSparse } from '../../../src/engine/sparse/sparseTensor.js';
import { Tensor } from '../../../src/engine/tensor/tensor.js';

/** What is wrong with what a call gave, or with how it refused. */

/** A refusal is an error of the engine whose message is a sentence. */
export function complaint(error: unknown): string | null {
  if (!(error instanceof TorchError)) return error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`;
  // A layer may be given anything; what it makes of tensors alone is its own matter.
  const isGivenAnything = /\.forward\(\) .* got \((?!(?:Tensor, )*Tensor\)$)/.test(error.message);
  if (error.cause instanceof Error && !isGivenAnything) return `${error.cause.name}: ${error.cause.message}`;
  return error.message.trim() === '' || /\bundefined\b|\[object /.test(error.message) ? `no sentence: ${error.message}` : null;
}

const isCount = (n: unknown): boolean => typeof n === 'number' && Number.isInteger(n) && n >= 0;

/** Whether every element that sizes and strides lead to lies in the storage. */
export function flawOf(t: Tensor): string | null {
  if (isSparse(t)) return flawOf(t.kept) ?? flawOf(t.places);
  const { sizes, strides, offset, storage } = t;
  const shown = `[${sizes.join(', ')}] by [${strides.join(', ')}] from ${offset} in ${storage.length}`;
  const isEmpty = sizes.includes(0);
  if (sizes.length !== strides.length || !sizes.every(isCount) || !(isEmpty || strides.every(Number.isSafeInteger)) || !isCount(offset))
    return `no size: ${shown}`;
  if (isEmpty) return null;
  let first = offset;
  let last = offset;
  sizes.forEach((n, dim) => {
    const reach = (n - 1) * strides[dim]!;
    if (reach < 0) first += reach;
    else last += reach;
  });
  // A part of complex numbers counts their halves.
  const length = (storage.length * storage.dtype.lanes) / t.dtype.lanes;
  return first < 0 || last >= length ? `leaves its storage: ${shown}` : null;
}

/** The tensors and objects of the library in a result. */
export function partsOf(value: unknown, depth = 3): unknown[] {
  if (value instanceof Tensor) return [value];
  if (Array.isArray(value) && depth > 0) return value.slice(0, 20).flatMap((v) => partsOf(v, depth - 1));
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ? [value] : [];
}
