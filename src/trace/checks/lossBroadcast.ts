/** A prediction `(N, 1)` and a target `(N)`, which broadcasting makes `(N, N)`, on the way to the loss. */
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { type Check, type Found, inEachPass, nameOf, shapeOf, shapesOf } from './check.js';
import type { OperationGraph } from './operationGraph.js';

export const lossBroadcast: Check = {
  code: 'loss-broadcast',
  find: ({ run }) =>
    inEachPass(run, (graph) => graph.pass.nodes.filter((node) => isSlip(graph, node)).map((node) => diagnosticOf(graph, node))),
};

function isSlip(graph: OperationGraph, node: TraceNode): boolean {
  const [a, b] = comparedBy(graph, node);
  if (!a || !b || !node.in_graph) return false;
  const kind = graph.kindOf(node);
  // A loss of this kind compares elements at the same place: any broadcast in it is a mistake.
  if (kind?.is === 'loss' && kind.each) return !kind.sameSizes && a.value.numel > 1 && b.value.numel > 1 && shapeOf(a) !== shapeOf(b);
  if (a.requires_grad === b.requires_grad || !isColumnAndRow(a.shape, b.shape)) return false;
  // A loss that is written by hand begins with a difference, or with a target times a logarithm.
  const isWeighed = kind?.computes === 'product' && [a, b].some((operand) => operand.requires_grad && isLogarithm(graph, operand));
  return (kind?.computes === 'difference' || isWeighed) && leadsToLoss(graph, node);
}

/** The operands as they were before the loss expanded them. */
const comparedBy = (graph: OperationGraph, node: TraceNode): TraceNode[] =>
  graph.inputs(node).map((input) => (isAt(input, node) ? beforeStretching(graph, input) : input));

/** Whether a call made both nodes: what a program has expanded itself is meant. */
const isAt = (a: TraceNode, b: TraceNode): boolean => JSON.stringify(a.source) === JSON.stringify(b.source);

function beforeStretching(graph: OperationGraph, node: TraceNode): TraceNode {
  const kind = graph.kindOf(node);
  return kind?.is === 'view' && kind.each ? (graph.inputs(node)[0] ?? node) : node;
}

function isLogarithm(graph: OperationGraph, node: TraceNode): boolean {
  const computes = graph.kindOf(node)?.computes;
  return computes === 'logarithm' || (computes === 'negation' && graph.inputs(node).some((input) => isLogarithm(graph, input)));
}

/**
 * Whether the path to the loss goes element by element and then reduces all to one number. A sum along one dimension
 * only may be intended.
 */
function leadsToLoss(graph: OperationGraph, node: TraceNode): boolean {
  if (graph.result?.value.numel !== 1) return false;
  const way = graph.pathToRoot(node)?.slice(1) ?? [];
  const last = way.find((step) => !graph.kindOf(step)?.each);
  const computes = last && graph.kindOf(last)?.computes;
  return last?.value.numel === 1 && (computes === 'mean' || computes === 'sum');
}

/** Whether one shape is `(N, 1)` and the other is `(N)`, with N more than 1. */
function isColumnAndRow(a: readonly number[], b: readonly number[]): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.length === 2 && shorter.length === 1 && longer[1] === 1 && longer[0] === shorter[0] && longer[0]! > 1;
}

function diagnosticOf(graph: OperationGraph, node: TraceNode): Found {
  const [a, b] = comparedBy(graph, node) as [TraceNode, TraceNode];
  const shapes = t('{0} is {1} and {2} is {3}:', nameOf(a), shapeOf(a), nameOf(b), shapeOf(b));
  const [longer, shorter] = a.shape.length >= b.shape.length ? [a, b] : [b, a];
  const advice = isColumnAndRow(a.shape, b.shape)
    ? t(
        'broadcasting compares every element with every other, [{0}, {0}] of them. Give both the same shape: squeeze(1) on {1} or unsqueeze(1) on {2}.',
        longer.shape[0]!,
        nameOf(longer),
        nameOf(shorter),
      )
    : t('broadcasting stretches one to the other, and elements are compared that do not belong together. Give both the same shape.');
  return { severity: 'warning', message: `${shapes} ${advice}`, source: node.source, related: shapesOf([a, b]) };
}
