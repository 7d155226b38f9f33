/** From the engine's objects to the trace's records: the nodes of tensors and of backward functions. */
import { AccumulateGrad } from '../../engine/tensor/accumulateGrad.js';
import type { GradFn } from '../../engine/tensor/gradFn.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { NodeRecord } from './records.js';

/** The latest node of a tensor. */
export const nodeOf = (tensor: Tensor): NodeRecord | null => tensor.observed as NodeRecord | null;

/** Connects a backward function with the nodes of its outputs: usually there is one. */
export function awaitGradient(node: NodeRecord, gradFn: GradFn): void {
  if (node.gradIndex === 0 && !Array.isArray(gradFn.observed)) gradFn.observed = node;
  else if (Array.isArray(gradFn.observed)) gradFn.observed[node.gradIndex] = node;
  else {
    const nodes: NodeRecord[] = [];
    if (gradFn.observed) nodes[0] = gradFn.observed as NodeRecord;
    nodes[node.gradIndex] = node;
    gradFn.observed = nodes;
  }
}

/** The node that a gradient for an output of `fn` belongs to. */
export const receiver = (fn: GradFn, index: number): NodeRecord | null | undefined =>
  fn instanceof AccumulateGrad ? nodeOf(fn.variable) : awaiting(fn, index);

/** The node whose gradient has arrived at `fn`; the first one when there are several. */
export function sender({ observed }: GradFn): NodeRecord | null {
  if (!Array.isArray(observed)) return observed as NodeRecord | null;
  return (observed as (NodeRecord | undefined)[]).find((node) => node?.grad) ?? null;
}

function awaiting(gradFn: GradFn, index: number): NodeRecord | undefined {
  const known = gradFn.observed as NodeRecord | NodeRecord[] | null;
  return Array.isArray(known) ? known[index] : index === 0 && known ? known : undefined;
}
