import type { Frame, Item, Net } from './frames.js';
import { spread, type Spreadable } from './spread.js';
import { longSpan, spacing } from './types.js';

/** What stands in one layer: an item, or a net on its way through. */
interface Entry extends Spreadable {
  item: Item | null;
  net: Net | null;
  order: number;
  /** Where it is reached from in the layer above, for counting crossings. */
  above: number[];
}

/** How hard an entry holds its place against its neighbours: the main flow stays straight, leaves give way. */
const weights = { flow: 1e6, lane: 30, loose: 10, leaf: 1 } as const;

/** The layer a net starts in: -1 for the top of the container. */
export const layerOf = (net: Net): number => net.from?.layer ?? -1;

/** Where a net runs in a layer; where it was last seen, if it has left the flow by then. */
const xAt = (net: Net, layer: number): number => net.xs[layer - layerOf(net)] ?? net.xs.at(-1)!;

/** Where a net enters an item, relative to the item's anchor. */
export const entryOffset = (item: Item, net: Net): number => item.frame?.nets.get(net.source)?.xs[0] ?? 0;

/** Where a net leaves an item, relative to the item's anchor. */
const exitOffset = (item: Item, net: Net): number => item.frame?.nets.get(net.source)?.exit ?? 0;

/** The layer in which a net ends as a lane through the layers; what is further away is reached along the margin. */
function laneEnd(net: Net, layers: number): number {
  const start = layerOf(net);
  let end = net.exits && layers - start <= longSpan ? layers : start;
  for (const target of net.targets.keys()) if (target.layer - start <= longSpan) end = Math.max(end, target.layer);
  return end;
}

/**
 * Orders the layers and places their entries across the flow, from the first layer to the last. A layer
 * is ordered by the layer above it only. That costs a few crossings against iterating up and down,
 * and buys linear time and a picture in which nothing moves when something is added below.
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

/** The points at which nets come in through the top, in the order of their first use. */
function placeEntries(nets: Net[]): void {
  const firstUse = (net: Net) => Math.min(...[...net.targets.keys()].map((item) => item.layer * 1e6 + item.order));
  const entries = nets
    .map((net) => ({ net, use: firstUse(net), desired: 0, weight: 1, left: 0, right: 0, x: 0 }))
    .sort((a, b) => a.use - b.use || a.net.source - b.net.source);
  spread(entries, () => spacing.node);
  for (const { net, x } of entries) net.xs = [x];
}

/** Moves the points of entry above the lanes that they lead to, now that these have their places. */
function settleEntries(frame: Frame): void {
  for (const net of frame.nets.values()) {
    if (net.from !== null) continue;
    const atOnce = [...net.targets.keys()].filter(({ layer }) => layer === 0);
    // What is used at once stays in the flow; what only passes by enters where it passes.
    if (atOnce.length === 0 && net.xs.length > 1) net.xs[0] = net.xs[1]!;
    else if (atOnce.length === 1 && atOnce[0]!.frame) net.xs[0] = atOnce[0]!.x + entryOffset(atOnce[0]!, net);
  }
}

function placeLayer(layer: number, items: Item[], through: Net[]): void {
  const entries: Entry[] = through.map((net) => {
    const x = xAt(net, layer - 1);
    return { item: null, net, order: net.source, desired: x, weight: weights.lane, left: 0, right: 0, x, above: [x] };
  });
  const hanging: Item[] = [];
  for (const item of items) {
    if (item.ins.length === 0 && item.loose) hanging.push(item);
    else entries.push(flowEntry(item, layer));
  }
  entries.sort((a, b) => a.desired - b.desired || rank(a) - rank(b) || a.order - b.order);
  untangle(entries);
  const all = withLeaves(entries, hanging);
  spread(all, (a, b) => (a.item && b.item ? spacing.node : spacing.lane));

  for (const { item, net, x } of all) {
    if (net) net.xs.push(x);
    if (!item) continue;
    item.x = x;
    for (const out of item.outs) out.xs = [x + exitOffset(item, out)];
  }
}

/** Ties: what passes by keeps to the left of what stands here. */
const rank = (entry: Entry): number => (entry.item === null ? 0 : 1);

function flowEntry(item: Item, layer: number): Entry {
  const near = item.ins.filter((net) => net.xs.length >= layer - layerOf(net));
  const above = near.map((net) => xAt(net, layer - 1));
  const tight = near.filter((net) => layerOf(net) === layer - 1 && !net.from?.loose);
  const flow = tight.length ? tight : near.filter((net) => !net.from?.loose);
  const main = flow.length ? flow : near.length ? near : item.ins;
  const sum = main.reduce((total, net) => total + xAt(net, layer - 1) - entryOffset(item, net), 0);
  const weight = item.loose ? weights.loose : weights.flow;
  return {
    item,
    net: null,
    order: item.order,
    desired: main.length ? sum / main.length : 0,
    weight,
    left: item.left,
    right: item.right,
    x: 0,
    above,
  };
}

/**
 * Puts every leaf beside the main argument of the first operation that it serves, on the left when it
 * comes before that argument. Leaves of which no main argument is in sight stand on the right.
 */
function withLeaves(entries: Entry[], leaves: Item[]): Entry[] {
  if (leaves.length === 0) return entries;
  const known = new Map<Item | Net, Entry>(entries.map((entry) => [entry.item ?? entry.net!, entry]));
  const left = new Map<Entry, Entry[]>();
  const right = new Map<Entry, Entry[]>();
  const rest: { leaf: Entry; use: number; input: number }[] = [];
  const last = entries.at(-1)?.desired ?? 0;
  for (const item of leaves) {
    const { main, input, isBefore, use } = anchorOf(item, known);
    const desired = main?.desired ?? last;
    const leaf: Entry = {
      item,
      net: null,
      order: input,
      desired,
      weight: weights.leaf,
      left: item.left,
      right: item.right,
      x: 0,
      above: [],
    };
    if (!main) rest.push({ leaf, use, input });
    else {
      const side = isBefore ? left : right;
      const list = side.get(main);
      if (list) list.push(leaf);
      else side.set(main, [leaf]);
    }
  }
  const byInput = (list: Entry[] | undefined) => (list ?? []).sort((a, b) => a.order - b.order);
  rest.sort((a, b) => a.use - b.use || a.input - b.input);
  return [
    ...entries.flatMap((entry) => [...byInput(left.get(entry)), entry, ...byInput(right.get(entry))]),
    ...rest.map(({ leaf }) => leaf),
  ];
}

interface Anchor {
  main: Entry | null;
  input: number;
  isBefore: boolean;
  /** Place of the operation that it serves, in the order of execution. */
  use: number;
}

/** Follows what is made of a leaf until it meets the flow. */
function anchorOf(leaf: Item, known: Map<Item | Net, Entry>): Anchor {
  let item = leaf;
  let use = leaf.order;
  let input = 0;
  for (let steps = 0; steps < 8; steps++) {
    const first = firstUse(item);
    if (!first) break;
    [use, input] = [first.target.order, first.input];
    let main: { entry: Entry; input: number } | null = null;
    for (const net of first.target.ins) {
      const entry = known.get(net) ?? (net.from && net.from !== item ? known.get(net.from) : undefined);
      const at = net.targets.get(first.target)?.input ?? 0;
      // Of several arguments it stands beside the last that comes before it.
      if (entry && (main === null || (at < input && at > main.input))) main = { entry, input: at };
    }
    if (main) return { main: main.entry, input, isBefore: input < main.input, use };
    item = first.target;
  }
  return { main: null, input, isBefore: false, use };
}

function firstUse(item: Item): { target: Item; input: number } | null {
  let first: { target: Item; input: number } | null = null;
  for (const net of item.outs)
    for (const [target, { input }] of net.targets) if (!first || target.layer < first.target.layer) first = { target, input };
  return first;
}

/** Swaps neighbours while that removes crossings with the layer above. */
function untangle(entries: Entry[]): void {
  for (let round = 0; round < 4; round++) {
    let swapped = false;
    for (let i = 0; i + 1 < entries.length; i++) {
      const [a, b] = [entries[i]!, entries[i + 1]!];
      if (balance(a.above, b.above) <= 0) continue;
      // The lighter one gives up its own place, or spreading would drag the heavier one along.
      if (a.weight < b.weight) a.desired = b.desired;
      else b.desired = a.desired;
      [entries[i], entries[i + 1]] = [b, a];
      swapped = true;
    }
    if (!swapped) return;
  }
}

/** Crossings with `a` left of `b`, less those with `b` left of `a`. */
function balance(a: number[], b: number[]): number {
  let difference = 0;
  for (const x of a) for (const y of b) difference += Math.sign(x - y);
  return difference;
}
