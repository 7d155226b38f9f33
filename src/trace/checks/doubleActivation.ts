/** A sigmoid or softmax before a loss that applies its own. */
import type { PassGraph } from '../../graph/passGraph.js';
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { behindViews, type Check, type Found, inEachPass, nameOf } from './check.js';

interface Rule {
  /** The operation that takes what it is given through an activation of its own. */
  loss: RegExp;
  activation: RegExp;
  says(activation: string): string;
}

/** `cross_entropy` shows in a trace as the `log_softmax` and the `nll_loss` that it is made of. */
const RULES: readonly Rule[] = [
  {
    loss: /^(_?log_softmax|cross_entropy\w*)$/,
    activation: /^(_?softmax|_?log_softmax|sigmoid)$/,
    says: (activation) => t('cross_entropy applies log_softmax itself: give it the scores before {0}.', activation),
  },
  {
    loss: /^nll_loss/,
    activation: /^(_?softmax|sigmoid)$/,
    says: (activation) => t('nll_loss takes log-probabilities: use log_softmax in place of {0}.', activation),
  },
  {
    loss: /^binary_cross_entropy_with_logits$/,
    activation: /^(sigmoid|_?softmax)$/,
    says: (activation) => t('binary_cross_entropy_with_logits applies the sigmoid itself: give it the scores before {0}.', activation),
  },
];

export const doubleActivation: Check = {
  code: 'double-activation',
  find: ({ run }) => inEachPass(run, (graph) => graph.pass.nodes.flatMap((node) => diagnosticsOf(graph, node))),
};

function diagnosticsOf(graph: PassGraph, node: TraceNode): Found[] {
  const rule = node.in_graph ? RULES.find(({ loss }) => loss.test(node.op)) : undefined;
  const [input] = rule ? graph.inputs(node) : [];
  const source = input && behindViews(graph, input);
  if (!rule || !source?.requires_grad || !rule.activation.test(source.op)) return [];
  const related = source.source ? [{ message: t('{0} is applied here.', nameOf(source)), source: source.source }] : [];
  return [{ severity: 'warning', message: rule.says(nameOf(source)), source: node.source, related }];
}
