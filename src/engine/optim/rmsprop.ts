import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { rmsprop } from '../kernels/updates.js';
import {
  checkNotNegative,
  direction,
  optimizer,
  sweepAtOnce,
  updateOptions,
  type GroupOf,
  type OptionsOf,
  type ParamState,
} from './optimizer.js';

interface RMSpropState extends ParamState {
  step: number;
  square_avg: Tensor;
  momentum_buffer?: Tensor;
  grad_avg?: Tensor;
}

/**
 * Divides the gradient by a running average of its size, by Hinton, as `torch.optim.RMSprop`: p ← p − lr · g / (√v +
 * eps).
 */
export class RMSprop extends optimizer(
  'RMSprop(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float alpha=0.99, float eps=1e-08, float weight_decay=0, float momentum=0, bool centered=False, bool capturable=False, bool? foreach=None, bool maximize=False, bool differentiable=False)',
) {
  protected override settle(o: OptionsOf<typeof RMSprop.signature>): OptionsOf<typeof RMSprop.signature> {
    checkNotNegative('learning rate', o.lr);
    checkNotNegative('epsilon value', o.eps);
    checkNotNegative('momentum value', o.momentum);
    checkNotNegative('weight_decay value', o.weight_decay);
    checkNotNegative('alpha value', o.alpha);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof RMSprop>): void {
    const state = kept as RMSpropState;
    const { lr, alpha, eps, momentum, centered } = group;
    if (!('step' in kept)) {
      Object.assign(state, { step: 0, square_avg: zeros_like(param) });
      if (momentum > 0) state.momentum_buffer = zeros_like(param);
      if (centered) state.grad_avg = zeros_like(param);
    }
    state.step = Number(state.step) + 1;
    const numbers = [-lr, group.weight_decay, alpha, 1 - alpha, eps];
    if (momentum === 0 && !centered && sweepAtOnce(rmsprop(updateOptions(group)), [param, grad, state.square_avg], numbers)) return;
    const g = direction(grad, param, group);
    state.square_avg.mul_(alpha).addcmul_(g, g, { value: 1 - alpha });
    let size = state.square_avg;
    if (centered) {
      const average = state.grad_avg!.mul_(alpha).add_(g, { alpha: 1 - alpha });
      size = size.addcmul(average, average, { value: -1 });
    }
    const denominator = size.sqrt().add_(eps);
    if (momentum > 0) param.add_(state.momentum_buffer!.mul_(momentum).addcdiv_(g, denominator), { alpha: -lr });
    else param.addcdiv_(g, denominator, { value: -lr });
  }
}
