/** Shapes as rows of a table. Arrows mark the dimensions that do not fit. */
export interface Row {
  name: string;
  /** Null where the shape has no such dimension. */
  cells: readonly (number | null)[];
  /** Which cells have an arrow below this row, and the text beside the arrows. */
  marks?: readonly boolean[];
  note?: string;
}

export const rowOf = ({ name, shape }: { name: string; shape: readonly number[] }): Row => ({ name, cells: shape });

/** The shapes aligned on the right, as broadcasting compares them. */
export function padded(shapes: readonly (readonly number[])[]): (number | null)[][] {
  const rank = Math.max(...shapes.map(({ length }) => length));
  return shapes.map((shape) => [...Array<null>(rank - shape.length).fill(null), ...shape]);
}

/** Every row has its own arrows below it. The common arrows are below all rows. */
export function table(rows: readonly Row[], common?: { marks: readonly boolean[]; note: string }): string {
  const names = Math.max(...rows.map(({ name }) => name.length));
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(1, ...rows.map(({ cells }) => String(cells[i] ?? '').length)));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(names)}   ${cells.map((cell, i) => cell.padStart(widths[i]!)).join('  ')}`.trimEnd();
  const arrows = (marks: readonly boolean[], note: string) =>
    `${line(
      '',
      marks.map((mark) => (mark ? '↑' : '')),
    )} ${note}`.trimEnd();
  const lines = rows.flatMap(({ name, cells, marks, note = '' }) => [
    line(
      name,
      cells.map((n) => String(n ?? '')),
    ),
    ...(marks?.includes(true) ? [arrows(marks, note)] : []),
  ]);
  return [...lines, ...(common?.marks.includes(true) ? [arrows(common.marks, common.note)] : [])].join('\n');
}

/** Marks one dimension. A negative one counts from the end. */
export const only = (dim: number, rank: number): boolean[] => Array.from({ length: rank }, (_, i) => i === (dim < 0 ? dim + rank : dim));
