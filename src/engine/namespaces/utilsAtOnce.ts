/** What a worker has of `torch.utils` from the first moment. */
export * as checkpoint from '../autograd/checkpoint.js';
export * as data from '../data/index.js';
