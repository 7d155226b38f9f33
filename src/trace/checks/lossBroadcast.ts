/** `(N, 1)` with `(N)`: a prediction and a target that broadcasting makes `(N, N)`, on the way to the loss. */
import type { PassGraph } from '../../graph/passGraph.js';
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { type Check, type Found, inEachPass, nameOf, shapeOf, shapesOf } from './check.js';

/** Losses that compare elements of the same place: any broadcast in them is a slip. */
const ELEMENTWISE_LOSS =
  /^(mse_loss|l1_loss|smooth_l1_loss|huber_loss|binary_cross_entropy|binary_cross_entropy_with_logits|kl_div|poisson_nll_loss)$/;
/** What a loss written by hand begins with: a difference, or a target times a logarithm. */
const COMPARING = /^(sub|rsub)_?$/;
const WEIGHING = /^mul_?$/;
const LOGARITHM = /^(log|log1p|log_sigmoid|logsigmoid|log_softmax)$/;
/** What it goes on with, up to the mean or sum of everything. */
const ON_THE_WAY = /^(pow|square|abs|mul|neg|log|log1p|exp|cosh|clamp|div|add|sub|sqrt|where|maximum|relu|max\.0)_?$/;
const REDUCING = /^(mean|sum)$/;

export const lossBroadcast: Check = {
  code: 'loss-broadcast',
  find: ({ run }) =>
    inEachPass(run, (graph) => graph.pass.nodes.filter((node) => isSlip(graph, node)).map((node) => diagnosticOf(graph, node))),
};

function isSlip(graph: PassGraph, node: TraceNode): boolean {
  const [a, b] = comparedBy(graph, node);
  if (!a || !b || !node.in_graph) return false;
  if (ELEMENTWISE_LOSS.test(node.op)) return a.value.numel > 1 && b.value.numel > 1 && shapeOf(a) !== shapeOf(b);
  if (a.requires_grad === b.requires_grad || !isColumnAndRow(a.shape, b.shape)) return false;
  const isWeighed = WEIGHING.test(node.op) && [a, b].some((operand) => operand.requires_grad && isLogarithm(graph, operand));
  return (COMPARING.test(node.op) || isWeighed) && leadsToLoss(graph, node);
}

/** The operands as they were before a loss stretched them. */
const comparedBy = (graph: PassGraph, node: TraceNode): TraceNode[] =>
  graph.inputs(node).map((input) => (input.op === 'expand' ? (graph.inputs(input)[0] ?? input) : input));

const isLogarithm = (graph: PassGraph, node: TraceNode): boolean =>
  LOGARITHM.test(node.op) || (node.op === 'neg' && graph.inputs(node).some(({ op }) => LOGARITHM.test(op)));

/** Element by element, then everything to one number: what is summed along one dimension only may well be meant. */
function leadsToLoss(graph: PassGraph, node: TraceNode): boolean {
  if (graph.result?.value.numel !== 1) return false;
  const way = graph.pathToRoot(node)?.slice(1) ?? [];
  const reduction = way.findIndex(({ op }) => REDUCING.test(op));
  return reduction >= 0 && way[reduction]!.value.numel === 1 && way.slice(0, reduction).every(({ op }) => ON_THE_WAY.test(op));
}

/** One is `(N, 1)` and the other `(N)`, N more than 1. */
function isColumnAndRow(a: readonly number[], b: readonly number[]): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.length === 2 && shorter.length === 1 && longer[1] === 1 && longer[0] === shorter[0] && longer[0]! > 1;
}

function diagnosticOf(graph: PassGraph, node: TraceNode): Found {
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
