import { t } from '../../src/protocol/l10n.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { largestGradient } from '../../src/graph/statistics.js';
import { shapeText } from '../../src/present/shapes.js';
import type { SourceText } from './sourceText.js';

/** Words with a special meaning. Every other word is searched in the text of a node. */
const special: Readonly<Record<string, (node: TraceNode) => boolean>> = {
  nan: ({ value, grad }) => value.nan > 0 || (grad?.nan ?? 0) > 0,
  inf: ({ value, grad }) => value.inf > 0 || (grad?.inf ?? 0) > 0,
  nograd: ({ requires_grad, grad }) => requires_grad && !grad,
  leaf: ({ kind }) => kind !== 'op',
};

const haystacks = new WeakMap<TraceNode, string>();

/** The text of a node in which the search looks. It is kept, since each key press searches thousands of nodes. */
function haystackOf(node: TraceNode, sourceText: SourceText): string {
  let haystack = haystacks.get(node);
  if (haystack === undefined) haystacks.set(node, (haystack = writtenAbout(node, sourceText)));
  return haystack;
}

const writtenAbout = (node: TraceNode, sourceText: SourceText): string =>
  [
    node.label,
    node.op,
    node.grad_fn,
    node.kind,
    node.module,
    ...node.module_types,
    shapeText(node.shape),
    node.shape.join('x'),
    node.dtype,
    node.attributes,
    node.source ? `line ${node.source.line} :${node.source.line} ${sourceText(node.source)}` : '',
  ]
    .join(' ')
    .toLowerCase();

/** Returns the nodes that match every word. A text in brackets, such as `[32, 1]`, counts as one word. */
export function search(graph: ModuleGraph, query: string, sourceText: SourceText): number[] {
  const words = query.toLowerCase().match(/\[[^\]]*\]?|\S+/g) ?? [];
  if (words.length === 0) return [];
  return graph.nodes.flatMap((node, i) => {
    const text = haystackOf(node, sourceText);
    return words.every((word) => (Object.hasOwn(special, word) ? special[word]!(node) : text.includes(word))) ? [i] : [];
  });
}

export interface Jump {
  id: string;
  name: string;
  /** The message when there is nothing to jump to. */
  none: string;
  /** The nodes of the jump, in their order. */
  find(graph: ModuleGraph): number[];
}

export const jumps: readonly Jump[] = [
  { id: 'loss', name: t('The loss'), none: t('This pass has no loss.'), find: (graph) => (graph.rootNode < 0 ? [] : [graph.rootNode]) },
  {
    id: 'first-nan',
    name: t('First NaN or Inf'),
    none: t('Every number of this pass is finite.'),
    find: ({ nodes }) => nodes.flatMap(({ value }, i) => (value.nan + value.inf > 0 ? [i] : [])).slice(0, 1),
  },
  {
    id: 'largest-gradient',
    name: t('Largest gradient'),
    none: t('This pass has no gradients.'),
    find: ({ nodes }) => {
      const largest = largestGradient(nodes);
      return largest < 0 ? [] : [largest];
    },
  },
  {
    id: 'no-gradient',
    name: t('Parameters without gradient'),
    none: t('Every parameter has a gradient.'),
    find: ({ nodes, pass }) =>
      pass.backward ? nodes.flatMap(({ kind, grad }, i) => (kind === 'parameter' && (!grad || grad.norm === 0) ? [i] : [])) : [],
  },
];
