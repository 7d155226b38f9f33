import type { OperationDoc } from '../protocol/trace.js';
import type { Link, PassGraph } from '../graph/passGraph.js';
import { formOf, formulaOf, ruleFor, type Formula } from './formula.js';
import { nameOf } from './names.js';

/**
 * The formula of a node, with the names of its tensors; null for a leaf, and for an operation without an entry in the
 * engine.
 */
export function formulaOfNode(graph: PassGraph, index: number, docs: Record<string, OperationDoc> | undefined): Formula | null {
  const node = graph.nodes[index]!;
  const doc = node.kind === 'op' ? docs?.[node.op] : undefined;
  if (!doc) return null;
  const tensors = new Map<string, string>();
  const lists = new Map<string, string[]>();
  for (const { from, edge } of graph.ins[index]!) {
    const [, list] = /^(\w+)\[\d+\]$/.exec(edge.argument ?? '') ?? [];
    if (list) lists.set(list, [...(lists.get(list) ?? []), nameOf(graph.nodes[from]!)]);
    else if (edge.argument !== undefined) tensors.set(edge.argument, nameOf(graph.nodes[from]!));
  }
  // For a long list, the name of the argument says more.
  for (const [list, names] of lists) tensors.set(list, names.length <= 4 ? `[${names.join(', ')}]` : list);
  const call = { output: nameOf(node), tensors, attributes: node.attributes };
  return formulaOf(formOf(doc, call), call);
}

/**
 * The rule for what flows along a link, with the names of its tensors; null where there is no rule. Elements that were
 * expanded are used several times, so their gradients are summed.
 */
export function ruleAlong(graph: PassGraph, { from, edge }: Link, formula: Formula): string | null {
  const rule = ruleFor(formula, edge.argument);
  if (rule === null || !edge.broadcast || /^Σ/.test(rule)) return rule;
  const { shape } = graph.nodes[from]!;
  const missing = edge.broadcast.length - shape.length;
  const dims = edge.broadcast.flatMap((size, dim) => (size !== (shape[dim - missing] ?? 1) ? [dim] : []));
  if (dims.length === 0) return rule;
  const sum = `Σ ${/^\S+( · \S+)*$/.test(rule) ? rule : `(${rule})`}`;
  if (dims.length === edge.broadcast.length) return `${sum}, over all elements`;
  return dims.length === 1 ? `${sum}, over dim ${dims[0]}` : `${sum}, over dims ${dims.join(', ')}`;
}

/**
 * A formula line by line: first what the operation computes, then what its backward passes on to each of its tensors
 * that requires a gradient: `p = 1 / (1 + e^−z)`, `∂z = ∂p · p · (1 − p)`.
 */
export function formulaLines(graph: PassGraph, index: number, formula: Formula): string[] {
  const rules = new Set<string>();
  for (const link of graph.ins[index]!) {
    const rule = ruleAlong(graph, link, formula);
    const { from } = link;
    // A tensor that is used twice has a rule for each of its arguments.
    if (rule !== null && graph.nodes[from]!.requires_grad) rules.add(`∂${nameOf(graph.nodes[from]!)} = ${rule}`);
  }
  const inWords = graph.nodes[index]!.requires_grad && rules.size === 0 && formula.gradient !== null ? [formula.gradient] : [];
  return [formula.forward, ...rules, ...inWords];
}
