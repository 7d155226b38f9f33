/** `(N, 1)` with `(N)`: a prediction and a target that broadcasting makes `(N, N)`, on the way to the loss. */
import type { Run, TraceNode } from '../../protocol/trace.js';
import { type Check, nameOf, PassGraph, shapeOf } from './check.js';

/** Losses that compare elements of the same place: any broadcast in them is a slip. */
const ELEMENTWISE_LOSS =
  /^(mse_loss|l1_loss|smooth_l1_loss|huber_loss|binary_cross_entropy|binary_cross_entropy_with_logits|kl_div|poisson_nll_loss)$/;
const COMPARING = /^(sub|rsub)_?$/;
/** What a loss written by hand does with a difference. */
const ON_THE_WAY = /^(pow|square|abs|mul|neg|log|exp|clamp|mean|sum|div|add|sub|sqrt)_?$/;

export const lossBroadcast: Check = {
  code: 'loss-broadcast',
  find(run: Run) {
    const pass = run.passes[0];
    if (!pass) return [];
    const graph = new PassGraph(pass);
    return pass.nodes.filter((node) => isSlip(graph, node)).map((node) => diagnosticOf(graph, node));
  },
};

function isSlip(graph: PassGraph, node: TraceNode): boolean {
  const [a, b] = comparedBy(graph, node);
  if (!a || !b || !node.in_graph || a.requires_grad === b.requires_grad || !isColumnAndRow(a.shape, b.shape)) return false;
  if (ELEMENTWISE_LOSS.test(node.op)) return true;
  const path = COMPARING.test(node.op) ? graph.pathToRoot(node) : null;
  return path !== null && graph.root?.value.numel === 1 && path.slice(1).every(({ op }) => ON_THE_WAY.test(op));
}

/** The operands as they were before a loss stretched them. */
const comparedBy = (graph: PassGraph, node: TraceNode): TraceNode[] =>
  graph.inputs(node).map((input) => (input.op === 'expand' ? (graph.inputs(input)[0] ?? input) : input));

/** One is `(N, 1)` and the other `(N)`, N more than 1. */
function isColumnAndRow(a: readonly number[], b: readonly number[]): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.length === 2 && shorter.length === 1 && longer[1] === 1 && longer[0] === shorter[0] && longer[0]! > 1;
}

function diagnosticOf(graph: PassGraph, node: TraceNode) {
  const [a, b] = comparedBy(graph, node) as [TraceNode, TraceNode];
  const n = Math.max(...a.shape);
  const [column] = a.shape.length === 2 ? [a] : [b];
  const flat = column === a ? b : a;
  return {
    severity: 'warning' as const,
    message:
      `${nameOf(a)} is ${shapeOf(a)} and ${nameOf(b)} is ${shapeOf(b)}: broadcasting compares every element with every other, ` +
      `[${n}, ${n}] of them. Give both the same shape: squeeze(1) on ${nameOf(column)} or unsqueeze(1) on ${nameOf(flat)}.`,
    source: node.source,
    related: [a, b].flatMap((input) =>
      input.source ? [{ message: `${nameOf(input)} got the shape ${shapeOf(input)} here.`, source: input.source }] : [],
    ),
  };
}
