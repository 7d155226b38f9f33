import { ValueError } from '../errors.js';
import type { Arguments } from '../nn/arguments.js';
import { py } from '../nn/pythonText.js';
import { full_like, ones_like, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor.js';
import { checkNotNegative, ParameterWise, type ParamGroup, type Params, type ParamState } from './optimizer.js';

export interface RpropOptions {
  /** The first step. Default: 0.01 */
  lr: number;
  /** By what a step shrinks when the gradient changes its sign, and grows otherwise. Default: [0.5, 1.2] */
  etas: readonly number[];
  /** The least and the greatest step. Default: [1e-6, 50] */
  step_sizes: readonly number[];
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

interface RpropState extends ParamState {
  step: number;
  prev: Tensor;
  step_size: Tensor;
}

/** Steps by the sign of the gradient alone, by Riedmiller and Braun (1993), as `torch.optim.Rprop`. */
export class Rprop extends ParameterWise<RpropOptions> {
  constructor(
    params: Params,
    ...args: Arguments<[], [lr: number, etas: readonly number[], step_sizes: readonly number[]], Partial<RpropOptions>>
  ) {
    super(
      'Rprop(any params, float lr=0.01, float[] etas=[0.5, 1.2], float[] step_sizes=[1e-06, 50], any foreach=None, bool maximize=False)',
      [params, ...args],
      (o) => {
        checkNotNegative('learning rate', o.lr);
        const [down, up] = o.etas;
        if (!(down > 0 && down < 1 && up > 1)) throw new ValueError(`Invalid eta values: ${py(down)}, ${py(up)}`);
      },
    );
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: ParamGroup<RpropOptions>): void {
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
