/** A sigmoid or softmax before a loss that applies its own, or that takes logarithms of probabilities. */
import type { OperationKind } from '../../protocol/operations.js';
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { behindViews, type Check, type Found, inEachPass, nameOf } from './check.js';
import type { OperationGraph } from './operationGraph.js';

export const doubleActivation: Check = {
  code: 'double-activation',
  find: ({ run }) => inEachPass(run, (graph) => graph.pass.nodes.flatMap((node) => diagnosticsOf(graph, node))),
};

function diagnosticsOf(graph: OperationGraph, node: TraceNode): Found[] {
  const kind = node.in_graph ? graph.kindOf(node) : undefined;
  const [input] = kind?.takes ? graph.inputs(node) : [];
  const source = input && behindViews(graph, input);
  const given = source?.requires_grad && graph.kindOf(source)?.gives;
  if (!kind || !source || !given) return [];
  const message = slip(node, kind, given, nameOf(source));
  if (message === null) return [];
  const related = source.source ? [{ message: t('{0} is applied here.', nameOf(source)), source: source.source }] : [];
  return [{ severity: 'warning', message, source: node.source, related }];
}

/**
 * The sentence on a wrong activation before a loss. In a trace, `cross_entropy` is the `log_softmax` and the `nll_loss`
 * that it consists of.
 */
function slip({ op }: TraceNode, { is, takes, applies }: OperationKind, given: OperationKind['gives'], activation: string): string | null {
  if (takes === 'log-probabilities' && given === 'probabilities')
    return t('{0} takes log-probabilities: use log_softmax in place of {1}.', op, activation);
  if (takes !== 'scores') return null;
  if (applies === 'log_softmax') return t('cross_entropy applies log_softmax itself: give it the scores before {0}.', activation);
  return is === 'loss' && applies ? t('{0} applies the {1} itself: give it the scores before {2}.', op, applies, activation) : null;
}
