/** Kullback–Leibler divergences: the registry, filled. */
import './same.js';
import './cross.js';
import './multivariate.js';

export { kl_divergence, register_kl } from './registry.js';
