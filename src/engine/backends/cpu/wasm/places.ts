/** Arrays as WebAssembly sees them: for the time of a kernel they are copied into its memory, and results are copied out. */
import type { TypedArray } from '../../../dtype.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { RESERVED, stage, stagingMemory } from './staging.js';

/** Elements side by side in an array. */
export interface Piece {
  readonly data: TypedArray;
  readonly at: number;
  readonly length: number;
}

/** Beyond this the copies cost more memory than a model should be charged for unseen. */
const LIMIT = 2 ** 28;
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
  const at: number[] = [];
  let top = start;
  for (const { length } of [...read, ...written]) {
    at.push(top);
    top += roundUp(length, 16) + GAP;
  }
  const total = top + extra - start;
  if (total * 4 > LIMIT || !stagingMemory()) return false;
  const floats = stage(total);
  read.forEach((piece, i) => floats.set(piece.data.subarray(piece.at, piece.at + piece.length), at[i]));
  body({ floats, at: at.map((place) => 4 * place), room: 4 * top });
  written.forEach((piece, i) => {
    const place = at[read.length + i];
    piece.data.set(floats.subarray(place, place + piece.length), piece.at);
  });
  return true;
}
