import type { Arguments } from '../nn/arguments.js';
import { maximum, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor.js';
import {
  checkBetas,
  checkNotNegative,
  direction,
  ParameterWise,
  refuse,
  type ParamGroup,
  type Params,
  type ParamState,
} from './optimizer.js';

export interface AdamOptions {
  /** Learning rate. Default: 0.001 */
  lr: number;
  /** How slowly the averages of the gradient and of its square change. Default: [0.9, 0.999] */
  betas: readonly number[];
  /** Added to the denominator. Default: 1e-8 */
  eps: number;
  /** Pull of the parameters towards 0. Default: 0 (AdamW: 0.01) */
  weight_decay: number;
  /** Divides by the greatest average square so far. Default: false */
  amsgrad: boolean;
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

type AdamArguments = Arguments<
  [],
  [lr: number, betas: readonly number[], eps: number, weight_decay: number, amsgrad: boolean],
  Partial<AdamOptions>
>;

function check(o: AdamOptions): void {
  checkNotNegative('learning rate', o.lr);
  checkNotNegative('epsilon value', o.eps);
  checkBetas(o.betas);
  checkNotNegative('weight_decay value', o.weight_decay);
  refuse(o, 'capturable', 'differentiable', 'fused');
}

interface AdamState extends ParamState {
  step: number;
  exp_avg: Tensor;
  exp_avg_sq: Tensor;
  max_exp_avg_sq?: Tensor;
}

/** The step that Adam and AdamW share, after each has decayed weights in its way. */
function adamStep(param: Tensor, grad: Tensor, kept: ParamState, { lr, betas, eps, amsgrad }: AdamOptions): void {
  const state = kept as AdamState;
  if (!('step' in kept)) {
    Object.assign(state, { step: 0, exp_avg: zeros_like(param), exp_avg_sq: zeros_like(param) });
    if (amsgrad) state.max_exp_avg_sq = zeros_like(param);
  }
  const [beta1, beta2] = betas;
  state.step = Number(state.step) + 1;
  state.exp_avg.mul_(beta1).add_(grad, { alpha: 1 - beta1 });
  state.exp_avg_sq.mul_(beta2).addcmul_(grad, grad, { value: 1 - beta2 });
  const stepSize = lr / (1 - beta1 ** state.step);
  const correction = Math.sqrt(1 - beta2 ** state.step);
  let square = state.exp_avg_sq;
  if (amsgrad) square = state.max_exp_avg_sq = maximum(state.max_exp_avg_sq!, square);
  param.addcdiv_(state.exp_avg, square.sqrt().div_(correction).add_(eps), { value: -stepSize });
}

/** Adam by Kingma and Ba (2014), as `torch.optim.Adam`: p ← p − lr · m̂ / (√v̂ + eps). */
export class Adam extends ParameterWise<AdamOptions> {
  constructor(params: Params, ...args: AdamArguments) {
    super(
      'Adam(any params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool amsgrad=False, *, any foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False, bool fused=False)',
      [params, ...args],
      check,
    );
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: ParamGroup<AdamOptions>): void {
    adamStep(param, direction(grad, param, group), state, group);
  }
}

/** Adam with weight decay apart from the gradient, by Loshchilov and Hutter (2017), as `torch.optim.AdamW`. */
export class AdamW extends ParameterWise<AdamOptions> {
  constructor(params: Params, ...args: AdamArguments) {
    super(
      'AdamW(any params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0.01, bool amsgrad=False, *, bool maximize=False, any foreach=None, bool capturable=False)',
      [params, ...args],
      check,
    );
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: ParamGroup<AdamOptions>): void {
    param.mul_(1 - group.lr * group.weight_decay);
    adamStep(param, group.maximize ? grad.neg() : grad, state, group);
  }
}
