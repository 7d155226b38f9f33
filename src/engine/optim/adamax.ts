import { maximum, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkBetas, checkNotNegative, direction, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface AdamaxState extends ParamState {
  step: number;
  exp_avg: Tensor;
  exp_inf: Tensor;
}

/** Adam with the greatest gradient in place of the average square, as `torch.optim.Adamax`. */
export class Adamax extends optimizer(
  'Adamax(Iterable[Tensor]|Iterable[dict] params, float lr=0.002, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool? foreach=None, *, bool maximize=False, bool differentiable=False, bool capturable=False)',
) {
  protected override settle(o: OptionsOf<typeof Adamax.signature>): OptionsOf<typeof Adamax.signature> {
    checkNotNegative('learning rate', o.lr);
    checkNotNegative('epsilon value', o.eps);
    checkBetas(o.betas);
    checkNotNegative('weight_decay value', o.weight_decay);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof Adamax>): void {
    const state = kept as AdamaxState;
    if (!('step' in kept)) Object.assign(state, { step: 0, exp_avg: zeros_like(param), exp_inf: zeros_like(param) });
    const [beta1, beta2] = group.betas;
    const g = direction(grad, param, group);
    state.step = Number(state.step) + 1;
    state.exp_avg.mul_(beta1).add_(g, { alpha: 1 - beta1 });
    state.exp_inf = maximum(state.exp_inf.mul_(beta2), g.abs().add_(group.eps));
    param.addcdiv_(state.exp_avg, state.exp_inf, { value: -group.lr / (1 - beta1 ** state.step) });
  }
}
