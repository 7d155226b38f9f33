import { expect, it } from 'vitest';
import { contour, edges } from '../../../src/present/pictures/contour.js';

it('a line of equal height is where the numbers between the points have it', () => {
  const side = 21;
  const values = Array.from({ length: side ** 2 }, (_, i) => Math.hypot((i % side) - 10, Math.floor(i / side) - 10));
  const lines = contour(values, side, side, 6);
  const far = lines.flat().map(([column, row]) => Math.hypot(column - 10, row - 10));
  expect(far.length).toBeGreaterThan(80);
  expect(Math.max(...far.map((distance) => Math.abs(distance - 6)))).toBeLessThan(0.05);
  // The line goes around the circle, so each point is the end of two pieces.
  const ends = lines.flat().map(([column, row]) => `${column.toFixed(6)} ${row.toFixed(6)}`);
  expect(new Set(ends).size * 2).toBe(ends.length);
  expect(contour(values, side, side, 100)).toEqual([]);
  expect(contour([0, 1, null, 1], 2, 2, 0.5)).toEqual([]);
});

it('edges stand between classes that differ', () => {
  expect(edges([0, 1, 0, 0], 2, 2)).toEqual([
    [
      [0.5, -0.5],
      [0.5, 0.5],
    ],
    [
      [0.5, 0.5],
      [1.5, 0.5],
    ],
  ]);
  expect(edges([2, 2, 2, 2], 2, 2)).toEqual([]);
});
