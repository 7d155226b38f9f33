import { grad } from '../tensor/functional.js';
import { NotImplementedError_ } from '../errors.js';
import type { Tensor } from '../tensor/tensor.js';
import { Distribution } from './distribution.js';

/** A family p(x) = exp(⟨t(x), θ⟩ − F(θ) + k(x)), as `torch.distributions.ExponentialFamily`: the entropy is computed from F. */
export abstract class ExponentialFamily extends Distribution {
  /** θ @internal */
  abstract get _natural_params(): Tensor[];

  /** F(θ) @internal */
  abstract _log_normalizer(...natural_params: Tensor[]): Tensor;

  /** The expectation of k(x). @internal */
  get _mean_carrier_measure(): number {
    throw new NotImplementedError_('');
  }

  override entropy(): Tensor {
    const params = this._natural_params.map((p) => p.detach().requires_grad_());
    const normalizer = this._log_normalizer(...params);
    const gradients = grad(normalizer.sum(), params, { create_graph: true });
    return params.reduce(
      (sum, p, i) =>
        sum.sub(
          p
            .mul(gradients[i])
            .reshape([...this._batch_shape, -1])
            .sum(-1),
        ),
      normalizer.sub(this._mean_carrier_measure),
    );
  }
}
