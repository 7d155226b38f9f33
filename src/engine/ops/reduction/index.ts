import type { Op } from '../op.js';
import { extremes } from './extreme.js';
import { logic } from './logic.js';
import { order } from './order.js';
import { scans } from './scan.js';
import { segmentReduce } from './segments.js';
import { logsumexp, softmaxes } from './softmax.js';
import { spreads } from './statistics.js';
import { countNonzero, means, prods, sums } from './sum.js';

/** Operations that combine many elements into one. */
export const reduction: Op[] = [
  ...sums,
  ...means,
  ...prods,
  ...extremes('max', 'greatest'),
  ...extremes('min', 'least'),
  ...order,
  ...logic('any', 'any'),
  ...logic('all', 'every'),
  countNonzero,
  segmentReduce,
  ...spreads('var', 'out = Σ_dim (input − mean)² / (n − correction)'),
  ...spreads('std', 'out = √(Σ_dim (input − mean)² / (n − correction))'),
  logsumexp,
  ...softmaxes('softmax'),
  ...softmaxes('log_softmax'),
  ...scans,
];
