/** A sigmoid or softmax before a loss that applies its own. */
import type { Run, TraceNode } from '../../protocol/trace.js';
import { behindViews, type Check, nameOf, PassGraph } from './check.js';

interface Rule {
  /** The operation that takes what it is given through an activation of its own. */
  loss: RegExp;
  activation: RegExp;
  says: string;
}

/** `cross_entropy` shows in a trace as the `log_softmax` and the `nll_loss` that it is made of. */
const RULES: readonly Rule[] = [
  {
    loss: /^(_?log_softmax|cross_entropy\w*)$/,
    activation: /^_?(softmax|log_softmax)$/,
    says: 'cross_entropy applies log_softmax itself: give it the scores before',
  },
  { loss: /^nll_loss/, activation: /^_?softmax$/, says: 'nll_loss takes log-probabilities: use log_softmax in place of' },
  {
    loss: /^binary_cross_entropy_with_logits$/,
    activation: /^sigmoid$/,
    says: 'binary_cross_entropy_with_logits applies the sigmoid itself: give it the scores before',
  },
];

export const doubleActivation: Check = {
  code: 'double-activation',
  find(run: Run) {
    const pass = run.passes[0];
    if (!pass) return [];
    const graph = new PassGraph(pass);
    return pass.nodes.flatMap((node) => {
      const found = RULES.flatMap((rule) => apply(rule, graph, node));
      return found.slice(0, 1);
    });
  },
};

function apply({ loss, activation, says }: Rule, graph: PassGraph, node: TraceNode) {
  const [input] = loss.test(node.op) && node.in_graph ? graph.inputs(node) : [];
  const source = input && behindViews(graph, input);
  if (!source || !activation.test(source.op)) return [];
  const related = source.source ? [{ message: `${nameOf(source)} is applied here.`, source: source.source }] : [];
  return [{ severity: 'warning' as const, message: `${says} ${nameOf(source)}.`, source: node.source, related }];
}
