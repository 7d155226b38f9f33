/** The first NaN or infinite gradient, at the forward expression whose backward formula made it. */
import type { Run, Summary, TraceNode } from '../../protocol/trace.js';
import { type Check, nameOf, PassGraph } from './check.js';

const isBroken = (summary: Summary | null): boolean => summary !== null && summary.nan + summary.inf > 0;

export const brokenGradients: Check = {
  code: 'first-nan-gradient',
  find(run: Run) {
    for (const pass of run.passes) {
      // A value that is broken breaks gradients too: that is the other check's.
      if (pass.nodes.some(({ value, in_graph }) => in_graph && isBroken(value))) return [];
      const graph = new PassGraph(pass);
      const broken = pass.backward_order.map((id) => graph.node(id)).find((node) => isBroken(node?.grad ?? null));
      if (broken) return diagnosticOf(graph, broken);
    }
    return [];
  },
};

function diagnosticOf(graph: PassGraph, node: TraceNode) {
  const maker = graph.users(node).find((user) => user.grad && !isBroken(user.grad)) ?? node;
  const { nan, inf, numel } = node.grad!;
  const message =
    `The first ${nan > 0 ? 'NaN' : 'infinite'} gradient of this run: the backward formula of ${nameOf(maker)} gave ${nameOf(node)} a gradient with ` +
    `${nan > 0 ? `${nan} NaN` : `${inf} infinite`} of ${numel} elements, though all values are finite.`;
  const related = node.source && node !== maker ? [{ message: `${nameOf(node)} got the gradient.`, source: node.source }] : [];
  return [{ severity: 'warning' as const, message, source: maker.source ?? node.source, related }];
}
