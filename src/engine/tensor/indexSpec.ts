import type { Tensor } from './tensor.js';

/**
 * An index in Python's `x[...]`: integers, slices as strings ('1:3', '::2'), null for a new dim, '...', booleans,
 * lists and tensors of integers or booleans.
 */
export type IndexSpec = number | string | null | boolean | Tensor | readonly IndexSpec[];
