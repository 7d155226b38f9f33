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

function restore(before: boolean, beforeInference: boolean): void {
  enabled = before;
  inference = beforeInference;
}

/**
 * Runs `body` with the mode set. When `body` returns a promise, the mode stays set until the promise settles. This runs in each
 * step of a training, so it makes no function with a name.
 */
export function withGradMode<T>(mode: boolean, body: () => T, inferring = inference): T {
  const before = enabled;
  const beforeInference = inference;
  let isPending = false;
  enabled = mode;
  inference = inferring;
  try {
    const result = body();
    if (!(result instanceof Promise)) return result;
    isPending = true;
    return result.finally(() => restore(before, beforeInference)) as T;
  } finally {
    if (!isPending) restore(before, beforeInference);
  }
}
