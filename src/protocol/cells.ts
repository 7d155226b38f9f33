/**
 * The cells of a thumbnail as text. A run of a large model has hundreds of thumbnails in each pass; as lists of numbers
 * they would be nine tenths of the data that is written, sent, read and held.
 */
import type { Thumbnail } from './trace.js';

/** A cell is written as the upper 30 bits of a double, in five digits of six bits: more than five decimal digits. */
const DIGITS = 5;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Array.from(ALPHABET, (digit) => digit.charCodeAt(0));
const valueOfCode = new Uint8Array(128);
codes.forEach((code, value) => (valueOfCode[code] = value));

/** The bits for a cell without a number: no finite number begins with them. */
const NONE = 0x7ff80000 >>> 2;
const FIRST_INFINITE = 0x7ff00000 >>> 2;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
/** The index of the upper half of a double in memory on this machine. */
const UPPER = words[1] === 0 ? 0 : 1;

/** @param cells the means, row major; null for a cell without a number */
export function packCells(cells: ArrayLike<number | null>): string {
  const text: number[] = new Array(cells.length * DIGITS);
  for (let i = 0, at = 0; i < cells.length; i++) {
    const bits = bitsOf(cells[i]!);
    for (let shift = 6 * (DIGITS - 1); shift >= 0; shift -= 6) text[at++] = codes[(bits >>> shift) & 63]!;
  }
  return String.fromCharCode(...text);
}

/** The cells of a thumbnail, row major: exact to more than five digits; null for a cell without a number. */
export function cellsOf({ data }: Pick<Thumbnail, 'data'>): (number | null)[] {
  const cells = new Array<number | null>(Math.floor(data.length / DIGITS));
  for (let i = 0, at = 0; i < cells.length; i++) {
    let bits = 0;
    for (let k = 0; k < DIGITS; k++) bits = (bits << 6) | (valueOfCode[data.charCodeAt(at++)] ?? 0);
    words[1 - UPPER] = 0;
    words[UPPER] = bits << 2;
    cells[i] = bits === NONE ? null : double[0]!;
  }
  return cells;
}

function bitsOf(cell: number | null): number {
  if (cell === null || cell - cell !== 0) return NONE;
  double[0] = cell;
  const cut = words[UPPER]! >>> 2;
  // Rounds to the nearest number, except when the largest number would become infinite.
  const isUp = (words[UPPER]! & 2) !== 0 && ((cut + 1) & 0x1fffffff) < FIRST_INFINITE;
  return isUp ? cut + 1 : cut;
}
