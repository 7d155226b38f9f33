import { nativeOf, TorchError } from '../../../src/engine/errors.js';
import { caught } from '../../../src/engine/saying.js';
import { isSparse } from '../../../src/engine/sparse/sparseTensor.js';
import { Tensor } from '../../../src/engine/tensor/tensor.js';

/** Judges the result of a call, or its refusal. */

/** A refusal must be an error of the engine whose message is a sentence. Returns what is wrong with it. */
export function complaint(error: unknown, strict = process.env['TENSOR_LENS_STRICT'] !== undefined): string | null {
  if (!(error instanceof TorchError)) return error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`;
  // A layer may be called with anything. An error for arguments that are not all tensors is accepted.
  const isGivenAnything = /\.forward\(\) .* got \((?!(?:Tensor, )*Tensor\)$)/.test(error.message);
  const native = nativeOf(error);
  // Operations and layers read their arguments by signatures. For what has none, the net is the check.
  if (native && !isGivenAnything && (strict || !caught.has(error))) return `${native.name}: ${native.message}`;
  return error.message.trim() === '' || /\bundefined\b|\[object /.test(error.message) ? `no sentence: ${error.message}` : null;
}

const isCount = (n: unknown): boolean => typeof n === 'number' && Number.isInteger(n) && n >= 0;

/** Checks that sizes and strides lead only to elements inside the storage. Returns what is wrong. */
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
  // Real and imaginary parts are views whose storage counts complex numbers, which have two parts each.
  const length = (storage.length * storage.dtype.lanes) / t.dtype.lanes;
  return first < 0 || last >= length ? `leaves its storage: ${shown}` : null;
}

/** The tensors and objects of the library in a result. */
export function partsOf(value: unknown, depth = 3): unknown[] {
  if (value instanceof Tensor) return [value];
  if (Array.isArray(value) && depth > 0) return value.slice(0, 20).flatMap((v) => partsOf(v, depth - 1));
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ? [value] : [];
}
