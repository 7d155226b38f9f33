import { RuntimeError } from '../errors.js';
import { finfo } from '../namespaces/limits.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkRange, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface AdafactorState extends ParamState {
  step: number;
  /** For a matrix: the average square of each row and of each column. */
  row_var: Tensor;
  col_var: Tensor;
  /** For a vector: the average square of each element. */
  variance: Tensor;
}

/** The average of squares along a dim. */
const squares = (grad: Tensor, dim: number): Tensor => grad.norm(2, dim, true).square_().div_(grad.sizes.at(dim)!);

/** An estimate of the squared gradient, from the averages in the state after the gradient was added to them. */
function estimate(grad: Tensor, state: AdafactorState, share: number, eps1: number): Tensor {
  if (grad.sizes.length < 2) return state.variance.lerp_(grad.mul(grad), share).clone();
  state.row_var.lerp_(squares(grad, -1), share);
  state.col_var.lerp_(squares(grad, -2), share);
  return state.row_var.matmul(state.col_var).div_(state.row_var.mean(-2, true).clamp_({ min: eps1 }));
}

/**
 * Adam with an average for each row and column in place of one for each element, by Shazeer and Stern (2018), as
 * `torch.optim.Adafactor`.
 */
export class Adafactor extends optimizer(
  'Adafactor(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float beta2_decay=-0.8, any[] eps=[None, 0.001], float d=1.0, float weight_decay=0.0, *, bool? foreach=None, bool maximize=False)',
) {
  protected override settle(o: OptionsOf<typeof Adafactor.signature>): OptionsOf<typeof Adafactor.signature> {
    const [eps1, eps2] = o.eps as [number | null, number];
    checkRange(o.lr >= 0, 'Learning rate', '>= 0', o.lr);
    checkRange(o.beta2_decay <= 0, 'beta2_decay', '<= 0', o.beta2_decay);
    checkRange(eps1 === null || eps1 >= 0, 'epsilon1', '>= 0', eps1);
    checkRange(eps2 >= 0, 'epsilon2', '>= 0', eps2);
    checkRange(o.d >= 1, 'Clipping threshold d', '>= 1', o.d);
    checkRange(o.weight_decay >= 0, 'weight_decay', '>= 0', o.weight_decay);
    return o;
  }

  protected override update(param: Tensor, given: Tensor, kept: ParamState, group: GroupOf<typeof Adafactor>): void {
    if (param.dtype.is_complex) throw new RuntimeError('Adafactor does not support complex parameters');
    const { lr, beta2_decay, d, weight_decay, maximize } = group;
    const [eps1 = null, eps2] = group.eps as [number | null, number];
    const state = kept as AdafactorState;
    const grad = maximize ? given.neg() : given;
    if (!('step' in kept)) begin(state, grad);
    const step = (state.step = Number(state.step) + 1);
    const least = eps1 ?? finfo(param.dtype).eps;
    const alpha = Math.max(eps2, sizeOf(param)) * Math.min(lr, 1 / Math.sqrt(step));
    if (weight_decay !== 0) param.mul_(1 - lr * weight_decay);
    const change = estimate(grad, state, step ** beta2_decay, least)
      .clamp_({ min: least * least })
      .rsqrt_()
      .mul_(grad);
    param.add_(change, { alpha: -alpha / Math.max(1, sizeOf(change) / d) });
  }
}

function begin(state: AdafactorState, grad: Tensor): void {
  state.step = 0;
  const shape = (dim: number) => grad.sizes.map((size, i) => (i === grad.sizes.length + dim ? 1 : size));
  if (grad.sizes.length < 2) state.variance = grad.new_zeros(grad.sizes);
  else Object.assign(state, { row_var: grad.new_zeros(shape(-1)), col_var: grad.new_zeros(shape(-2)) });
}

/** The root of the mean square. */
const sizeOf = (t: Tensor): number => t.norm(2).item() / Math.sqrt(t.numel());
