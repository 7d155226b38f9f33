import { ValueError } from '../errors.js';
import { pyFloat } from '../nn/pythonText.js';
import { full_like, ones_like, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkNotNegative, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface RpropState extends ParamState {
  step: number;
  prev: Tensor;
  step_size: Tensor;
}

/** Uses only the sign of the gradient, by Riedmiller and Braun (1993), as `torch.optim.Rprop`. */
export class Rprop extends optimizer(
  'Rprop(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float[] etas=[0.5, 1.2], float[] step_sizes=[1e-06, 50], *, bool capturable=False, bool? foreach=None, bool maximize=False, bool differentiable=False)',
) {
  protected override settle(o: OptionsOf<typeof Rprop.signature>): OptionsOf<typeof Rprop.signature> {
    checkNotNegative('learning rate', o.lr);
    const [down, up] = o.etas;
    if (!(down > 0 && down < 1 && up > 1)) throw new ValueError(`Invalid eta values: ${pyFloat(down)}, ${pyFloat(up)}`);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof Rprop>): void {
    const state = kept as RpropState;
    if (!('step' in kept)) Object.assign(state, { step: 0, prev: zeros_like(param), step_size: full_like(grad, group.lr) });
    const [down, up] = group.etas;
    const [least, most] = group.step_sizes;
    const g = group.maximize ? grad.neg() : grad;
    state.step = Number(state.step) + 1;
    const agreement = g.mul(state.prev);
    const turned = agreement.lt(0);
    const factor = ones_like(g).masked_fill(agreement.gt(0), up).masked_fill(turned, down);
    state.step_size.mul_(factor).clamp_(least, most);
    const used = g.masked_fill(turned, 0);
    param.addcmul_(used.sign(), state.step_size, { value: -1 });
    state.prev.copy_(used);
  }
}
