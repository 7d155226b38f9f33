/** How a kernel reaches elements side by side: where they live, or where they are staged for it. Addresses are bytes. */
import type { TypedArray } from '../../../dtype.js';
import { addressOf } from './slices.js';

/** The address of what is read: elements that live elsewhere are copied to `place`, counted in floats. */
export function toRead(floats: Float32Array, data: TypedArray, at: number, count: number, place: number): number {
  const address = addressOf(data);
  if (address >= 0) return address + 4 * at;
  floats.set(data.subarray(at, at + count), place);
  return 4 * place;
}

/** The address of what is written. */
export function toWrite(data: TypedArray, at: number, place: number): number {
  const address = addressOf(data);
  return address >= 0 ? address + 4 * at : 4 * place;
}

/** Copies what was written at `place` to where it belongs. */
export function written(floats: Float32Array, data: TypedArray, at: number, count: number, place: number): void {
  if (addressOf(data) < 0) data.set(floats.subarray(place, place + count), at);
}
