import type { Pass, Summary } from '../protocol/trace.js';

/** A pass in which each summary, of a value and of a gradient, is what `change` makes of it. */
export const withSummaries = <P extends Pick<Pass, 'nodes' | 'edges'>, T>(pass: P, change: (summary: Summary) => T) => ({
  ...pass,
  nodes: pass.nodes.map((node) => ({ ...node, value: change(node.value), grad: node.grad && change(node.grad) })),
  edges: pass.edges.map((edge) => (edge.grad ? { ...edge, grad: change(edge.grad) } : edge)),
});
