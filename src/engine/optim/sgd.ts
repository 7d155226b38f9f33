import { ValueError } from '../errors.js';
import type { Arguments } from '../nn/arguments.js';
import type { Tensor } from '../tensor.js';
import { checkNotNegative, direction, ParameterWise, refuse, type ParamGroup, type Params, type ParamState } from './optimizer.js';

export interface SGDOptions {
  /** Learning rate. */
  lr: number;
  /** How much of the last step goes into the next. Default: 0 */
  momentum: number;
  /** How much less of the gradient goes into the momentum. Default: 0 */
  dampening: number;
  /** Pull of the parameters towards 0. Default: 0 */
  weight_decay: number;
  /** Default: false */
  nesterov: boolean;
  /** Go up instead of down. Default: false */
  maximize: boolean;
}

/**
 * Stochastic gradient descent, as `torch.optim.SGD`: p ← p − lr · g, or with momentum
 * b ← momentum · b + (1 − dampening) · g, p ← p − lr · b.
 */
export class SGD extends ParameterWise<SGDOptions> {
  constructor(
    params: Params,
    ...args: Arguments<[], [lr: number, momentum: number, dampening: number, weight_decay: number, nesterov: boolean], Partial<SGDOptions>>
  ) {
    super(
      'SGD(any params, float? lr=None, float momentum=0, float dampening=0, float weight_decay=0, bool nesterov=False, *, bool maximize=False, any foreach=None, bool differentiable=False)',
      [params, ...args],
      (o) => {
        if (o.lr !== null) checkNotNegative('learning rate', o.lr);
        checkNotNegative('momentum value', o.momentum);
        checkNotNegative('weight_decay value', o.weight_decay);
        if (o.nesterov && (o.momentum <= 0 || o.dampening !== 0)) {
          throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
        }
        refuse(o, 'differentiable');
      },
    );
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: ParamGroup<SGDOptions>): void {
    const { lr, momentum, dampening, nesterov } = group;
    let g = direction(grad, param, group);
    if (momentum !== 0) {
      const buffer = state.momentum_buffer as Tensor | null | undefined;
      const moved = buffer ? buffer.mul_(momentum).add_(g, { alpha: 1 - dampening }) : g.clone();
      state.momentum_buffer = moved;
      g = nesterov ? g.add(moved, { alpha: momentum }) : moved;
    }
    param.add_(g, { alpha: -lr });
  }
}
