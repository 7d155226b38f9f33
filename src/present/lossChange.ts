import { t } from '../protocol/l10n.js';
import type { MovedState } from '../protocol/numbers.js';
import { number } from './numbers.js';

const signed = (x: number): string => (x < 0 ? `−${number(-x)}` : `+${number(x)}`);

/** Sentences on how the loss changed, and on what the gradient predicted. */
export function lossChangeText({ pass, before, after, predicted, why }: NonNullable<MovedState['loss']>): string {
  if (before === null || after === null) return t('Pass {0} has no loss that is a number.', pass + 1);
  const became = t('Loss of pass {0}: {1} → {2} ({3}).', pass + 1, number(before), number(after), signed(after - before));
  return `${became} ${predicted === null ? reason(why) : t('The gradient predicted {0}.', signed(predicted))}`.trim();
}

function reason(why: string | undefined): string {
  switch (why) {
    case 'graph':
      return t('The pass computes something else now, which no gradient predicts.');
    case 'data':
      return t('What moved requires no gradient, so none predicts it.');
    case 'large':
      return t('What moved is too large for a prediction here.');
    default:
      return t('Without backward() there is no prediction.');
  }
}
