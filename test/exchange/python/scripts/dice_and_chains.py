import math
import random
from itertools import product
from fractions import Fraction
import torch
from torch.distributions import Normal, Categorical, Bernoulli, kl_divergence, MultivariateNormal


def monte_carlo_pi(n: int) -> float:
    inside = 0
    for _ in range(n):
        x, y = random.random(), random.random()
        if x * x + y * y <= 1.0:
            inside += 1
    return 4 * inside / n


def metropolis(logp, x0, steps, scale=1.0):
    x, lp = x0, logp(x0)
    accepted = 0
    chain = []
    for _ in range(steps):
        cand = x + random.gauss(0, scale)
        lc = logp(cand)
        if lc >= lp or random.random() < math.exp(lc - lp):
            x, lp = cand, lc
            accepted += 1
        chain.append(x)
    return chain, accepted / steps


class Dice:
    def __init__(self, *faces):
        self.faces = faces or tuple(range(1, 7))

    def __add__(self, other):
        return Sum(self, other)

    def pmf(self):
        p = Fraction(1, len(self.faces))
        out = {}
        for f in self.faces:
            out[f] = out.get(f, Fraction(0)) + p
        return out

    def __rmul__(self, n):
        total = self
        for _ in range(n - 1):
            total = total + self
        return total

    def expectation(self, f=lambda v: v):
        return sum(f(v) * p for v, p in self.pmf().items())

    @property
    def variance(self):
        mu = self.expectation()
        return self.expectation(lambda v: (v - mu) ** 2)


class Sum(Dice):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def pmf(self):
        out = {}
        for (x, p), (y, q) in product(self.a.pmf().items(), self.b.pmf().items()):
            out[x + y] = out.get(x + y, 0) + p * q
        return dict(sorted(out.items()))


random.seed(11)
torch.manual_seed(11)
print(monte_carlo_pi(1000))
two = 2 * Dice()
print(two.pmf()[7], two.expectation(), two.variance, float(two.variance))
print({k: str(v) for k, v in list(two.pmf().items())[:3]})
coin = Dice(0, 1)
three = 3 * coin
print([f"{k}: {v}" for k, v in three.pmf().items()], sum(three.pmf().values()))
chain, rate = metropolis(lambda v: -0.5 * (v - 2) ** 2, 0.0, 400)
tail = torch.tensor(chain[100:])
print(f"mean={tail.mean():.3f} std={tail.std():.3f} rate={rate:.2f} len={len(chain)}")
prior = Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, 2.0]))
post = Normal(0.5, 0.5)
print(prior, post)
print(prior.log_prob(torch.tensor([0.0, 0.0])), kl_divergence(prior, Normal(torch.zeros(2), torch.ones(2))))
s = prior.rsample((3,))
print(s, s.shape, prior.batch_shape, prior.event_shape)
cat = Categorical(logits=torch.tensor([0.1, 0.2, 0.7]))
draws = cat.sample((10,))
print(draws, cat.probs, cat.entropy())
b = Bernoulli(probs=torch.tensor([0.2, 0.9]))
print(b.sample((4,)).tolist(), b.mean, b.variance)
mvn = MultivariateNormal(torch.zeros(2), torch.tensor([[2.0, 0.5], [0.5, 1.0]]))
print(mvn.log_prob(torch.tensor([1.0, -1.0])), mvn.sample().shape)
w = torch.zeros(2, requires_grad=True)
X = torch.randn(50, 2)
true_w = torch.tensor([1.5, -0.7])
yb = Bernoulli(logits=X @ true_w).sample()
for step in range(25):
    nll = -Bernoulli(logits=X @ w).log_prob(yb).sum() - Normal(0.0, 1.0).log_prob(w).sum()
    (g,) = torch.autograd.grad(nll, w, create_graph=True)
    H = torch.stack([torch.autograd.grad(gi, w, retain_graph=True)[0] for gi in g])
    delta = torch.linalg.solve(H.detach(), g.detach())
    with torch.no_grad():
        w -= delta
    if delta.abs().max() < 1e-5:
        print("converged at", step)
        break
else:
    print("not converged")
print(w, H.shape)
weights = [0.1, 0.6, 0.3]
print(random.choices("abc", weights=weights, k=6), random.sample(range(100), 4), random.randint(1, 6), random.uniform(1, 2))
deck = [r + s for r, s in product("A23", "♠♥")]
random.shuffle(deck)
print(deck, random.betavariate(2, 3) < 1, random.expovariate(1.5), random.triangular(0, 1, 0.5))
print(math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.isqrt(50))
print(round(2.5), round(3.5), round(-0.5), round(2.675, 2), round(1234, -2), divmod(-7, 3), -7 // 2, -7 % 3, 7.5 // 2, 2 ** -1)
