import { setGradEnabled } from '../autograd/gradMode.js';
import { formulasAreRecorded, observe } from '../tensor/observe.js';
import type { Tensor } from '../tensor/tensor.js';
import { roundedOnce } from './halves.js';
import { refuseLacking } from './lacks.js';
import type { Op } from './op.js';

function forwarded(op: Op, values: readonly unknown[]): Tensor | Tensor[] {
  const result = op.roundsOnce === 'all' ? roundedOnce(values, op.forward!) : op.forward!(...values);
  if (op.lacks) refuseLacking(op.lacks, values);
  return result;
}

/**
 * Runs `forward` as one step: operations that it calls are neither recorded nor observed. This runs for every operation, so it
 * makes no functions.
 */
export function compute(op: Op, values: readonly unknown[]): Tensor | Tensor[] {
  if (!formulasAreRecorded()) return forwarded(op, values);
  const gradBefore = setGradEnabled(false);
  const observerBefore = observe(null);
  try {
    return forwarded(op, values);
  } finally {
    setGradEnabled(gradBefore);
    observe(observerBefore);
  }
}
