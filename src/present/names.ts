import { isLeaf, type PassGraph } from '../graph/passGraph.js';
import { t } from '../protocol/l10n.js';
import type { NodeKind, Scalar, TraceNode } from '../protocol/trace.js';

/** The role of a node for the reader. In pictures each role has its own shape, not only its own colour. */
export type Role = NodeKind | 'loss' | 'module';

export function roleOf(graph: PassGraph, index: number): Role {
  const node = graph.nodes[index]!;
  if (index === graph.rootNode && lossOf(graph) !== null && !isLeaf(node)) return 'loss';
  return node.kind;
}

/**
 * The loss of a pass, even when it is not finite. Runs travel as JSON, which has no word for such a number, so it is
 * derived here.
 */
export function lossOf({ pass, result }: PassGraph): Scalar | null {
  if (pass.loss !== null || !result || result.value.numel !== 1 || !(pass.backward || pass.index === 0)) return pass.loss;
  if (result.value.nan + result.value.inf === 0 || pass.nodes.some(({ kind }) => kind === 'failed')) return null;
  return result.value.nan > 0 ? 'nan' : (result.value.data?.[0] ?? 'inf');
}

export function roleName(role: Role): string {
  switch (role) {
    case 'input':
      return t('input');
    case 'parameter':
      return t('parameter');
    case 'constant':
      return t('constant');
    case 'op':
      return t('operation');
    case 'failed':
      return t('failed');
    case 'loss':
      return t('loss');
    case 'module':
      return t('module');
  }
}

/** The name of a tensor in a sentence or a formula: its name in the source, else the operation that made it. */
export const nameOf = ({ label, op }: Pick<TraceNode, 'label' | 'op'>): string => label ?? op;

/** The title of a node: its operation; for a leaf its name, without the module of a parameter. */
export function titleOf(node: Pick<TraceNode, 'kind' | 'label' | 'op'>): string {
  if (node.kind === 'op' || node.kind === 'failed' || node.label === null) return node.op;
  return node.kind === 'parameter' ? node.label.slice(node.label.lastIndexOf('.') + 1) : node.label;
}

/** The title, followed by the name in the source when that is different. */
export function fullTitleOf(node: TraceNode): string {
  const title = titleOf(node);
  return node.label && node.label !== title ? `${title} ${node.label}` : title;
}

/** The operation of a node with the arguments that are not tensors: `sum(dim=1)`. */
export const callText = ({ op, attributes }: TraceNode): string => (attributes === '' ? op : `${op}(${attributes})`);
