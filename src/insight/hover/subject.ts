/** The subject of a hover at a place in the source: one tensor of one pass, and which of several tensors it is. */
import type { Binding, Pass, Summary, TraceNode } from '../../protocol/trace.js';
import { costLines } from '../../present/costs.js';
import { nameOf } from '../../present/names.js';
import type { Place, RunIndex } from '../results/runIndex.js';

export interface Subject {
  /** The name that it is bound to, or the operation that made it. */
  title: string;
  shape: readonly number[];
  dtype: string;
  /** Null for a gradient, where the hover does not show this. */
  requiresGrad: boolean | null;
  gradFn: string | null;
  value: Summary;
  /** The tensor as PyTorch prints it; null when only the summary was kept. */
  text: string | null;
  grad: Summary | null;
  gradText: string | null;
  /** The pass that this tensor belongs to. */
  pass: number;
  node: TraceNode | null;
  /** The nodes that it was computed from. */
  inputs: readonly TraceNode[];
  /** What the operation at this place does, and its formulas with the names of its tensors; null for a name. */
  operation: { doc: string; formulas: readonly string[] } | null;
  /**
   * All nodes that the same expression made in this pass (in a loop, or in a function called twice), and the position
   * of this one.
   */
  occurrence: number;
  occurrences: readonly TraceNode[];
  /** How many tensors the name held in the run; null for an expression. */
  count: number | null;
  /** What autograd keeps for the tensor, and the time that it takes. A sentence each. */
  costs: readonly string[];
}

/** The tensor at `place` in the shown pass, or in another pass when the shown one has none there. */
export function subjectAt(index: RunIndex, place: Place, chosen: number | null): Subject | null {
  const pass = index.shownPass(chosen);
  const subject = place.parameter
    ? subjectOfParameter(index, place.parameter, pass)
    : place.binding
      ? subjectOfBinding(index, place.binding, pass)
      : subjectOfExpression(index, place, pass?.index ?? null);
  return place.isGradient ? subject && gradientOf(subject) : subject;
}

/** What a name held in the shown pass. If the name held nothing in that pass: what it held last. */
export function subjectOfBinding(index: RunIndex, binding: Binding, pass: Pass | null): Subject {
  const { name: title, count } = binding;
  const shown = pass && index.heldIn(pass.index, binding);
  if (shown) {
    const subject = subjectOfNode(index, shown, pass.index);
    return { ...subject, title, operation: null, count, text: isSame(shown.value, binding.value) ? binding.text : subject.text };
  }
  const node = binding.key === null ? null : index.nodeByKey(binding.pass, binding.key);
  return {
    title,
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
    count,
    costs: costsIn(index, node, binding.pass),
  };
}

/** Whether two summaries have the same numbers, so that they are probably of the same elements. */
const isSame = (a: Summary, b: Summary): boolean =>
  // not operations: the numbers of a summary
  (['numel', 'min', 'max', 'mean', 'std', 'norm', 'nan', 'inf'] as const).every((fact) => a[fact] === b[fact]);

function subjectOfParameter(index: RunIndex, label: string, pass: Pass | null): Subject | null {
  const found = pass?.nodes.filter((node) => node.kind === 'parameter' && (node.label === label || node.label?.endsWith(`.${label}`)));
  return found?.length === 1 ? subjectOfNode(index, found[0]!, pass!.index) : null;
}

/** The gradient of a tensor as a tensor of its own, for `w.grad`. Null when there is none. */
function gradientOf({ grad, gradText, title, shape, dtype, pass }: Subject): Subject | null {
  if (!grad) return null;
  return {
    title: [title, 'grad'].join('.'),
    shape,
    dtype,
    requiresGrad: null,
    gradFn: null,
    value: grad,
    text: gradText,
    grad: null,
    gradText: null,
    pass,
    node: null,
    inputs: [],
    operation: null,
    occurrence: 0,
    occurrences: [],
    count: null,
    costs: [],
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
    ...siblings(index, node, pass),
    count: null,
    costs: costsIn(index, node, pass),
  };
}

function costsIn(index: RunIndex, node: TraceNode | null, number: number): string[] {
  const pass = index.pass(number);
  return node && pass ? costLines(pass, node) : [];
}

function siblings(index: RunIndex, node: TraceNode | null, pass: number): { occurrence: number; occurrences: readonly TraceNode[] } {
  if (!node?.source) return { occurrence: 0, occurrences: node ? [node] : [] };
  const occurrences = index.nodesOf(pass, node.source).filter((other) => other.op === node.op);
  return { occurrence: occurrences.indexOf(node), occurrences };
}
