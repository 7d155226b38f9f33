/** Lines in a grid of numbers, in the coordinates of the grid: where the grid has a value, and where it changes. */

type Point = readonly [column: number, row: number];
export type Line = readonly [from: Point, to: Point];

type Grid = readonly (number | null)[];

/**
 * Lines where the numbers between the points of a grid are `level`, by marching squares.
 * @param values row by row; null where there is no number
 */
export function contour(values: Grid, rows: number, columns: number, level: number): Line[] {
  const lines: Line[] = [];
  for (let row = 0; row + 1 < rows; row++)
    for (let column = 0; column + 1 < columns; column++) {
      const corners: Point[] = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ];
      const heights = corners.map(([c, r]) => values[r * columns + c] ?? null);
      if (!heights.every((height) => height !== null)) continue;
      const crossings = corners.flatMap((corner, i): Point[] => {
        const [next, from, to] = [corners[(i + 1) % 4]!, heights[i]! - level, heights[(i + 1) % 4]! - level];
        if (from < 0 === to < 0) return [];
        const share = from / (from - to);
        return [[corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]];
      });
      // A saddle has four crossings, so it has two lines.
      for (let i = 0; i + 1 < crossings.length; i += 2) lines.push([crossings[i]!, crossings[i + 1]!]);
    }
  return lines;
}

/** The edges between neighbouring points of a grid with different values. @param values row by row */
export function edges(values: Grid, rows: number, columns: number): Line[] {
  const lines: Line[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = values[row * columns + column];
      if (column + 1 < columns && values[row * columns + column + 1] !== value)
        lines.push([
          [column + 0.5, row - 0.5],
          [column + 0.5, row + 0.5],
        ]);
      if (row + 1 < rows && values[(row + 1) * columns + column] !== value)
        lines.push([
          [column - 0.5, row + 0.5],
          [column + 0.5, row + 0.5],
        ]);
    }
  return lines;
}
