import { describe, expect, it } from 'vitest';
import { layout } from '../../src/graph/layout/layout.js';
import type { Direction, Rect } from '../../src/graph/layout/types.js';
import { requestFor } from '../../src/present/nodes/scene.js';
import { type ModuleGraph, buildGraph } from '../../src/graph/moduleGraph.js';
import type { Group } from '../../src/graph/groups.js';
import { viewOf } from '../../src/graph/view.js';
import type { Run } from '../../src/protocol/trace.js';
import { cnn, dynamic, logisticRegression, rnn, transformer } from '../webview/fixtures/runs.js';

/** The place of an item: from start to end along the flow, and from low to high across the flow. */
interface Place {
  start: number;
  end: number;
  low: number;
  high: number;
  parent: Group;
  isNode: boolean;
}

interface Picture {
  places: Map<string, Place>;
  edges: [from: string, to: string][];
}

const slack = 10;

function pictureOf(graph: ModuleGraph, open: Set<string>, direction: Direction): Picture {
  const view = viewOf(graph, open);
  const { nodes, boxes } = layout(requestFor(graph, view, direction, true).request);
  const place = ({ x, y, width, height }: Rect, parent: Group, isNode: boolean): Place =>
    direction === 'TB'
      ? { start: y, end: y + height, low: x, high: x + width, parent, isNode }
      : { start: x, end: x + width, low: y, high: y + height, parent, isNode };
  return {
    places: new Map([
      ...view.items.map(({ id, parent }, i) => [id, place(nodes[i]!, parent, true)] as const),
      ...view.boxes.map((box, i) => [`group:${box.id}`, place(boxes[i]!, box.parent!, false)] as const),
    ]),
    edges: view.edges.map(({ from, to }) => [view.items[from]!.id, view.items[to]!.id]),
  };
}

const meets = (a: Place, b: Place): boolean => a.start < b.end && b.start < a.end;

/**
 * Along the flow: items before the group stay, and items after it all move by the same distance. Both hold within a
 * container.
 */
function checkAlong(container: Group, inner: string, before: Picture, after: Picture): void {
  const origin = ({ places }: Picture) => places.get(`group:${container.id}`)?.start ?? 0;
  const opened = before.places.get(inner)!;
  const shifts = new Set<number>();
  for (const [id, place] of before.places) {
    if (place.parent !== container || id === inner) continue;
    const shift = Math.round(after.places.get(id)!.start - origin(after) - (place.start - origin(before)));
    if (place.end <= opened.start) expect(shift, `${id} comes before ${inner}`).toBe(0);
    else if (place.start >= opened.end) shifts.add(shift);
    else if (shift !== 0) shifts.add(shift);
  }
  expect([...shifts].length, `what comes after ${inner} moves as one`).toBeLessThanOrEqual(1);
}

/**
 * Across the flow: an item moves only if it, or its branch, is beside the group. It moves away on its own side, by no
 * more than the growth of the group on that side.
 */
function checkAcross(group: string, ancestors: Set<string>, before: Picture, after: Picture): void {
  const [closed, opened] = [before.places.get(group)!, after.places.get(group)!];
  const [growsLow, growsHigh] = [closed.low - opened.low, opened.high - closed.high].map((n) => Math.max(0, n)) as [number, number];
  const moved = new Set<string>();
  for (const [id, place] of before.places) {
    const now = after.places.get(id)!;
    if (id === group || ancestors.has(id)) continue;
    const shift = now.low - place.low;
    expect(shift, `${id} moves because of ${group}`).toBeGreaterThanOrEqual(-growsLow - slack);
    expect(shift, `${id} moves because of ${group}`).toBeLessThanOrEqual(growsHigh + slack);
    if (Math.abs(shift) > slack && place.isNode) moved.add(id);
  }
  const isBeside = (id: string) => meets(before.places.get(id)!, closed) || meets(after.places.get(id)!, opened);
  const sides = [...before.places].filter(([id, { isNode }]) => isNode && id !== group && isBeside(id));
  if (sides.length === 0) expect([...moved], `nothing stands beside ${group}`).toEqual([]);
  const reached = new Set([...moved].filter(isBeside));
  const join = (a: string, b: string) => {
    if (moved.has(a) && !reached.has(a) && (reached.has(b) || b === group)) return reached.add(a);
    return null;
  };
  for (let grew = true; grew;) {
    grew = false;
    for (const [from, to] of before.edges) if (join(from, to) ?? join(to, from)) grew = true;
  }
  expect(
    [...moved].filter((id) => !reached.has(id)),
    `what moves is beside ${group} or on a branch that is`,
  ).toEqual([]);
}

const models: [string, Run][] = [
  ['convolutions', cnn(1)],
  ['transformer', transformer(2)],
  ['unrolled recurrence', rnn(6)],
];

describe.each(models)('opening and closing each group of the %s', (_, run) => {
  const graph = buildGraph(run.passes[0]!, true);
  const groups = [...graph.groups.values()];
  const above = (group: Group): Group[] => (group.parent ? [...above(group.parent), group.parent] : []);

  it.each([
    ['TB', 'nothing else'],
    ['TB', 'everything else'],
    ['LR', 'nothing else'],
    ['LR', 'everything else'],
  ] as const)('keeps all others in place (%s, %s open)', (direction, others) => {
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      const outer = above(group);
      const rest = groups.filter((other) => others === 'everything else' && other !== group && !above(other).includes(group));
      const open = new Set([...outer, ...rest].map(({ id }) => id));
      const closed = pictureOf(graph, open, direction);
      const opened = pictureOf(graph, new Set([...open, group.id]), direction);
      const id = (of: Group) => `group:${of.id}`;
      outer.forEach((container, i) => checkAlong(container, id(outer[i + 1] ?? group), closed, opened));
      checkAcross(id(group), new Set(outer.map(id)), closed, opened);
    }
  });
});

describe('from pass to pass', () => {
  it('keeps what both have on its line, and in place up to where they differ', () => {
    const { passes } = dynamic(3);
    const pictures = passes.map((pass) => pictureOf(buildGraph(pass, true), new Set(), 'TB').places);
    const [first, last] = [pictures[0]!, pictures.at(-1)!];
    expect(last.size).toBeGreaterThan(first.size);
    for (const [id, place] of first) {
      expect(Math.abs(last.get(id)!.low - place.low), id).toBeLessThan(slack);
      if (/:(matmul|tanh):/.test(id)) expect(last.get(id)!.start).toBe(place.start);
    }
  });
});

describe('adding at the end', () => {
  it.each([['logistic regression', logisticRegression(1)] as [string, Run], ...models])('moves nothing of the %s', (_, run) => {
    const graph = buildGraph(run.passes[0]!, true);
    for (const open of [new Set<string>(), new Set(graph.groups.keys())]) {
      const { request } = requestFor(graph, viewOf(graph, open), 'TB', true);
      const last = request.nodes.length - 1;
      const before = layout(request);
      const after = layout({
        ...request,
        nodes: [...request.nodes, { width: 240, height: 80, parent: -1 }],
        edges: [...request.edges, { from: last, to: last + 1, input: 0 }],
      });
      before.nodes.forEach(({ x, y }, i) => {
        expect(Math.abs(after.nodes[i]!.x - x)).toBeLessThan(0.5);
        expect(Math.abs(after.nodes[i]!.y - y)).toBeLessThan(0.5);
      });
    }
  });
});
