/** `torch.optim.lr_scheduler`. */
export { LRScheduler } from './scheduler.js';
export * from './factors.js';
export * from './cosine.js';
export * from './cycles.js';
export * from './composite.js';
export * from './plateau.js';
