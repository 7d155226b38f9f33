/** The layouts that are compared. Each takes the panel's request and returns its drawing in the same form. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { controlPoints } from '../../src/graph/layout/curves.js';
import { layout } from '../../src/graph/layout/layout.js';
import type { LayoutRequest, Rect } from '../../src/graph/layout/types.js';
import type { Line, Outcome } from './layoutMeasures.js';

export type Peer = (request: LayoutRequest) => Promise<Outcome | null>;

type Point = { x: number; y: number };

/** The distances, the same for all layouts. */
const gaps = { node: 22, layer: 34, pad: 16 };

export function ours(request: LayoutRequest): Promise<Outcome> {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    layout(request);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const { nodes, boxes, routes } = layout(request);
  const lines = request.edges.map(({ from, to }, i) => ({ from, to, points: sampled(routes[i]!, request.direction) }));
  return Promise.resolve({ ms: times[2]!, nodes, boxes, lines });
}

/** A quadratic spline of the panel as short straight pieces. */
function sampled(route: number[], direction: LayoutRequest['direction']): number[] {
  const control = controlPoints(route, direction);
  const out = route.slice(0, 2);
  let [px, py] = [route[0]!, route[1]!];
  for (let i = 0; i < control.length; i += 2) {
    const isLast = i + 2 >= control.length;
    const [cx, cy] = [control[i]!, control[i + 1]!];
    const [ex, ey] = isLast ? [route.at(-2)!, route.at(-1)!] : [(cx + control[i + 2]!) / 2, (cy + control[i + 3]!) / 2];
    for (const t of [0.25, 0.5, 0.75, 1])
      out.push((1 - t) ** 2 * px + 2 * t * (1 - t) * cx + t * t * ex, (1 - t) ** 2 * py + 2 * t * (1 - t) * cy + t * t * ey);
    [px, py] = [ex, ey];
  }
  return control.length ? out : route;
}

/** Graphviz's dot. Null when it is not on the PATH, or not done in time. */
export const dot =
  (limitMs: number): Peer =>
  async ({ nodes, boxes, edges }) => {
    const content = (box: number): string =>
      nodes.map(({ parent }, i) => (parent === box ? `n${i};` : '')).join('') +
      boxes.map(({ parent }, i) => (parent === box ? `subgraph cluster_${i}{${content(i)}}` : '')).join('');
    const sizes = nodes.map(({ width, height }, i) => `n${i}[width=${width / 72} height=${height / 72}];`).join('');
    const arrows = edges.map(({ from, to }) => `n${from}->n${to};`).join('');
    const input = `digraph{nodesep=${gaps.node / 72};ranksep=${gaps.layer / 72};node[shape=box fixedsize=true];${sizes}${content(-1)}${arrows}}`;
    const started = performance.now();
    const text = await output('dot', ['-Tjson'], input, limitMs);
    if (text === null) return null;
    const ms = performance.now() - started;
    const answer = JSON.parse(text) as DotAnswer;
    const [, , , height] = answer.bb.split(',').map(Number) as [number, number, number, number];
    const flip = ([x, y]: number[]): Point => ({ x: x!, y: height - y! });
    const nodeRects: Rect[] = [];
    const boxRects: Rect[] = [];
    for (const { name, pos, bb } of answer.objects) {
      const index = Number(name.replace(/\D+/, ''));
      if (pos) {
        const { width: w, height: h } = nodes[index]!;
        const { x, y } = flip(pos.split(',').map(Number));
        nodeRects[index] = { x: x - w / 2, y: y - h / 2, width: w, height: h };
      } else if (bb) {
        const [x1, y1, x2, y2] = bb.split(',').map(Number) as [number, number, number, number];
        boxRects[index] = { x: x1, y: height - y2, width: x2 - x1, height: y2 - y1 };
      }
    }
    const indexOf = (object: number) => Number(answer.objects[object]!.name.slice(1));
    const lines = answer.edges.map(({ tail, head, pos }) => {
      const points = pos
        .replace(/[es],\S+ /g, '')
        .trim()
        .split(' ')
        .map((pair) => flip(pair.split(',').map(Number)));
      return { from: indexOf(tail), to: indexOf(head), points: cubic(points) };
    });
    return { ms, nodes: nodeRects, boxes: boxRects, lines };
  };

interface DotAnswer {
  bb: string;
  objects: { name: string; pos?: string; bb?: string }[];
  edges: { tail: number; head: number; pos: string }[];
}

function cubic(p: Point[]): number[] {
  const points = [p[0]!.x, p[0]!.y];
  for (let i = 1; i + 2 < p.length; i += 3)
    for (const t of [0.25, 0.5, 0.75, 1])
      for (const k of ['x', 'y'] as const)
        points.push(
          (1 - t) ** 3 * p[i - 1]![k] + 3 * t * (1 - t) ** 2 * p[i]![k] + 3 * t * t * (1 - t) * p[i + 1]![k] + t ** 3 * p[i + 2]![k],
        );
  return points;
}

/** The output of a program. Null when it cannot be started, fails, or is not done in time. */
function output(command: string, args: string[], input: string, limitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { timeout: limitMs, stdio: ['pipe', 'pipe', 'ignore'] });
    const parts: Buffer[] = [];
    child.on('error', () => resolve(null));
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts).toString() : null));
    child.stdin.on('error', () => resolve(null));
    child.stdin.end(input);
  });
}

/** Loads a package that is not a dependency of this repository, from the folder in LAYOUTS. */
const load = (name: string): unknown => createRequire(path.join(path.resolve(process.env['LAYOUTS']!), 'from.js'))(name);

export const hasPackages = (): boolean => process.env['LAYOUTS'] !== undefined;

export const dagre: Peer = ({ nodes, boxes, edges }) => {
  const { graphlib, layout: run } = load('@dagrejs/dagre') as DagreModule;
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ nodesep: gaps.node, ranksep: gaps.layer, edgesep: 14 });
  boxes.forEach((_, i) => graph.setNode(`b${i}`, {}));
  nodes.forEach(({ width, height }, i) => graph.setNode(`n${i}`, { width, height }));
  boxes.forEach(({ parent }, i) => parent >= 0 && graph.setParent(`b${i}`, `b${parent}`));
  nodes.forEach(({ parent }, i) => parent >= 0 && graph.setParent(`n${i}`, `b${parent}`));
  edges.forEach(({ from, to }, i) => graph.setEdge(`n${from}`, `n${to}`, {}, `${i}`));
  const started = performance.now();
  run(graph);
  const ms = performance.now() - started;
  const rect = (name: string): Rect => {
    const { x, y, width, height } = graph.node(name);
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const lines = edges.map(({ from, to }, i): Line => {
    const { points } = graph.edge(`n${from}`, `n${to}`, `${i}`);
    return {
      from,
      to,
      points: sampled(
        points.flatMap(({ x, y }) => [x, y]),
        'TB',
      ),
    };
  });
  return Promise.resolve({ ms, nodes: nodes.map((_, i) => rect(`n${i}`)), boxes: boxes.map((_, i) => rect(`b${i}`)), lines });
};

interface DagreModule {
  graphlib: { Graph: new (options: object) => DagreGraph };
  layout(graph: DagreGraph): void;
}

interface DagreGraph {
  setGraph(options: object): void;
  setNode(name: string, value: object): void;
  setParent(name: string, parent: string): void;
  setEdge(from: string, to: string, value: object, name: string): void;
  node(name: string): Rect;
  edge(from: string, to: string, name: string): { points: Point[] };
}

export const elk: Peer = async ({ nodes, boxes, edges }) => {
  const Elk = load('elkjs') as new () => { layout(graph: ElkNode): Promise<ElkNode> };
  const leaves = nodes.map(({ width, height }, i): ElkNode => ({ id: `n${i}`, width, height }));
  const groups = boxes.map((_, i): ElkNode => ({ id: `b${i}`, children: [] }));
  const top: ElkNode[] = [];
  const childrenOf = (parent: number) => groups[parent]?.children ?? top;
  boxes.forEach(({ parent }, i) => childrenOf(parent).push(groups[i]!));
  nodes.forEach(({ parent }, i) => childrenOf(parent).push(leaves[i]!));
  const graph: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.json.edgeCoords': 'ROOT',
      'elk.json.shapeCoords': 'ROOT',
      'elk.spacing.nodeNode': String(gaps.node),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(gaps.layer),
      'elk.padding': `[top=${gaps.pad},left=${gaps.pad},bottom=${gaps.pad},right=${gaps.pad}]`,
    },
    children: top,
    edges: edges.map(({ from, to }, i) => ({ id: `e${i}`, sources: [`n${from}`], targets: [`n${to}`] })),
  };
  const started = performance.now();
  const done = await new Elk().layout(graph);
  const ms = performance.now() - started;
  const rects = new Map<string, Rect>();
  const visit = (node: ElkNode) => {
    rects.set(node.id, { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 });
    node.children?.forEach(visit);
  };
  visit(done);
  const lines = done.edges!.map(({ sections }, i): Line => {
    const { startPoint, bendPoints, endPoint } = sections![0]!;
    return { ...edges[i]!, points: [startPoint, ...(bendPoints ?? []), endPoint].flatMap(({ x, y }) => [x, y]) };
  });
  return { ms, nodes: nodes.map((_, i) => rects.get(`n${i}`)!), boxes: boxes.map((_, i) => rects.get(`b${i}`)!), lines };
};

interface ElkNode extends Partial<Rect> {
  id: string;
  layoutOptions?: Record<string, string>;
  children?: ElkNode[];
  edges?: { id: string; sources: string[]; targets: string[]; sections?: { startPoint: Point; endPoint: Point; bendPoints?: Point[] }[] }[];
}
