/** Gives WebAssembly access to arrays. Arrays outside its memory are copied in for the time of a kernel, and results are copied out. */
import type { TypedArray } from '../../../dtype.js';
import { numel } from '../../../shape.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { toRead, toWrite, written as carried } from './reach.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, STAGED_MOST, stagingMemory } from './staging.js';

/** Elements that lie side by side in an array. */
export interface Piece {
  readonly data: TypedArray;
  readonly at: number;
  readonly length: number;
}

/** The gap between two arrays: kernels read whole vectors, so they read beyond the end. */
const GAP = 16;

export const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

/** The elements of a view, which lie side by side. */
export const wholeOf = (x: View): Piece => ({ data: dataOf(x.storage), at: x.offset, length: numel(x.sizes) });

/** The memory as numbers, and the addresses in it. */
export interface Places {
  readonly floats: Float32Array;
  /** Addresses, in bytes: first of the arrays to read, then of the arrays to write. */
  readonly at: readonly number[];
  /** Where the extra room begins, in bytes. */
  readonly room: number;
}

/**
 * Calls `body` with the addresses of float32 arrays to read and to write (arrays to write have undefined content), and of room
 * for `extra` elements. Returns false, and changes nothing, when the arrays are too large or there is no WebAssembly.
 */
export function withPlaces(read: readonly Piece[], written: readonly Piece[], extra: number, body: (places: Places) => void): boolean {
  const start = RESERVED / 4;
  const places: number[] = [];
  let top = start;
  for (const { data, length } of [...read, ...written]) {
    places.push(top);
    if (addressOf(data) < 0) top += roundUp(length, 16) + GAP;
  }
  const total = top + extra - start;
  if (total * 4 > STAGED_MOST || !stagingMemory()) return false;
  const floats = stage(total);
  const at = [
    ...read.map((x, i) => toRead(floats, x.data, x.at, x.length, places[i])),
    ...written.map((x, i) => toWrite(x.data, x.at, places[read.length + i])),
  ];
  body({ floats, at, room: 4 * top });
  written.forEach((x, i) => carried(floats, x.data, x.at, x.length, places[read.length + i]));
  return true;
}
