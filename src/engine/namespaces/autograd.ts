/** `torch.autograd`. */
import { setAnomaly } from '../autograd/gradMode.js';

export { backward, grad } from '../tensor/functional.js';
export { Function, type FunctionContext } from '../autograd/function.js';
export * as function from './autogradFunction.js';
export { GradcheckError } from '../errors.js';
export { gradcheck, gradgradcheck } from '../autograd/gradcheck.js';
export * as forward_ad from '../autograd/forwardAd.js';
export * as functional from '../autograd/jacobians.js';
export { enable_grad, inference_mode, no_grad, set_grad_enabled } from './torch.js';

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
