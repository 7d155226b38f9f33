import type { TraceNode } from '../protocol/trace.js';
import { nodesIn, type Group } from './groups.js';
import type { PassGraph } from './passGraph.js';

/** Norm of the gradient of all parameters together; null when none has a gradient. */
export function gradientNorm(nodes: readonly TraceNode[]): number | null {
  const norms = nodes.flatMap(({ kind, grad }) => (kind === 'parameter' && grad?.norm != null ? [grad.norm] : []));
  return norms.length > 0 ? Math.hypot(...norms) : null;
}

/** Index of the node whose gradient has the largest norm; -1 when no node has a gradient. */
export const largestGradient = (nodes: readonly TraceNode[]): number =>
  nodes.reduce((best, { grad }, i) => (grad?.norm != null && (best < 0 || grad.norm > nodes[best]!.grad!.norm!) ? i : best), -1);

/** The contents of a module or a repeat, at any depth. */
export interface Contents {
  nodes: number[];
  operations: number;
  parameters: number[];
}

export function contentsOf({ nodes }: PassGraph, group: Group): Contents {
  const inside = nodesIn(group);
  return {
    nodes: inside,
    operations: inside.filter((i) => nodes[i]!.kind === 'op').length,
    parameters: inside.filter((i) => nodes[i]!.kind === 'parameter'),
  };
}
