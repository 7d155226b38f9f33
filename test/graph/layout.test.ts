import { describe, expect, it } from 'vitest';
import { layout } from '../../src/graph/layout/layout.js';
import { spread } from '../../src/graph/layout/spread.js';
import type { LayoutRequest, LayoutResult, Rect } from '../../src/graph/layout/types.js';
import { requestFor } from '../../src/present/nodes/scene.js';
import { buildGraph } from '../../src/graph/moduleGraph.js';
import { viewOf } from '../../src/graph/view.js';
import { randomFrom } from '../webview/fixtures/builder.js';
import { cnn, logisticRegression, rnn, transformer } from '../webview/fixtures/runs.js';
import { crossings } from './layoutMeasures.js';
import { subjects } from './layoutModels.js';
import { ours } from './layoutPeers.js';
import type { Run } from '../../src/protocol/trace.js';

/** A random computation graph with nested boxes. Like a trace, it lists the nodes in the order of execution. */
function randomRequest(seed: number, size: number): LayoutRequest {
  const random = randomFrom(seed);
  const request: LayoutRequest = { direction: 'TB', nodes: [], boxes: [], edges: [] };
  const operations: number[] = [];
  let box = -1;
  for (let i = 0; i < size; i++) {
    // Boxes are entered and left like modules. A box that was left is not entered again.
    const turn = random();
    if (turn < 0.15) {
      request.boxes.push({ parent: box, header: 20, minWidth: 60 });
      box = request.boxes.length - 1;
    } else if (box >= 0 && turn < 0.3) box = request.boxes[box]!.parent;
    const parent = box;
    const add = () => request.nodes.push({ width: 60 + Math.floor(random() * 120), height: 30 + Math.floor(random() * 70), parent }) - 1;
    const inputs: number[] = [];
    if (operations.length) inputs.push(operations[random() < 0.75 ? operations.length - 1 : Math.floor(random() * operations.length)]!);
    if (operations.length && random() < 0.4) inputs.push(operations[Math.floor(random() * operations.length)]!);
    while (inputs.length === 0 || random() < 0.35) inputs.push(add());
    const node = add();
    inputs.forEach((from, input) => request.edges.push({ from, to: node, input }));
    operations.push(node);
  }
  return request;
}

function requestOf(run: Run, direction: 'TB' | 'LR' = 'TB'): LayoutRequest {
  const graph = buildGraph(run.passes[0]!, true);
  return requestFor(graph, viewOf(graph, new Set(graph.groups.keys())), direction, true).request;
}

const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

const contains = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x - 0.01 &&
  inner.y >= outer.y - 0.01 &&
  inner.x + inner.width <= outer.x + outer.width + 0.01 &&
  inner.y + inner.height <= outer.y + outer.height + 0.01;

/** Checks everything that a layout promises for any graph. */
function check(request: LayoutRequest, result: LayoutResult): void {
  const inside = new Map<number, Rect[]>();
  const put = (parent: number, rect: Rect) => {
    const others = inside.get(parent) ?? [];
    const hit = others.find((other) => overlap(other, rect));
    expect(hit && { hit, rect }, 'two things in one container overlap').toBeUndefined();
    inside.set(parent, [...others, rect]);
    if (parent >= 0) expect(contains(result.boxes[parent]!, rect), 'a box holds what is in it').toBe(true);
  };
  request.nodes.forEach(({ parent }, i) => put(parent, result.nodes[i]!));
  request.boxes.forEach(({ parent }, i) => put(parent, result.boxes[i]!));

  const along = request.direction === 'TB' ? 1 : 0;
  request.edges.forEach(({ from, to }, e) => {
    const route = result.routes[e]!;
    const [source, target] = [result.nodes[from]!, result.nodes[to]!];
    const start = along ? source.y + source.height : source.x + source.width;
    const end = along ? target.y : target.x;
    expect(end, 'an edge goes with the flow').toBeGreaterThan(start);
    expect(route[along]).toBeCloseTo(start, 3);
    expect(route.at(along ? -1 : -2)).toBeCloseTo(end, 3);
    for (let i = 2; i < route.length; i += 2)
      expect(route[i + along]!, 'a route never turns back').toBeGreaterThanOrEqual(route[i + along - 2]! - 0.01);
    const across = 1 - along;
    const entry = route.at(along ? -2 : -1);
    const low = across ? target.y : target.x;
    const high = low + (across ? target.height : target.width);
    expect(entry).toBeGreaterThanOrEqual(low);
    expect(entry).toBeLessThanOrEqual(high);
  });
}

describe('layout', () => {
  it.each(Array.from({ length: 25 }, (_, i) => i + 1))('keeps its promises on random graph %i, in both directions', (seed) => {
    const request = randomRequest(seed, 10 + seed * 6);
    check(request, layout(request));
    const sideways: LayoutRequest = { ...request, direction: 'LR' };
    check(sideways, layout(sideways));
  });

  it.each([
    ['logistic regression', logisticRegression(1)],
    ['convolutions', cnn(1)],
    ['transformer', transformer(2)],
    ['unrolled recurrence', rnn(12)],
  ])('keeps its promises on the %s', (_, run) => {
    for (const direction of ['TB', 'LR'] as const) check(requestOf(run, direction), layout(requestOf(run, direction)));
  });

  it.each(Array.from({ length: 12 }, (_, i) => i + 100))('moves nothing when a node is added at the end (graph %i)', (seed) => {
    const request = randomRequest(seed, 60);
    const before = layout(request);
    // The end of the flow is the lowest node.
    const bottom = (i: number) => before.nodes[i]!.y + before.nodes[i]!.height;
    const last = before.nodes.reduce((low, _, i) => (bottom(i) > bottom(low) ? i : low), 0);
    const grown: LayoutRequest = {
      ...request,
      nodes: [...request.nodes, { width: 200, height: 50, parent: -1 }],
      edges: [...request.edges, { from: last, to: request.nodes.length, input: 0 }],
    };
    const after = layout(grown);
    before.nodes.forEach(({ x, y }, i) => {
      expect(after.nodes[i]!.x).toBeCloseTo(x, 1);
      expect(after.nodes[i]!.y).toBe(y);
    });
  });

  it('is the same every time', () => {
    const request = randomRequest(7, 80);
    expect(layout(request)).toEqual(layout(structuredClone(request)));
  });

  it('keeps a chain straight', () => {
    const nodes = [80, 140, 60, 200].map((width) => ({ width, height: 40, parent: -1 }));
    const { nodes: rects, routes } = layout({
      direction: 'TB',
      nodes,
      boxes: [],
      edges: [0, 1, 2].map((i) => ({ from: i, to: i + 1, input: 0 })),
    });
    const centres = rects.map(({ x, width }) => x + width / 2);
    expect(new Set(centres).size).toBe(1);
    for (const route of routes) expect(route).toHaveLength(4);
  });

  it('places a leaf on the side of its argument', () => {
    const nodes = Array.from({ length: 4 }, () => ({ width: 60, height: 40, parent: -1 }));
    // Node 0 feeds node 1. The second argument of node 3 is node 1, and the first is the leaf 2.
    const edges = [
      { from: 0, to: 1, input: 0 },
      { from: 2, to: 3, input: 0 },
      { from: 1, to: 3, input: 1 },
    ];
    const { nodes: rects } = layout({ direction: 'TB', nodes, boxes: [], edges });
    expect(rects[2]!.x).toBeLessThan(rects[1]!.x);
    expect(rects[2]!.y).toBe(rects[1]!.y);
  });

  it('draws two edges for an argument that is used twice', () => {
    const nodes = [0, 1].map(() => ({ width: 60, height: 40, parent: -1 }));
    const twice = [0, 1].map((input) => ({ from: 0, to: 1, input }));
    const { routes } = layout({ direction: 'TB', nodes, boxes: [], edges: twice });
    expect(routes[0]!.at(-2)).not.toBe(routes[1]!.at(-2));
  });

  it('lays out a graph with a cycle without hanging', () => {
    const nodes = [0, 1, 2].map(() => ({ width: 60, height: 40, parent: -1 }));
    const edges = [0, 1, 2].map((i) => ({ from: i, to: (i + 1) % 3, input: 0 }));
    expect(layout({ direction: 'TB', nodes, boxes: [], edges }).nodes).toHaveLength(3);
  });
});

describe('crossings', () => {
  // The numbers of dot 2.43 for the same graphs, from `node test/webview/layoutComparison.mjs`.
  it.each<[string, Run, nested: number, flat: number]>([
    ['logistic regression', logisticRegression(1), 0, 0],
    ['convolutions', cnn(1), 0, 0],
    ['transformer of 94 nodes', transformer(1), 1, 1],
    ['transformer of 301 nodes', transformer(4), 8, 7],
    ['transformer of 853 nodes', transformer(12), 24, 25],
    ['recurrence of 126 nodes', rnn(20), 506, 323],
  ])('are at most half as many again as with dot: %s', async (_, run, nested, flat) => {
    const both = subjects(run);
    expect(crossings((await ours(both.nested.request)).lines).seen).toBeLessThanOrEqual(1.5 * nested);
    expect(crossings((await ours(both.flat.request)).lines).seen).toBeLessThanOrEqual(1.5 * flat);
  });
});

describe('spread', () => {
  const entry = (desired: number, weight = 1) => ({ desired, weight, left: 10, right: 10, x: 0 });

  it('leaves alone what has room', () => {
    const entries = [entry(0), entry(100)];
    spread(entries, () => 5);
    expect(entries.map(({ x }) => x)).toEqual([0, 100]);
  });

  it('does not move what has infinite weight', () => {
    const entries = [entry(0), entry(0, Infinity), entry(0)];
    spread(entries, () => 5);
    expect(entries.map(({ x }) => x)).toEqual([-25, 0, 25]);
  });

  it('parts what collides around its middle, the heavy one moving least', () => {
    const entries = [entry(0, 1000), entry(0, 1)];
    spread(entries, () => 5);
    expect(entries[1]!.x - entries[0]!.x).toBeCloseTo(25);
    expect(Math.abs(entries[0]!.x)).toBeLessThan(0.1);
  });
});
