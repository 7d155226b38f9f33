import type { Summary } from '../protocol/trace.js';
import type { Link, PassGraph } from './passGraph.js';

/** The gradient that flowed back along an edge. */
export function flowAlong(graph: PassGraph, { from, edge }: Link): Summary | null {
  return edge.grad === undefined ? graph.nodes[from]!.grad : edge.grad;
}

/** The edges that brought a gradient to a node. The last use of the node comes first, as in the backward walk. */
export const flowsInto = (graph: PassGraph, index: number): Link[] =>
  graph.outs[index]!.filter((link) => flowAlong(graph, link) !== null).toReversed();
