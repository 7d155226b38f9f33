import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkBetas, checkNotNegative, direction, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface NAdamState extends ParamState {
  step: number;
  mu_product: number;
  exp_avg: Tensor;
  exp_avg_sq: Tensor;
}

/** PyTorch keeps the product of the momenta as a float32. */
const single = Math.fround;

/** Adam with Nesterov's momentum, by Dozat (2016), as `torch.optim.NAdam`. */
export class NAdam extends optimizer(
  'NAdam(Iterable[Tensor]|Iterable[dict] params, float lr=0.002, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, float momentum_decay=0.004, bool decoupled_weight_decay=False, *, bool? foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False)',
) {
  protected override settle(o: OptionsOf<typeof NAdam.signature>): OptionsOf<typeof NAdam.signature> {
    checkNotNegative('learning rate', o.lr);
    checkNotNegative('epsilon value', o.eps);
    checkBetas(o.betas);
    checkNotNegative('weight_decay value', o.weight_decay);
    checkNotNegative('momentum_decay value', o.momentum_decay);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof NAdam>): void {
    const state = kept as NAdamState;
    if (!('step' in kept)) {
      Object.assign(state, { step: 0, mu_product: 1, exp_avg: zeros_like(param), exp_avg_sq: zeros_like(param) });
    }
    const { lr, eps, momentum_decay } = group;
    const [beta1, beta2] = group.betas;
    const g = direction(grad, param, group);
    const step = (state.step = Number(state.step) + 1);
    const momentumAt = (n: number) => beta1 * (1 - 0.5 * 0.96 ** (n * momentum_decay));
    const mu = momentumAt(step);
    const muNext = momentumAt(step + 1);
    state.mu_product = single(Number(state.mu_product) * single(mu));
    const productNext = state.mu_product * muNext;
    state.exp_avg.mul_(beta1).add_(g, { alpha: 1 - beta1 });
    state.exp_avg_sq.mul_(beta2).addcmul_(g, g, { value: 1 - beta2 });
    const denominator = state.exp_avg_sq
      .div(1 - beta2 ** step)
      .sqrt()
      .add_(eps);
    param.addcdiv_(g, denominator, { value: (-lr * (1 - mu)) / (1 - state.mu_product) });
    param.addcdiv_(state.exp_avg, denominator, { value: (-lr * muNext) / (1 - productNext) });
  }
}
