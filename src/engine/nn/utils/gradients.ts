/** Functions that work on the gradients of all parameters together. */
import { RuntimeError } from '../../errors.js';
import { full, stack } from '../../generated/torch.js';
import { quietly } from '../../quietly.js';
import { Tensor } from '../../tensor/tensor.js';
import { callable } from '../arguments.js';

type Tensors = Tensor | Iterable<Tensor>;

const withGradient = (parameters: Tensors): Tensor[] =>
  (parameters instanceof Tensor ? [parameters] : [...parameters]).filter((p) => p.grad !== null);

/** The norm of all the gradients together, from the norm of each. */
function totalNorm(gradients: readonly Tensor[], p: number): Tensor {
  if (p === Infinity) return stack(gradients.map((g) => g.detach().abs().max())).max();
  return stack(gradients.map((g) => g.detach().norm(p))).norm(p);
}

/**
 * The norm of several tensors together, as `torch.nn.utils.get_total_norm`. @throws RuntimeError for a norm that is not
 * finite, with `error_if_nonfinite`
 */
export const get_total_norm = callable(
  'get_total_norm(Tensor|Iterable[Tensor] tensors, float norm_type=2.0, bool error_if_nonfinite=False, bool? foreach=None)',
  ({ tensors, norm_type, error_if_nonfinite }): Tensor => {
    const list = tensors instanceof Tensor ? [tensors] : [...tensors];
    if (list.length === 0) return full([], 0);
    const total = quietly(() => totalNorm(list, norm_type));
    if (error_if_nonfinite) checkFinite(total, norm_type);
    return total;
  },
);

/** Scales gradients by a known norm, as `torch.nn.utils.clip_grads_with_norm_`. */
export const clip_grads_with_norm_ = callable(
  'clip_grads_with_norm_(Tensor|Iterable[Tensor] parameters, float max_norm, Tensor total_norm, bool? foreach=None)',
  ({ parameters, max_norm, total_norm }): void =>
    quietly(() => {
      const share = total_norm.add(1e-6).reciprocal().mul(max_norm).clamp({ max: 1 });
      for (const p of withGradient(parameters)) p.grad!.mul_(share.to(p.grad!.dtype));
    }),
);

function checkFinite(total: Tensor, norm: number): void {
  if (!Number.isFinite(total.item()))
    throw new RuntimeError(
      `The total norm of order ${norm} for gradients from \`parameters\` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set \`error_if_nonfinite=False\``,
    );
}

/**
 * Scales the gradients so that the norm of all together is at most `max_norm`.
 * @returns the norm before scaling
 */
export const clip_grad_norm_ = callable(
  'clip_grad_norm_(Tensor|Iterable[Tensor] parameters, float max_norm, float norm_type=2.0, bool error_if_nonfinite=False, bool? foreach=None)',
  ({ parameters, max_norm, norm_type, error_if_nonfinite }): Tensor => {
    const withGradients = withGradient(parameters);
    const total = get_total_norm(
      withGradients.map((p) => p.grad!),
      norm_type,
      error_if_nonfinite,
    );
    clip_grads_with_norm_(withGradients, max_norm, total);
    return total;
  },
);

/** Clips every element of the gradients to between −clip_value and clip_value. */
export const clip_grad_value_ = callable(
  'clip_grad_value_(Tensor|Iterable[Tensor] parameters, float clip_value, bool? foreach=None)',
  ({ parameters, clip_value }): void =>
    quietly(() => {
      for (const p of withGradient(parameters)) p.grad!.clamp_(-clip_value, clip_value);
    }),
);
