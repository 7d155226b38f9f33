/** Kullback–Leibler divergences: the registry, filled. */
import './same.js';
import './cross.js';

export { kl_divergence, register_kl } from './registry.js';
