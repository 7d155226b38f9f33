import type { Pass, Summary } from '../protocol/trace.js';

/** A copy of a pass in which `change` was applied to the summary of each value and gradient. */
export const withSummaries = <P extends Pick<Pass, 'nodes' | 'edges'>, T>(pass: P, change: (summary: Summary) => T) => ({
  ...pass,
  nodes: pass.nodes.map((node) => ({ ...node, value: change(node.value), grad: node.grad && change(node.grad) })),
  edges: pass.edges.map((edge) => (edge.grad ? { ...edge, grad: change(edge.grad) } : edge)),
});
