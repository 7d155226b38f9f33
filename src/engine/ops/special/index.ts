import type { Op } from '../op.js';
import { besselOps } from './bessel.js';
import { gammaOps } from './gamma.js';
import { normalOps } from './normal.js';
import { polynomialOps } from './polynomials.js';

/** `torch.special`, but what it has of other families. */
export const specialOps: Op[] = [...besselOps, ...normalOps, ...gammaOps, ...polynomialOps];
