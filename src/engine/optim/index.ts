/** `torch.optim`. */
export * from './atOnce.js';
export { LBFGS } from './lbfgs.js';
export * as swa_utils from './swaUtils.js';
