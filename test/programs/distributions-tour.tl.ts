import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';

const D = torch.distributions;
const { constraints, kl_divergence, Independent, MixtureSameFamily, TransformedDistribution } = D;
const { AffineTransform, TanhTransform } = D.transforms;

torch.manual_seed(0);
const n = new D.Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]));
print(n, n.batch_shape, n.event_shape);
print(n.sample([2]), n.log_prob(torch.zeros(2)), n.entropy(), n.cdf(torch.zeros(2)), n.icdf(torch.tensor(0.9)));
print(n.mean, n.variance, n.support);
const c = new D.Categorical({ logits: torch.tensor([[1.0, 2.0, 0.5]]) });
print(c.probs, c.sample([3]).T, c.log_prob(torch.tensor([1])), c.entropy());
const mv = new D.MultivariateNormal(torch.zeros(2), { covariance_matrix: torch.tensor([[2.0, 0.5], [0.5, 1.0]]) });
print(mv.sample(), mv.log_prob(torch.ones(2)), mv.scale_tril);
const mix = new MixtureSameFamily(new D.Categorical(torch.tensor([0.3, 0.7])), new D.Normal(torch.tensor([-1.0, 1.0]), torch.tensor([0.5, 0.5])));
print(mix.log_prob(torch.tensor(0.2)), mix.mean, mix.variance);
const i = new Independent(new D.Bernoulli(torch.full([3], 0.25)), 1);
print(i, i.log_prob(torch.tensor([1.0, 0, 0])));
print(kl_divergence(n, new D.Normal(0.0, 1.0)), kl_divergence(new D.Beta(2.0, 3.0), new D.Beta(1.0, 1.0)), kl_divergence(new D.Dirichlet(torch.ones(3)), new D.Dirichlet(torch.tensor([1.0, 2, 3]))));
const t = new TransformedDistribution(new D.Normal(torch.zeros(2), torch.ones(2)), [new AffineTransform(1.0, 2.0), new TanhTransform({ cache_size: 1 })]);
const x = t.rsample();
print(x, t.log_prob(x));
for (const d of [new D.Gamma(2.0, 3.0), new D.Poisson(4.0), new D.Laplace(0.0, 1.0), new D.StudentT(5.0), new D.Exponential(2.0), new D.Geometric(0.3), new D.LogNormal(0.0, 0.5), new D.Gumbel(0.0, 1.0), new D.Weibull(1.0, 2.0), new D.VonMises(0.0, 4.0), new D.Binomial(10, 0.4), new D.HalfCauchy(1.0)]) {
  const s = d.sample();
  print(d.constructor.name, s, d.log_prob(s));
}
const loc = torch.tensor(0.5, { requires_grad: true });
const scale = torch.tensor(1.2, { requires_grad: true });
const z = new D.Normal(loc, scale).rsample([4]);
(z ** 2).mean().backward();
print(loc.grad, scale.grad);
const probs = torch.softmax(torch.randn(3, { requires_grad: true }), -1);
const m = new D.Categorical(probs);
const action = m.sample();
const loss = -m.log_prob(action) * 1.5;
print(action, loss);
const g = new D.RelaxedOneHotCategorical(torch.tensor(0.5), { logits: torch.tensor([0.1, 0.2, 0.7]) });
print(g.rsample().sum());
print(new D.OneHotCategorical(torch.tensor([0.2, 0.8])).sample([2]), new D.Multinomial(5, torch.tensor([1.0, 1, 2])).sample());
print(D.transform_to(constraints.positive)(torch.tensor(-1.0)), constraints.simplex.check(torch.tensor([0.5, 0.5])));
const attempts: (() => unknown)[] = [
  () => new D.Normal(0.0, -1.0),
  () => new D.Bernoulli(0.5).log_prob(torch.tensor(2.0)),
  () => new D.Categorical({ probs: torch.tensor([-1.0, 2.0]) }),
  () => kl_divergence(new D.Normal(0.0, 1.0), new D.Cauchy(0.0, 1.0)),
];
for (const f of attempts) {
  try {
    f();
  } catch (e) {
    print((e as Error).name, (e as Error).message.split('\n')[0]);
  }
}
print(new D.Bernoulli(0.5).enumerate_support());
