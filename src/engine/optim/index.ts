/** `torch.optim`. */
export { Optimizer } from './optimizer.js';
export { SGD } from './sgd.js';
