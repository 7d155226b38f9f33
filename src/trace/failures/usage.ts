/** Calls that PyTorch refuses for how they are written: a start that is no number, a second way back, a name, a device. */
import type { UsageDetail } from '../../engine/errors/detail.js';
import { showSizes } from '../../engine/shape.js';
import { t } from '../../protocol/l10n.js';
import { type Explanation, type Failure, present } from './failure.js';

/** `backward()` on a tensor with several elements. */
export function explainNotScalar(sizes: readonly number[], failure: Failure): Explanation {
  const name = failure.operands[0]?.name ?? t('the tensor');
  return {
    text: t(
      'backward() starts from one number, and {0} has shape {1}. Make one number of it, as {0}.sum() or {0}.mean(), or say how much each element counts: {0}.backward(torch.ones_like({0})).',
      name,
      showSizes(sizes),
    ),
    fixes: present([failure.fix(0, '.sum()'), failure.fix(0, '.mean()')]),
  };
}

/** A second `backward()` through the same operations. */
export const explainFreed = (): Explanation => ({
  text: t(
    'backward() lets go of what the operations kept for it. Compute the loss anew in each step; for several losses, add them up and call backward() once; or keep it for a second time: backward({ retain_graph: true }).',
  ),
});

type Of<K extends UsageDetail['kind']> = Extract<UsageDetail, { kind: K }>;

export const explainKeyword = ({ call, known }: Of<'keyword'>): Explanation => ({
  text: known.length > 0 ? t('{0} takes {1}.', call, known.join(', ')) : t('{0} takes no arguments.', call),
});

export const explainDevice = ({ type }: Of<'device'>): Explanation => ({
  text: t(
    "There is no '{0}' here: tensors are on 'cpu' (or on 'webgl', a graphics card). Leave the device out, or choose it: torch.cuda.is_available() ? 'cuda' : 'cpu'.",
    type,
  ),
});

/** A cross-entropy of scores. */
export const explainProbabilities = (failure: Failure): Explanation => ({
  text: t(
    '{0} takes probabilities. Scores become probabilities by sigmoid(); BCEWithLogitsLoss takes the scores themselves.',
    failure.operation,
  ),
  fixes: present([failure.fix(0, '.sigmoid()')]),
});
