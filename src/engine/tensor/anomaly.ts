import { RuntimeError } from '../errors.js';
import type { Tensor } from './tensor.js';
import type { GradFn } from './gradFn.js';

/** Runs with `set_detect_anomaly(True)`. @throws RuntimeError when a backward function returned NaN */
export function checkForNaN(fn: GradFn, grads: (Tensor | null)[]): void {
  grads.forEach((grad, i) => {
    if (grad && grad.isnan().any().item()) throw new RuntimeError(`Function '${fn.name()}' returned nan values in its ${i}th output.`);
  });
}
