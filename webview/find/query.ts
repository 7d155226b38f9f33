import { t } from '../../src/protocol/l10n.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import { shapeText } from '../format.js';
import type { PassGraph } from '../../src/graph/moduleGraph.js';
import type { SourceText } from './sourceText.js';

/** Words with a meaning of their own; every other word is looked for in all that is written about a node. */
const special: Readonly<Record<string, (node: TraceNode) => boolean>> = {
  nan: ({ value, grad }) => value.nan > 0 || (grad?.nan ?? 0) > 0,
  inf: ({ value, grad }) => value.inf > 0 || (grad?.inf ?? 0) > 0,
  nograd: ({ requires_grad, grad }) => requires_grad && !grad,
  leaf: ({ kind }) => kind !== 'op',
};

const haystacks = new WeakMap<TraceNode, string>();

/** All that is written about a node, once: thousands are looked through with every key. */
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

/** Nodes that match every word; `[32, 1]` in brackets counts as one. */
export function search(graph: PassGraph, query: string, sourceText: SourceText): number[] {
  const words = query.toLowerCase().match(/\[[^\]]*\]?|\S+/g) ?? [];
  if (words.length === 0) return [];
  return graph.nodes.flatMap((node, i) => {
    const text = haystackOf(node, sourceText);
    return words.every((word) => (Object.hasOwn(special, word) ? special[word]!(node) : text.includes(word))) ? [i] : [];
  });
}

/** Everything a node depends on, or everything that depends on it, with itself. */
export function cone(graph: PassGraph, start: number, direction: 'up' | 'down'): Set<number> {
  const seen = new Set([start]);
  const stack = [start];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const next = direction === 'up' ? graph.ins[node]!.map(({ from }) => from) : graph.outs[node]!.map(({ to }) => to);
    for (const other of next)
      if (!seen.has(other)) {
        seen.add(other);
        stack.push(other);
      }
  }
  return seen;
}

export interface Jump {
  id: string;
  name: string;
  /** What to say when there is nothing to jump to. */
  none: string;
  /** The nodes it goes to, one after the other. */
  find(graph: PassGraph): number[];
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
    find: ({ nodes }) =>
      nodes.reduce<number[]>(
        (best, { grad }, i) => (grad?.norm != null && (best.length === 0 || grad.norm > nodes[best[0]!]!.grad!.norm!) ? [i] : best),
        [],
      ),
  },
  {
    id: 'no-gradient',
    name: t('Parameters without gradient'),
    none: t('Every parameter has a gradient.'),
    find: ({ nodes, pass }) =>
      pass.backward ? nodes.flatMap(({ kind, grad }, i) => (kind === 'parameter' && (!grad || grad.norm === 0) ? [i] : [])) : [],
  },
];
