import type { Frame, Net } from './frames.js';
import { layerOf } from './paths.js';
import { entryOffset } from './place.js';
import { spacing } from './types.js';

/** Stacks the layers along the flow and computes the size of the container from its contents. */
export function placeAlong(frame: Frame, headerAlong: number): void {
  const layers = 1 + frame.items.reduce((last, item) => Math.max(last, item.layer), 0);
  const sizes = new Array<number>(layers).fill(0);
  for (const item of frame.items) sizes[item.layer] = Math.max(sizes[item.layer]!, item.size);
  const pad = frame.box < 0 ? 0 : spacing.pad;
  let at = pad + headerAlong;
  frame.tops = [];
  frame.bottoms = [];
  for (const size of sizes) {
    frame.tops.push(at);
    frame.bottoms.push(at + size);
    at += size + spacing.layer;
  }
  frame.size = at - spacing.layer + pad;
  for (const item of frame.items) {
    const top = frame.tops[item.layer]!;
    // Leaves are close to their use, all other nodes close to their inputs.
    item.y = item.loose && item.ins.length === 0 ? top + sizes[item.layer]! - item.size : top;
  }
}

export function closeAcross(frame: Frame, headerAcross: number): void {
  let [left, right] = [0, 0];
  for (const { x, left: l, right: r } of frame.items) [left, right] = [Math.min(left, x - l), Math.max(right, x + r)];
  for (const { xs } of frame.nets.values()) for (const x of xs) [left, right] = [Math.min(left, x), Math.max(right, x)];
  [left, right] = assignMargins(frame, left, right);
  const layers = frame.tops.length;
  for (const net of frame.nets.values()) net.exit = layers - layerOf(net) > net.span ? net.margin : net.xs.at(-1)!;
  if (frame.box < 0) return void ([frame.left, frame.right] = [left, right]);
  left -= spacing.pad + headerAcross;
  right += spacing.pad;
  const missing = Math.max(0, frame.minWidth - (right - left)) / 2;
  [frame.left, frame.right] = [left - missing, right + missing];
}

/**
 * Gives each net with long edges a lane along one of the margins. Nets that do not overlap share a lane. A net that
 * starts further up runs further out, because otherwise the nets would cross on their way to the margin. A net uses the
 * margin on the side where it starts, unless that side is crowded. Returns the new ends.
 */
function assignMargins(frame: Frame, left: number, right: number): [left: number, right: number] {
  const layers = frame.tops.length;
  const long: { net: Net; start: number; end: number }[] = [];
  for (const net of frame.nets.values()) {
    const start = layerOf(net);
    let end = net.exits && layers - start > net.span ? layers : -1;
    for (const target of net.targets.keys()) if (target.layer - start > net.span) end = Math.max(end, target.layer);
    if (end >= 0) long.push({ net, start, end });
  }
  long.sort((a, b) => b.start - a.start || a.end - b.end);
  // For each side: the layer down to which each lane is free.
  const lanes: [number[], number[]] = [[], []];
  for (const { net, start, end } of long) {
    const busy = lanes.map((free) => free.findLastIndex((layer) => layer <= end) + 1) as [number, number];
    const natural = startsOnRight(net) ? 1 : 0;
    const side = busy[natural] > busy[1 - natural]! + 1 ? 1 - natural : natural;
    lanes[side]![busy[side]!] = start;
    const out = spacing.node + busy[side]! * spacing.lane;
    net.margin = side === 0 ? left - out : right + out;
  }
  const width = (side: 0 | 1) => (lanes[side].length ? spacing.node + (lanes[side].length - 1) * spacing.lane : 0);
  return [left - width(0), right + width(1)];
}

/**
 * Whether a net runs along the right margin: it comes in from above, or hangs on the flow, to the right of most of its
 * targets.
 */
function startsOnRight(net: Net): boolean {
  if (net.from && !net.from.loose) return false;
  let balance = 0;
  for (const target of net.targets.keys()) balance += Math.sign(target.frame ? entryOffset(target, net) : net.xs[0]! - target.x);
  return balance > 0;
}
