import { entryAt } from './entry.js';
import type { Pass, Run, Scalar, Summary, TraceNode } from '../protocol/trace.js';
import { PassGraph } from './passGraph.js';

/** The first difference between two runs in program order. Within a pass, values come before gradients. */
export interface Parting {
  /** The number of the pass, from 1. */
  pass: number;
  what: 'value' | 'gradient' | 'shape' | 'graph' | 'output' | 'error';
  a: TraceNode | null;
  b: TraceNode | null;
  /** The first entry that differs; null where there is none, or where only a summary was kept. */
  entry: number[] | null;
  values: { a: Scalar | null; b: Scalar | null };
}

export interface Differences {
  first: Parting | null;
  nodes: { same: number; parted: number; only_a: number; only_b: number };
}

/** The differences between two runs. The names of nodes and their places in the source do not count. */
export function differencesOf(a: Run, b: Run): Differences {
  const nodes = { same: 0, parted: 0, only_a: 0, only_b: 0 };
  let first: Parting | null = null;
  const [ofA, ofB] = [a, b].map(({ passes }) => new Map(passes.map((pass) => [pass.index, pass])));
  // A pass that only one of two long trainings kept says nothing. A pass that only one of them reached is a difference.
  const indices = [...new Set([...ofA!.keys(), ...ofB!.keys()])].sort((i, j) => i - j);
  for (const i of indices) {
    const [x, y] = [ofA!.get(i), ofB!.get(i)];
    if ((!x && i < a.pass_count) || (!y && i < b.pass_count)) continue;
    first ??= partingIn(x, y, i + 1);
    count(nodes, x, y);
  }
  return { first: first ?? besides(a, b), nodes };
}

const nothing = { entry: null, values: { a: null, b: null } };

function partingIn(x: Pass | undefined, y: Pass | undefined, pass: number): Parting | null {
  const [a, b] = [x?.nodes ?? [], y?.nodes ?? []];
  const looks = [x, y].map((one) => (one ? one.nodes.map((node) => looksOf(PassGraph.of(one), node)) : []));
  const end = Math.max(a.length, b.length);
  let same = 0;
  for (; same < end; same++) {
    const [p, q] = [a[same], b[same]];
    if (!p || !q || looks[0]![same] !== looks[1]![same]) return { pass, what: 'graph', a: p ?? null, b: q ?? null, ...nothing };
    if (p.dtype !== q.dtype || p.shape.join() !== q.shape.join()) return { pass, what: 'shape', a: p, b: q, ...nothing };
    const parted = firstIn(p.value, q.value, p.shape);
    if (parted) return { pass, what: 'value', a: p, b: q, ...parted };
  }
  for (let i = 0; i < end; i++) {
    const parted = gradientsPart(a[i]!, b[i]!);
    if (parted) return { pass, what: 'gradient', a: a[i]!, b: b[i]!, ...parted };
  }
  return null;
}

function gradientsPart({ grad: a, shape }: TraceNode, { grad: b }: TraceNode): Pick<Parting, 'entry' | 'values'> | null {
  if (!a || !b) return a === b ? null : nothing;
  return firstIn(a, b, shape);
}

/** What a node computes, and from which nodes. Names do not count; a constant and an input count as the same kind. */
function looksOf(graph: PassGraph, node: TraceNode): string {
  const inputs = graph.ins[graph.byId.get(node.id)!]!.map(({ from }) => from);
  return `${node.kind === 'constant' ? 'input' : node.kind} ${node.op} ${inputs.join()}`;
}

/** The first entry that differs. For large tensors only the summaries are compared. */
function firstIn(a: Summary, b: Summary, shape: readonly number[]): Pick<Parting, 'entry' | 'values'> | null {
  if (a.data && b.data) {
    const at = a.data.findIndex((value, i) => value !== b.data![i]);
    return at < 0 ? null : { entry: entryAt(at, shape), values: { a: a.data[at]!, b: b.data[at]! } };
  }
  // not operations: the numbers of a summary
  const facts = ['min', 'max', 'mean', 'std', 'norm', 'nan', 'inf', 'numel'] as const;
  const isSame =
    facts.every((fact) => a[fact] === b[fact]) &&
    // The thumbnails show whether the same numbers are at other positions.
    a.thumbnail?.data === b.thumbnail?.data &&
    same(a.histogram?.counts, b.histogram?.counts);
  return isSame ? null : { entry: null, values: { a: a.mean, b: b.mean } };
}

const same = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean =>
  a?.length === b?.length && (a ?? []).every((one, i) => one === b![i]);

/** A difference besides the numbers: in the printed output, or in how the run ended. */
function besides(a: Run, b: Run): Parting | null {
  const end = { pass: Math.max(1, a.pass_count), a: null, b: null, ...nothing };
  if (a.error?.name !== b.error?.name || a.error?.message !== b.error?.message) return { ...end, what: 'error' };
  return a.output.join('\n') === b.output.join('\n') ? null : { ...end, what: 'output' };
}

/** Counts nodes. Nodes that both runs have are matched from both ends, then one by one by what they compute. */
function count(nodes: Differences['nodes'], x: Pass | undefined, y: Pass | undefined): void {
  const [a, b] = [x?.nodes ?? [], y?.nodes ?? []];
  const key = ({ kind, op }: TraceNode) => `${kind === 'constant' ? 'input' : kind} ${op}`;
  const pairs: [TraceNode, TraceNode][] = [];
  let start = 0;
  while (start < Math.min(a.length, b.length) && key(a[start]!) === key(b[start]!)) pairs.push([a[start]!, b[start++]!]);
  let [i, j] = [a.length, b.length];
  while (i > start && j > start && key(a[i - 1]!) === key(b[j - 1]!)) pairs.push([a[--i]!, b[--j]!]);
  const left = new Map<string, TraceNode[]>();
  for (const node of a.slice(start, i)) left.set(key(node), [...(left.get(key(node)) ?? []), node]);
  for (const node of b.slice(start, j)) {
    const other = left.get(key(node))?.shift();
    if (other) pairs.push([other, node]);
  }
  const same = pairs.filter(
    ([p, q]) => p.shape.join() === q.shape.join() && !firstIn(p.value, q.value, p.shape) && !gradientsPart(p, q),
  ).length;
  nodes.same += same;
  nodes.parted += pairs.length - same;
  nodes.only_a += a.length - pairs.length;
  nodes.only_b += b.length - pairs.length;
}
