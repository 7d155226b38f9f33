import type { Tensor } from '../tensor/tensor.js';

/** The dual tensors of a level of forward mode, with their tangents. */
export type Level = Map<Tensor, Tensor>;

/** The levels that have begun, the innermost last. */
export const levels: Level[] = [];

let transforms = 0;

/** Runs what PyTorch differentiates in forward mode: `func.jvp` and its kind. */
export function goingForward<T>(body: () => T): T {
  transforms++;
  try {
    return body();
  } finally {
    transforms--;
  }
}

/** True in forward mode, in which PyTorch needs no formula of the backward. */
export const goesForward = (): boolean => transforms > 0 || levels.length > 0;

/** Removes all levels. */
export function forgetLevels(): void {
  levels.length = 0;
  transforms = 0;
}
