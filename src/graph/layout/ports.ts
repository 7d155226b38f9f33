import type { Item, Net } from './frames.js';
import { layerOf } from './paths.js';
import { spacing } from './types.js';

/** The positions where the edges of each net enter a node, from left to right. The main net is in the middle. */
export type Ports = Map<Net, number[]>;

/** Spreads the edges into a node over its border in the order in which they arrive, so that they do not cross on the way. Null for a single edge. */
export function portsOf(item: Item): Ports | null {
  const slots: { net: Net; x: number }[] = [];
  for (const net of item.ins) {
    const x = net.xs[item.layer - 1 - layerOf(net)] ?? net.margin;
    for (let edges = net.targets.get(item)?.edges ?? 1; edges > 0; edges--) slots.push({ net, x });
  }
  if (slots.length < 2) return null;
  slots.sort((a, b) => a.x - b.x);
  const straight = slots.findIndex(({ net, x }) => Math.abs(x - item.x) < 0.5 && net.targets.get(item)?.edges === 1);
  const centre = straight >= 0 ? straight : (slots.length - 1) / 2;
  const half = Math.min(item.left, item.right);
  const step = Math.min(spacing.port, (0.85 * half) / Math.max(1, centre, slots.length - 1 - centre));
  const ports: Ports = new Map();
  slots.forEach(({ net }, i) => {
    const list = ports.get(net);
    if (list) list.push((i - centre) * step);
    else ports.set(net, [(i - centre) * step]);
  });
  return ports;
}
