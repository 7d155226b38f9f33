import type { Arguments } from '../nn/arguments.js';
import { maximum, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor.js';
import { checkBetas, checkNotNegative, direction, ParameterWise, type ParamGroup, type Params, type ParamState } from './optimizer.js';

export interface AdamaxOptions {
  /** Learning rate. Default: 0.002 */
  lr: number;
  /** How slowly the average and the greatest gradient change. Default: [0.9, 0.999] */
  betas: readonly number[];
  /** Added to the denominator. Default: 1e-8 */
  eps: number;
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay: number;
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

interface AdamaxState extends ParamState {
  step: number;
  exp_avg: Tensor;
  exp_inf: Tensor;
}

/** Adam with the greatest gradient in place of the average square, as `torch.optim.Adamax`. */
export class Adamax extends ParameterWise<AdamaxOptions> {
  constructor(
    params: Params,
    ...args: Arguments<[], [lr: number, betas: readonly number[], eps: number, weight_decay: number], Partial<AdamaxOptions>>
  ) {
    super(
      'Adamax(any params, float lr=0.002, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, any foreach=None, *, bool maximize=False)',
      [params, ...args],
      (o) => {
        checkNotNegative('learning rate', o.lr);
        checkNotNegative('epsilon value', o.eps);
        checkBetas(o.betas);
        checkNotNegative('weight_decay value', o.weight_decay);
      },
    );
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: ParamGroup<AdamaxOptions>): void {
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
