/** Whether operations are recorded. `torch.no_grad` and related functions change this while a function runs. */
let enabled = true;
let inference = false;
let anomaly = false;

export const isGradEnabled = (): boolean => enabled;
export const isInferenceMode = (): boolean => inference;
export const isAnomalyEnabled = (): boolean => anomaly;

export function setAnomaly(mode: boolean): void {
  anomaly = mode;
}

/** Sets the mode and returns the one before it. */
export function setGradEnabled(mode: boolean): boolean {
  const before = enabled;
  enabled = mode;
  return before;
}

/** Runs `body` with the mode set. When `body` returns a promise, the mode stays set until the promise settles. */
export function withGradMode<T>(mode: boolean, body: () => T, inferring = inference): T {
  const before = enabled;
  const beforeInference = inference;
  const restore = () => {
    enabled = before;
    inference = beforeInference;
  };
  enabled = mode;
  inference = inferring;
  let result: T;
  try {
    result = body();
  } catch (error) {
    restore();
    throw error;
  }
  if (result instanceof Promise) return result.finally(restore) as T;
  restore();
  return result;
}
