/** The part of `torch.optim` that a worker loads at its start. */
export { Optimizer } from './optimizer.js';
export { Adadelta } from './adadelta.js';
export { Adafactor } from './adafactor.js';
export { Adagrad } from './adagrad.js';
export { Adam, AdamW } from './adam.js';
export { Adamax } from './adamax.js';
export { ASGD } from './asgd.js';
export { Muon } from './muon.js';
export { NAdam } from './nadam.js';
export { RAdam } from './radam.js';
export { RMSprop } from './rmsprop.js';
export { Rprop } from './rprop.js';
export { SGD } from './sgd.js';
export { SparseAdam } from './sparseAdam.js';
export * as lr_scheduler from './lrScheduler/index.js';
