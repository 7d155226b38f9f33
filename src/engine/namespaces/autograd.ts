/** `torch.autograd`. */
import type * as checks from '../autograd/gradcheck.js';
import { setAnomaly } from '../autograd/gradMode.js';
import { lateCode } from '../ops/later.js';

export { backward, grad } from '../tensor/functional.js';
export { Function, type FunctionContext } from '../autograd/function.js';
export * as function from './autogradFunction.js';
export * as graph from './autogradGraph.js';
export { GradcheckError } from '../errors.js';
export * as forward_ad from '../autograd/forwardAd.js';
export * as functional from '../autograd/jacobians.js';
export { enable_grad, inference_mode, no_grad, set_grad_enabled } from './torch.js';

/**
 * Compares gradients with differences, as `torch.autograd.gradcheck`. Inputs should be float64.
 * @throws GradcheckError when they differ; its message shows both Jacobians
 */
export const gradcheck: typeof checks.gradcheck = (...given) => lateCode().gradcheck(...given);

/**
 * Compares second gradients with differences of first ones, as `torch.autograd.gradgradcheck`.
 * @param grad_outputs default: random numbers
 */
export const gradgradcheck: typeof checks.gradgradcheck = (...given) => lateCode().gradgradcheck(...given);

/** Checks every gradient for NaN and names the function that made the first, as `torch.autograd.set_detect_anomaly`. */
export function set_detect_anomaly(mode: boolean): void {
  setAnomaly(mode);
}

/** Runs `body` with anomaly detection, as `torch.autograd.detect_anomaly`. */
export function detect_anomaly<T>(body: () => T): T {
  setAnomaly(true);
  try {
    return body();
  } finally {
    setAnomaly(false);
  }
}
