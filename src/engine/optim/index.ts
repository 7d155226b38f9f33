/** `torch.optim`. */
export * from './atOnce.js';
export * from './later.js';
