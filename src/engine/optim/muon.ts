import { bfloat16 } from '../dtype.js';
import { RuntimeError, ValueError } from '../errors.js';
import type { ClassArguments } from '../generated/classes.js';
import { addmm, zeros_like } from '../generated/torch.js';
import type { Tensor } from '../tensor/tensor.js';
import { checkRange, optimizer, type GroupOf, type OptionsOf, type ParamState } from './optimizer.js';

/** A matrix with the same singular vectors and all singular values near 1, by Newton–Schulz steps in bfloat16. */
function orthogonal(grad: Tensor, coefficients: readonly number[], steps: number, eps: number): Tensor {
  if (steps >= 100) throw new ValueError('Number of steps must be less than 100 for computational efficiency');
  if (coefficients.length !== 3) throw new ValueError('Coefficients must be a tuple of exactly 3 values');
  const [a, b, c] = coefficients;
  const isTall = grad.size(0) > grad.size(1);
  let x = grad.to(bfloat16, { copy: true });
  if (isTall) x = x.t();
  x.div_(x.norm().clamp({ min: eps }));
  for (let i = 0; i < steps; i++) {
    const gram = x.matmul(x.t());
    const update = addmm(gram, gram, gram, { beta: b, alpha: c });
    x = addmm(x, update, x, { beta: a });
  }
  return isTall ? x.t() : x;
}

/** The factor by which the rate grows for a matrix of this shape. */
function ratio(how: string | null, [rows, columns]: readonly number[]): number {
  if (how === 'match_rms_adamw') return 0.2 * Math.sqrt(Math.max(rows, columns));
  return Math.sqrt(how === 'spectral_unclamped' ? rows / columns : Math.max(1, rows / columns));
}

/** Momentum with orthogonalised steps, for matrices, by Jordan (2024), as `torch.optim.Muon`. */
export class Muon extends optimizer(
  'Muon(Iterable[Tensor]|Iterable[dict] params, float lr=0.001, float weight_decay=0.1, float momentum=0.95, bool nesterov=True, float[] ns_coefficients=[3.4445, -4.775, 2.0315], float eps=1e-07, int ns_steps=5, str? adjust_lr_fn=None)',
) {
  /** @throws ValueError for parameters that are not matrices */
  constructor(...args: ClassArguments['Muon']) {
    super(...args);
    for (const { params } of this.param_groups)
      for (const p of params)
        if (p.sizes.length !== 2)
          throw new ValueError(`Muon only supports 2D parameters whereas we found a parameter with size: ${String(p.shape)}`);
  }

  protected override settle(o: OptionsOf<typeof Muon.signature>): OptionsOf<typeof Muon.signature> {
    checkRange(o.lr >= 0, 'Learning rate', '>= 0', o.lr);
    checkRange(o.momentum >= 0, 'momentum', '>= 0', o.momentum);
    checkRange(o.weight_decay >= 0, 'weight decay', '>= 0', o.weight_decay);
    if (o.adjust_lr_fn !== null && !/^(original|match_rms_adamw|spectral_unclamped)$/.test(o.adjust_lr_fn))
      throw new ValueError(`Adjust learning rate function ${o.adjust_lr_fn} is not supported`);
    return o;
  }

  protected override update(param: Tensor, grad: Tensor, state: ParamState, group: GroupOf<typeof Muon>): void {
    if (param.dtype.is_complex) throw new RuntimeError('Muon does not support complex parameters');
    const { lr, weight_decay, momentum, nesterov, ns_coefficients, eps, ns_steps, adjust_lr_fn } = group;
    const buffer = (state.momentum_buffer ??= zeros_like(grad)) as Tensor;
    buffer.lerp_(grad, 1 - momentum);
    const change = orthogonal(nesterov ? grad.lerp(buffer, momentum) : buffer, ns_coefficients, ns_steps, eps);
    param.mul_(1 - lr * weight_decay);
    param.add_(change, { alpha: -lr * ratio(adjust_lr_fn, param.sizes) });
  }
}
