import type { Tensor } from './tensor.js';

/**
 * Python's `x[...]`: integers, slices as text ('1:3', '::2'), null for a new dim, '...', booleans,
 * lists and tensors of integers or booleans.
 */
export type IndexSpec = number | string | null | boolean | Tensor | readonly IndexSpec[];
