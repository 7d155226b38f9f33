import { zeros_like } from '../generated/torch.js';
import { RuntimeError, ValueError } from '../errors.js';
import { py } from '../nn/pythonText.js';
import { isSparse, type SparseTensor } from '../sparse/sparseTensor.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkBetas, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface SparseAdamState extends ParamState {
  step: number;
  exp_avg: Tensor;
  exp_avg_sq: Tensor;
}

/**
 * Adam for sparse gradients, as `torch.optim.SparseAdam`: only the rows that a gradient has are changed, also in the
 * moments.
 */
export class SparseAdam extends optimizer(
  'SparseAdam(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, bool maximize=False)',
) {
  protected override readonly takesSparse = true;

  protected override settle(o: OptionsOf<typeof SparseAdam.signature>): OptionsOf<typeof SparseAdam.signature> {
    if (!(o.lr > 0)) throw new ValueError(`Invalid learning rate: ${py(o.lr)}`);
    if (!(o.eps > 0)) throw new ValueError(`Invalid epsilon value: ${py(o.eps)}`);
    checkBetas(o.betas);
    return o;
  }

  protected override update(param: Tensor, given: Tensor, kept: ParamState, group: GroupOf<typeof SparseAdam>): void {
    if (!isSparse(given)) throw new RuntimeError('SparseAdam does not support dense gradients, please consider Adam instead');
    const state = kept as SparseAdamState;
    if (!('step' in kept)) Object.assign(state, { step: 0, exp_avg: zeros_like(param), exp_avg_sq: zeros_like(param) });
    state.step = Number(state.step) + 1;
    const grad = (group.maximize ? (given.neg() as SparseTensor) : given).coalesced();
    if (grad.kept.numel() === 0) return;
    const [beta1, beta2] = group.betas;
    const mean = moved(state.exp_avg, grad, grad.kept, 1 - beta1);
    const square = moved(state.exp_avg_sq, grad, grad.kept.pow(2), 1 - beta2);
    const size = (group.lr * Math.sqrt(1 - beta2 ** state.step)) / (1 - beta1 ** state.step);
    param.add_(grad.with(mean.div(square.sqrt().add(group.eps)).mul(-size)));
  }
}

/** Moves the rows of a moment that the gradient has towards `values`. @returns these rows */
function moved(moment: Tensor, grad: SparseTensor, values: Tensor, rate: number): Tensor {
  const old = (moment.sparse_mask(grad) as SparseTensor).kept;
  const change = values.sub(old).mul(rate);
  moment.add_(grad.with(change));
  return change.add(old);
}
