import type { Frame, Item, Net } from './frames.js';

/**
 * Divides the flow into paths that are drawn straight. At a fork, the target with the longest way ahead continues the
 * path, and the others start paths of a lower rank. Where paths meet, the path of the highest rank continues. `order`
 * follows the flow. `entry` is the source of the path that the container itself is on; that path continues inside the
 * container.
 */
export function markPaths(frame: Frame, order: Item[], entry: number | undefined): void {
  const ways = waysOn(order);
  for (const net of frame.nets.values())
    for (const target of net.targets.keys())
      if (!target.loose && (!net.next || isLonger(ways.get(target)!, ways.get(net.next)!))) net.next = target;

  const longest = order.reduce((most, item) => (item.loose ? most : Math.max(most, ways.get(item)!.length)), 0);
  const rankOfStart = (item: Item | null) => (item && ways.get(item)!.length === longest ? 0 : 1);
  for (const net of frame.nets.values())
    if (net.from === null) net.rank = entry === undefined ? rankOfStart(net.next) : net.source === entry ? 0 : 1;
  for (const item of order) {
    if (item.loose) continue;
    const flow = item.ins.filter((net) => net.from === null || !net.from.loose);
    const rankOf = (net: Net) => net.rank + (net.next === item ? 0 : 1);
    for (const net of flow) {
      const main = item.main;
      if (main === null || rankOf(net) < rankOf(main) || (rankOf(net) === rankOf(main) && layerOf(net) > layerOf(main))) item.main = net;
    }
    item.rank = item.main ? rankOf(item.main) : rankOfStart(item);
    for (const net of item.outs) net.rank = item.rank;
  }
}

/** How far the flow goes on from an item, and the index of its last item in the order of execution. */
interface Way {
  length: number;
  end: number;
}

/**
 * Compares two ways. Of equal ways, the one that ends later counts as longer, because it continues when something is
 * added at the end.
 */
const isLonger = (a: Way, b: Way): boolean => a.length > b.length || (a.length === b.length && a.end > b.end);

function waysOn(order: Item[]): Map<Item, Way> {
  const ways = new Map<Item, Way>();
  for (let i = order.length - 1; i >= 0; i--) {
    const item = order[i]!;
    let way: Way = { length: 0, end: item.order };
    for (const net of item.outs)
      for (const target of net.targets.keys()) {
        // In a cycle, a target may come before its source.
        const on = target.loose ? undefined : ways.get(target);
        const through = on && { length: on.length + 1, end: on.end };
        if (through && isLonger(through, way)) way = through;
      }
    ways.set(item, way);
  }
  return ways;
}

/** The layer in which a net starts: -1 for the top of the container. */
export const layerOf = (net: Net): number => net.from?.layer ?? -1;
