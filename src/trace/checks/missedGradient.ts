/** A tensor that an operation made, whose `.grad` is read: most often a parameter that was replaced by `w = w - …`. */
import { t } from '../../protocol/l10n.js';
import { siteRange } from '../writing/passDocument.js';
import { nameOf, type Check } from './check.js';

export const missedGradient: Check = {
  code: 'missed-gradient',
  find: ({ training, sites }) =>
    [...training.missed].flatMap(([site, { label, op }]) => {
      const source = siteRange(sites[site]);
      return source
        ? {
            severity: 'warning' as const,
            message: t(
              'backward() brings no .grad to {0}: it is computed here, so it is no leaf. A parameter stays one when it is changed in place, under torch.no_grad(() => …); of a result, retain_grad() keeps the gradient.',
              nameOf({ label, op, kind: 'op' }),
            ),
            source,
          }
        : [];
    }),
};
