import type { DType } from '../dtype.js';
import { TypeError_, ValueError } from '../errors.js';
import { finish } from '../ops/factory.js';
import { isPlainObject } from '../ops/signature.js';
import type { Tensor } from '../tensor/tensor.js';
import { decode, elements, kinds } from './elements.js';

/** What has bytes: typed arrays, an `ArrayBuffer`, and Python's `bytes`. */
export type Buffer = ArrayBuffer | ArrayBufferView | readonly number[];

export interface BufferOptions {
  dtype: DType;
  /** How many elements are read; −1: all. */
  count?: number;
  /** The number of bytes that are skipped. */
  offset?: number;
  requires_grad?: boolean;
}

const isByte = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 256;

function bytesOf(buffer: unknown): Uint8Array {
  // A buffer may be of the realm of the program.
  if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  if (Object.prototype.toString.call(buffer) === '[object ArrayBuffer]') return new Uint8Array(buffer as ArrayBuffer);
  if (Array.isArray(buffer) && buffer.constructor !== Array && buffer.every(isByte)) return Uint8Array.from(buffer as number[]);
  throw new ValueError('object does not implement Python buffer protocol.');
}

/** `torch.frombuffer`. @throws ValueError as PyTorch where the bytes are no whole elements, or too few */
export function frombuffer(buffer: Buffer, given: BufferOptions): Tensor {
  if (!isPlainObject(given) || !given.dtype) throw new TypeError_('frombuffer() missing 1 required positional arguments: "dtype"');
  const { dtype, count = -1, offset = 0, requires_grad: requiresGrad = false } = given;
  const bytes = bytesOf(buffer);
  const { length } = bytes;
  const { itemsize } = dtype;
  if (length === 0 || count === 0) throw new ValueError(`both buffer length (${length}) and count (${count}) must not be 0`);
  if (offset < 0 || offset >= length)
    throw new ValueError(`offset (${offset} bytes) must be non-negative and no greater than buffer length (${length} bytes) minus 1`);
  if (count < 0 && (length - offset) % itemsize !== 0)
    throw new ValueError(
      `buffer length (${length - offset} bytes) after offset (${offset} bytes) must be a multiple of element size (${itemsize})`,
    );
  const n = count < 0 ? (length - offset) / itemsize : count;
  if (offset + n * itemsize > length)
    throw new ValueError(
      `requested buffer length (${n} * ${itemsize} bytes) after offset (${offset} bytes) must not be greater than actual buffer length (${length} bytes)`,
    );
  return finish(decode(bytes.subarray(offset, offset + n * itemsize), elements[kinds[dtype.name]], [n]), requiresGrad);
}
