import { kernels } from '../backends/dispatch.js';
import { keptStrides } from '../layout.js';
import { formulasAreRecorded } from './observe.js';
import { numel, sameSizes } from '../shape.js';
import type { Tensor } from './tensor.js';
import { bothOf, GradFn, metaOf } from './gradFn.js';
import { isGradEnabled } from '../autograd/gradMode.js';

/** The function at a leaf, where the backward walk ends: adds the gradient that arrives to `leaf.grad`. */
export class AccumulateGrad extends GradFn {
  /** Called with the leaf after its gradient was added. */
  readonly afterwards: ((leaf: Tensor) => void)[] = [];
  // No other function runs before it once its gradient is complete.
  override sequence = Number.POSITIVE_INFINITY;

  constructor(readonly variable: Tensor) {
    super('AccumulateGrad');
    this.outputs = [metaOf(variable)];
  }

  override apply([grad]: (Tensor | null)[]): (Tensor | null)[] {
    if (grad) this.accumulate(grad, false);
    return [];
  }

  /**
   * @param isOwned whether nobody else holds the memory of the gradient: then the leaf may take it
   * @returns whether it has taken it
   */
  accumulate(grad: Tensor, isOwned: boolean): boolean {
    const state = this.variable.autograd!;
    // A leaf that was frozen after the forward pass takes no gradient.
    if (!state.requiresGrad && !state.gradFn) return false;
    const takes = isOwned && !state.grad && !isGradEnabled() && this.#liesAlike(grad);
    if (!state.grad) state.grad = takes ? grad.data : isGradEnabled() ? grad : this.#asTheVariable(grad);
    else if (isGradEnabled() || (state.grad.is_sparse && !grad.is_sparse)) state.grad = bothOf(state.grad, grad);
    else state.grad.add_(grad);
    for (const hook of [...this.afterwards]) hook(this.variable);
    return takes;
  }

  /** Whether the gradient has the memory layout that a copy would have. */
  #liesAlike({ sizes, strides, offset, storage, dtype, conjugated }: Tensor): boolean {
    const { variable } = this;
    const fills = offset === 0 && storage.length === numel(sizes) && dtype === variable.dtype && storage.dtype === dtype && !conjugated;
    return fills && storage.device === variable.device && sameSizes(strides, keptStrides(variable.sizes, variable.strides));
  }

  /**
   * A copy of the gradient with the memory layout of the variable, as in PyTorch: loops over both then read them in the
   * same order.
   */
  #asTheVariable(grad: Tensor): Tensor {
    if (grad.is_sparse) return grad.detach().clone();
    const { variable } = this;
    if (formulasAreRecorded() || grad.dtype !== variable.dtype || grad.conjugated) {
      const alone = grad.detach();
      return sameSizes(alone.strides, variable.strides) ? alone.clone() : variable.detach().clone().copy_(alone);
    }
    const { sizes, strides, dtype, device } = variable;
    // Takes the class from a tensor: an import here would be circular.
    const { emptyStrided } = grad.constructor as typeof Tensor;
    const copy = emptyStrided(sizes, keptStrides(sizes, strides), dtype, device);
    kernels.copy(grad, copy);
    return copy;
  }
}
