/**
 * Compares the panel's layout with Graphviz's dot (when it is on the PATH) and with elkjs and dagre
 * (when they can be resolved from the folder in LAYOUTS). Run: `node test/webview/layoutComparison.mjs`.
 *
 * Two counts of crossings: pairs of edges that cross, and points at which lines are seen to cross.
 * They differ where edges of one tensor share a line, as they do here: a parameter that is used a
 * hundred times is drawn as one line with a hundred branches.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { controlPoints } from '../../webview/graph/curves.js';
import { layout } from '../../webview/graph/layout/layout.js';
import type { LayoutRequest } from '../../webview/graph/layout/types.js';
import { requestFor } from '../../webview/graph/scene.js';
import { buildGraph } from '../../webview/model/graph.js';
import { viewOf } from '../../webview/model/view.js';
import type { Run } from '../../src/protocol/trace.js';
import { cnn, logisticRegression, rnn, transformer } from './fixtures/runs.js';

interface Line {
  from: number;
  to: number;
  points: number[];
}

interface Outcome {
  ms: number;
  lines: Line[];
  area: number;
}

/** A quadratic spline as the panel draws it, as short straight pieces. */
function sampled(route: number[]): number[] {
  const control = controlPoints(route, 'TB');
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

function crossings(lines: Line[]): { pairs: number; seen: number } {
  const cell = 60;
  const pieces = lines.flatMap(({ points }, line) =>
    Array.from({ length: points.length / 2 - 1 }, (_, i) => ({
      line,
      p: points.slice(2 * i, 2 * i + 4) as [number, number, number, number],
    })),
  );
  const grid = new Map<string, number[]>();
  pieces.forEach(({ p }, i) => {
    for (let x = Math.floor(Math.min(p[0], p[2]) / cell); x <= Math.max(p[0], p[2]) / cell; x++)
      for (let y = Math.floor(Math.min(p[1], p[3]) / cell); y <= Math.max(p[1], p[3]) / cell; y++) {
        const id = `${x},${y}`;
        const there = grid.get(id);
        if (there) there.push(i);
        else grid.set(id, [i]);
      }
  });
  const pairs = new Set<string>();
  const seen = new Set<string>();
  const side = (a: number[], x: number, y: number) => (a[2]! - a[0]!) * (y - a[1]!) - (a[3]! - a[1]!) * (x - a[0]!);
  for (const there of grid.values())
    for (let i = 0; i < there.length; i++)
      for (let j = i + 1; j < there.length; j++) {
        const [a, b] = [pieces[there[i]!]!, pieces[there[j]!]!];
        const [l, m] = [lines[a.line]!, lines[b.line]!];
        if (l.from === m.from || l.to === m.to || l.from === m.to || l.to === m.from) continue;
        const [d1, d2, d3, d4] = [
          side(a.p, b.p[0], b.p[1]),
          side(a.p, b.p[2], b.p[3]),
          side(b.p, a.p[0], a.p[1]),
          side(b.p, a.p[2], a.p[3]),
        ];
        if (d1 * d2 >= 0 || d3 * d4 >= 0) continue;
        pairs.add(`${Math.min(a.line, b.line)}-${Math.max(a.line, b.line)}`);
        const t = d3 / (d3 - d4);
        const at = [a.p[0] + t * (a.p[2] - a.p[0]), a.p[1] + t * (a.p[3] - a.p[1])].map((n) => Math.round(n / 3));
        seen.add(`${Math.min(l.from, m.from)} ${Math.max(l.from, m.from)} ${at.join()}`);
      }
  return { pairs: pairs.size, seen: seen.size };
}

const length = (lines: Line[]): number =>
  lines.reduce(
    (sum, { points }) =>
      sum +
      points.slice(2).reduce((s, _, i) => (i % 2 ? s : s + Math.hypot(points[i + 2]! - points[i]!, points[i + 3]! - points[i + 1]!)), 0),
    0,
  );

function ours(request: LayoutRequest): Outcome {
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    layout(request);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const { nodes, routes } = layout(request);
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x, width }) => x + width))];
  const [top, bottom] = [Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y, height }) => y + height))];
  return {
    ms: times[2]!,
    lines: request.edges.map(({ from, to }, i) => ({ from, to, points: sampled(routes[i]!) })),
    area: (right - left) * (bottom - top),
  };
}

function dot({ nodes, boxes, edges }: LayoutRequest, limitMs: number): Outcome | null {
  const content = (box: number): string =>
    nodes.map(({ parent }, i) => (parent === box ? `n${i};` : '')).join('') +
    boxes.map(({ parent }, i) => (parent === box ? `subgraph cluster_${i}{${content(i)}}` : '')).join('');
  const sizes = nodes.map(({ width, height }, i) => `n${i}[width=${width / 72} height=${height / 72}];`).join('');
  const input = `digraph{nodesep=0.3;ranksep=0.5;node[shape=box fixedsize=true];${sizes}${content(-1)}${edges.map(({ from, to }) => `n${from}->n${to};`).join('')}}`;
  const started = performance.now();
  const { stdout } = spawnSync('dot', ['-Tjson'], { input, encoding: 'utf8', maxBuffer: 1e9, timeout: limitMs });
  if (!stdout) return null;
  const ms = performance.now() - started;
  const answer = JSON.parse(stdout) as { bb: string; objects: { name: string }[]; edges: { tail: number; head: number; pos: string }[] };
  const indexOf = (object: number) => Number(answer.objects[object]!.name.slice(1));
  const lines = answer.edges.map(({ tail, head, pos }) => {
    const p = pos
      .replace(/[es],\S+ /g, '')
      .trim()
      .split(' ')
      .map((pair) => pair.split(',').map(Number) as [number, number]);
    const points: number[] = [...p[0]!];
    for (let i = 1; i + 2 < p.length; i += 3)
      for (const t of [0.25, 0.5, 0.75, 1]) {
        const at = (k: 0 | 1) =>
          (1 - t) ** 3 * p[i - 1]![k] + 3 * t * (1 - t) ** 2 * p[i]![k] + 3 * t * t * (1 - t) * p[i + 1]![k] + t ** 3 * p[i + 2]![k];
        points.push(at(0), at(1));
      }
    return { from: indexOf(tail), to: indexOf(head), points };
  });
  const [x1, y1, x2, y2] = answer.bb.split(',').map(Number) as [number, number, number, number];
  return { ms, lines, area: (x2 - x1) * (y2 - y1) };
}

/** Only the time: what they draw is not compared. */
async function timeOfOthers({ nodes, edges }: LayoutRequest): Promise<string> {
  const folder = process.env['LAYOUTS'];
  if (!folder) return '';
  const require = createRequire(path.join(path.resolve(folder), 'from.js'));
  const Elk = require('elkjs') as new () => { layout(graph: unknown): Promise<unknown> };
  const started = performance.now();
  await new Elk().layout({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
    children: nodes.map(({ width, height }, i) => ({ id: `n${i}`, width, height })),
    edges: edges.map(({ from, to }, i) => ({ id: `e${i}`, sources: [`n${from}`], targets: [`n${to}`] })),
  });
  return `elkjs ${(performance.now() - started).toFixed(0)} ms`;
}

const models: [string, Run][] = [
  ['logistic regression', logisticRegression(1)],
  ['convolutions', cnn(1)],
  ['transformer, 1 layer', transformer(1)],
  ['transformer, 4 layers', transformer(4)],
  ['transformer, 12 layers', transformer(12)],
  ['transformer, 48 layers', transformer(48)],
  ['transformer, 145 layers', transformer(145)],
  ['recurrence, 20 steps', rnn(20)],
  ['recurrence, 100 steps', rnn(100)],
];

for (const [name, run] of models) {
  const graph = buildGraph(run.passes[0]!, true);
  const nested = requestFor(graph, viewOf(graph, new Set(graph.groups.keys())), 'TB', true).request;
  const flat = { ...nested, nodes: nested.nodes.map((node) => ({ ...node, parent: -1 })), boxes: [] };
  for (const [kind, request] of [
    ['modules', nested],
    ['flat', flat],
  ] as const) {
    const size = request.nodes.length;
    const tell = (who: string, outcome: Outcome) => {
      const { pairs, seen } = size <= 4000 ? crossings(outcome.lines) : { pairs: NaN, seen: NaN };
      return `${who}: ${outcome.ms.toFixed(1)} ms, crossings ${pairs} pairs / ${seen} seen, length ${Math.round(length(outcome.lines) / 1000)}k, area ${(outcome.area / 1e6).toFixed(1)}M`;
    };
    const theirs = size <= 1000 && process.env['DOT'] !== '0' ? dot(request, 60_000) : null;
    const others = kind === 'flat' && size > 2000 && size < 4000 ? await timeOfOthers(request) : '';
    console.log(
      [`${name}, ${kind}, ${size} nodes`, tell('ours', ours(request)), theirs && tell('dot', theirs), others].filter(Boolean).join('\n  '),
    );
  }
}
