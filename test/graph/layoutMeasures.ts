import type { Rect } from '../../src/graph/layout/types.js';

/** A drawn edge: short straight pieces from one node to another. */
export interface Line {
  from: number;
  to: number;
  points: number[];
}

/** The result of a layout, in the same form for all layouts. */
export interface Outcome {
  ms: number;
  nodes: Rect[];
  boxes: Rect[];
  lines: Line[];
}

export const lengthOf = (lines: Line[]): number =>
  lines.reduce((sum, { points }) => {
    for (let i = 2; i < points.length; i += 2) sum += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
    return sum;
  }, 0);

/** The rectangle around everything that is drawn. */
export function extentOf({ nodes, boxes, lines }: Outcome): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const hold = (x: number, y: number) => {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  };
  for (const { x, y, width, height } of [...nodes, ...boxes]) {
    hold(x, y);
    hold(x + width, y + height);
  }
  for (const { points } of lines) for (let i = 0; i < points.length; i += 2) hold(points[i]!, points[i + 1]!);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Two counts of crossings: the pairs of edges that cross, and the points where lines visibly cross. The counts differ
 * where edges of one tensor share a line: a parameter that is used a hundred times may be drawn as one line with a
 * hundred branches. Edges with a common end do not count.
 */
export function crossings(lines: Line[]): { pairs: number; seen: number } {
  const pieces = lines.flatMap(({ points }, line) =>
    Array.from({ length: points.length / 2 - 1 }, (_, i) => ({ line, p: points.slice(2 * i, 2 * i + 4) as Piece })),
  );
  const pairs = new Set<string>();
  const seen = new Set<string>();
  for (const there of cellsOf(pieces.map(({ p }) => p)))
    for (let i = 0; i < there.length; i++)
      for (let j = i + 1; j < there.length; j++) {
        const [a, b] = [pieces[there[i]!]!, pieces[there[j]!]!];
        const [l, m] = [lines[a.line]!, lines[b.line]!];
        if (l.from === m.from || l.to === m.to || l.from === m.to || l.to === m.from) continue;
        const at = meeting(a.p, b.p);
        if (!at) continue;
        pairs.add(`${Math.min(a.line, b.line)}-${Math.max(a.line, b.line)}`);
        // If lines of the same two tensors cross within three pixels, people see one crossing.
        seen.add(`${Math.min(l.from, m.from)} ${Math.max(l.from, m.from)} ${at.map((n) => Math.round(n / 3)).join()}`);
      }
  return { pairs: pairs.size, seen: seen.size };
}

type Piece = [number, number, number, number];

/** Groups the pieces that pass through the same square, so that only these must be compared. */
function cellsOf(pieces: Piece[]): Iterable<number[]> {
  const cell = 60;
  const grid = new Map<string, number[]>();
  pieces.forEach(([x1, y1, x2, y2], i) => {
    for (let x = Math.floor(Math.min(x1, x2) / cell); x <= Math.max(x1, x2) / cell; x++)
      for (let y = Math.floor(Math.min(y1, y2) / cell); y <= Math.max(y1, y2) / cell; y++) {
        const there = grid.get(`${x},${y}`);
        if (there) there.push(i);
        else grid.set(`${x},${y}`, [i]);
      }
  });
  return grid.values();
}

function meeting(a: Piece, b: Piece): [number, number] | null {
  const side = (p: Piece, x: number, y: number) => (p[2] - p[0]) * (y - p[1]) - (p[3] - p[1]) * (x - p[0]);
  if (side(a, b[0], b[1]) * side(a, b[2], b[3]) >= 0) return null;
  const [d1, d2] = [side(b, a[0], a[1]), side(b, a[2], a[3])];
  if (d1 * d2 >= 0) return null;
  const t = d1 / (d1 - d2);
  return [a[0] + t * (a[2] - a[0]), a[1] + t * (a[3] - a[1])];
}
