import torch
from torch import distributions as D
from torch.distributions import constraints, kl_divergence, Independent, MixtureSameFamily, TransformedDistribution
from torch.distributions.transforms import AffineTransform, SigmoidTransform, TanhTransform

torch.manual_seed(0)
n = D.Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
print(n, n.batch_shape, n.event_shape)
print(n.sample((2,)), n.log_prob(torch.zeros(2)), n.entropy(), n.cdf(torch.zeros(2)), n.icdf(torch.tensor(0.9)))
print(n.mean, n.variance, n.support)
c = D.Categorical(logits=torch.tensor([[1.0, 2.0, 0.5]]))
print(c.probs, c.sample((3,)).T, c.log_prob(torch.tensor([1])), c.entropy())
mv = D.MultivariateNormal(torch.zeros(2), covariance_matrix=torch.tensor([[2.0, 0.5], [0.5, 1.0]]))
print(mv.sample(), mv.log_prob(torch.ones(2)), mv.scale_tril)
mix = MixtureSameFamily(D.Categorical(torch.tensor([0.3, 0.7])), D.Normal(torch.tensor([-1.0, 1.0]), torch.tensor([0.5, 0.5])))
print(mix.log_prob(torch.tensor(0.2)), mix.mean, mix.variance)
i = Independent(D.Bernoulli(torch.full((3,), 0.25)), 1)
print(i, i.log_prob(torch.tensor([1., 0., 0.])))
print(kl_divergence(n, D.Normal(0.0, 1.0)), kl_divergence(D.Beta(2.0, 3.0), D.Beta(1.0, 1.0)), kl_divergence(D.Dirichlet(torch.ones(3)), D.Dirichlet(torch.tensor([1., 2., 3.]))))
t = TransformedDistribution(D.Normal(torch.zeros(2), torch.ones(2)), [AffineTransform(1.0, 2.0), TanhTransform(cache_size=1)])
x = t.rsample()
print(x, t.log_prob(x))
for d in [D.Gamma(2.0, 3.0), D.Poisson(4.0), D.Laplace(0.0, 1.0), D.StudentT(5.0), D.Exponential(2.0), D.Geometric(0.3), D.LogNormal(0.0, 0.5), D.Gumbel(0.0, 1.0), D.Weibull(1.0, 2.0), D.VonMises(0.0, 4.0), D.Binomial(10, 0.4), D.HalfCauchy(1.0)]:
    s = d.sample()
    print(type(d).__name__, s, d.log_prob(s))
loc = torch.tensor(0.5, requires_grad=True)
scale = torch.tensor(1.2, requires_grad=True)
z = D.Normal(loc, scale).rsample((4,))
(z ** 2).mean().backward()
print(loc.grad, scale.grad)
probs = torch.softmax(torch.randn(3, requires_grad=True), -1)
m = D.Categorical(probs)
action = m.sample()
loss = -m.log_prob(action) * 1.5
print(action, loss)
g = D.RelaxedOneHotCategorical(torch.tensor(0.5), logits=torch.tensor([0.1, 0.2, 0.7]))
print(g.rsample().sum())
print(D.OneHotCategorical(torch.tensor([0.2, 0.8])).sample((2,)), D.Multinomial(5, torch.tensor([1., 1., 2.])).sample())
print(D.transform_to(constraints.positive)(torch.tensor(-1.0)), constraints.simplex.check(torch.tensor([0.5, 0.5])))
for f in [lambda: D.Normal(0.0, -1.0), lambda: D.Bernoulli(0.5).log_prob(torch.tensor(2.0)), lambda: D.Categorical(probs=torch.tensor([-1.0, 2.0])), lambda: kl_divergence(D.Normal(0.0, 1.0), D.Cauchy(0.0, 1.0))]:
    try:
        f()
    except (ValueError, NotImplementedError) as e:
        print(type(e).__name__, str(e).split('\n')[0])
print(D.Bernoulli(0.5).enumerate_support())
