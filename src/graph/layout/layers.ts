import type { Frame, Item, Net } from './frames.js';

/** A value derived from a widely used tensor is shown next to its use when the use is more layers below than this. */
const patience = 6;

/**
 * Gives every item of a container its layer, and returns the items in an order that follows the flow. Items of the main
 * flow are placed as early as possible, so that an addition at the end changes nothing before it. Items that only hang
 * on the flow are placed as late as possible, next to their use. These are parameters, targets, constants, results of
 * these only, and values taken from a widely used tensor for a use far below.
 */
export function assignLayers(frame: Frame): Item[] {
  const order = topologicalOrder(frame.items);
  for (const item of order) item.layer = item.ins.reduce((layer, net) => Math.max(layer, net.from ? net.from.layer + 1 : 0), 0);

  markLoose(frame, order);
  const trunks = trunksOf(order);
  const reach = new Map<Net, number>();

  for (let i = order.length - 1; i >= 0; i--) {
    const item = order[i]!;
    const trunk = trunks.get(item);
    const first = item.loose || trunk ? firstUse(item) : null;
    if (!first) continue;
    const latest = first.target.layer - 1;
    if (trunk) {
      const isFree = latest > item.layer && (reach.get(trunk) ?? 0) >= latest;
      if (!isFree && latest - item.layer <= patience) continue;
      reach.set(trunk, Math.max(reach.get(trunk) ?? 0, latest));
      item.loose = true;
    }
    item.layer = Math.max(item.layer, latest);
    [item.hangsOn, item.hangsBy] = first.target.loose ? [first.target.hangsOn, first.target.hangsBy] : [first.target, first.input];
  }
  return order;
}

/** Marks the items outside the main flow, which is all that depends on the inputs or, without any, on the start of the longest path. */
function markLoose(frame: Frame, order: Item[]): void {
  const enters = new Set<Item>();
  for (const net of frame.nets.values()) if (net.from === null) for (const target of net.targets.keys()) enters.add(target);
  let starts = enters;
  if (enters.size === 0) {
    const height = new Map<Item, number>();
    let longest = 0;
    for (let i = order.length - 1; i >= 0; i--) {
      let h = 0;
      for (const net of order[i]!.outs) for (const target of net.targets.keys()) h = Math.max(h, height.get(target)! + 1);
      height.set(order[i]!, h);
      longest = Math.max(longest, h);
    }
    starts = new Set(order.filter((item) => item.ins.length === 0 && height.get(item) === longest));
  }
  for (const item of order) item.loose = !starts.has(item) && item.ins.every((net) => net.from === null || net.from.loose);
}

/**
 * For each item that is made only of tensors that pass by anyway: the first tensor that it is made of. Such an item can
 * move down without making a line longer.
 */
function trunksOf(order: Item[]): Map<Item, Net> {
  const trunks = new Map<Item, Net>();
  for (const item of order) {
    const flow = item.loose ? [] : item.ins.filter((net) => !net.from?.loose);
    const isAround = (net: Net) => net.from === null || net.exits || net.targets.size > 1 || trunks.has(net.from);
    if (flow.length && flow.every(isAround)) trunks.set(item, (flow[0]!.from && trunks.get(flow[0]!.from)) ?? flow[0]!);
  }
  return trunks;
}

function firstUse(item: Item): { target: Item; input: number } | null {
  let first: { target: Item; input: number } | null = null;
  for (const net of item.outs)
    for (const [target, { input }] of net.targets) if (!first || target.layer < first.target.layer) first = { target, input };
  return first;
}

/**
 * The order of Kahn's algorithm; among equals, the order of execution. If the items form a cycle, the first in
 * execution goes first.
 */
function topologicalOrder(items: Item[]): Item[] {
  const position = new Map(items.map((item, i) => [item, i]));
  const isOrdered = items.every((item, i) => item.ins.every((net) => net.from === null || position.get(net.from)! < i));
  if (isOrdered) return items;

  const waiting = new Map(items.map((item) => [item, item.ins.filter((net) => net.from !== null).length]));
  const order: Item[] = [];
  const done = new Set<Item>();
  const ready = items.filter((item) => waiting.get(item) === 0);
  let next = 0;
  let cursor = 0;
  while (order.length < items.length) {
    let item = ready[next++];
    if (!item) {
      while (done.has(items[cursor]!)) cursor++;
      item = items[cursor]!;
      item.ins = item.ins.filter((net) => net.from === null || done.has(net.from));
    }
    if (done.has(item)) continue;
    done.add(item);
    order.push(item);
    for (const net of item.outs)
      for (const target of net.targets.keys()) {
        const left = waiting.get(target)! - 1;
        waiting.set(target, left);
        if (left === 0 && !done.has(target)) ready.push(target);
      }
  }
  return order;
}
