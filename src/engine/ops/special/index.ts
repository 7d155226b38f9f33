import type { Op } from '../op.js';
import { besselOps } from './bessel.js';
import { gammaOps } from './gamma.js';
import { normalOps } from './normal.js';
import { polynomialOps } from './polynomials.js';

/** `torch.special`, without the functions that belong to other families. */
export const specialOps: Op[] = [...besselOps, ...normalOps, ...gammaOps, ...polynomialOps];
