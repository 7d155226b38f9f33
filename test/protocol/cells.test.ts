import { describe, expect, it } from 'vitest';
import { cellsOf, packCells } from '../../src/protocol/cells.js';

const through = (cells: (number | null)[]) => cellsOf({ data: packCells(cells) });

describe('the cells of a thumbnail as text', () => {
  it('are as they were to more than five digits, whatever their size', () => {
    const cells = Array.from({ length: 2000 }, (_, i) => Math.cos(i * i) * 2 ** ((i % 2098) - 1074));
    const read = through(cells);
    expect(read).toHaveLength(cells.length);
    // For numbers so small that a double holds fewer digits, the allowed error is relative to the smallest normal
    // number.
    cells.forEach((cell, i) => expect(Math.abs(read[i]! - cell)).toBeLessThanOrEqual(Math.max(Math.abs(cell), 2 ** -1022) * 2 ** -18));
  });

  it('say where there is no number, and stay finite where one is as large as can be', () => {
    expect(through([null, NaN, Infinity, -Infinity])).toEqual([null, null, null, null]);
    expect(through([Number.MAX_VALUE, -Number.MAX_VALUE]).every(Number.isFinite)).toBe(true);
  });

  it('keep whole numbers of a byte, powers of two and the sign of zero exactly', () => {
    const exact = [0, -0, 1, -1, 255, -128, 2 ** 40, 2 ** -40, 1e5];
    expect(through(exact)).toEqual(exact);
  });

  it('are five characters each, that no format has to escape', () => {
    expect(packCells([1, -2.5, null])).toMatch(/^[A-Za-z0-9+/]{15}$/);
  });
});
