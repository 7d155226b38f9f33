import type { PassGraph } from './passGraph.js';
import { flowAlong } from './flows.js';

/** One step of the backward walk: the gradient of a node is complete and is passed on to its inputs. */
export interface Step {
  node: number;
  /** Inputs that a gradient flows to. */
  into: number[];
}

/** The steps of a pass in the order in which the engine walked. */
export function stepsOf(graph: PassGraph): Step[] {
  return graph.pass.backward_order.flatMap((id) => {
    const node = graph.byId.get(id);
    if (node === undefined) return [];
    const into = graph.ins[node]!.filter((link) => flowAlong(graph, link) !== null).map(({ from }) => from);
    return [{ node, into: [...new Set(into)] }];
  });
}
