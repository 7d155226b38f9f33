import type { Flow, NodeRecord } from '../recording/records.js';
import type { Snapshot } from '../recording/snapshot.js';

/** What each operation passed on to each of its inputs in the backward walk. */
export interface Flows {
  /** Null when nothing was passed on. Undefined when it is the whole gradient of that input, if the input has one. */
  along(node: NodeRecord, input: number): Snapshot | null | undefined;
}

/** Finds the edges that gradients came along. The engine tells only the two ends of each path. */
export function flowsOf(nodes: readonly NodeRecord[]): Flows {
  const passedOn = new Map<NodeRecord, (Snapshot | undefined)[]>();
  for (const to of nodes) {
    if (!to.grad) continue;
    const seen = new Map<NodeRecord, number>();
    for (const { from, grad } of inOrder(to.flows)) {
      if (!from) continue;
      // An operation that uses a tensor twice passes two gradients on to it, in the order of its arguments.
      const input = from.inputs.indexOf(to, seen.get(from) ?? 0);
      seen.set(from, input + 1);
      if (input < 0) continue;
      const list = passedOn.get(from) ?? [];
      passedOn.set(from, list);
      list[input] = grad;
    }
  }
  return {
    along(node, input) {
      const to = node.inputs[input]!;
      if (!to.grad) return undefined;
      const grad = passedOn.get(node)?.[input] ?? null;
      return grad === to.grad ? undefined : grad;
    },
  };
}

function inOrder(latest: Flow | null): Flow[] {
  const flows: Flow[] = [];
  for (let flow = latest; flow; flow = flow.before) flows.push(flow);
  return flows.reverse();
}
