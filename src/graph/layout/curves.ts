import type { Direction } from './types.js';

/** How far a bend reaches into a long straight piece. The limit keeps the curve close to its lane. */
const reach = 26;

/**
 * The control points of a smooth line along a route. Consecutive control points are joined by quadratic curves that
 * meet in the middle between them. Points are added near the ends of long straight pieces; without them the curve would
 * cut across the nodes beside it.
 */
export function controlPoints(route: readonly number[], direction: Direction): number[] {
  const points: number[] = [];
  const along = direction === 'TB' ? 1 : 0;
  const add = (across: number, at: number) => (along === 1 ? points.push(across, at) : points.push(at, across));
  const last = route.length - 2;
  for (let i = 0; i < last; i += 2) {
    if (i > 0) points.push(route[i]!, route[i + 1]!);
    const across = route[i + 1 - along]!;
    const [start, end] = [route[i + along]!, route[i + 2 + along]!];
    if (route.length === 4 || across !== route[i + 3 - along] || end - start <= 2 * reach) continue;
    if (i > 0) add(across, start + reach);
    if (i + 2 < last) add(across, end - reach);
  }
  return points;
}

/** Control points in Cytoscape's form: along and across the line from start to end. */
export function relativeTo(route: readonly number[], points: readonly number[]): { weights: number[]; distances: number[] } {
  const [sx, sy, tx, ty] = [route[0]!, route[1]!, route.at(-2)!, route.at(-1)!];
  const [dx, dy] = [tx - sx, ty - sy];
  const length = Math.hypot(dx, dy) || 1;
  const weights: number[] = [];
  const distances: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const [px, py] = [points[i]! - sx, points[i + 1]! - sy];
    weights.push((px * dx + py * dy) / (length * length));
    distances.push((py * dx - px * dy) / length);
  }
  return { weights, distances };
}

/** The same line as an SVG path. */
export function svgPath(route: readonly number[], direction: Direction): string {
  const points = controlPoints(route, direction);
  const round = (n: number) => Math.round(n * 10) / 10;
  const at = (x: number, y: number) => `${round(x)} ${round(y)}`;
  let path = `M${at(route[0]!, route[1]!)}`;
  if (points.length === 0) return `${path}L${at(route.at(-2)!, route.at(-1)!)}`;
  for (let i = 0; i < points.length; i += 2) {
    const isLast = i + 2 >= points.length;
    const [x, y] = [points[i]!, points[i + 1]!];
    const end = isLast ? at(route.at(-2)!, route.at(-1)!) : at((x + points[i + 2]!) / 2, (y + points[i + 3]!) / 2);
    path += `Q${at(x, y)} ${end}`;
  }
  return path;
}
