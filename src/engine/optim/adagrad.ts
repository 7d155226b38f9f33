import type { ClassArguments } from '../generated/classes.js';
import { full_like } from '../generated/torch.js';
import { quietly } from '../quietly.js';
import { RuntimeError } from '../errors.js';
import { isSparse, type SparseTensor } from '../sparse/sparseTensor.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkNotNegative, direction, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

interface AdagradState extends ParamState {
  step: number;
  sum: Tensor;
}

/** The same step for only those rows that a sparse gradient has. */
function changeRows(param: Tensor, grad: SparseTensor, sum: Tensor, lr: number, eps: number): void {
  sum.add_(grad.with(grad.kept.pow(2)));
  const root = (sum.sparse_mask(grad) as SparseTensor).kept.sqrt().add_(eps);
  param.add_(grad.with(grad.kept.div(root)), { alpha: -lr });
}

/**
 * Divides the gradient by the root of the sum of its squares so far, by Duchi and others (2011), as
 * `torch.optim.Adagrad`.
 */
export class Adagrad extends optimizer(
  'Adagrad(Iterable[Tensor]|Iterable[dict] params, float lr=0.01, float lr_decay=0, float weight_decay=0, float initial_accumulator_value=0, float eps=1e-10, bool? foreach=None, *, bool maximize=False, bool differentiable=False, bool? fused=None)',
) {
  constructor(...args: ClassArguments['Adagrad']) {
    super(...args);
    for (const group of this.param_groups) {
      for (const p of group.params) {
        Object.assign(this.stateOf(p), { step: 0, sum: quietly(() => full_like(p, group.initial_accumulator_value)) });
      }
    }
  }

  protected override readonly takesSparse = true;

  protected override settle(o: OptionsOf<typeof Adagrad.signature>): OptionsOf<typeof Adagrad.signature> {
    checkNotNegative('learning rate', o.lr);
    checkNotNegative('lr_decay value', o.lr_decay);
    checkNotNegative('weight_decay value', o.weight_decay);
    checkNotNegative('initial_accumulator_value value', o.initial_accumulator_value);
    checkNotNegative('epsilon value', o.eps);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, kept: ParamState, group: GroupOf<typeof Adagrad>): void {
    const state = kept as AdagradState;
    if (grad.is_sparse && group.weight_decay !== 0) throw new RuntimeError('weight_decay option is not compatible with sparse gradients');
    const g = direction(grad, param, group);
    state.step = Number(state.step) + 1;
    const lr = group.lr / (1 + (state.step - 1) * group.lr_decay);
    if (isSparse(g)) return changeRows(param, g.coalesced(), state.sum, lr, group.eps);
    state.sum.addcmul_(g, g);
    param.addcdiv_(g, state.sum.sqrt().add_(group.eps), { value: -lr });
  }
}
