/** Errors of backward(): what it needs was changed in place, or there is nothing to go back through. */
import type { Tensor } from '../../engine/tensor.js';
import { t } from '../../protocol/l10n.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Diagnostic } from '../../protocol/trace.js';
import { nameOf } from '../checks/check.js';
import type { Training } from '../checks/watched/training.js';
import { siteRange } from '../passDocument.js';
import { nodeOf } from '../recorder.js';
import type { NodeRecord } from '../records.js';
import type { Failure } from './failure.js';

export const isChangeInPlace = (message: string): boolean =>
  /modified by an inplace operation|in-place operation|being modified inplace/.test(message);

/** The expression that made the change is to blame. It is where the error is, unless backward() found it. */
export function explainChange(title: string, { message, operands }: Failure, sites: readonly Site[], training: Training): Diagnostic {
  const [operand] = operands;
  const name = operand ? (operand.node?.label ?? nameOf({ label: null, op: operand.name, kind: 'op' })) : '';
  const isFound = message.includes('modified by an inplace operation');
  const advice = isFound
    ? t("Backward needs {0} as it was before: use an operation that makes a new tensor (without the '_').", name)
    : message.includes('returns multiple views')
      ? t("Use an operation that makes a new tensor (without the '_').")
      : t(
          "A leaf that wants a gradient is changed under torch.no_grad(() => …) only, or by an optimizer. To compute with it, use an operation that makes a new tensor (without the '_').",
        );
  const writer = isFound && operand ? training.writerOf(operand.tensor.storage) : undefined;
  return {
    severity: 'error',
    code: 'inplace-change',
    message: `${title}\n${advice}`,
    source: writer === undefined ? null : siteRange(sites[writer]),
  };
}

export const hasNoHistory = (message: string): boolean => message.includes('does not require grad and does not have a grad_fn');

/** Goes back from what backward() was called on to where the history was cut off. */
export function explainNoHistory(title: string, root: Tensor | undefined, sites: readonly Site[]): Diagnostic {
  const cut = root ? cutBehind(nodeOf(root)) : null;
  const source = cut && siteRange(sites[cut.node.site]);
  const name = cut && nameOf({ label: cut.node.label, op: cut.node.op, kind: 'op' });
  const advice = !cut
    ? t(
        'Nothing that it is computed from wants a gradient: give a leaf { requires_grad: true }, or compute with the parameters of a module.',
      )
    : /^detach_?$/.test(cut.node.op)
      ? t("'{0}' wants a gradient, but what is computed from it is detached.", cut.leaf)
      : t(
          "'{0}' wants a gradient, but {1} is computed without autograd (under no_grad, or by an operation that has no gradient).",
          cut.leaf,
          name!,
        );
  return {
    severity: 'error',
    code: 'no-gradient',
    message: `${title}\n${advice}`,
    source: null,
    related: source ? [{ message: t('{0} is here.', name!), source }] : [],
  };
}

/** The first operation on the way back that was given something with history, and has none. */
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
