/** The operations for sparse tensors. */
import type { Op } from '../op.js';
import { sparseCreation } from './creation.js';
import { sparseFunctions } from './functions.js';
import { sparsePrimitives } from './primitives.js';

export const sparseOps: readonly Op[] = [...sparseCreation, ...sparseFunctions, ...sparsePrimitives];
