/** Parameters that took part in a pass with a backward, and that no backward of the run gave a gradient. */
import type { Run, TraceNode } from '../../protocol/trace.js';
import { type Check, nameOf, PassGraph } from './check.js';

export const unreachedParameters: Check = {
  code: 'no-gradient',
  find(run: Run) {
    const passes = run.passes.filter(({ backward }) => backward);
    const reached = new Set(passes.flatMap(({ nodes }) => nodes.filter(({ grad }) => grad !== null).map(identity)));
    const told = new Set<string>();
    return passes.flatMap((pass) => {
      const graph = new PassGraph(pass);
      return pass.nodes.flatMap((node) => {
        const id = identity(node);
        if (node.kind !== 'parameter' || reached.has(id) || told.has(id) || graph.users(node).length === 0) return [];
        told.add(id);
        return [diagnosticOf(graph, node)];
      });
    });
  },
};

/** The same parameter in every pass. */
const identity = ({ label, key, module_types }: TraceNode): string => (label === null ? key : `${module_types[0] ?? ''} ${label}`);

function diagnosticOf(graph: PassGraph, node: TraceNode) {
  const { sentence, at } = whyNot(graph, node);
  return {
    severity: 'warning' as const,
    message: `No gradient reaches ${nameOf(node)}: ${sentence}`,
    source: node.source ?? graph.users(node)[0]?.source ?? null,
    related: at?.source ? [{ message: 'Here.', source: at.source }] : [],
  };
}

/** Follows the uses of a parameter to the first operation that autograd does not record. */
function whyNot(graph: PassGraph, parameter: TraceNode): { sentence: string; at: TraceNode | null } {
  const seen = new Set<TraceNode>([parameter]);
  for (const node of seen) {
    for (const user of graph.users(node)) {
      if (!user.requires_grad) {
        const sentence = /^detach_?$/.test(user.op)
          ? 'what is computed from it is detached.'
          : `${nameOf(user)} is computed without autograd (under no_grad, or by an operation that has no gradient).`;
        return { sentence, at: user };
      }
      seen.add(user);
    }
  }
  return { sentence: 'what is computed from it is not used in what backward() was called on.', at: [...seen].at(-1) ?? null };
}
