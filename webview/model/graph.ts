import type { Edge, Pass, TraceNode } from '../../src/protocol/trace.js';
import { buildGroups, type Group } from './groups.js';

/** An edge between nodes by their place in `PassGraph.nodes`. */
export interface Link {
  from: number;
  to: number;
  input: number;
  edge: Edge;
}

/** What is shown of one pass: its nodes in the order of execution, and the modules that they are in. */
export interface PassGraph {
  pass: Pass;
  nodes: TraceNode[];
  links: Link[];
  ins: Link[][];
  outs: Link[][];
  byKey: Map<string, number>;
  byId: Map<string, number>;
  root: Group;
  /** The innermost group of each node. */
  groupOf: Group[];
  groups: Map<string, Group>;
  /** Place of the pass's root, -1 without. */
  rootNode: number;
  /** Nodes that are left out because the loss does not depend on them. */
  hidden: number;
}

export const isLeaf = (node: TraceNode): boolean => node.kind !== 'op';

/** By default what the loss does not depend on stays out of the picture of a pass with a backward. */
export function buildGraph(pass: Pass, showAll: boolean): PassGraph {
  const kept =
    showAll || !pass.backward ? pass.nodes : pass.nodes.filter((node) => node.in_graph || node.id === pass.root || feeds(pass, node));
  const nodes = inOrder(kept, pass.edges);
  const byId = new Map(nodes.map((node, i) => [node.id, i]));
  const links: Link[] = [];
  const ins: Link[][] = nodes.map(() => []);
  const outs: Link[][] = nodes.map(() => []);
  for (const edge of pass.edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const link = { from, to, input: edge.input, edge };
    links.push(link);
    ins[to]!.push(link);
    outs[from]!.push(link);
  }
  for (const list of ins) list.sort((a, b) => a.input - b.input);
  const base = { pass, nodes, links, ins, outs, byId, byKey: new Map(nodes.map((node, i) => [node.key, i])) };
  const rootNode = pass.root === null ? -1 : (byId.get(pass.root) ?? -1);
  return { ...base, ...buildGroups(base), rootNode, hidden: pass.nodes.length - nodes.length };
}

/** Equal for passes that look the same but for their numbers. */
export function structureOf(graph: PassGraph, withGrad: boolean): string {
  const nodes = graph.nodes.map(({ key, shape }) => `${key} ${shape.join('x')}`).join('|');
  return `${withGrad}${nodes}/${graph.links.map(({ from, to, input }) => `${from}-${to}-${input}`).join()}`;
}

const directInputs = new WeakMap<Pass, Set<string>>();

/** Data that an operation of the graph reads belongs to the picture although no gradient reaches it. */
function feeds(pass: Pass, node: TraceNode): boolean {
  let known = directInputs.get(pass);
  if (!known) {
    const inGraph = new Set(pass.nodes.filter((n) => n.in_graph).map((n) => n.id));
    const sources = new Map<string, string[]>();
    for (const { from, to } of pass.edges) sources.set(to, [...(sources.get(to) ?? []), from]);
    known = new Set();
    const stack = [...inGraph];
    if (pass.root) stack.push(pass.root);
    for (let id = stack.pop(); id !== undefined; id = stack.pop())
      for (const from of sources.get(id) ?? [])
        if (!known.has(from)) {
          known.add(from);
          if (!inGraph.has(from)) stack.push(from);
        }
    directInputs.set(pass, known);
  }
  return known.has(node.id);
}

/** The order of execution, mended where an edge runs against it. */
function inOrder(nodes: TraceNode[], edges: Edge[]): TraceNode[] {
  const place = new Map(nodes.map((node, i) => [node.id, i]));
  const backwards = edges.some(({ from, to }) => place.has(from) && place.has(to) && place.get(from)! >= place.get(to)!);
  if (!backwards) return nodes;
  const sources = new Map<string, string[]>();
  for (const { from, to } of edges) if (place.has(from) && place.has(to)) sources.set(to, [...(sources.get(to) ?? []), from]);
  const state = new Map<string, 'open' | 'done'>();
  const order: TraceNode[] = [];
  for (const start of nodes) {
    const stack = [start.id];
    while (stack.length) {
      const id = stack.at(-1)!;
      if (state.get(id) === 'done') stack.pop();
      else if (state.get(id) === 'open') {
        state.set(id, 'done');
        order.push(nodes[place.get(id)!]!);
        stack.pop();
      } else {
        state.set(id, 'open');
        for (const from of sources.get(id) ?? []) if (!state.has(from)) stack.push(from);
      }
    }
  }
  return order;
}
