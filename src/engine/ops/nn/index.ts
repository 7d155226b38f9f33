import type { Op } from '../op.js';
import { kernelActivations } from './activation.js';
import { convolutions } from './convolution.js';
import { dropouts } from './dropout.js';
import { gates } from './gates.js';
import { linears } from './linear.js';
import { paddings } from './padding.js';

/** torch.nn.functional. */
export const nnFunctional: readonly Op[] = [
  ...linears,
  ...convolutions,
  ...paddings,
  ...kernelActivations,
  ...gates,
  ...dropouts,
];
