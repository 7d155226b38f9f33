import type { Edge, Pass, TraceNode } from '../protocol/trace.js';
import { buildGroups, type Group, type Groups } from './groups.js';

/** An edge between nodes by their place in `PassGraph.nodes`. */
export interface Link {
  from: number;
  to: number;
  input: number;
  edge: Edge;
}

/** The nodes of a pass in an order that depends on its computation alone: operations as they ran, leaves before their first use. */
interface Arranged {
  pass: Pass;
  nodes: TraceNode[];
  links: Link[];
  ins: Link[][];
  outs: Link[][];
  byKey: Map<string, number>;
  byId: Map<string, number>;
  /** Place of the pass's root, -1 without. */
  rootNode: number;
  /** Nodes that are left out because the loss does not depend on them. */
  hidden: number;
}

/** What is shown of one pass: its nodes, and the modules that they are in. */
export interface PassGraph extends Arranged {
  root: Group;
  /** The innermost group of each node. */
  groupOf: Group[];
  groups: Map<string, Group>;
}

export const isLeaf = ({ kind }: TraceNode): boolean => kind !== 'op' && kind !== 'failed';

/**
 * By default what the loss does not depend on stays out of the picture of a pass with a backward.
 * The groups are those of `before` when only numbers, and places in the source, differ from it.
 */
export function buildGraph(pass: Pass, showAll: boolean, before: PassGraph | null = null): PassGraph {
  const arranged = arrange(pass, showAll);
  const groups: Groups = before && looksLike(arranged, before) ? before : buildGroups(arranged);
  return { ...arranged, root: groups.root, groupOf: groups.groupOf, groups: groups.groups };
}

function arrange(pass: Pass, showAll: boolean): Arranged {
  const all = pass.nodes;
  const place = new Map(all.map(({ id }, i) => [id, i]));
  const inputs: { from: number; edge: Edge }[][] = all.map(() => []);
  for (const edge of pass.edges) {
    const [from, to] = [place.get(edge.from), place.get(edge.to)];
    if (from !== undefined && to !== undefined) inputs[to]!.push({ from, edge });
  }
  for (const list of inputs) if (list.length > 1) list.sort((a, b) => a.edge.input - b.edge.input);
  const sources = inputs.map((list) => list.map(({ from }) => from));
  const root = pass.root === null ? -1 : (place.get(pass.root) ?? -1);
  const order = inOrder(all, sources, showAll || !pass.backward ? null : readBy(all, sources, root));

  const now = new Int32Array(all.length).fill(-1);
  order.forEach((old, i) => (now[old] = i));
  const nodes = order.map((i) => all[i]!);
  const links: Link[] = [];
  const ins: Link[][] = nodes.map(() => []);
  const outs: Link[][] = nodes.map(() => []);
  order.forEach((old, to) => {
    for (const { from, edge } of inputs[old]!) {
      if (now[from]! < 0) continue;
      const link = { from: now[from]!, to, input: edge.input, edge };
      links.push(link);
      ins[to]!.push(link);
      outs[link.from]!.push(link);
    }
  });
  return {
    pass,
    nodes,
    links,
    ins,
    outs,
    byId: new Map(nodes.map(({ id }, i) => [id, i])),
    byKey: new Map(nodes.map(({ key }, i) => [key, i])),
    rootNode: root < 0 ? -1 : now[root]!,
    hidden: all.length - nodes.length,
  };
}

/** What gradients flow through, the root, and all data that they read although no gradient reaches it. */
function readBy(nodes: TraceNode[], sources: number[][], root: number): Uint8Array {
  const kept = new Uint8Array(nodes.length);
  const stack = nodes.flatMap(({ in_graph }, i) => (in_graph || i === root ? [i] : []));
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    if (kept[i]) continue;
    kept[i] = 1;
    stack.push(...sources[i]!);
  }
  return kept;
}

/** Operations in the order of execution, mended where an edge runs against it; leaves before what reads them first. */
function inOrder(nodes: TraceNode[], sources: number[][], kept: Uint8Array | null): number[] {
  const begun = new Uint8Array(nodes.length);
  const done = new Uint8Array(nodes.length);
  const order: number[] = [];
  const visit = (start: number) => {
    const stack = [start];
    while (stack.length) {
      const i = stack.at(-1)!;
      if (begun[i]) {
        stack.pop();
        if (!done[i]) order.push(i);
        done[i] = 1;
        continue;
      }
      begun[i] = 1;
      for (const from of sources[i]!.toReversed()) if (!begun[from]) stack.push(from);
    }
  };
  const isShown = (i: number) => !done[i] && (!kept || kept[i] === 1);
  nodes.forEach((node, i) => !isLeaf(node) && isShown(i) && visit(i));
  nodes.forEach((_, i) => isShown(i) && visit(i));
  return order;
}

/** Equal for passes that look the same but for their numbers and where they are in the source. */
function looksLike(a: Arranged, b: Arranged): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.links.length === b.links.length &&
    a.rootNode === b.rootNode &&
    a.nodes.every((node, i) => isAlike(node, b.nodes[i]!)) &&
    a.links.every(({ from, to, input }, i) => from === b.links[i]!.from && to === b.links[i]!.to && input === b.links[i]!.input)
  );
}

function isAlike(a: TraceNode, b: TraceNode): boolean {
  return (
    a.op === b.op &&
    a.kind === b.kind &&
    a.label === b.label &&
    a.module === b.module &&
    a.dtype === b.dtype &&
    a.attributes === b.attributes &&
    a.in_graph === b.in_graph &&
    a.requires_grad === b.requires_grad &&
    a.shape.length === b.shape.length &&
    a.shape.every((size, i) => size === b.shape[i]) &&
    a.module_types.length === b.module_types.length &&
    a.module_types.every((type, i) => type === b.module_types[i])
  );
}
