import { assignBends } from './bends.js';
import { closeAcross, placeAlong } from './extents.js';
import { buildFrames, type Frame, type Frames } from './frames.js';
import { assignLayers } from './layers.js';
import { markPaths } from './paths.js';
import { placeAcross } from './place.js';
import { portsOf } from './ports.js';
import { joinLegs, legsWithin } from './routes.js';
import type { LayoutRequest, LayoutResult, Rect } from './types.js';

/**
 * Lays out a computation graph in layers, with containers inside containers, in a time that is about linear in nodes +
 * edges. Every container is laid out on its own, from the innermost outwards, around an anchor line that its main flow
 * follows. A container is placed by its anchor, not by its middle. So when it is opened or grows, the items around it
 * stay on its line.
 */
export function layout(request: LayoutRequest): LayoutResult {
  const frames = buildFrames(request);
  const headerIsAlong = request.direction === 'TB';
  const all = [frames.root, ...frames.boxes];
  const itemOf = new Map(all.flatMap((frame) => frame.items.flatMap((item) => (item.frame ? [[item.frame, item] as const] : []))));

  for (const frame of all) markPaths(frame, assignLayers(frame), itemOf.get(frame)?.main?.source);
  for (let i = all.length - 1; i >= 0; i--) {
    const frame = all[i]!;
    placeAcross(frame);
    placeAlong(frame, headerIsAlong ? frame.header : 0);
    closeAcross(frame, headerIsAlong ? 0 : frame.header);
    const item = itemOf.get(frame);
    if (item) [item.left, item.right, item.size] = [-frame.left, frame.right, frame.size];
  }
  for (const frame of all) for (const { frame: inner, x, y } of frame.items) if (inner) [inner.x, inner.y] = [frame.x + x, frame.y + y];

  return inDirection(request.direction, {
    nodes: nodeRects(frames, request),
    boxes: frames.boxes.map((frame) => ({ x: frame.x + frame.left, y: frame.y, width: frame.right - frame.left, height: frame.size })),
    routes: routes(frames, request),
  });
}

function nodeRects({ root, boxes, items }: Frames, { nodes }: LayoutRequest): Rect[] {
  return items.map((item, index) => {
    const frame = boxes[nodes[index]!.parent] ?? root;
    return { x: frame.x + item.x - item.left, y: frame.y + item.y, width: item.left + item.right, height: item.size };
  });
}

function routes({ root, boxes, items }: Frames, { nodes, edges, boxes: tree }: LayoutRequest): number[][] {
  const frameOf = (box: number): Frame => boxes[box] ?? root;
  const ports = items.map(portsOf);
  for (const frame of [root, ...boxes]) assignBends(frame, ({ node }) => ports[node] ?? null);
  const path = (box: number): number[] => {
    const boxesUp = [];
    for (let b = box; b >= 0; b = tree[b]!.parent) boxesUp.push(b);
    return [...boxesUp, -1];
  };
  const itemOfBox = new Map(
    [root, ...boxes].flatMap((frame) => frame.items.flatMap((item) => (item.frame ? [[item.frame.box, item] as const] : []))),
  );

  return edges.map(({ from, to }) => {
    const up = path(nodes[from]!.parent);
    const down = path(nodes[to]!.parent);
    while (up.length > 1 && down.length > 1 && up.at(-2) === down.at(-2)) {
      up.pop();
      down.pop();
    }
    const meeting = up.pop()!;
    down.pop();
    const netIn = (box: number) => frameOf(box).nets.get(from)!;
    const legs = up.flatMap((box) => legsWithin(frameOf(box), netIn(box), null, 0));
    [meeting, ...down.reverse()].forEach((box, i, chain) => {
      const inner = chain[i + 1];
      const target = inner === undefined ? items[to]! : itemOfBox.get(inner)!;
      const slots = inner === undefined ? ports[to]?.get(netIn(box)) : undefined;
      // Several edges of one net that end in the same node take its slots one by one.
      const port = slots ? (slots.length > 1 ? slots.shift()! : slots[0]!) : 0;
      legs.push(...legsWithin(frameOf(box), netIn(box), target, port));
    });
    return joinLegs(legs);
  });
}

const swapRect = ({ x, y, width, height }: Rect): Rect => ({ x: y, y: x, width: height, height: width });

const swapPoints = (points: number[]): number[] => points.map((_, i) => points[i ^ 1]!);

function inDirection(direction: LayoutRequest['direction'], result: LayoutResult): LayoutResult {
  if (direction === 'TB') return result;
  return { nodes: result.nodes.map(swapRect), boxes: result.boxes.map(swapRect), routes: result.routes.map(swapPoints) };
}
