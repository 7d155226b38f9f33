/** A scheduler that goes on before its optimizer steps: the first learning rate is never used. */
import { t } from '../../protocol/l10n.js';
import { siteRange } from '../writing/passDocument.js';
import type { Check } from './check.js';

export const schedulerOrder: Check = {
  code: 'scheduler-order',
  // A program that never steps only looks at the schedule.
  find: ({ training: { early, steps }, sites }) =>
    early && steps.optimized.size > 0
      ? [
          {
            severity: 'warning',
            message: t(
              'The scheduler goes on before optimizer.step(), so the first learning rate of its schedule is skipped: call optimizer.step() first, then scheduler.step().',
            ),
            source: siteRange(sites[early.site]),
          },
        ]
      : [],
};
