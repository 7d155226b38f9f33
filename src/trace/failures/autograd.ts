/** Errors of backward(): a tensor that it needs was changed in place, or there is no history to go back through. */
import { t } from '../../protocol/l10n.js';
import { nameOf } from '../checks/check.js';
import { siteRange } from '../writing/passDocument.js';
import { nodeOf } from '../recording/nodesOf.js';
import type { NodeRecord } from '../recording/records.js';
import type { Context, Explanation, Failure } from './failure.js';

/**
 * Backward finds the change long after it was made, so the diagnostic is placed at the expression that made the change.
 */
export function explainChange({ operands: [changed] }: Failure, { sites, training }: Context): Explanation {
  const name = changed ? (changed.node?.label ?? nameOf({ label: null, op: changed.name, kind: 'op' })) : '';
  const writer = changed && training.writerOf(changed.tensor.storage);
  return {
    text: t("Backward needs {0} as it was before: use an operation that makes a new tensor (without the '_').", name),
    source: writer === undefined ? null : siteRange(sites[writer]),
  };
}

export const explainViewInPlace = (): Explanation => ({ text: t("Use an operation that makes a new tensor (without the '_').") });

export const explainLeafInPlace = (): Explanation => ({
  text: t(
    "A leaf that wants a gradient is changed under torch.no_grad(() => …) only, or by an optimizer. To compute with it, use an operation that makes a new tensor (without the '_').",
  ),
});

/** Follows the graph back from the tensor of backward() to the place where its history was cut off. */
export function explainNoHistory({ operands: [root] }: Failure, { sites }: Context): Explanation {
  const cut = root ? cutBehind(nodeOf(root.tensor)) : null;
  if (!cut) {
    return {
      text: t(
        'Nothing that it is computed from wants a gradient: give a leaf { requires_grad: true }, or compute with the parameters of a module.',
      ),
    };
  }
  const { node, leaf } = cut;
  const name = nameOf({ label: node.label, op: node.op, kind: 'op' });
  const source = siteRange(sites[node.site]);
  const text = node.operation?.cuts
    ? t("'{0}' wants a gradient, but what is computed from it is detached.", leaf)
    : t(
        "'{0}' wants a gradient, but {1} is computed without autograd (under no_grad, or by an operation that has no gradient).",
        leaf,
        name,
      );
  return { text, related: source ? [{ message: t('{0} is here.', name), source }] : [] };
}

/** The first operation on the way back whose input has a history while its result has none. */
function cutBehind(root: NodeRecord | null): { node: NodeRecord; leaf: string } | null {
  const seen = new Set(root ? [root] : []);
  for (const node of seen) {
    for (const input of node.inputs) {
      const wants = input.gradFn !== null || input.tensor?.autograd?.requiresGrad === true;
      if (wants) return { node, leaf: input.label ?? input.op };
      seen.add(input);
    }
  }
  return null;
}
