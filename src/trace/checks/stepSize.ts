/** Steps that are far too large or too small for the weights, in a training whose loss does not fall. */
import { t } from '../../protocol/l10n.js';
import type { ParameterHealth } from '../../protocol/trace.js';
import { short } from './breakage.js';
import type { Check } from './check.js';

/** With fewer steps, the sizes show nothing. */
const FEWEST_STEPS = 8;
/** Limits for the size of a step relative to the weights. A thousandth is usual. */
const LARGE = 0.2;
const SMALL = 1e-6;
/** A training whose loss fell by this share is not reported. */
const LEARNS = 0.05;
const STANDS = 1e-3;

export const stepSize: Check = {
  code: 'step-size',
  find({ run }) {
    const losses = run.losses.filter((loss) => loss !== null && Number.isFinite(loss)) as number[];
    const [first, last] = [losses[0], losses.at(-1)];
    const sized = (run.health ?? [])
      .map((one) => ({ one, ratios: stepRatios(one) }))
      .filter(({ ratios }) => ratios.length >= FEWEST_STEPS)
      .map(({ one, ratios }) => ({ one, ratio: median(ratios.slice(ratios.length >> 1)) }));
    if (first === undefined || last === undefined || sized.length === 0) return [];
    const large = sized.filter(({ one, ratio }) => one.shape.length >= 2 && ratio > LARGE).sort((a, b) => b.ratio - a.ratio)[0];
    if (large && last > first - LEARNS * Math.abs(first)) {
      const message = t(
        'Each step changes {0} by {1} of its size, and the loss does not fall: steps go past what they look for. A thousandth is usual. Lower the learning rate, or clip the gradient.',
        `'${large.one.name}'`,
        short(large.ratio),
      );
      return [{ severity: 'warning', message, source: large.one.source }];
    }
    const largest = sized.sort((a, b) => b.ratio - a.ratio)[0]!;
    if (largest.ratio >= SMALL || Math.abs(last - first) > STANDS * Math.abs(first)) return [];
    const message = t(
      'No step changes any parameter by more than {0} of its size, so that the loss stays as it is. A thousandth is usual. Raise the learning rate.',
      short(largest.ratio),
    );
    return [{ severity: 'warning', message, source: largest.one.source }];
  },
};

/** The size of each step relative to the parameter. */
const stepRatios = ({ update, weight }: ParameterHealth): number[] =>
  update.flatMap((size, i) => (size === null || !weight[i] ? [] : [size / weight[i]]));

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
