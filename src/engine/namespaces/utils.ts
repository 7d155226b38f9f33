/** `torch.utils`. */
export * from './utilsAtOnce.js';
export * as tensorboard from '../tensorboard/index.js';
