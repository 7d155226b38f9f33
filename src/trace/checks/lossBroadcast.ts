/** `(N, 1)` with `(N)`: a prediction and a target that broadcasting makes `(N, N)`, on the way to the loss. */
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
  // Losses that compare elements of the same place: any broadcast in them is a slip.
  if (kind?.is === 'loss' && kind.each) return a.value.numel > 1 && b.value.numel > 1 && shapeOf(a) !== shapeOf(b);
  if (a.requires_grad === b.requires_grad || !isColumnAndRow(a.shape, b.shape)) return false;
  // What a loss written by hand begins with: a difference, or a target times a logarithm.
  const isWeighed = kind?.computes === 'product' && [a, b].some((operand) => operand.requires_grad && isLogarithm(graph, operand));
  return (kind?.computes === 'difference' || isWeighed) && leadsToLoss(graph, node);
}

/** The operands as they were before a loss stretched them. */
const comparedBy = (graph: OperationGraph, node: TraceNode): TraceNode[] =>
  graph.inputs(node).map((input) => beforeStretching(graph, input));

function beforeStretching(graph: OperationGraph, node: TraceNode): TraceNode {
  const kind = graph.kindOf(node);
  return kind?.is === 'view' && kind.each ? (graph.inputs(node)[0] ?? node) : node;
}

function isLogarithm(graph: OperationGraph, node: TraceNode): boolean {
  const computes = graph.kindOf(node)?.computes;
  return computes === 'logarithm' || (computes === 'negation' && graph.inputs(node).some((input) => isLogarithm(graph, input)));
}

/** Element by element, then everything to one number: what is summed along one dimension only may well be meant. */
function leadsToLoss(graph: OperationGraph, node: TraceNode): boolean {
  if (graph.result?.value.numel !== 1) return false;
  const way = graph.pathToRoot(node)?.slice(1) ?? [];
  const last = way.find((step) => !graph.kindOf(step)?.each);
  const computes = last && graph.kindOf(last)?.computes;
  return last?.value.numel === 1 && (computes === 'mean' || computes === 'sum');
}

/** One is `(N, 1)` and the other `(N)`, N more than 1. */
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
