import type { Tensor } from '../tensor/tensor.js';

/** The dual tensors of a level of forward mode, with their tangents. */
export type Level = Map<Tensor, Tensor>;

/** The levels that have begun, the innermost last. */
export const levels: Level[] = [];

/** Removes all levels. */
export function forgetLevels(): void {
  levels.length = 0;
}
