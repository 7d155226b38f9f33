/** What a hover tells about a place in the source: one tensor of one pass, and which of several it is. */
import type { Binding, Summary, TraceNode } from '../../protocol/trace.js';
import { nameOf } from '../../present/names.js';
import type { Place, RunIndex } from '../results/runIndex.js';

export interface Subject {
  /** The name it is bound to, or the operation that made it. */
  title: string;
  shape: readonly number[];
  dtype: string;
  requiresGrad: boolean;
  gradFn: string | null;
  value: Summary;
  /** As PyTorch prints it; null when only the summary was kept. */
  text: string | null;
  grad: Summary | null;
  gradText: string | null;
  /** The pass that this tensor is of. */
  pass: number;
  node: TraceNode | null;
  /** The nodes that it was computed from. */
  inputs: readonly TraceNode[];
  /** What the operation at this place does, and its formulas with the names of its tensors; null for a name. */
  operation: { doc: string; formulas: readonly string[] } | null;
  /** Nodes that the same expression made in this pass (a loop, a function called twice), this one's position first. */
  occurrence: number;
  occurrences: readonly TraceNode[];
  /** How many tensors the name held, or the expression made in this pass. */
  count: number;
}

/** The tensor at `place` in the pass nearest to `chosen`, or in its own when it has none there. */
export function subjectAt(index: RunIndex, place: Place, chosen: number | null): Subject | null {
  const pass = index.shownPass(chosen);
  return place.binding
    ? subjectOfBinding(index, place.binding, pass?.index ?? null)
    : subjectOfExpression(index, place, pass?.index ?? null);
}

function subjectOfBinding(index: RunIndex, binding: Binding, pass: number | null): Subject {
  const wanted = pass === null || binding.key === null ? null : index.nodeByKey(pass, binding.key);
  if (wanted && pass !== null && pass !== binding.pass)
    return { ...subjectOfNode(index, wanted, pass), title: binding.name, operation: null, count: binding.count };
  const node = binding.key === null ? null : index.nodeByKey(binding.pass, binding.key);
  return {
    title: binding.name,
    shape: binding.shape,
    dtype: binding.dtype,
    requiresGrad: binding.requires_grad,
    gradFn: binding.grad_fn,
    value: binding.value,
    text: binding.text,
    grad: binding.grad,
    gradText: binding.grad_text,
    pass: binding.pass,
    node,
    inputs: node ? index.inputsOf(binding.pass, node) : [],
    operation: null,
    ...siblings(index, node, binding.pass),
    count: binding.count,
  };
}

function subjectOfExpression(index: RunIndex, place: Place, pass: number | null): Subject | null {
  const order = [pass, ...index.run.passes.map((p) => p.index).reverse()];
  for (const candidate of order) {
    const node = candidate === null ? undefined : index.nodesOf(candidate, place.range).at(-1);
    if (node && candidate !== null) return subjectOfNode(index, node, candidate);
  }
  return null;
}

function subjectOfNode(index: RunIndex, node: TraceNode, pass: number): Subject {
  const around = siblings(index, node, pass);
  return {
    title: nameOf(node),
    shape: node.shape,
    dtype: node.dtype,
    requiresGrad: node.requires_grad,
    gradFn: node.grad_fn,
    value: node.value,
    text: node.value.text ?? null,
    grad: node.grad,
    gradText: node.grad?.text ?? null,
    pass,
    node,
    inputs: index.inputsOf(pass, node),
    operation: index.operationOf(pass, node),
    ...around,
    count: around.occurrences.length,
  };
}

function siblings(index: RunIndex, node: TraceNode | null, pass: number): { occurrence: number; occurrences: readonly TraceNode[] } {
  if (!node?.source) return { occurrence: 0, occurrences: node ? [node] : [] };
  const occurrences = index.nodesOf(pass, node.source).filter((other) => other.op === node.op);
  return { occurrence: occurrences.indexOf(node), occurrences };
}
