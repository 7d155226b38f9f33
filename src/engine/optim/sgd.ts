import { ValueError } from '../errors.js';
import type { Tensor } from '../tensor/tensor.js';
import { momentum as withMomentum, sgd } from '../kernels/updates.js';
import {
  checkNotNegative,
  direction,
  optimizer,
  sweepAtOnce,
  updateOptions,
  type GroupOf,
  type OptionsOf,
  type ParamState,
} from './optimizer.js';

/**
 * Stochastic gradient descent, as `torch.optim.SGD`: p ← p − lr · g, or with momentum
 * b ← momentum · b + (1 − dampening) · g, p ← p − lr · b.
 */
export class SGD extends optimizer(
  'SGD(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float momentum=0, float dampening=0, float weight_decay=0, bool nesterov=False, *, bool maximize=False, bool? foreach=None, bool differentiable=False, bool? fused=None)',
) {
  protected override readonly takesSparse = true;

  protected override settle(o: OptionsOf<typeof SGD.signature>): OptionsOf<typeof SGD.signature> {
    if (o.lr !== null) checkNotNegative('learning rate', o.lr);
    checkNotNegative('momentum value', o.momentum);
    checkNotNegative('weight_decay value', o.weight_decay);
    if (o.nesterov && (o.momentum <= 0 || o.dampening !== 0)) {
      throw new ValueError('Nesterov momentum requires a momentum and zero dampening');
    }
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: GroupOf<typeof SGD>): void {
    const { lr, momentum, dampening, nesterov } = group;
    const options = updateOptions(group);
    if (momentum === 0 && sweepAtOnce(sgd(options), [param, grad], [-lr, group.weight_decay])) return;
    const known = state.momentum_buffer as Tensor | null | undefined;
    const numbers = [-lr, group.weight_decay, momentum, 1 - dampening];
    if (momentum !== 0 && known && sweepAtOnce(withMomentum({ ...options, nesterov }), [param, grad, known], numbers)) return;
    let g = direction(grad, param, group);
    if (momentum !== 0) {
      const moved = known ? known.mul_(momentum).add_(g, { alpha: 1 - dampening }) : g.clone();
      state.momentum_buffer = moved;
      g = nesterov ? g.add(moved, { alpha: momentum }) : moved;
    }
    param.add_(g, { alpha: -lr });
  }
}
