import { ValueError } from '../errors.js';
import { py } from '../nn/pythonText.js';
import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkNotNegative, direction, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface AdadeltaState extends ParamState {
  step: number;
  square_avg: Tensor;
  acc_delta: Tensor;
}

/** Steps whose size follows earlier steps, by Zeiler (2012), as `torch.optim.Adadelta`. */
export class Adadelta extends optimizer(
  'Adadelta(Iterable[Tensor]|Iterable[dict] params, float lr=1.0, float rho=0.9, float eps=1e-06, float weight_decay=0, bool? foreach=None, *, bool capturable=False, bool maximize=False, bool differentiable=False)',
) {
  protected override settle(o: OptionsOf<typeof Adadelta.signature>): OptionsOf<typeof Adadelta.signature> {
    checkNotNegative('learning rate', o.lr);
    if (!(o.rho >= 0 && o.rho <= 1)) throw new ValueError(`Invalid rho value: ${py(o.rho)}`);
    checkNotNegative('epsilon value', o.eps);
    checkNotNegative('weight_decay value', o.weight_decay);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof Adadelta>): void {
    const state = kept as AdadeltaState;
    if (!('step' in kept)) Object.assign(state, { step: 0, square_avg: zeros_like(param), acc_delta: zeros_like(param) });
    const { lr, rho, eps } = group;
    const g = direction(grad, param, group);
    state.step = Number(state.step) + 1;
    state.square_avg.mul_(rho).addcmul_(g, g, { value: 1 - rho });
    const size = state.square_avg.add(eps).sqrt_();
    const delta = state.acc_delta.add(eps).sqrt_().div_(size).mul_(g);
    state.acc_delta.mul_(rho).addcmul_(delta, delta, { value: 1 - rho });
    param.add_(delta, { alpha: -lr });
  }
}
