/** Arrays as WebAssembly sees them: those that do not live in its memory are copied in for the time of a kernel, and results are copied out. */
import type { TypedArray } from '../../../dtype.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { toRead, toWrite, written as carried } from './reach.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, STAGED_MOST, stagingMemory } from './staging.js';

/** Elements side by side in an array. */
export interface Piece {
  readonly data: TypedArray;
  readonly at: number;
  readonly length: number;
}

/** Between two arrays: kernels read whole vectors, up to their end. */
const GAP = 16;

export const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

/** Of a view whose elements lie side by side. */
export const pieceOf = (x: View, length: number): Piece => ({ data: dataOf(x.storage), at: x.offset, length });

/** The memory as numbers, and the addresses of what was asked for. */
export interface Places {
  readonly floats: Float32Array;
  /** Addresses, in bytes: of what is read, then of what is written. */
  readonly at: readonly number[];
  /** Where the further room begins, in bytes. */
  readonly room: number;
}

/**
 * Gives `body` the addresses of float32 arrays that it reads and writes (what is written is undefined before), and of
 * room for `extra` elements. False when it is too much for here, or there is no WebAssembly: nothing was done then.
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
