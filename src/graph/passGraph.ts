import type { Edge, Pass, TraceNode } from '../protocol/trace.js';

/** An edge between nodes, by their indices in `PassGraph.nodes`. */
export interface Link {
  from: number;
  to: number;
  /** The index of the tensor argument of `to`, from 0. */
  input: number;
  edge: Edge;
}

/** Whether no operation of the pass made this node. */
export const isLeaf = ({ kind }: TraceNode): boolean => kind !== 'op' && kind !== 'failed';

/**
 * The graphs by their lists of nodes. When nobody looks at a pass, its nodes are dropped, and later they are read
 * again.
 */
const known = new WeakMap<readonly TraceNode[], PassGraph>();

/**
 * One pass, indexed: its nodes by id and by key, the inputs of each node, and its users. The checks of a run, hovers
 * and lenses, the panel and the exports all read a pass through this index. Nodes are given by their indices in
 * `nodes`, or as objects.
 */
export class PassGraph {
  readonly links: readonly Link[];
  /** The links that lead to each node, in the order of its arguments. */
  readonly ins: readonly (readonly Link[])[];
  /** The links that lead away from each node, in the order of their targets. */
  readonly outs: readonly (readonly Link[])[];
  readonly byId: ReadonlyMap<string, number>;
  readonly byKey: ReadonlyMap<string, number>;
  /** Index of the node that `backward()` was called on, else of the last operation; -1 when there is none. */
  readonly rootNode: number;

  /**
   * @param nodes the nodes of the pass that are in the graph, in the wanted order; edges of other nodes are left out
   */
  constructor(
    readonly pass: Pass,
    readonly nodes: readonly TraceNode[] = pass.nodes,
  ) {
    this.byId = new Map(nodes.map(({ id }, i) => [id, i]));
    this.byKey = new Map(nodes.map(({ key }, i) => [key, i]));
    const ins: Link[][] = nodes.map(() => []);
    for (const edge of pass.edges) {
      const [from, to] = [this.byId.get(edge.from), this.byId.get(edge.to)];
      if (from !== undefined && to !== undefined) ins[to]!.push({ from, to, input: edge.input, edge });
    }
    for (const list of ins) if (list.length > 1) list.sort((a, b) => a.input - b.input);
    const outs: Link[][] = nodes.map(() => []);
    this.links = ins.flat();
    for (const link of this.links) outs[link.from]!.push(link);
    this.ins = ins;
    this.outs = outs;
    this.rootNode = this.byId.get(pass.root ?? '') ?? -1;
  }

  /** The graph of a finished pass. It is made once for all callers. */
  static of(pass: Pass): PassGraph {
    const { nodes } = pass;
    let graph = known.get(nodes);
    if (!graph) known.set(nodes, (graph = new PassGraph(pass)));
    return graph;
  }

  /** The node that `backward()` was called on, else the last operation. */
  get result(): TraceNode | null {
    return this.nodes[this.rootNode] ?? null;
  }

  node(id: string): TraceNode | null {
    return this.nodes[this.byId.get(id) ?? -1] ?? null;
  }

  withKey(key: string): TraceNode | null {
    return this.nodes[this.byKey.get(key) ?? -1] ?? null;
  }

  /** The nodes that a node was computed from, in the order of its arguments. */
  inputs({ id }: TraceNode): TraceNode[] {
    return (this.ins[this.byId.get(id) ?? -1] ?? []).map(({ from }) => this.nodes[from]!);
  }

  /** The nodes that were computed from a node, in the order of the pass. */
  users({ id }: TraceNode): TraceNode[] {
    return (this.outs[this.byId.get(id) ?? -1] ?? []).map(({ to }) => this.nodes[to]!);
  }

  /** The shortest path from a node to the root, both included; null when the root does not depend on the node. */
  pathToRoot(start: TraceNode): TraceNode[] | null {
    const before = new Map<TraceNode, TraceNode | null>([[start, null]]);
    for (const [node] of before) {
      if (node === this.result) return trail(before, node).reverse();
      for (const user of this.users(node)) if (!before.has(user)) before.set(user, node);
    }
    return null;
  }
}

function trail(before: ReadonlyMap<TraceNode, TraceNode | null>, last: TraceNode): TraceNode[] {
  const path: TraceNode[] = [];
  for (let node: TraceNode | null = last; node; node = before.get(node) ?? null) path.push(node);
  return path;
}

/** Everything that a node depends on (`up`), or everything that depends on it (`down`); the node itself included. */
export function cone(graph: PassGraph, start: number, direction: 'up' | 'down'): Set<number> {
  const seen = new Set([start]);
  for (const node of seen) {
    if (direction === 'up') for (const { from } of graph.ins[node]!) seen.add(from);
    else for (const { to } of graph.outs[node]!) seen.add(to);
  }
  return seen;
}
