import type { PassGraph } from '../model/graph.js';

/** One step of the backward walk: the gradient of a node is complete and is passed on to its inputs. */
export interface Step {
  node: number;
  /** Inputs that a gradient flows to. */
  into: number[];
  /** How many paths bring a gradient to this node; more than one are added up. */
  paths: number;
}

/** The steps of a pass in the order in which the engine walked. */
export function stepsOf(graph: PassGraph): Step[] {
  const reached = new Set(graph.pass.backward_order);
  return graph.pass.backward_order.flatMap((id) => {
    const node = graph.byId.get(id);
    if (node === undefined) return [];
    const into = [...new Set(graph.ins[node]!.map(({ from }) => from))].filter((from) => graph.nodes[from]!.grad !== null);
    const paths = graph.outs[node]!.filter(({ to }) => reached.has(graph.nodes[to]!.id)).length;
    return [{ node, into, paths }];
  });
}
