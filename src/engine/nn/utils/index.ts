/** `torch.nn.utils`. */
export { clip_grad_norm_, clip_grad_value_, clip_grads_with_norm_, get_total_norm } from './gradients.js';
export { parameters_to_vector, vector_to_parameters } from './vectors.js';
export * as rnn from './rnn.js';
export { remove_spectral_norm, remove_weight_norm, spectral_norm, weight_norm } from './normHooks.js';
export * as parametrizations from './parametrizations.js';
export * as parametrize from './parametrize.js';
export * as prune from './prune.js';
