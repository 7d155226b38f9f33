import { getDefaultDevice } from '../backends/registry.js';
import * as dtypes from '../dtype.js';
import type { DType, DTypeName } from '../dtype.js';
import { numbers, readParts } from '../backends/allocation.js';
import { RuntimeError } from '../errors.js';
import { contiguousStrides, numel } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/** The form of elements in a file, little endian, and their dtype after reading. */
export interface Elements {
  readonly itemsize: number;
  readonly dtype: DType;
  /** Reads a number; for complex elements, one part. */
  read(view: DataView, at: number): number;
}

const half = (bits: number): number => {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  const size =
    exponent === 0 ? fraction * 2 ** -24 : exponent === 31 ? (fraction ? NaN : Infinity) : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
};

/** The bits of a float16 with this value, which float16 must be able to hold. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (!(size < Infinity)) return sign | (size === Infinity ? 0x7c00 : 0x7e00);
  if (size < 2 ** -14) return sign | (size * 2 ** 24);
  const exponent = Math.floor(Math.log2(size));
  return sign | ((exponent + 15) << 10) | ((size / 2 ** exponent - 1) * 1024);
}

/** The bits of a bfloat16 with this value, which bfloat16 must be able to hold. */
function brainBits(value: number): number {
  word.setFloat32(0, value);
  return word.getUint16(0);
}

const word = new DataView(new ArrayBuffer(4));
/** The number whose float32 has these bits as its upper half. */
const brain = (bits: number): number => {
  word.setUint32(0, bits << 16);
  return word.getFloat32(0);
};

/** @throws RuntimeError for an integer that a double cannot hold */
function exact(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RuntimeError(`The file holds the integer ${value}, and integers are exact only up to 2^53 here.`);
  return number;
}

/**
 * Elements by their kind (`f` float, `bf` bfloat, `c` and `bc` complex of these, `i` signed, `u` unsigned, `b` bool) and number
 * of bytes. Kinds without a dtype get the next larger dtype.
 */
export const elements: Record<string, Elements> = {
  f8: { itemsize: 8, dtype: dtypes.float64, read: (v, at) => v.getFloat64(at, true) },
  f4: { itemsize: 4, dtype: dtypes.float32, read: (v, at) => v.getFloat32(at, true) },
  f2: { itemsize: 2, dtype: dtypes.float16, read: (v, at) => half(v.getUint16(at, true)) },
  bf2: { itemsize: 2, dtype: dtypes.bfloat16, read: (v, at) => brain(v.getUint16(at, true)) },
  i8: { itemsize: 8, dtype: dtypes.int64, read: (v, at) => exact(v.getBigInt64(at, true)) },
  i4: { itemsize: 4, dtype: dtypes.int32, read: (v, at) => v.getInt32(at, true) },
  i2: { itemsize: 2, dtype: dtypes.int16, read: (v, at) => v.getInt16(at, true) },
  i1: { itemsize: 1, dtype: dtypes.int8, read: (v, at) => v.getInt8(at) },
  c16: { itemsize: 16, dtype: dtypes.complex128, read: (v, at) => v.getFloat64(at, true) },
  c8: { itemsize: 8, dtype: dtypes.complex64, read: (v, at) => v.getFloat32(at, true) },
  c4: { itemsize: 4, dtype: dtypes.complex32, read: (v, at) => half(v.getUint16(at, true)) },
  bc4: { itemsize: 4, dtype: dtypes.bcomplex32, read: (v, at) => brain(v.getUint16(at, true)) },
  u8: { itemsize: 8, dtype: dtypes.int64, read: (v, at) => exact(v.getBigUint64(at, true)) },
  u4: { itemsize: 4, dtype: dtypes.int64, read: (v, at) => v.getUint32(at, true) },
  u2: { itemsize: 2, dtype: dtypes.uint16, read: (v, at) => v.getUint16(at, true) },
  u1: { itemsize: 1, dtype: dtypes.uint8, read: (v, at) => v.getUint8(at) },
  b1: { itemsize: 1, dtype: dtypes.bool, read: (v, at) => Number(v.getUint8(at) !== 0) },
};

/** The form in which tensors of a dtype are written: a key of `elements`. */
export const kinds: Record<DTypeName, string> = {
  float64: 'f8',
  float32: 'f4',
  float16: 'f2',
  bfloat16: 'bf2',
  int64: 'i8',
  int32: 'i4',
  int16: 'i2',
  int8: 'i1',
  uint16: 'u2',
  uint8: 'u1',
  bool: 'b1',
  complex32: 'c4',
  bcomplex32: 'bc4',
  complex64: 'c8',
  complex128: 'c16',
};

/**
 * A tensor of the elements in `bytes`, which lie row major, or in the order of `strides`. The caller has checked that all bytes
 * are there.
 */
export function decode(bytes: Uint8Array, kind: Elements, sizes: readonly number[], strides = contiguousStrides(sizes)): Tensor {
  const values = numbers(kind.dtype, numel(sizes));
  const step = kind.itemsize / kind.dtype.lanes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < values.length; i++) values[i] = kind.read(view, i * step);
  return Tensor.of(values, [values.length / kind.dtype.lanes], kind.dtype, getDefaultDevice()).alias(sizes, strides);
}

/** The elements of a tensor, row major and little endian. The machines that run JavaScript are little endian, too. */
export function encode(tensor: Tensor): Uint8Array {
  const values = readParts(tensor);
  if (tensor.dtype === dtypes.int64) return new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  const part = tensor.dtype.to_real();
  const bits = part === dtypes.float16 ? halfBits : part === dtypes.bfloat16 ? brainBits : null;
  if (bits) return new Uint8Array(Uint16Array.from(values, bits).buffer);
  const typed = new tensor.dtype.array(values.length);
  typed.set(values);
  return new Uint8Array(typed.buffer);
}
