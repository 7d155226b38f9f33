// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * Another name of `sigmoid`.
 *
 * `as sigmoid`
 *
 * PyTorch: `torch.special.expit(Tensor input)`
 */
export const expit = fn('special.expit') as {
  (input: Tensor): Tensor;
};

/**
 * Another name of `erf`.
 *
 * `as erf`
 *
 * PyTorch: `torch.special.erf(Tensor input)`
 */
export const erf = fn('special.erf') as {
  (input: Tensor): Tensor;
};
