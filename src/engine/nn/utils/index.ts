/** `torch.nn.utils`. */
export { clip_grad_norm_, clip_grad_value_ } from './gradients.js';
export { parameters_to_vector, vector_to_parameters } from './vectors.js';
export * as rnn from './rnn.js';
