/** Lines with broken tensors in a pass. The gutter marks these lines. */
import { PassGraph } from '../../graph/passGraph.js';
import { largestGradient } from '../../graph/statistics.js';
import type { Pass, Summary, TraceNode } from '../../protocol/trace.js';

export type MarkKind = 'broken' | 'vanished';

export interface Mark {
  file: string;
  line: number;
  kind: MarkKind;
  /** The number of NaN and infinite elements in value and gradient, or the norm that is nearly zero. */
  nan: number;
  inf: number;
  norm: number;
}

/** A gradient this much smaller than the largest of its pass has vanished. */
const VANISHED = 1e-7;

export function marksOf(pass: Pass): Mark[] {
  const graph = PassGraph.of(pass);
  const least = (pass.nodes[largestGradient(pass.nodes)]?.grad?.norm ?? 0) * VANISHED;
  const isHarmed = isAnyBroken(graph);
  const marks = new Map<string, Mark>();
  for (const node of pass.nodes) {
    const { source, value, grad } = node;
    if (!source) continue;
    const counts = count(value, grad);
    const isBroken = counts.nan > 0 || (isHarmed && counts.inf > 0);
    const norm = grad?.norm ?? null;
    if (!isBroken && !isVanished(graph, node, least)) continue;
    const id = `${source.file}:${source.endLine}`;
    const before = marks.get(id);
    marks.set(id, {
      file: source.file,
      line: source.endLine,
      kind: isBroken || before?.kind === 'broken' ? 'broken' : 'vanished',
      nan: Math.max(counts.nan, before?.nan ?? 0),
      inf: Math.max(counts.inf, before?.inf ?? 0),
      norm: Math.min(norm ?? Infinity, before?.norm ?? Infinity),
    });
  }
  return [...marks.values()];
}

/** Whether an infinity did harm. The -inf of a mask, or of padding that a maximum ignores, is intended and reaches no result. */
const isAnyBroken = ({ pass, result }: PassGraph): boolean =>
  [result?.value, ...pass.nodes.map(({ grad }) => grad)].some((summary) => summary != null && summary.nan + summary.inf > 0);

/**
 * Whether nearly nothing is left of the gradient. A gradient that is a sum over many elements may be nearly zero even
 * though its parts are large. Such a gradient has not vanished.
 */
function isVanished(graph: PassGraph, node: TraceNode, least: number): boolean {
  const { grad } = node;
  if (!grad || grad.norm === null || grad.norm >= least) return false;
  const links = graph.outs[graph.byId.get(node.id)!]!;
  const isSum = (to: TraceNode) => to.value.numel > node.value.numel;
  return links.every(({ to, edge }) => {
    const user = graph.nodes[to]!;
    const isReduced = edge.broadcast !== undefined || isSum(user);
    return !isReduced || (user.grad?.norm ?? 0) < least;
  });
}

const count = (value: Summary, grad: Summary | null) => ({ nan: value.nan + (grad?.nan ?? 0), inf: value.inf + (grad?.inf ?? 0) });
