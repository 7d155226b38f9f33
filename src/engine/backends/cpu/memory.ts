import { float32, type DType, type TypedArray } from '../../dtype.js';
import { numel } from '../../shape.js';
import type { DeviceBuffer } from '../../storage.js';
import type { View } from '../backend.js';
import * as scalar from '../scalar.js';
import { bufferOf, dataOf } from './buffer.js';
import { pairsOf } from './complex/pairs.js';
import { dense } from './plan.js';
import { clearVectors } from './wasm/copies.js';
import * as slices from './wasm/slices.js';
import { addressOf, keepsAlive, slice } from './wasm/slices.js';

/** JavaScript keeps arrays up to this many bytes among its objects. For larger ones it asks the system, which takes about a microsecond. */
const TINY = 64;
/** Arrays up to this size are cut from a slab. Each array of a slab keeps the whole slab alive. */
const SMALL = 2048;
const SLAB = 16_384;

let slab = new ArrayBuffer(0);
let used = 0;

type Cut = new (buffer: ArrayBuffer, at: number, length: number) => TypedArray;

/** A new array, filled with zeros: every new array of JavaScript is, and each part of a slab is used only once. */
function newArray({ array, lanes }: DType, elements: number): TypedArray {
  const length = elements * lanes;
  const bytes = length * (array as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
  if (bytes <= TINY || bytes > SMALL) return new array(length);
  if (used + bytes > slab.byteLength) {
    slab = new ArrayBuffer(SLAB);
    used = 0;
  }
  const cut = new (array as unknown as Cut)(slab, used, length);
  used += (bytes + 15) & ~15;
  return cut;
}

const sliceFor = (dtype: DType, length: number): Float32Array | null => (dtype === float32 ? slice(length) : null);

/** @see Backend.allocate */
export const allocate = (dtype: DType, length: number): DeviceBuffer => bufferOf(sliceFor(dtype, length) ?? newArray(dtype, length));

/** @see Backend.zeros */
export const zeros = (dtype: DType, length: number): DeviceBuffer => {
  const inMemory = sliceFor(dtype, length);
  if (!inMemory) return bufferOf(newArray(dtype, length));
  clearVectors(inMemory, 0, length);
  return bufferOf(inMemory);
};

/** @see Backend.giveBack */
export const giveBack = (buffer: DeviceBuffer): void => slices.giveBack(buffer as unknown as TypedArray);

const functions = scalar as unknown as Record<string, (value: number) => number>;

/** The function that turns numbers into their stored form; null when a typed array converts them itself. */
const encoderOf = (dtype: DType): ((value: number) => number) | null =>
  dtype.part ? encoderOf(dtype.part) : dtype.store && (dtype.load || dtype.isRounded) ? functions[dtype.store] : null;

/** A number in the stored form of a dtype. */
export function keptAs(dtype: DType, value: number): number {
  const encode = encoderOf(dtype);
  if (encode) return encode(value);
  if (dtype.category === 0) return Number(value !== 0);
  return dtype.is_floating_point ? value : Math.trunc(value);
}

/** @see Backend.upload */
export function upload(values: ArrayLike<number>, dtype: DType): DeviceBuffer {
  const encode = encoderOf(dtype);
  const inMemory = sliceFor(dtype, values.length);
  if (values instanceof dtype.array && !encode && !inMemory) return bufferOf(values);
  const data = inMemory ?? newArray(dtype, values.length / dtype.lanes);
  if (encode) for (let i = 0; i < data.length; i++) data[i] = encode(values[i]);
  else data.set(values);
  return bufferOf(data);
}

/** @see Backend.reinterpret */
export function reinterpret(buffer: DeviceBuffer, dtype: DType, kept: DType): DeviceBuffer | null {
  if ([dtype, kept].some((d) => d.store ?? d.load ?? d.part?.store)) return null;
  const data = buffer as unknown as TypedArray;
  const Elements = dtype.array as unknown as new (buffer: ArrayBufferLike, offset: number, length: number) => TypedArray;
  const shown = new Elements(data.buffer, data.byteOffset, Math.floor(data.byteLength / dtype.itemsize));
  keepsAlive(shown, data);
  return bufferOf(shown);
}

/** @see Backend.element */
export function element({ storage, offset, dtype }: View): number {
  const value = dataOf(storage)[offset];
  return dtype.load ? functions[dtype.load](value) : value;
}

/** @see Backend.read */
export function read(x: View): TypedArray {
  if (x.dtype.is_complex) return pairsOf(x);
  const n = numel(x.sizes);
  const { data, at } = dense(x);
  if (x.dtype === float32 && addressOf(data) >= 0)
    return at === 0 && n === data.length ? data : Float32Array.from(data.subarray(at, at + n));
  const elements = data.subarray(at, at + n);
  return x.dtype.load ? Float64Array.from(elements, functions[x.dtype.load]) : elements;
}
