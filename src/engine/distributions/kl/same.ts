/** Divergences between two distributions of one family. */
import { grad } from '../../tensor/functional.js';
import { NotImplementedError_ } from '../../errors.js';
import * as F from '../../generated/functional.js';
import { sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Categorical, OneHotCategorical } from '../categorical.js';
import { Independent } from '../composite.js';
import { ContinuousBernoulli } from '../continuousBernoulli.js';
import { Beta, Dirichlet } from '../dirichlet.js';
import { ExponentialFamily } from '../exponentialFamily.js';
import { Exponential, Gamma } from '../gammas.js';
import { Cauchy, Laplace, Normal, Uniform } from '../locationScale.js';
import { Bernoulli, Binomial, Geometric, Poisson } from '../probability.js';
import { euler, sumRightmost } from '../support.js';
import { TransformedDistribution } from '../transformed.js';
import { Gumbel, HalfNormal, Pareto } from '../transformedFamilies.js';
import { sameTransforms } from '../transforms/transform.js';
import { kl_divergence, register_kl } from './registry.js';

register_kl(
  Bernoulli,
  Bernoulli,
)((p, q) => {
  const ofOne = p.probs
    .mul(F.softplus(q.logits.neg()).sub(F.softplus(p.logits.neg())))
    .masked_fill(q.probs.eq(0), Infinity)
    .masked_fill(p.probs.eq(0), 0);
  const ofZero = p.probs
    .rsub(1)
    .mul(F.softplus(q.logits).sub(F.softplus(p.logits)))
    .masked_fill(q.probs.eq(1), Infinity)
    .masked_fill(p.probs.eq(1), 0);
  return ofOne.add(ofZero);
});

register_kl(
  Beta,
  Beta,
)((p, q) => {
  const [p1, p0, q1, q0] = [p.concentration1, p.concentration0, q.concentration1, q.concentration0];
  const [sumP, sumQ] = [p1.add(p0), q1.add(q0)];
  const t1 = q1.lgamma().add(q0.lgamma()).add(sumP.lgamma());
  const t2 = p1.lgamma().add(p0.lgamma()).add(sumQ.lgamma());
  return t1.sub(t2).add(p1.sub(q1).mul(p1.digamma())).add(p0.sub(q0).mul(p0.digamma())).add(sumQ.sub(sumP).mul(sumP.digamma()));
});

register_kl(
  Binomial,
  Binomial,
)((p, q) => {
  if (p.total_count.lt(q.total_count).any().item()) {
    throw new NotImplementedError_('KL between Binomials where q.total_count > p.total_count is not implemented');
  }
  const ofOne = p.probs.mul(p.logits.sub(q.logits)).add(p.probs.neg().log1p()).sub(q.probs.neg().log1p());
  return p.total_count.mul(ofOne).masked_fill(p.total_count.gt(q.total_count), Infinity);
});

const ofCategories = (p: Categorical, q: Categorical): Tensor =>
  p.probs.mul(p.logits.sub(q.logits)).masked_fill(q.probs.eq(0), Infinity).masked_fill(p.probs.eq(0), 0).sum(-1);

register_kl(Categorical, Categorical)(ofCategories);
register_kl(OneHotCategorical, OneHotCategorical)((p, q) => ofCategories(p._categorical, q._categorical));

register_kl(
  ContinuousBernoulli,
  ContinuousBernoulli,
)((p, q) =>
  p.mean
    .mul(p.logits.sub(q.logits))
    .add(p._cont_bern_log_norm().add(p.probs.neg().log1p()))
    .add(q._cont_bern_log_norm().neg().sub(q.probs.neg().log1p())),
);

register_kl(
  Dirichlet,
  Dirichlet,
)(({ concentration: p }, { concentration: q }) => {
  const [sumP, sumQ] = [p.sum(-1), q.sum(-1)];
  const t4 = p.digamma().sub(sumP.digamma().unsqueeze(-1));
  return sumP.lgamma().sub(sumQ.lgamma()).sub(p.lgamma().sub(q.lgamma()).sum(-1)).add(p.sub(q).mul(t4).sum(-1));
});

register_kl(
  Exponential,
  Exponential,
)((p, q) => {
  const ratio = q.rate.div(p.rate);
  return ratio.log().neg().add(ratio).sub(1);
});

register_kl(
  ExponentialFamily,
  ExponentialFamily,
)((p, q) => {
  if (p.constructor !== q.constructor) {
    throw new NotImplementedError_(
      'The cross KL-divergence between different exponential families cannot                             be computed using Bregman divergences',
    );
  }
  const params = p._natural_params.map((param) => param.detach().requires_grad_());
  const others = q._natural_params;
  const normalizer = p._log_normalizer(...params);
  const gradients = grad(normalizer.sum(), params, { create_graph: true });
  return params.reduce(
    (sum, param, i) => sum.sub(sumRightmost(others[i].sub(param).mul(gradients[i]), q.event_shape.length)),
    q._log_normalizer(...others).sub(normalizer),
  );
});

register_kl(
  Gamma,
  Gamma,
)((p, q) =>
  q.concentration
    .mul(p.rate.div(q.rate).log())
    .add(q.concentration.lgamma().sub(p.concentration.lgamma()))
    .add(p.concentration.sub(q.concentration).mul(p.concentration.digamma()))
    .add(q.rate.sub(p.rate).mul(p.concentration.div(p.rate))),
);

register_kl(
  Gumbel,
  Gumbel,
)((p, q) => {
  const scales = p.scale.div(q.scale);
  const [ofQ, ofP] = [q.loc.div(q.scale), p.loc.div(q.scale)];
  return scales
    .log()
    .neg()
    .sub(ofQ)
    .add(ofP)
    .add(scales.mul(euler))
    .add(ofQ.add(scales.add(1).lgamma()).sub(ofP).exp())
    .sub(1 + euler);
});

register_kl(Geometric, Geometric)((p, q) => p.entropy().neg().sub(q.probs.neg().log1p().div(p.probs)).sub(q.logits));

function ofNormals(p: Normal, q: Normal): Tensor {
  const ratio = p.scale.div(q.scale).pow(2);
  return ratio.add(p.loc.sub(q.loc).div(q.scale).pow(2)).sub(1).sub(ratio.log()).mul(0.5);
}
register_kl(Normal, Normal)(ofNormals);
register_kl(HalfNormal, HalfNormal)((p, q) => ofNormals(p.base_dist, q.base_dist));

register_kl(
  Laplace,
  Laplace,
)((p, q) => {
  const ratio = p.scale.div(q.scale);
  const away = p.loc.sub(q.loc).abs();
  return ratio
    .log()
    .neg()
    .add(away.div(q.scale))
    .add(ratio.mul(away.neg().div(p.scale).exp()))
    .sub(1);
});

register_kl(
  Pareto,
  Pareto,
)((p, q) => {
  const alphas = q.alpha.div(p.alpha);
  const t1 = q.alpha.mul(p.scale.div(q.scale).log());
  return t1.sub(alphas.log()).add(alphas).sub(1).masked_fill(p.scale.lt(q.scale), Infinity);
});

register_kl(Poisson, Poisson)((p, q) => p.rate.mul(p.rate.log().sub(q.rate.log())).sub(p.rate.sub(q.rate)));

register_kl(
  TransformedDistribution,
  TransformedDistribution,
)((p, q) => {
  if (!sameTransforms(p.transforms, q.transforms) || !sameSizes(p.event_shape, q.event_shape)) throw new NotImplementedError_('');
  return kl_divergence(p.base_dist, q.base_dist);
});

register_kl(
  Uniform,
  Uniform,
)((p, q) =>
  q.high
    .sub(q.low)
    .div(p.high.sub(p.low))
    .log()
    .masked_fill(q.low.gt(p.low).logical_or(q.high.lt(p.high)), Infinity),
);

register_kl(
  Independent,
  Independent,
)((p, q) => {
  if (p.reinterpreted_batch_ndims !== q.reinterpreted_batch_ndims) throw new NotImplementedError_('');
  return sumRightmost(kl_divergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims);
});

register_kl(
  Cauchy,
  Cauchy,
)((p, q) => p.scale.add(q.scale).pow(2).add(p.loc.sub(q.loc).pow(2)).log().sub(p.scale.mul(4).mul(q.scale).log()));
