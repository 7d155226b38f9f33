import { maximum, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { adam } from '../kernels/updates.js';
import {
  checkBetas,
  checkNotNegative,
  direction,
  optimizer,
  sweepAtOnce,
  updateOptions,
  type GroupOf,
  type OptionsOf,
  type ParamState,
} from './optimizer.js';

type AdamOptions = Omit<OptionsOf<typeof Adam.signature>, 'decoupled_weight_decay'>;

function check(o: AdamOptions): void {
  checkNotNegative('learning rate', o.lr);
  checkNotNegative('epsilon value', o.eps);
  checkBetas(o.betas);
  checkNotNegative('weight_decay value', o.weight_decay);
}

interface AdamState extends ParamState {
  step: number;
  exp_avg: Tensor;
  exp_avg_sq: Tensor;
  max_exp_avg_sq?: Tensor;
}

/** The step that Adam and AdamW share; they differ only in weight decay. */
function adamStep(param: Tensor, given: Tensor, kept: ParamState, options: AdamOptions & { decoupled_weight_decay?: boolean }): void {
  const { lr, betas, eps, amsgrad, weight_decay } = options;
  const state = kept as AdamState;
  if (!('step' in kept)) {
    Object.assign(state, { step: 0, exp_avg: zeros_like(param), exp_avg_sq: zeros_like(param) });
    if (amsgrad) state.max_exp_avg_sq = zeros_like(param);
  }
  const [beta1, beta2] = betas;
  state.step = Number(state.step) + 1;
  const stepSize = lr / (1 - beta1 ** state.step);
  const correction = Math.sqrt(1 - beta2 ** state.step);
  if (!amsgrad) {
    const how = updateOptions(options);
    const decay = how.decay === 'parameter' ? 1 - lr * weight_decay : weight_decay;
    const numbers = [-stepSize, decay, beta1, 1 - beta1, beta2, 1 - beta2, correction, eps];
    if (sweepAtOnce(adam(how), [param, given, state.exp_avg, state.exp_avg_sq], numbers)) return;
  }
  const grad = direction(given, param, options);
  state.exp_avg.lerp_(grad, 1 - beta1);
  state.exp_avg_sq.mul_(beta2).addcmul_(grad, grad, { value: 1 - beta2 });
  let square = state.exp_avg_sq;
  if (amsgrad) square = state.max_exp_avg_sq = maximum(state.max_exp_avg_sq!, square);
  param.addcdiv_(state.exp_avg, square.sqrt().div_(correction).add_(eps), { value: -stepSize });
}

const advice = ', please consider SparseAdam instead';

/** Adam by Kingma and Ba (2014), as `torch.optim.Adam`: p ← p − lr · m̂ / (√v̂ + eps). */
export class Adam extends optimizer(
  'Adam(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0, bool amsgrad=False, *, bool? foreach=None, bool maximize=False, bool capturable=False, bool differentiable=False, bool? fused=None, bool decoupled_weight_decay=False)',
) {
  protected override readonly instead = advice;

  protected override settle(o: OptionsOf<typeof Adam.signature>): OptionsOf<typeof Adam.signature> {
    check(o);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: GroupOf<typeof Adam>): void {
    adamStep(param, grad, state, group);
  }
}

/** The option that turns Adam into AdamW; PyTorch keeps and prints it. */
const isDecoupled = { decoupled_weight_decay: true };

/**
 * Adam with weight decay that is separate from the gradient, by Loshchilov and Hutter (2017), as `torch.optim.AdamW`.
 */
export class AdamW extends optimizer(
  'AdamW(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float[] betas=[0.9, 0.999], float eps=1e-08, float weight_decay=0.01, bool amsgrad=False, *, bool maximize=False, bool? foreach=None, bool capturable=False, bool differentiable=False, bool? fused=None)',
) {
  protected override readonly instead = advice;

  protected override readonly base = 'Adam';

  protected override settle(o: OptionsOf<typeof AdamW.signature>): OptionsOf<typeof AdamW.signature> {
    check(o);
    return { ...o, ...isDecoupled };
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: GroupOf<typeof AdamW>): void {
    adamStep(param, grad, state, { ...group, ...isDecoupled });
  }
}
