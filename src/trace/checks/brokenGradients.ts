/** The first NaN or infinite gradient, at the forward expression whose backward formula made it. */
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { isBroken } from './brokenNumbers.js';
import { type Check, type Found, nameOf, sentences } from './check.js';
import { OperationGraph } from './operationGraph.js';

export const brokenGradients: Check = {
  code: 'first-nan-gradient',
  find({ run }) {
    for (const pass of run.passes) {
      // A broken value breaks gradients too: the check of values reports it.
      if (pass.nodes.some(({ value, in_graph }) => in_graph && isBroken(value))) return [];
      const graph = OperationGraph.in(run, pass);
      const broken = pass.backward_order.map((id) => graph.node(id)).find((node) => isBroken(node?.grad ?? null));
      if (broken) return [diagnosticOf(graph, broken)];
    }
    return [];
  },
};

function diagnosticOf(graph: OperationGraph, node: TraceNode): Found {
  const maker = graph.users(node).find((user) => user.grad && !isBroken(user.grad)) ?? node;
  const { nan, inf, numel } = node.grad!;
  const [by, to] = [nameOf(maker), nameOf(node)];
  const message = sentences(
    nan > 0
      ? t(
          'The first NaN gradient of this run: the backward formula of {0} gave {1} a gradient with {2} NaN of {3} elements.',
          by,
          to,
          nan,
          numel,
        )
      : t(
          'The first infinite gradient of this run: the backward formula of {0} gave {1} a gradient with {2} infinite of {3} elements.',
          by,
          to,
          inf,
          numel,
        ),
    t('All values are finite.'),
    reason(graph, maker, node),
    path(graph, node),
  );
  const related = node.source && node !== maker ? [{ message: t('{0} got the gradient.', to), source: node.source }] : [];
  return { severity: 'warning', message, source: maker.source ?? node.source, related };
}

/** Why the backward formula of `maker` gave `node` such a gradient, where the value of `node` shows it. */
function reason(graph: OperationGraph, maker: TraceNode, node: TraceNode): string {
  const { min, max } = node.value;
  if (min === null || max === null) return '';
  for (const { how, argument, at = 0 } of graph.kindOf(maker)?.breaks ?? []) {
    const isThere = how === 'slope' && graph.argument(maker, argument) === node && min <= at && max >= at;
    if (isThere) return t('At {0} its slope is infinite: add a small number before it.', at);
  }
  return '';
}

/** The path that the gradient took from here towards the leaves. */
function path(graph: OperationGraph, node: TraceNode): string {
  const names: string[] = [];
  for (let at: TraceNode | undefined = node; at && names.length < 5;) {
    names.push(nameOf(at));
    at = graph.inputs(at).find(({ grad }) => isBroken(grad));
  }
  return names.length > 1 ? t('It went on to {0}.', names.slice(1).join(' → ')) : '';
}
