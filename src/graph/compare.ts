import { cellsOf } from '../protocol/cells.js';
import type { Summary, TraceNode } from '../protocol/trace.js';
import type { PassGraph } from './passGraph.js';

/** What differs between two passes. */
export interface Comparison {
  /** Index of the pass that this one is compared with. */
  base: number;
  /** How far the value of each node moved, relative to its size, by the keys of the nodes. */
  moved: Map<string, number>;
  /** Nodes that the other pass does not have, and nodes that only the other pass has. */
  came: TraceNode[];
  went: TraceNode[];
}

/**
 * Root mean square of the difference, divided by that of the value before. Thumbnails are used where elements were not
 * kept.
 */
export function distance(a: Summary, b: Summary): number | null {
  const [x, y] = a.data && b.data ? [a.data, b.data] : [a.thumbnail && cellsOf(a.thumbnail), b.thumbnail && cellsOf(b.thumbnail)];
  if (!x || !y || x.length !== y.length) return a.norm !== null && b.norm !== null ? Math.abs(a.norm - b.norm) / (a.norm || 1) : null;
  let [difference, size] = [0, 0];
  for (let i = 0; i < x.length; i++) {
    const [u, v] = [x[i], y[i]];
    if (typeof u !== 'number' || typeof v !== 'number') continue;
    difference += (u - v) ** 2;
    size += u * u;
  }
  return size > 0 ? Math.sqrt(difference / size) : difference > 0 ? 1 : 0;
}

export function compare(base: PassGraph, now: PassGraph): Comparison {
  const moved = new Map<string, number>();
  for (const [key, i] of now.byKey) {
    const before = base.byKey.get(key);
    const by = before === undefined ? null : distance(base.nodes[before]!.value, now.nodes[i]!.value);
    if (by !== null) moved.set(key, by);
  }
  const onlyIn = (graph: PassGraph, other: PassGraph) => graph.nodes.filter(({ key }) => !other.byKey.has(key));
  return { base: base.pass.index, moved, came: onlyIn(now, base), went: onlyIn(base, now) };
}
