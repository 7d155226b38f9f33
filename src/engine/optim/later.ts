/** What few programs use of `torch.optim`: a worker loads it when a program asks for it. */
export { Adadelta } from './adadelta.js';
export { Adafactor } from './adafactor.js';
export { Adamax } from './adamax.js';
export { ASGD } from './asgd.js';
export { LBFGS } from './lbfgs.js';
export { Muon } from './muon.js';
export { NAdam } from './nadam.js';
export { RAdam } from './radam.js';
export { Rprop } from './rprop.js';
export { SparseAdam } from './sparseAdam.js';
export * as swa_utils from './swaUtils.js';
