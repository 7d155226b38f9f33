import type { Pass, TraceNode } from '../protocol/trace.js';
import { isLeaf, PassGraph } from './passGraph.js';

/**
 * The nodes of a pass in an order that depends on its computation alone: operations as they ran, and leaves before
 * their first use. Unless `showAll`, a pass with a backward is shown without the nodes that its loss does not depend
 * on.
 */
export function arrange(pass: Pass, showAll: boolean): PassGraph {
  const whole = PassGraph.of(pass);
  const sources = whole.ins.map((links) => links.map(({ from }) => from));
  const kept = showAll || !pass.backward ? null : readBy(whole, sources);
  return new PassGraph(
    pass,
    inOrder(whole.nodes, sources, kept).map((i) => whole.nodes[i]!),
  );
}

/** Marks the nodes that gradients flow through, the root, and all data that these nodes read without a gradient. */
function readBy({ nodes, rootNode }: PassGraph, sources: readonly number[][]): Uint8Array {
  const kept = new Uint8Array(nodes.length);
  const stack = nodes.flatMap(({ in_graph }, i) => (in_graph || i === rootNode ? [i] : []));
  for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
    if (kept[i]) continue;
    kept[i] = 1;
    stack.push(...sources[i]!);
  }
  return kept;
}

/**
 * Operations in the order of execution, corrected where an edge runs against it. Leaves come just before the first node
 * that reads them.
 */
function inOrder(nodes: readonly TraceNode[], sources: readonly number[][], kept: Uint8Array | null): number[] {
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
