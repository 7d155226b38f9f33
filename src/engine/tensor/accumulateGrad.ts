import { kernels } from '../backends/dispatch.js';
import { keptStrides } from '../layout.js';
import { formulasAreRecorded } from './observe.js';
import { sameSizes } from '../shape.js';
import type { Tensor } from './tensor.js';
import { bothOf, GradFn, metaOf } from './gradFn.js';
import { isGradEnabled } from '../autograd/gradMode.js';

/** The end of the walk at a leaf: adds what arrives to `leaf.grad`. */
export class AccumulateGrad extends GradFn {
  /** Called with the leaf once its gradient was added up. */
  readonly afterwards: ((leaf: Tensor) => void)[] = [];
  // Nothing may come before it once its gradient is complete.
  override sequence = Number.POSITIVE_INFINITY;

  constructor(readonly variable: Tensor) {
    super('AccumulateGrad');
    this.outputs = [metaOf(variable)];
  }

  override apply([grad]: (Tensor | null)[]): (Tensor | null)[] {
    if (!grad) return [];
    const state = this.variable.autograd!;
    // A leaf that was frozen since takes nothing any more.
    if (!state.requiresGrad && !state.gradFn) return [];
    if (!state.grad) state.grad = isGradEnabled() ? grad : this.asTheVariable(grad);
    else if (isGradEnabled() || (state.grad.is_sparse && !grad.is_sparse)) state.grad = bothOf(state.grad, grad);
    else state.grad.add_(grad);
    for (const hook of [...this.afterwards]) hook(this.variable);
    return [];
  }

  /** A copy that lies in memory as the variable does, as in PyTorch: what goes through both reads them side by side. */
  private asTheVariable(grad: Tensor): Tensor {
    if (grad.is_sparse) return grad.detach().clone();
    const { variable } = this;
    if (formulasAreRecorded() || grad.dtype !== variable.dtype || grad.conjugated) {
      const alone = grad.detach();
      return sameSizes(alone.strides, variable.strides) ? alone.clone() : variable.detach().clone().copy_(alone);
    }
    const { sizes, strides, dtype, device } = variable;
    // The class, asked of a tensor: importing it here would close a circle.
    const { emptyStrided } = grad.constructor as typeof Tensor;
    const copy = emptyStrided(sizes, keptStrides(sizes, strides), dtype, device);
    kernels.copy(grad, copy);
    return copy;
  }
}
