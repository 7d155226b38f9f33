import type { Run } from './bends.js';
import type { LayoutRequest } from './types.js';

/** A node or an open box as its container sees it. Positions are relative to the container's anchor and top. */
export interface Item {
  /** Index of the node, or -1. */
  node: number;
  /** The box, when it is one. */
  frame: Frame | null;
  /** Place in the order of execution. */
  order: number;
  /** Extent across the flow on either side of the anchor, and along it. */
  left: number;
  right: number;
  size: number;
  layer: number;
  /** Hangs on the flow instead of being part of it: parameters, targets, constants and what is made of them only. */
  loose: boolean;
  /** What it serves in the end, when it is loose, and by which argument. */
  hangsOn: Item | null;
  hangsBy: number;
  /** The net it stands below; null for a start and for what is loose. */
  main: Net | null;
  /** 0 on the longest path of the container, 1 beside it, and so on. */
  rank: number;
  x: number;
  y: number;
  ins: Net[];
  outs: Net[];
}

/** How one net reaches one target: how many edges, and the first argument that they fill. */
interface Arrival {
  edges: number;
  input: number;
}

/** All edges of one source node within one container. They share one lane until they part. */
export interface Net {
  source: number;
  /** Null when it comes in through the top of the container. */
  from: Item | null;
  targets: Map<Item, Arrival>;
  /** Whether it leaves through the bottom of the container. */
  exits: boolean;
  /** That of its source, or of the path that it enters. */
  rank: number;
  /** The target that would continue its path. */
  next: Item | null;
  /** How many layers it crosses at most on its way through them. */
  span: number;
  /** Where it runs in each layer, from that of its source on. */
  xs: number[];
  /** Where its long edges run along the margin of the container; NaN without any. */
  margin: number;
  /** Where it runs across the flow, by gap and side; null where it is straight. */
  runs: Map<number, Run> | null;
  /** Where it leaves through the bottom. */
  exit: number;
}

/** A container and what is in it; laid out from the innermost outwards. */
export interface Frame {
  box: number;
  header: number;
  minWidth: number;
  items: Item[];
  nets: Map<number, Net>;
  /** Top and bottom of each layer. */
  tops: number[];
  bottoms: number[];
  left: number;
  right: number;
  size: number;
  /** Absolute position of the anchor and the top. */
  x: number;
  y: number;
}

export interface Frames {
  root: Frame;
  /** By index of box; every box after the one it is in. */
  boxes: Frame[];
  /** By index of node. */
  items: Item[];
}

const newFrame = (box: number, header: number, minWidth: number): Frame => ({
  box,
  header,
  minWidth,
  items: [],
  nets: new Map(),
  tops: [],
  bottoms: [],
  left: 0,
  right: 0,
  size: 0,
  x: 0,
  y: 0,
});

const newItem = (node: number, frame: Frame | null, order: number): Item => ({
  node,
  frame,
  order,
  left: 0,
  right: 0,
  size: 0,
  layer: 0,
  loose: false,
  hangsOn: null,
  hangsBy: 0,
  main: null,
  rank: 1,
  x: 0,
  y: 0,
  ins: [],
  outs: [],
});

/** Sorts nodes into their containers and splits every edge at the borders that it crosses. */
export function buildFrames({ nodes, boxes, edges, direction }: LayoutRequest): Frames {
  const across = direction === 'TB' ? 'width' : 'height';
  const along = direction === 'TB' ? 'height' : 'width';
  const root = newFrame(-1, 0, 0);
  const frames = boxes.map((box, index) => newFrame(index, box.header, box.minWidth));
  const boxItems = frames.map((frame) => newItem(-1, frame, Infinity));
  const depth = boxes.map(() => 0);
  boxes.forEach((box, i) => {
    depth[i] = box.parent < 0 ? 1 : depth[box.parent]! + 1;
    (frames[box.parent] ?? root).items.push(boxItems[i]!);
  });

  const items = nodes.map((node, index) => {
    const item = newItem(index, null, index);
    item.left = item.right = node[across] / 2;
    item.size = node[along];
    (frames[node.parent] ?? root).items.push(item);
    for (let b = node.parent; b >= 0 && boxItems[b]!.order > index; b = boxes[b]!.parent) boxItems[b]!.order = index;
    return item;
  });
  for (const frame of [root, ...frames]) frame.items.sort((a, b) => a.order - b.order);

  const netOf = (box: number, source: number): Net => {
    const { nets } = frames[box] ?? root;
    let net = nets.get(source);
    if (!net)
      nets.set(
        source,
        (net = {
          source,
          from: null,
          targets: new Map(),
          exits: false,
          rank: 1,
          next: null,
          span: 0,
          xs: [],
          margin: NaN,
          runs: null,
          exit: NaN,
        }),
      );
    return net;
  };
  // A box takes its arguments in the order in which they are used in it.
  const arrive = (net: Net, target: Item, to: number, argument: number) => {
    const input = target.frame === null ? argument : to * 2 ** 24 + argument;
    const arrival = net.targets.get(target);
    if (!arrival) {
      net.targets.set(target, { edges: 1, input });
      target.ins.push(net);
    } else if (target.frame === null) arrival.edges++;
    else arrival.input = Math.min(arrival.input, input);
  };
  const depart = (net: Net, source: Item) => {
    if (net.from !== null) return;
    net.from = source;
    source.outs.push(net);
  };

  for (const { from, to, input } of edges) {
    let [a, b] = [nodes[from]!.parent, nodes[to]!.parent];
    let [source, target] = [items[from]!, items[to]!];
    while (a !== b) {
      const [da, db] = [a < 0 ? 0 : depth[a]!, b < 0 ? 0 : depth[b]!];
      if (da >= db) {
        const net = netOf(a, from);
        depart(net, source);
        net.exits = true;
        source = boxItems[a]!;
        a = boxes[a]!.parent;
      }
      if (db >= da) {
        arrive(netOf(b, from), target, to, input);
        target = boxItems[b]!;
        b = boxes[b]!.parent;
      }
    }
    const net = netOf(a, from);
    depart(net, source);
    arrive(net, target, to, input);
  }
  return { root, boxes: frames, items };
}
