import { ValueError } from '../errors.js';
import type { Arguments } from '../nn/arguments.js';
import { py } from '../nn/pythonText.js';
import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor.js';
import { checkNotNegative, direction, ParameterWise, type ParamGroup, type Params, type ParamState } from './optimizer.js';

export interface AdadeltaOptions {
  /** Learning rate. Default: 1 */
  lr: number;
  /** How slowly the averages change. Default: 0.9 */
  rho: number;
  /** Added under the roots. Default: 1e-6 */
  eps: number;
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay: number;
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

interface AdadeltaState extends ParamState {
  step: number;
  square_avg: Tensor;
  acc_delta: Tensor;
}

/** Steps of the size of those before, by Zeiler (2012), as `torch.optim.Adadelta`. */
export class Adadelta extends ParameterWise<AdadeltaOptions> {
  constructor(
    params: Params,
    ...args: Arguments<[], [lr: number, rho: number, eps: number, weight_decay: number], Partial<AdadeltaOptions>>
  ) {
    super(
      'Adadelta(any params, float lr=1.0, float rho=0.9, float eps=1e-06, float weight_decay=0, any foreach=None, *, bool maximize=False)',
      [params, ...args],
      (o) => {
        checkNotNegative('learning rate', o.lr);
        if (!(o.rho >= 0 && o.rho <= 1)) throw new ValueError(`Invalid rho value: ${py(o.rho)}`);
        checkNotNegative('epsilon value', o.eps);
        checkNotNegative('weight_decay value', o.weight_decay);
      },
    );
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: ParamGroup<AdadeltaOptions>): void {
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
