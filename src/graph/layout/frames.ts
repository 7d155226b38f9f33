import type { Run } from './bends.js';
import type { LayoutRequest } from './types.js';

/** A node or an open box inside a container. Positions are relative to the container's anchor and top. */
export interface Item {
  /** Index of the node, or -1. */
  node: number;
  /** The box; null for a node. */
  frame: Frame | null;
  /** Index in the order of execution. */
  order: number;
  /** Extent across the flow on both sides of the anchor, and extent along the flow. */
  left: number;
  right: number;
  size: number;
  layer: number;
  /**
   * Whether it hangs on the flow instead of being part of it: parameters, targets, constants and results of these only.
   */
  loose: boolean;
  /** For a loose item: the operation that uses it in the end, and the index of the argument. */
  hangsOn: Item | null;
  hangsBy: number;
  /** The net that it is placed below; null for a start and for a loose item. */
  main: Net | null;
  /** 0 on the longest path of the container, 1 beside it, and so on. */
  rank: number;
  x: number;
  y: number;
  ins: Net[];
  outs: Net[];
}

/** How a net reaches one target: the number of edges, and the first argument that they fill. */
interface Arrival {
  edges: number;
  input: number;
}

/** All edges of one source node within one container. They share one lane until they part. */
export interface Net {
  source: number;
  /** Null when the net comes in through the top of the container. */
  from: Item | null;
  targets: Map<Item, Arrival>;
  /** Whether the net leaves through the bottom of the container. */
  exits: boolean;
  /** The rank of its source, or of the path that it enters. */
  rank: number;
  /** The target that continues its path. */
  next: Item | null;
  /** The most layers that it crosses as a lane through the layers. */
  span: number;
  /** Its position in each layer, beginning with the layer of its source. */
  xs: number[];
  /** The position of its long edges along the margin of the container; NaN when there are none. */
  margin: number;
  /** Its pieces across the flow, by gap and side; null when it is straight. */
  runs: Map<number, Run> | null;
  /** The position where it leaves through the bottom. */
  exit: number;
}

/** A container with its contents. Containers are laid out from the innermost outwards. */
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
  /** By index of the box. Every box comes after the box that contains it. */
  boxes: Frame[];
  /** By index of the node. */
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
  // A box takes its arguments in the order in which its contents use them.
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
