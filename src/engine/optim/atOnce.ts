/** The part of `torch.optim` that a worker loads at its start. */
export { Optimizer } from './optimizer.js';
export { Adagrad } from './adagrad.js';
export { Adam, AdamW } from './adam.js';
export { RMSprop } from './rmsprop.js';
export { SGD } from './sgd.js';
export * as lr_scheduler from './lrScheduler/index.js';
