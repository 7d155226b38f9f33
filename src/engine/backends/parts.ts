import type { View } from './backend.js';

/** Complex numbers as pairs of stored real numbers. For a conjugated view, the memory stores the conjugates of its elements. */

/** Both parts of each element, in a new last dim. */
export const bothParts = ({ storage, sizes, strides, offset, dtype }: View): View => ({
  storage,
  sizes: [...sizes, 2],
  strides: [...strides.map((s) => 2 * s), 1],
  offset: 2 * offset,
  dtype: dtype.to_real(),
});

/** The real (0) or the imaginary (1) part of each element, as it is stored. */
export const partOf = ({ storage, sizes, strides, offset, dtype }: View, part: 0 | 1): View => ({
  storage,
  sizes,
  strides: strides.map((s) => 2 * s),
  offset: 2 * offset + part,
  dtype: dtype.to_real(),
});
