/** Divergences between distributions of different families. */
import { full_like, maximum, where } from '../../generated/torch.js';
import type { Tensor } from '../../tensor/tensor.js';
import { ContinuousBernoulli } from '../continuousBernoulli.js';
import { Beta } from '../dirichlet.js';
import type { Distribution } from '../distribution.js';
import { Exponential, Gamma } from '../gammas.js';
import { Laplace, Normal, Uniform } from '../locationScale.js';
import { Bernoulli, Binomial, Poisson } from '../probability.js';
import { euler } from '../support.js';
import { Gumbel, Pareto } from '../transformedFamilies.js';
import { register_kl, type DistributionClass, type Divergence } from './registry.js';

const { log, sqrt, PI } = Math;

/** Registers an infinite divergence for every member of the batch, where p has values that q lacks. */
function infinite<P extends Distribution>(P: DistributionClass<P>, size: (p: P) => Tensor, ...others: DistributionClass[]): void {
  const formula: Divergence<P, Distribution> = (p) => full_like(size(p), Infinity);
  for (const Q of others) register_kl(P, Q)(formula);
}
infinite(Beta, (p) => p.concentration1, Pareto);
infinite(ContinuousBernoulli, (p) => p.probs, Pareto);
infinite(Exponential, (p) => p.rate, Beta, ContinuousBernoulli, Pareto, Uniform);
infinite(Gamma, (p) => p.concentration, Beta, ContinuousBernoulli, Pareto, Uniform);
infinite(Gumbel, (p) => p.loc, Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform);
infinite(Laplace, (p) => p.loc, Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform);
infinite(Normal, (p) => p.loc, Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform);
infinite(Pareto, (p) => p.scale, Beta, ContinuousBernoulli, Uniform);
infinite(Poisson, (p) => p.rate, Bernoulli, Binomial);

/** Minus the logarithm of the constant of a gamma density. */
const gammaConstant = (q: Gamma): Tensor => q.concentration.lgamma().sub(q.concentration.mul(q.rate.log()));

register_kl(Bernoulli, Poisson)((p, q) => p.entropy().neg().sub(p.probs.mul(q.rate.log()).sub(q.rate)));

const againstContinuousBernoulli = (p: Beta | Uniform, q: ContinuousBernoulli): Tensor =>
  p.entropy().neg().sub(p.mean.mul(q.logits)).sub(q.probs.neg().log1p()).sub(q._cont_bern_log_norm());

register_kl(Beta, ContinuousBernoulli)(againstContinuousBernoulli);
register_kl(Beta, Exponential)((p, q) => p.entropy().neg().sub(q.rate.log()).add(q.rate.mul(p.mean)));
register_kl(
  Beta,
  Gamma,
)((p, q) => {
  const total = p.concentration1.add(p.concentration0);
  const t3 = q.concentration.sub(1).mul(p.concentration1.digamma().sub(total.digamma()));
  return p.entropy().neg().add(gammaConstant(q)).sub(t3).add(q.rate.mul(p.concentration1).div(total));
});
register_kl(
  Beta,
  Normal,
)((p, q) => {
  const mean = p.mean;
  const variance = q.scale.pow(2);
  const total = p.concentration1.add(p.concentration0).add(1);
  const t3 = mean.mul(mean.rsub(1)).div(total).add(mean.pow(2)).mul(0.5);
  return p
    .entropy()
    .neg()
    .add(
      variance
        .mul(2 * PI)
        .log()
        .mul(0.5),
    )
    .add(t3.sub(q.loc.mul(mean)).add(q.loc.pow(2).mul(0.5)).div(variance));
});
register_kl(
  Beta,
  Uniform,
)((p, q) =>
  p
    .entropy()
    .neg()
    .add(q.high.sub(q.low).log())
    .masked_fill(q.low.gt(0).logical_or(q.high.lt(1)), Infinity),
);

register_kl(ContinuousBernoulli, Exponential)((p, q) => p.entropy().neg().sub(q.rate.log()).add(q.rate.mul(p.mean)));
register_kl(
  ContinuousBernoulli,
  Normal,
)((p, q) => {
  const t2 = q.loc
    .div(q.scale)
    .square()
    .add(log(2 * PI))
    .mul(0.5)
    .add(q.scale.log());
  const t3 = p.variance.add(p.mean.square()).sub(q.loc.mul(2).mul(p.mean)).div(q.scale.square().mul(2));
  return p.entropy().neg().add(t2).add(t3);
});
register_kl(
  ContinuousBernoulli,
  Uniform,
)((p, q) => where(maximum(q.low.ge(0), q.high.le(1)), Infinity, p.entropy().neg().add(q.high.sub(q.low).log())));

register_kl(
  Exponential,
  Gamma,
)((p, q) => {
  const ratio = q.rate.div(p.rate);
  return q.concentration
    .neg()
    .mul(ratio.log())
    .add(ratio)
    .add(q.concentration.lgamma())
    .add(q.concentration.mul(euler))
    .sub(1 + euler);
});
register_kl(
  Exponential,
  Gumbel,
)((p, q) => {
  const product = p.rate.mul(q.scale);
  const ratio = q.loc.div(q.scale);
  return product
    .log()
    .sub(1)
    .sub(ratio)
    .add(ratio.exp().mul(product).div(product.add(1)))
    .add(product.reciprocal());
});
register_kl(
  Exponential,
  Normal,
)((p, q) => {
  const variance = q.scale.pow(2);
  const square = p.rate.pow(2);
  const t1 = square
    .mul(variance)
    .mul(2 * PI)
    .log()
    .mul(0.5);
  return t1.sub(1).add(square.reciprocal().sub(q.loc.div(p.rate)).add(q.loc.pow(2).mul(0.5)).div(variance));
});

register_kl(Gamma, Exponential)((p, q) => p.entropy().neg().sub(q.rate.log()).add(q.rate.mul(p.concentration).div(p.rate)));
register_kl(
  Gamma,
  Gumbel,
)((p, q) => {
  const { concentration: a } = p;
  const product = p.rate.mul(q.scale);
  const ratio = q.loc.div(q.scale);
  const t1 = a.sub(1).mul(a.digamma()).sub(a.lgamma()).sub(a);
  const t3 = ratio.exp().mul(product.reciprocal().add(1).pow(a.neg())).sub(ratio);
  return t1.add(product.log().add(a.div(product))).add(t3);
});
register_kl(
  Gamma,
  Normal,
)((p, q) => {
  const { concentration: a } = p;
  const variance = q.scale.pow(2);
  const square = p.rate.pow(2);
  const t1 = square
    .mul(variance)
    .mul(2 * PI)
    .log()
    .mul(0.5)
    .sub(a)
    .sub(a.lgamma());
  const t2 = a.pow(2).add(a).mul(0.5).div(square);
  const t3 = q.loc.mul(a).div(p.rate);
  return t1.add(a.sub(1).mul(a.digamma())).add(t2.sub(t3).add(q.loc.pow(2).mul(0.5)).div(variance));
});

register_kl(
  Gumbel,
  Normal,
)((p, q) => {
  const ratio = p.scale.div(q.scale);
  const t2 = ratio
    .mul(PI * 0.5)
    .pow(2)
    .div(3);
  const t3 = p.loc.add(p.scale.mul(euler)).sub(q.loc).div(q.scale).pow(2).mul(0.5);
  return ratio
    .div(sqrt(2 * PI))
    .log()
    .neg()
    .add(t2)
    .add(t3)
    .sub(euler + 1);
});
register_kl(
  Laplace,
  Normal,
)((p, q) => {
  const variance = q.scale.pow(2);
  const ratio = p.scale.pow(2).div(variance);
  const moments = p.loc.pow(2).mul(0.5).sub(p.loc.mul(q.loc)).add(q.loc.pow(2).mul(0.5));
  return ratio.mul(2).div(PI).log().mul(-0.5).add(ratio).add(moments.div(variance)).sub(1);
});
register_kl(
  Normal,
  Gumbel,
)((p, q) => {
  const mean = p.loc.div(q.scale);
  const variance = p.scale.div(q.scale).pow(2);
  const place = q.loc.div(q.scale);
  return variance
    .log()
    .mul(-0.5)
    .add(mean.sub(place))
    .add(mean.neg().add(variance.mul(0.5)).add(place).exp())
    .sub(0.5 * (1 + log(2 * PI)));
});
register_kl(
  Normal,
  Laplace,
)((p, q) => {
  const away = p.loc.sub(q.loc);
  const relative = away.div(p.scale);
  const t2 = p.scale.mul(sqrt(2 / PI)).mul(relative.pow(2).mul(-0.5).exp());
  const t3 = away.mul(relative.mul(sqrt(0.5)).erf());
  return p.scale
    .div(q.scale)
    .log()
    .neg()
    .add(t2.add(t3).div(q.scale))
    .sub(0.5 * (1 + log(0.5 * PI)));
});

register_kl(
  Pareto,
  Exponential,
)((p, q) => {
  const product = p.scale.mul(q.rate);
  const t3 = p.alpha.mul(product).div(p.alpha.sub(1));
  return p.alpha.div(product).log().sub(p.alpha.reciprocal()).add(t3).sub(1).masked_fill(p.alpha.le(1), Infinity);
});
register_kl(
  Pareto,
  Gamma,
)((p, q) => {
  const common = p.scale.log().add(p.alpha.reciprocal());
  const t4 = q.rate.mul(p.alpha).mul(p.scale).div(p.alpha.sub(1));
  return p.alpha
    .log()
    .sub(common)
    .add(gammaConstant(q))
    .add(q.concentration.rsub(1).mul(common))
    .add(t4)
    .sub(1)
    .masked_fill(p.alpha.le(1), Infinity);
});
register_kl(
  Pareto,
  Normal,
)((p, q) => {
  const common = p.scale.div(p.alpha.sub(1));
  const t1 = q.scale
    .mul(sqrt(2 * PI))
    .mul(p.alpha)
    .div(p.scale)
    .log();
  const t3 = p.alpha.mul(common.pow(2)).div(p.alpha.sub(2));
  const t4 = p.alpha.mul(common).sub(q.loc).pow(2);
  return t1
    .sub(p.alpha.reciprocal())
    .add(t3.add(t4).div(q.scale.pow(2).mul(2)))
    .sub(1)
    .masked_fill(p.alpha.le(2), Infinity);
});

const logPower = (x: Tensor): Tensor => x.xlogy(x);

register_kl(
  Uniform,
  Beta,
)((p, q) => {
  const width = p.high.sub(p.low);
  const [a, b] = [q.concentration1, q.concentration0];
  const t2 = a
    .sub(1)
    .mul(logPower(p.high).sub(logPower(p.low)).sub(width))
    .div(width);
  const t3 = b
    .sub(1)
    .mul(
      logPower(p.high.rsub(1))
        .sub(logPower(p.low.rsub(1)))
        .add(width),
    )
    .div(width);
  const t4 = a.lgamma().add(b.lgamma()).sub(a.add(b).lgamma());
  return t3
    .add(t4)
    .sub(width.log())
    .sub(t2)
    .masked_fill(p.high.gt(1).logical_or(p.low.lt(0)), Infinity);
});
register_kl(Uniform, ContinuousBernoulli)((p, q) => where(maximum(p.high.ge(1), p.low.le(0)), Infinity, againstContinuousBernoulli(p, q)));
register_kl(
  Uniform,
  Exponential,
)((p, q) => q.rate.mul(p.high.add(p.low)).div(2).sub(p.high.sub(p.low).mul(q.rate).log()).masked_fill(p.low.lt(0), Infinity));
register_kl(
  Uniform,
  Gamma,
)((p, q) => {
  const width = p.high.sub(p.low);
  const t3 = q.concentration
    .rsub(1)
    .mul(logPower(p.high).sub(logPower(p.low)).sub(width))
    .div(width);
  const t4 = q.rate.mul(p.high.add(p.low)).div(2);
  return width.log().neg().add(gammaConstant(q)).add(t3).add(t4).masked_fill(p.low.lt(0), Infinity);
});
register_kl(
  Uniform,
  Gumbel,
)((p, q) => {
  const common = q.scale.div(p.high.sub(p.low));
  const high = p.high.sub(q.loc).div(q.scale);
  const low = p.low.sub(q.loc).div(q.scale);
  return common
    .log()
    .add(high.add(low).mul(0.5))
    .sub(common.mul(high.neg().exp().sub(low.neg().exp())));
});
register_kl(
  Uniform,
  Normal,
)((p, q) => {
  const width = p.high.sub(p.low);
  const t1 = q.scale
    .mul(sqrt(2 * PI))
    .div(width)
    .log();
  const t3 = p.high.add(p.low).sub(q.loc.mul(2)).div(2).pow(2);
  return t1.add(width.pow(2).div(12).add(t3).mul(0.5).div(q.scale.pow(2)));
});
register_kl(
  Uniform,
  Pareto,
)((p, q) => {
  const width = p.high.sub(p.low);
  const t1 = q.alpha.mul(q.scale.pow(q.alpha)).mul(width).log();
  const t2 = logPower(p.high).sub(logPower(p.low)).sub(width).div(width);
  return t2.mul(q.alpha.add(1)).sub(t1).masked_fill(p.low.lt(q.scale), Infinity);
});
