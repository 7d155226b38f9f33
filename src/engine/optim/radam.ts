import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkBetas, checkNotNegative, direction, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface RAdamState extends ParamState {
  step: number;
  exp_avg: Tensor;
  exp_avg_sq: Tensor;
}

/** The rectification of the average square at a step; null while its variance is too high. */
function rectification(step: number, beta2: number): number | null {
  const most = 2 / (1 - beta2) - 1;
  const now = most - (2 * step * beta2 ** step) / (1 - beta2 ** step);
  return now > 5 ? Math.sqrt(((now - 4) * (now - 2) * most) / ((most - 4) * (most - 2) * now)) : null;
}

/** Adam with a rectified variance, by Liu and others (2019), as `torch.optim.RAdam`. */
export class RAdam extends optimizer(
  'RAdam(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool decoupled_weight_decay=False, *, bool? foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False)',
) {
  protected override settle(o: OptionsOf<typeof RAdam.signature>): OptionsOf<typeof RAdam.signature> {
    checkNotNegative('learning rate', o.lr);
    checkNotNegative('epsilon value', o.eps);
    checkBetas(o.betas);
    checkNotNegative('weight_decay value', o.weight_decay);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof RAdam>): void {
    const state = kept as RAdamState;
    if (!('step' in kept)) Object.assign(state, { step: 0, exp_avg: zeros_like(param), exp_avg_sq: zeros_like(param) });
    const { lr, eps } = group;
    const [beta1, beta2] = group.betas;
    const g = direction(grad, param, group);
    const step = (state.step = Number(state.step) + 1);
    state.exp_avg.mul_(beta1).add_(g, { alpha: 1 - beta1 });
    state.exp_avg_sq.mul_(beta2).addcmul_(g, g, { value: 1 - beta2 });
    const change = state.exp_avg.div(1 - beta1 ** step).mul_(lr);
    const rectified = rectification(step, beta2);
    if (rectified !== null) {
      const adaptive = state.exp_avg_sq
        .sqrt()
        .add_(eps)
        .reciprocal()
        .mul_(Math.sqrt(1 - beta2 ** step));
      change.mul_(adaptive).mul_(rectified);
    }
    param.sub_(change);
  }
}
