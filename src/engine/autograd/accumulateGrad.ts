import { sameSizes } from '../shape.js';
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
    if (!state.grad) state.grad = isGradEnabled() ? grad : this.asTheVariable(grad.detach());
    else if (isGradEnabled()) state.grad = state.grad.add(grad);
    else state.grad.add_(grad);
    return [];
  }

  /** A copy that lies in memory as the variable does, as in PyTorch: what goes through both reads them side by side. */
  private asTheVariable(grad: Tensor): Tensor {
    const { variable } = this;
    return sameSizes(grad.strides, variable.strides) ? grad.clone() : variable.detach().clone().copy_(grad);
  }
}
