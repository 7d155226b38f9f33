/** The part of `torch.utils` that a worker has from its start. */
export * as checkpoint from '../autograd/checkpoint.js';
export * as data from '../data/index.js';
