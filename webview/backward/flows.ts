import type { Summary } from '../../src/protocol/trace.js';
import { elementsText, short, summaryText } from '../format.js';
import type { Link, PassGraph } from '../../src/graph/moduleGraph.js';

/** The gradient that flowed back along an edge. */
export function flowAlong(graph: PassGraph, { from, edge }: Link): Summary | null {
  return edge.grad === undefined ? graph.nodes[from]!.grad : edge.grad;
}

/** The edges that brought a gradient to a node, the last use of it first, as the walk came along them. */
export const flowsInto = (graph: PassGraph, index: number): Link[] =>
  graph.outs[index]!.filter((link) => flowAlong(graph, link) !== null).toReversed();

const few = 6;

/** A gradient in a line: its numbers where there are few, else their range and length. */
export function flowText(grad: Summary): string {
  if (grad.numel <= 1 || grad.min === null) return summaryText(grad);
  if (grad.data && grad.numel <= few) return elementsText(grad, 4);
  return `${short(grad.min)} … ${short(grad.max)}, ‖∂‖ ${short(grad.norm)}`;
}
