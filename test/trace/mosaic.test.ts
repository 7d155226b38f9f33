import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../src/protocol/cells.js';
import { isPictures, mosaic } from '../../src/trace/writing/mosaic.js';

function drawn(data: Float32Array, sizes: number[]) {
  const thumbnail = mosaic(data, sizes);
  return { ...thumbnail, cells: cellsOf(thumbnail) };
}

describe('a thumbnail of pictures', () => {
  it('shows the first of a batch and its channels, with a line between', () => {
    const data = Float32Array.from({ length: 2 * 2 * 9 }, (_, i) => i + 1);
    const { rows, cols, cells } = drawn(data, [2, 2, 3, 3]);
    expect([rows, cols]).toEqual([7, 7]);
    expect(cells.slice(0, 7)).toEqual([1, 2, 3, 0, 10, 11, 12]);
    expect(cells.slice(21, 28)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(cells[4 * 7]).toBe(19);
  });

  it('puts one after the other where there is one channel, and takes means of larger ones', () => {
    const data = Float32Array.from({ length: 5 * 256 }, (_, i) => Math.floor(i / 256));
    const { rows, cols, cells } = drawn(data, [5, 1, 16, 16]);
    expect([rows, cols]).toEqual([17, 17]);
    expect([cells[0], cells[16], cells[16 * 17], cells[16 * 17 + 16]]).toEqual([0, 1, 2, 3]);
  });

  it('is for what has a width and a height', () => {
    expect(
      [
        [2, 3, 8, 8],
        [6, 1, 1, 1],
        [4, 8, 8],
      ].map(isPictures),
    ).toEqual([true, false, false]);
  });
});
