import type { Frame, Item, Net } from './frames.js';
import { entryOffset, layerOf } from './place.js';
import { longSpan, spacing } from './types.js';

/** A straight piece of an edge along the flow, in absolute coordinates. */
type Leg = [x: number, from: number, to: number];

/** Where each edge that enters a node touches it, from left to right, by net. The main one is in the middle. */
export type Ports = Map<Net, number[]>;

/** Spreads the edges into a node over its border in the order in which they come, so that they do not cross on the way. */
export function portsOf(item: Item): Ports {
  const ports: Ports = new Map();
  const arriving = item.ins
    .map((net) => ({ net, edges: net.targets.get(item)?.edges ?? 1, x: net.xs[item.layer - 1 - layerOf(net)] ?? net.margin }))
    .sort((a, b) => a.x - b.x);
  const slots = arriving.flatMap(({ net, edges, x }) => Array.from({ length: edges }, () => ({ net, x })));
  const straight = slots.findIndex(({ net, x }) => Math.abs(x - item.x) < 0.5 && net.targets.get(item)?.edges === 1);
  const centre = straight >= 0 ? straight : (slots.length - 1) / 2;
  const half = Math.min(item.left, item.right);
  const step = Math.min(spacing.port, (0.85 * half) / Math.max(1, centre, slots.length - 1 - centre));
  slots.forEach(({ net }, i) => {
    const list = ports.get(net) ?? [];
    list.push((i - centre) * step);
    ports.set(net, list);
  });
  return ports;
}

/** The legs of a net within one container, from its source (or the top) to `target` (or the bottom). */
export function legsWithin(frame: Frame, net: Net, target: Item | null, port: number): Leg[] {
  const legs: Leg[] = [];
  const layers = frame.tops.length;
  const start = layerOf(net);
  const end = target?.layer ?? layers;
  const add = (x: number, from: number, to: number) => legs.push([frame.x + x, frame.y + from, frame.y + to]);

  if (net.from) add(net.xs[0]!, net.from.y + net.from.size, frame.bottoms[start]!);
  else add(net.xs[0]!, 0, Math.max(0, frame.tops[0]! - spacing.layer / 2));
  if (end - start > longSpan) {
    const from = start < 0 ? frame.tops[0]! : frame.tops[start + 1]!;
    add(net.margin, from, end === layers ? frame.bottoms[layers - 1]! : frame.bottoms[end - 1]!);
  } else {
    for (let layer = start + 1; layer < end; layer++) add(net.xs[layer - start]!, frame.tops[layer]!, frame.bottoms[layer]!);
  }
  if (target) add(target.frame ? target.x + entryOffset(target, net) : target.x + port, frame.tops[end]!, target.y);
  else add(net.exit, frame.bottoms[layers - 1]! + (frame.size - frame.bottoms[layers - 1]!) / 2, frame.size);
  return legs;
}

/** Joins legs to one line with a bend in the middle of every gap between two of them. */
export function joinLegs(legs: Leg[]): number[] {
  const merged: Leg[] = [];
  for (const [x, from, to] of legs) {
    const last = merged.at(-1);
    if (last && Math.abs(last[0] - x) < 0.5) last[2] = to;
    else merged.push([x, from, to]);
  }
  const points = [merged[0]![0], merged[0]![1]];
  for (let i = 1; i < merged.length; i++) {
    const [a, b] = [merged[i - 1]!, merged[i]!];
    const middle = (a[2] + b[1]) / 2;
    points.push(a[0], middle, b[0], middle);
  }
  const last = merged.at(-1)!;
  points.push(last[0], last[2]);
  return points;
}
