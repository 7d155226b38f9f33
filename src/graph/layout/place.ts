import type { Frame, Item, Net } from './frames.js';
import { withHanging } from './hanging.js';
import { layerOf } from './paths.js';
import { portsOf } from './ports.js';
import { spread, type Spreadable } from './spread.js';
import { spacing, spans } from './types.js';

/** An occupant of one layer: an item, or a net that passes through. */
export interface Entry extends Spreadable {
  item: Item | null;
  net: Net | null;
  order: number;
  /** The key for sorting: the position of its path in the layer above. */
  from: number;
  /**
   * The positions in the layer above from which it is reached, for counting crossings; null for a lane, which is
   * reached from one position.
   */
  above: number[] | null;
}

/** How hard an entry keeps its position against its neighbours. The longest path stays straight, leaves give way. */
const weights = { path: [Infinity, 1e6, 1e4], lane: 30, loose: 10, leaf: 1 } as const;

const pathWeight = (rank: number): number => weights.path[rank] ?? weights.path[2];

/** The weight of a lane: a lane is as straight as the path that it belongs to. */
function laneWeight(net: Net, layer: number): number {
  const { next } = net;
  return next?.main === net && next.layer > layer ? pathWeight(next.rank) : weights.lane;
}

/** The position of a net in a layer, or its last known position if it has left the flow before. */
const xAt = (net: Net, layer: number): number => net.xs[layer - layerOf(net)] ?? net.xs.at(-1)!;

/** The position where a net enters an item, relative to the item's anchor. */
export const entryOffset = (item: Item, net: Net): number => item.frame?.nets.get(net.source)?.xs[0] ?? 0;

/** The position where a net leaves an item, relative to the item's anchor. */
const exitOffset = (item: Item, net: Net): number => item.frame?.nets.get(net.source)?.exit ?? 0;

/** The layer in which a net ends as a lane through the layers. Targets further away are reached along the margin. */
function laneEnd(net: Net, layers: number): number {
  const start = layerOf(net);
  let end = net.exits ? layers : start;
  for (const target of net.targets.keys()) end = Math.max(end, target.layer);
  net.span = end - start > spans.long ? spans.near : spans.long;
  if (net.span === spans.long) return end;
  end = start;
  for (const target of net.targets.keys()) if (target.layer - start <= net.span) end = Math.max(end, target.layer);
  return end;
}

/**
 * Orders the layers and places their entries across the flow, from the first layer to the last. A layer is ordered by
 * the layer above it, and loose items by the operations that use them. Compared with iterating up and down, this costs
 * a few crossings. In return it takes linear time, and nothing moves in the picture when something is added below.
 */
export function placeAcross(frame: Frame): void {
  const layers = 1 + frame.items.reduce((last, item) => Math.max(last, item.layer), 0);
  const itemsIn: Item[][] = Array.from({ length: layers }, () => []);
  for (const item of frame.items) itemsIn[item.layer]!.push(item);

  const startingIn: Net[][] = Array.from({ length: layers + 1 }, () => []);
  for (const net of frame.nets.values()) startingIn[layerOf(net) + 1]!.push(net);

  placeEntries(startingIn[0]!);
  let passing = startingIn[0]!.map((net) => ({ net, end: laneEnd(net, layers) }));
  for (let layer = 0; layer <= layers; layer++) {
    const through = passing.filter(({ end, net }) => end > layer || (end === layer && layer === layers && net.exits));
    placeLayer(
      layer,
      itemsIn[layer] ?? [],
      through.map(({ net }) => net),
    );
    passing = through.filter(({ end }) => end > layer);
    for (const net of startingIn[layer + 1] ?? []) passing.push({ net, end: laneEnd(net, layers) });
  }
  settleEntries(frame);
}

/** Places the points where nets come in through the top, in the order of their first use. */
function placeEntries(nets: Net[]): void {
  const entries = nets
    .map((net) => ({ net, use: firstUse(net), desired: 0, weight: pathWeight(net.rank), left: 0, right: 0, x: 0 }))
    .sort((a, b) => a.use.layer - b.use.layer || a.use.order - b.use.order || a.use.input - b.use.input || a.net.source - b.net.source);
  spread(entries, () => spacing.node);
  for (const { net, x } of entries) net.xs = [x];
}

/**
 * The first use of a net: the layer, and the operation in the innermost container. Opening and closing containers does
 * not change that operation.
 */
function firstUse(net: Net): { layer: number; order: number; input: number } {
  let first = { layer: Infinity, order: Infinity, input: 0 };
  for (const [{ layer, order, frame }, { input }] of net.targets) {
    if (layer > first.layer || (layer === first.layer && order > first.order)) continue;
    const inner = frame?.nets.get(net.source);
    first = inner ? { ...firstUse(inner), layer } : { layer, order, input };
  }
  return first;
}

/** Moves the points of entry above their targets, after the targets have been placed. */
function settleEntries(frame: Frame): void {
  for (const net of frame.nets.values()) {
    if (net.from !== null) continue;
    const atOnce = [...net.targets.keys()].filter(({ layer }) => layer === 0);
    const [target] = atOnce;
    // A net that is used in the first layer stays in the flow. A net that only passes by enters where it passes.
    if (!target && net.xs.length > 1) net.xs[0] = net.xs[1]!;
    else if (target && atOnce.length === 1)
      net.xs[0] = target.x + (target.frame ? entryOffset(target, net) : (portsOf(target)?.get(net)?.[0] ?? 0));
  }
}

function placeLayer(layer: number, items: Item[], through: Net[]): void {
  const entries: Entry[] = through.map((net) => {
    const x = xAt(net, layer - 1);
    return { item: null, net, order: net.source, desired: x, weight: laneWeight(net, layer), left: 0, right: 0, x, from: x, above: null };
  });
  for (const item of items) if (!item.loose) entries.push(flowEntry(item, layer));
  entries.sort((a, b) => a.from - b.from || rank(a) - rank(b) || a.order - b.order);
  untangle(entries);
  const hanging = items.filter(({ loose }) => loose);
  const all = withHanging(
    entries,
    hanging.map((item) => looseEntry(item, layer)),
  );
  spread(all, (a, b) => (a.item && b.item ? spacing.node : spacing.lane));

  for (const { item, net, x } of all) {
    if (net) net.xs.push(x);
    if (!item) continue;
    item.x = x;
    for (const out of item.outs) out.xs = [x + exitOffset(item, out)];
  }
}

/** Decides ties: an edge that passes by goes to the left of a node at the same position. */
const rank = (entry: Entry): number => (entry.item === null ? 0 : 1);

function flowEntry(item: Item, layer: number): Entry {
  const { main, left, right, order } = item;
  const above = item.ins.filter((net) => net.xs.length >= layer - layerOf(net)).map((net) => xAt(net, layer - 1));
  const from = main ? xAt(main, layer - 1) : 0;
  const desired = main ? from - entryOffset(item, main) : 0;
  return { item, net: null, order, desired, weight: pathWeight(item.rank), left, right, x: 0, from, above };
}

/** A loose item is placed below its inputs, if one is in the layer above. Otherwise `desired` is decided later. */
function looseEntry(item: Item, layer: number): Entry {
  const { left, right, order } = item;
  const above = item.ins.filter((net) => layerOf(net) === layer - 1).map((net) => xAt(net, layer - 1) - entryOffset(item, net));
  const desired = above.length ? above.reduce((sum, x) => sum + x, 0) / above.length : NaN;
  return { item, net: null, order, desired, weight: above.length ? weights.loose : weights.leaf, left, right, x: 0, from: 0, above };
}

/** Swaps neighbours as long as that removes crossings with the layer above. */
function untangle(entries: Entry[]): void {
  for (let round = 0; round < 4; round++) {
    let swapped = false;
    for (let i = 0; i + 1 < entries.length; i++) {
      const [a, b] = [entries[i]!, entries[i + 1]!];
      if (balance(a, b) <= 0) continue;
      // The lighter entry gives up its own position. Otherwise spreading would drag the heavier one along.
      if (a.weight < b.weight) a.desired = b.desired;
      else b.desired = a.desired;
      [entries[i], entries[i + 1]] = [b, a];
      swapped = true;
    }
    if (!swapped) return;
  }
}

/** The number of crossings with `a` left of `b`, minus the number with `b` left of `a`. */
function balance(a: Entry, b: Entry): number {
  if (!a.above && !b.above) return Math.sign(a.from - b.from);
  let difference = 0;
  for (const x of a.above ?? [a.from]) for (const y of b.above ?? [b.from]) difference += Math.sign(x - y);
  return difference;
}
