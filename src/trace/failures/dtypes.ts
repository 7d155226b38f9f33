/** Numbers of the wrong kind: whole ones where fractions are wanted, or the other way round. */
import { t } from '../../protocol/l10n.js';
import { type Failure, present } from './failure.js';
import type { Explanation } from './shapes.js';

export const isAboutDtypes = (message: string): boolean =>
  /dtype|scalar type|can't be cast to the desired output type|must be long, byte or bool/i.test(message);

/** Operations that look something up by whole numbers. */
const LOOKING_UP = /nll_loss|cross_entropy|embedding|index|gather|scatter|one_hot|take/;

export function explainDtypes({ message, operation, operands, fix }: Failure): Explanation {
  const wantsIndices = /must be long|[Ll]ong\b/.test(message) && LOOKING_UP.test(operation) && !message.startsWith('Found dtype');
  const culprits = operands.flatMap(({ tensor, node }, i) => {
    const isFloating = tensor.dtype.is_floating_point;
    // What a layer holds stays what it is.
    return isFloating === wantsIndices && node?.op !== 'Parameter' ? [i] : [];
  });
  // Of a loss that takes classes, the scores come first and are what they should be.
  const culprit = wantsIndices ? culprits.at(-1) : culprits[0];
  const kinds = operands.map(({ name, tensor }) => t('{0} is {1}.', name, tensor.dtype.name));
  const advice = wantsIndices
    ? t('Classes and indices are whole numbers of dtype int64.')
    : t('A list of whole numbers makes an int64 tensor here, also 1.0: give {0}, or use float().', '{ dtype: torch.float32 }');
  return {
    text: [...kinds, advice].join(' '),
    // A tensor that is changed in place keeps its dtype: to change a converted copy would change nothing.
    fixes: culprit === undefined || message.includes("can't be cast") ? [] : present([fix(culprit, wantsIndices ? '.long()' : '.float()')]),
  };
}
