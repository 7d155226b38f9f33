import type { Tensor } from '../tensor.js';
import { GradFn, metaOf } from './gradFn.js';
import { isGradEnabled } from './gradMode.js';

/** The end of the walk at a leaf: adds what arrives to `leaf.grad`. */
export class AccumulateGrad extends GradFn {
  // Nothing may come before it once its gradient is complete.
  override sequence = Number.POSITIVE_INFINITY;

  constructor(readonly variable: Tensor) {
    super('AccumulateGrad');
    this.outputs = [metaOf(variable)];
  }

  override apply([grad]: (Tensor | null)[]): (Tensor | null)[] {
    if (!grad) return [];
    const state = this.variable.autograd!;
    if (!state.grad) state.grad = isGradEnabled() ? grad : grad.detach().clone();
    else if (isGradEnabled()) state.grad = state.grad.add(grad);
    else state.grad.add_(grad);
    return [];
  }
}
