/** How a kernel reaches elements that lie side by side: in place, or staged for the kernel. Addresses are in bytes. */
import type { TypedArray } from '../../../dtype.js';
import { addressOf } from './slices.js';

/** The address of elements to read. Elements that live elsewhere are copied to `place`, which is counted in floats. */
export function toRead(floats: Float32Array, data: TypedArray, at: number, count: number, place: number): number {
  const address = addressOf(data);
  if (address >= 0) return address + 4 * at;
  floats.set(data.subarray(at, at + count), place);
  return 4 * place;
}

/** The address of elements to write. */
export function toWrite(data: TypedArray, at: number, place: number): number {
  const address = addressOf(data);
  return address >= 0 ? address + 4 * at : 4 * place;
}

/** Copies the elements that were written at `place` to the array, unless they were written in place. */
export function written(floats: Float32Array, data: TypedArray, at: number, count: number, place: number): void {
  if (addressOf(data) < 0) data.set(floats.subarray(place, place + count), at);
}
