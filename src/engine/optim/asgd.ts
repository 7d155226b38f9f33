import type { Arguments } from '../nn/arguments.js';
import { zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor.js';
import { checkNotNegative, direction, ParameterWise, type ParamGroup, type Params, type ParamState } from './optimizer.js';

export interface ASGDOptions {
  /** Learning rate. Default: 0.01 */
  lr: number;
  /** Decay of the parameters. Default: 0.0001 */
  lambd: number;
  /** Power by which the learning rate decays. Default: 0.75 */
  alpha: number;
  /** The step at which averaging begins. Default: 1e6 */
  t0: number;
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay: number;
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

interface ASGDState extends ParamState {
  step: number;
  eta: number;
  mu: number;
  ax: Tensor;
}

/** PyTorch keeps eta and mu as float32. */
const single = Math.fround;

/** Averaged stochastic gradient descent, by Polyak and Juditsky (1992), as `torch.optim.ASGD`. */
export class ASGD extends ParameterWise<ASGDOptions> {
  constructor(
    params: Params,
    ...args: Arguments<[], [lr: number, lambd: number, alpha: number, t0: number, weight_decay: number], Partial<ASGDOptions>>
  ) {
    super(
      'ASGD(any params, float lr=0.01, float lambd=0.0001, float alpha=0.75, float t0=1000000.0, float weight_decay=0, any foreach=None, bool maximize=False)',
      [params, ...args],
      (o) => {
        checkNotNegative('learning rate', o.lr);
        checkNotNegative('weight_decay value', o.weight_decay);
      },
    );
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: ParamGroup<ASGDOptions>): void {
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
