import { runKey } from './bends.js';
import type { Frame, Item, Net } from './frames.js';
import { layerOf } from './paths.js';
import { entryOffset } from './place.js';
import { spacing } from './types.js';

/** A straight piece of an edge along the flow, in absolute coordinates, and the position of the bend in the gap before it. */
type Leg = [x: number, from: number, to: number, bend: number];

/** The legs of a net within one container, from its source (or the top) to `target` (or the bottom). */
export function legsWithin(frame: Frame, net: Net, target: Item | null, port: number): Leg[] {
  const legs: Leg[] = [];
  const layers = frame.tops.length;
  const start = layerOf(net);
  const end = target?.layer ?? layers;
  let before = net.xs[0]!;
  const add = (x: number, from: number, to: number, layer: number) => {
    const bend = net.runs?.get(runKey(layer - 1 - start, before, x))?.bend ?? 0.5;
    legs.push([frame.x + x, frame.y + from, frame.y + to, bend]);
    before = x;
  };

  if (net.from) add(net.xs[0]!, net.from.y + net.from.size, frame.bottoms[start]!, start);
  else add(net.xs[0]!, 0, Math.max(0, frame.tops[0]! - spacing.layer / 2), start);
  if (end - start > net.span) {
    const from = start < 0 ? frame.tops[0]! : frame.tops[start + 1]!;
    add(net.margin, from, end === layers ? frame.bottoms[layers - 1]! : frame.bottoms[end - 1]!, start + 1);
  } else {
    for (let layer = start + 1; layer < end; layer++) add(net.xs[layer - start]!, frame.tops[layer]!, frame.bottoms[layer]!, layer);
  }
  if (target) add(target.frame ? target.x + entryOffset(target, net) : target.x + port, frame.tops[end]!, target.y, end);
  else add(net.exit, frame.bottoms[layers - 1]! + (frame.size - frame.bottoms[layers - 1]!) / 2, frame.size, end);
  return legs;
}

/** Joins legs into one line, with a bend in every gap between two of them. */
export function joinLegs(legs: Leg[]): number[] {
  const merged: Leg[] = [];
  for (const [x, from, to, bend] of legs) {
    const last = merged.at(-1);
    if (last && Math.abs(last[0] - x) < 0.5) last[2] = to;
    else merged.push([x, from, to, bend]);
  }
  const points = [merged[0]![0], merged[0]![1]];
  for (let i = 1; i < merged.length; i++) {
    const [a, b] = [merged[i - 1]!, merged[i]!];
    const at = a[2] + (b[1] - a[2]) * b[3];
    points.push(a[0], at, b[0], at);
  }
  const last = merged.at(-1)!;
  points.push(last[0], last[2]);
  return points;
}
