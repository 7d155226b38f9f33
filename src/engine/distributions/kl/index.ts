/** Kullback–Leibler divergences: the registry with all its formulas. */
import './same.js';
import './cross.js';
import './multivariate.js';

export { kl_divergence, register_kl } from './registry.js';
