import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkNotNegative, direction, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface ASGDState extends ParamState {
  step: number;
  eta: number;
  mu: number;
  ax: Tensor;
}

/** PyTorch keeps eta and mu as float32. */
const single = Math.fround;

/** Averaged stochastic gradient descent, by Polyak and Juditsky (1992), as `torch.optim.ASGD`. */
export class ASGD extends optimizer(
  'ASGD(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float lambd=0.0001, float alpha=0.75, float t0=1000000.0, float weight_decay=0, bool? foreach=None, bool maximize=False, bool differentiable=False, bool capturable=False)',
) {
  protected override settle(o: OptionsOf<typeof ASGD.signature>): OptionsOf<typeof ASGD.signature> {
    checkNotNegative('learning rate', o.lr);
    checkNotNegative('weight_decay value', o.weight_decay);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof ASGD>): void {
    const state = kept as ASGDState;
    const { lr, lambd, alpha, t0 } = group;
    if (!('step' in kept)) Object.assign(state, { step: 0, eta: single(lr), mu: 1, ax: zeros_like(param) });
    const g = direction(grad, param, group);
    state.step = Number(state.step) + 1;
    const eta = Number(state.eta);
    param.mul_(1 - lambd * eta).add_(g, { alpha: -eta });
    if (state.mu === 1) state.ax.copy_(param);
    else state.ax.add_(param.sub(state.ax).mul(state.mu));
    state.eta = single(lr / (1 + lambd * lr * state.step) ** alpha);
    state.mu = single(1 / Math.max(1, state.step - t0));
  }
}
