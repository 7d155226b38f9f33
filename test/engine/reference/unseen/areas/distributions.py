"""torch.distributions: every class, transform, constraint and pair of a divergence."""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
import programs
from programs import *

A = begin("distributions")
_P = P


def P(*a, **k):
    if random.random() < KEEP:
        _P(*a, **k)


KEEP = 0.25
f64, f32 = torch.float64, torch.float32


def pos(*s, dt=f64):
    return T(*s, dtype=dt, lo=0.3, hi=3, grad=True)


def unit(*s, dt=f64):
    return T(*s, dtype=dt, lo=0.1, hi=0.9, grad=True)


def real(*s, dt=f64):
    return T(*s, dtype=dt, grad=True)


def simplex(*s, dt=f64):
    x = T(*s, dtype=dt, lo=0.1, hi=1)
    return (x / x.sum(-1, keepdim=True)).detach()


def onehot(*s):
    return torch.nn.functional.one_hot(torch.randint(0, s[-1], s[:-1], generator=G), s[-1])


def cnt(hi):
    return lambda *s, dt=f64: torch.randint(0, hi, s, generator=G).to(dt)


def chol(n, *b, dt=f64):
    x = T(*b, n, n, dtype=dt).tril(-1) + torch.diag_embed(T(*b, n, dtype=dt, lo=0.5, hi=2))
    return x.detach().requires_grad_()


def cov(n, *b, dt=f64):
    x = T(*b, n, n, dtype=dt)
    return ((x @ x.mT + torch.eye(n, dtype=dt) + (x @ x.mT + torch.eye(n, dtype=dt)).mT) / 2).detach().requires_grad_()


def vec(f):
    return lambda *s, dt=f64: f(*s, 3, dt=dt)


V = lambda f: lambda *s, dt=f64: f(*s, dt=dt).detach()
# name: (text, params, value maker, event)
DS = [
    ("D.Normal(a, b)", dict(a=real, b=pos), V(real)),
    ("D.Laplace(a, b)", dict(a=real, b=pos), V(real)),
    ("D.Cauchy(a, b)", dict(a=real, b=pos), V(real)),
    ("D.Gumbel(a, b)", dict(a=real, b=pos), V(real)),
    ("D.LogNormal(a, b)", dict(a=real, b=pos), V(pos)),
    ("D.HalfNormal(b)", dict(b=pos), V(pos)),
    ("D.HalfCauchy(b)", dict(b=pos), V(pos)),
    ("D.Exponential(b)", dict(b=pos), V(pos)),
    ("D.Gamma(a, b)", dict(a=pos, b=pos), V(pos)),
    ("D.InverseGamma(a, b)", dict(a=pos, b=pos), V(pos)),
    ("D.Beta(a, b)", dict(a=pos, b=pos), V(unit)),
    ("D.Kumaraswamy(a, b)", dict(a=pos, b=pos), V(unit)),
    ("D.Chi2(b)", dict(b=pos), V(pos)),
    ("D.FisherSnedecor(a, b)", dict(a=pos, b=pos), V(pos)),
    ("D.StudentT(c, a, b)", dict(c=pos, a=real, b=pos), V(real)),
    ("D.StudentT(c)", dict(c=pos), V(real)),
    ("D.Pareto(a, b)", dict(a=lambda *s, dt=f64: T(*s, dtype=dt, lo=0.1, hi=0.3, grad=True), b=pos), V(pos)),
    ("D.Weibull(a, b)", dict(a=pos, b=pos), V(pos)),
    (
        "D.GeneralizedPareto(a, b, c)",
        dict(a=lambda *s, dt=f64: T(*s, dtype=dt, lo=-0.3, hi=0, grad=True), b=pos, c=lambda *s, dt=f64: T(*s, dtype=dt, lo=0.1, hi=0.4, grad=True)),
        V(pos),
    ),
    (
        "D.Uniform(a, b)",
        dict(a=lambda *s, dt=f64: T(*s, dtype=dt, lo=-2, hi=0, grad=True), b=lambda *s, dt=f64: T(*s, dtype=dt, lo=1, hi=2, grad=True)),
        V(unit),
    ),
    ("D.VonMises(a, b)", dict(a=real, b=pos), V(real)),
    ("D.Bernoulli(p)", dict(p=unit), cnt(2)),
    ("D.Bernoulli(logits=a)", dict(a=real), cnt(2)),
    ("D.ContinuousBernoulli(p)", dict(p=unit), V(unit)),
    ("D.ContinuousBernoulli(logits=a)", dict(a=real), V(unit)),
    ("D.Geometric(p)", dict(p=unit), cnt(4)),
    ("D.Geometric(logits=a)", dict(a=real), cnt(4)),
    ("D.Binomial(4, p)", dict(p=unit), cnt(5)),
    ("D.Binomial(4, logits=a)", dict(a=real), cnt(5)),
    ("D.NegativeBinomial(4, p)", dict(p=unit), cnt(5)),
    ("D.NegativeBinomial(2.5, logits=a)", dict(a=real), cnt(5)),
    ("D.Poisson(b)", dict(b=pos), cnt(5)),
    ("D.RelaxedBernoulli(c, p)", dict(c=pos, p=unit), V(unit)),
    ("D.RelaxedBernoulli(c, logits=a)", dict(c=pos, a=real), V(unit)),
    ("D.Categorical(p)", dict(p=vec(pos)), cnt(3)),
    ("D.Categorical(logits=a)", dict(a=vec(real)), cnt(3)),
    ("D.OneHotCategorical(p)", dict(p=vec(pos)), lambda *s, dt=f64: onehot(*s, 3).to(dt)),
    ("D.OneHotCategorical(logits=a)", dict(a=vec(real)), lambda *s, dt=f64: onehot(*s, 3).to(dt)),
    ("D.OneHotCategoricalStraightThrough(p)", dict(p=vec(pos)), lambda *s, dt=f64: onehot(*s, 3).to(dt)),
    ("D.Multinomial(4, p)", dict(p=vec(pos)), lambda *s, dt=f64: torch.distributions.Multinomial(4, torch.ones(*s, 3)).sample().to(dt)),
    ("D.Multinomial(4, logits=a)", dict(a=vec(real)), lambda *s, dt=f64: torch.distributions.Multinomial(4, torch.ones(*s, 3)).sample().to(dt)),
    ("D.Dirichlet(p)", dict(p=vec(pos)), lambda *s, dt=f64: simplex(*s, 3, dt=dt)),
    ("D.LogisticNormal(a, b)", dict(a=vec(real), b=vec(pos)), lambda *s, dt=f64: simplex(*s, 4, dt=dt)),
    ("D.RelaxedOneHotCategorical(c, p)", dict(c=lambda *s, dt=f64: pos(dt=dt), p=vec(pos)), lambda *s, dt=f64: simplex(*s, 3, dt=dt)),
    ("D.RelaxedOneHotCategorical(c, logits=a)", dict(c=lambda *s, dt=f64: pos(dt=dt), a=vec(real)), lambda *s, dt=f64: simplex(*s, 3, dt=dt)),
    ("D.MultivariateNormal(a, m)", dict(a=vec(real), m=lambda *s, dt=f64: cov(3, *s, dt=dt)), lambda *s, dt=f64: T(*s, 3, dtype=dt)),
    ("D.MultivariateNormal(a, scale_tril=m)", dict(a=vec(real), m=lambda *s, dt=f64: chol(3, *s, dt=dt)), lambda *s, dt=f64: T(*s, 3, dtype=dt)),
    ("D.MultivariateNormal(a, precision_matrix=m)", dict(a=vec(real), m=lambda *s, dt=f64: cov(3, *s, dt=dt)), lambda *s, dt=f64: T(*s, 3, dtype=dt)),
    (
        "D.LowRankMultivariateNormal(a, w, d0)",
        dict(a=vec(real), w=lambda *s, dt=f64: T(*s, 3, 1, dtype=dt, grad=True), d0=vec(pos)),
        lambda *s, dt=f64: T(*s, 3, dtype=dt),
    ),
    (
        "D.Wishart(k, m)",
        dict(k=lambda *s, dt=f64: T(*s, dtype=dt, lo=4, hi=6, grad=True), m=lambda *s, dt=f64: cov(3, *s, dt=dt)),
        lambda *s, dt=f64: cov(3, *s, dt=dt).detach(),
    ),
    (
        "D.Wishart(k, scale_tril=m)",
        dict(k=lambda *s, dt=f64: T(*s, dtype=dt, lo=4, hi=6, grad=True), m=lambda *s, dt=f64: chol(3, *s, dt=dt)),
        lambda *s, dt=f64: cov(3, *s, dt=dt).detach(),
    ),
    ("D.LKJCholesky(3, b)", dict(b=pos), lambda *s, dt=f64: torch.distributions.LKJCholesky(3, torch.ones(s)).sample().to(dt)),
    ("D.Independent(D.Normal(a, b), 1)", dict(a=vec(real), b=vec(pos)), lambda *s, dt=f64: T(*s, 3, dtype=dt)),
    ("D.Independent(D.Bernoulli(logits=a), 1)", dict(a=vec(real)), lambda *s, dt=f64: cnt(2)(*s, 3, dt=dt)),
    ("D.TransformedDistribution(D.Normal(a, b), [D.ExpTransform()])", dict(a=real, b=pos), V(pos)),
    (
        "D.TransformedDistribution(D.Normal(a, b), [D.SigmoidTransform(), D.AffineTransform(0.5, 2.0)])",
        dict(a=real, b=pos),
        lambda *s, dt=f64: T(*s, dtype=dt, lo=0.6, hi=2.4),
    ),
    ("D.TransformedDistribution(D.Uniform(a * 0, a * 0 + 1), [D.SigmoidTransform().inv])", dict(a=real), V(real)),
    ("D.TransformedDistribution(D.Normal(a, b), D.TanhTransform())", dict(a=real, b=pos), V(unit)),
    (
        "D.TransformedDistribution(D.Independent(D.Normal(a, b), 1), [D.AffineTransform(1.0, 2.0)])",
        dict(a=vec(real), b=vec(pos)),
        lambda *s, dt=f64: T(*s, 3, dtype=dt),
    ),
    ("D.MixtureSameFamily(D.Categorical(p), D.Normal(a, b))", dict(p=vec(pos), a=vec(real), b=vec(pos)), V(real)),
    ("D.MixtureSameFamily(D.Categorical(logits=p), D.Exponential(b))", dict(p=vec(real), b=vec(pos)), V(pos)),
]
tol = (1e-7, 1e-9)
tol32 = (2e-4, 2e-5)
for text, ps, val in DS:
    for shape in ((), (2,), (2, 2)):
        for dt in (f64, f32):
            tl = tol if dt == f64 else tol32
            X = lambda **k: {**{n: f(*shape, dt=dt) for n, f in ps.items()}, **k}
            grad = [n for n in ps][0]
            b = lambda o: f"; s = ({o}).sum(); s.backward()"
            d = f"d = {text}; "
            xs = val(*shape, dt=dt)
            xb = val(3, *shape, dt=dt)
            P(A, d + "y = d.log_prob(x)" + b("y"), X(x=xs), tol=tl)
            P(A, d + "y = d.log_prob(x)" + b("y * y"), X(x=xb), tol=tl)
            xg = (
                xs.detach().clone().requires_grad_()
                if not text.startswith(("D.Bern", "D.Cat", "D.OneH", "D.Mult", "D.Bin", "D.Neg", "D.Geo", "D.Poi", "D.LKJ", "D.Wish", "D.Independent(D.Bern"))
                else xs
            )
            P(A, d + "y = d.log_prob(x)" + b("y"), X(x=xg), tol=tl)
            P(A, d + "y = d.cdf(x)" + b("y"), X(x=xg), tol=tl)
            P(A, d + "y = d.icdf(u)" + b("y"), X(u=unit(*shape, dt=dt)), tol=tl)
            for at in ("mean", "variance", "stddev", "mode", "entropy()", "perplexity()"):
                P(A, d + f"y = d.{at}" + b("y"), X(), tol=tl)
            for at in (
                "probs",
                "logits",
                "loc",
                "scale",
                "rate",
                "concentration",
                "temperature",
                "df",
                "covariance_matrix",
                "precision_matrix",
                "scale_tril",
                "param_shape",
                "total_count",
            ):
                if hasattr(torch.distributions, text[2:].split("(")[0]) and (dt == f64):
                    P(A, d + f"y = d.{at}" + (b("y") if at not in ("param_shape",) else ""), X(), tol=tl)
            for sh in ("", "(4,)", "(2, 3)", "torch.Size([2])", "[1]"):
                P(A, d + f"y = d.sample({sh}); z = torch.rand(1)", X(), seed=programs.OPTIONS.seed + len(sh), tol=tl)
                P(A, d + f"y = d.rsample({sh})" + b("y * y"), X(), seed=programs.OPTIONS.seed + len(sh) + 1, tol=tl)
            P(A, d + "y = d.sample_n(2)", X(), seed=programs.OPTIONS.seed, tol=tl)
            if dt == f64:
                P(A, d + "y = d.enumerate_support()", X(), tol=tl)
                P(A, d + "y = d.enumerate_support(expand=False)", X(), tol=tl)
                P(A, d + "b = d.batch_shape; e = d.event_shape; r = d.has_rsample; n = d.has_enumerate_support; t = repr(d)", X(), tol=tl)
                P(A, d + "c = repr(d.support)", X())
                P(A, d + "y = d.support.check(x)", X(x=val(*shape, dt=dt) * 1.7 - 0.4))
                P(A, d + "c = d.support.event_dim; i = d.support.is_discrete", X())
                P(
                    A,
                    d + f"e = d.expand([3, {', '.join(map(str,shape))}]); y = e.log_prob(x); m = e.mean; t = repr(e); b = e.batch_shape" + b("y"),
                    X(x=xb),
                    tol=tl,
                )
                P(A, d + f"e = d.expand([5, 7]); y = e.mean", X(), tol=tl)
                P(A, d + "y = d.log_prob(x)", X(x=xs * 0 - 3.5))
                P(A, d + "y = d.log_prob(x)", X(x=xs * nan if False else xs * math.nan))
                P(A, d + "y = d.log_prob(x)", X(x=T(7, 5, dtype=dt)))
                P(A, d + "y = d.log_prob(2.0)", X())
                P(A, d + "y = d.cdf(x)", X(x=xs * 0 - 3.5))
                P(A, text.replace("D.", "d = D.", 1)[:-1] + ", validate_args=False); y = d.log_prob(x)", X(x=xs * 0 - 1.5), tol=tl)
                P(
                    A,
                    f"d = D.Independent({text}, {max(0,len(shape))}); y = d.log_prob(x); e = d.entropy(); m = d.mean; v = d.variance; b = d.batch_shape; t = repr(d)"
                    + b("y"),
                    X(x=xs),
                    tol=tl,
                    seed=2,
                )
                P(A, f"d = D.Independent({text}, 4)", X())
                for n in ps:
                    Y = X()
                    Y[n] = Y[n].detach() * 0 - 1.0
                    P(A, f"d = {text}; y = d.mean", Y)
                    Y = X()
                    Y[n] = Y[n].detach() * math.nan
                    P(A, f"d = {text}; y = d.mean", Y)
                    Y = X()
                    Y[n] = T(5, 7, dtype=dt)
                    P(A, f"d = {text}; y = d.mean", Y)
names = [t for t, _, _ in DS]
for t1, p1, _ in DS:
    for t2, p2, _ in DS:
        same = t1.split("(")[0] == t2.split("(")[0]
        for shape in ((), (2,)) if same else ((),) if random.random() < 0.5 else ((2,),):
            X = {**{n + "1": f(*shape) for n, f in p1.items()}, **{n + "2": f(*shape) for n, f in p2.items()}}
            import re

            q = lambda t, p, k: re.sub(r"\b(" + "|".join(p) + r")\b(?!=)", lambda m: m[0] + k, t)
            P(A, f"y = D.kl_divergence({q(t1,p1,'1')}, {q(t2,p2,'2')}); s = y.sum(); s.backward()", X, tol=(1e-6, 1e-8))
KEEP = 1
for t in [
    "D.ExpTransform()",
    "D.SigmoidTransform()",
    "D.TanhTransform()",
    "D.AbsTransform()",
    "D.SoftmaxTransform()",
    "D.StickBreakingTransform()",
    "D.PowerTransform(2.0)",
    "D.PowerTransform(torch.tensor(0.5))",
    "D.AffineTransform(1.0, -2.0)",
    "D.AffineTransform(torch.tensor([1.0, 2.0, 3.0]), 2.0, event_dim=1)",
    "D.ComposeTransform([D.AffineTransform(1.0, 2.0), D.ExpTransform()])",
    "D.SoftplusTransform()",
    "D.LowerCholeskyTransform()",
    "D.CorrCholeskyTransform()",
    "D.PositiveDefiniteTransform()",
    "D.CumulativeDistributionTransform(D.Normal(0.0, 1.0))",
    "D.IndependentTransform(D.ExpTransform(), 1)",
    "D.ReshapeTransform((3,), (3, 1))",
    "D.CatTransform([D.ExpTransform(), D.AffineTransform(0.0, 2.0)], dim=0, lengths=[1, 2])",
    "D.StackTransform([D.ExpTransform(), D.AffineTransform(0.0, 2.0), D.SigmoidTransform()])",
    "D.identity_transform",
    "D.SigmoidTransform().inv",
    "D.ExpTransform().inv.inv",
]:
    for sh in ((3,), (2, 3), (3, 3), ()):
        for cache in ("",):
            P(A, f"t = {t}; y = t(x); s = y.sum(); s.backward()", {"x": real(*sh)}, tol=tol)
            P(A, f"t = {t}; y = t(x); z = t.inv(y); s = z.sum(); s.backward()", {"x": real(*sh)}, tol=(1e-6, 1e-8))
            P(A, f"t = {t}; y = t(x); l = t.log_abs_det_jacobian(x, y); s = l.sum(); s.backward()", {"x": real(*sh)}, tol=tol)
            P(A, f"t = {t}; y = t.inv(x)", {"x": unit(*sh)}, tol=tol)
        P(A, f"t = {t}; a = t.bijective; b = t.domain.event_dim; c = t.codomain.event_dim; r = repr(t)", {})
        P(A, f"t = {t}; a = t.sign", {})
        P(A, f"t = {t}; f = t.forward_shape({list(sh)}); i = t.inverse_shape({list(sh)})", {})
        P(A, f"t = {t}; c = repr(t.domain); d = repr(t.codomain)", {})
        P(A, f"a = {t} == {t}" if False else f"t = {t}; u = t.with_cache(); y = u(x)", {"x": real(*sh)})
for (
    c
) in "boolean|independent(D.constraints.positive, 1)|integer_interval(0, 3)|interval(-1.0, 1.0)|half_open_interval(0.0, 1.0)|greater_than(1.0)|greater_than_eq(1.0)|less_than(0.5)|lower_cholesky|lower_triangular|multinomial(3)|nonnegative|nonnegative_integer|one_hot|positive|positive_integer|positive_definite|positive_semidefinite|real|real_vector|simplex|square|symmetric|unit_interval|corr_cholesky|cat([D.constraints.positive, D.constraints.real], dim=0, lengths=[1, 2])|stack([D.constraints.positive, D.constraints.real, D.constraints.unit_interval])|dependent".split(
    "|"
):
    for x in (
        T(3, dtype=f64),
        T(3, 3, dtype=f64),
        torch.tensor([0.0, 1.0, 0.0]),
        torch.tensor([1.0, 2.0, 0.0]),
        torch.eye(3),
        torch.tensor([0.2, 0.3, 0.5]),
        torch.tensor([[2.0, 0.5], [0.5, 1.0]]),
        torch.tensor(math.nan),
    ):
        P(A, f"y = D.constraints.{c}.check(x)", {"x": x})
    P(A, f"y = D.biject_to(D.constraints.{c})(x); r = repr(D.biject_to(D.constraints.{c}))", {"x": T(3, dtype=f64)}, tol=tol)
    P(A, f"y = D.transform_to(D.constraints.{c})(x)", {"x": T(3, dtype=f64)}, tol=tol)
    P(A, f"y = D.transform_to(D.constraints.{c})(x)", {"x": T(3, 3, dtype=f64)}, tol=tol)
    P(A, f"r = repr(D.constraints.{c}); e = D.constraints.{c}.event_dim; d = D.constraints.{c}.is_discrete", {})
for (
    t
) in """D.Normal(0, 1)|D.Normal(0.0, -1.0)|D.Normal('a', 1.0)|D.Normal(torch.zeros(2), torch.ones(3))|D.Bernoulli()|D.Bernoulli(0.5, 0.5)|D.Bernoulli(1.5)|D.Categorical()|D.Categorical(torch.tensor(0.5))|D.Categorical(torch.tensor([-1.0, 2.0]))|D.Categorical(probs=torch.zeros(2), logits=torch.zeros(2))|D.Multinomial(torch.tensor([1, 2]), torch.ones(2))|D.Multinomial(3)|D.Binomial(3)|D.Binomial(-1, 0.5)|D.Geometric()|D.Geometric(0.0)|D.Uniform(1.0, 0.0)|D.Uniform(0.0, 0.0)|D.Dirichlet(torch.tensor(1.0))|D.MultivariateNormal(torch.zeros(2))|D.MultivariateNormal(torch.zeros(2), torch.eye(2), scale_tril=torch.eye(2))|D.MultivariateNormal(torch.zeros(3), torch.eye(2))|D.MultivariateNormal(torch.tensor(0.0), torch.eye(2))|D.MultivariateNormal(torch.zeros(2), -torch.eye(2))|D.MultivariateNormal(torch.zeros(2), torch.tensor([[1.0, 2.0], [0.0, 1.0]]))|D.LowRankMultivariateNormal(torch.zeros(2), torch.ones(3, 1), torch.ones(2))|D.LowRankMultivariateNormal(torch.zeros(2), torch.ones(2, 1), torch.ones(3))|D.Wishart(torch.tensor(0.5), torch.eye(2))|D.LKJCholesky(1)|D.LKJCholesky(3, -1.0)|D.Independent(D.Normal(0.0, 1.0), 1)|D.TransformedDistribution(D.Normal(0.0, 1.0), 3)|D.TransformedDistribution(D.Normal(0.0, 1.0), [D.StickBreakingTransform()])|D.MixtureSameFamily(D.Normal(0.0, 1.0), D.Normal(torch.zeros(2), 1.0))|D.MixtureSameFamily(D.Categorical(torch.ones(3)), D.Normal(torch.zeros(2), 1.0))|D.MixtureSameFamily(D.Categorical(torch.ones(2)), 3)|D.Poisson(-1.0)|D.Gamma(0.0, 1.0)|D.Beta(0.0, 1.0)|D.StudentT(0.0)|D.NegativeBinomial(-1, 0.5)|D.NegativeBinomial(2, 1.0)|D.kl_divergence(D.Normal(0.0, 1.0), D.Cauchy(0.0, 1.0))|D.kl_divergence(D.Normal(0.0, 1.0), 3)|D.Normal(0.0, 1.0).sample(2)|D.Normal(0.0, 1.0).sample((-1,))|D.Normal(0.0, 1.0).log_prob('a')|D.Normal(0.0, 1.0).log_prob(1)|D.Normal(0.0, 1.0).icdf(torch.tensor(1.5))|D.Normal(0.0, 1.0).enumerate_support()|D.Bernoulli(0.5).rsample()|D.Categorical(torch.ones(3)).log_prob(torch.tensor(3))|D.Categorical(torch.ones(3)).log_prob(torch.tensor(1.5))|D.Categorical(torch.ones(2, 3)).log_prob(torch.tensor([0, 1, 2]))|D.ComposeTransform([3])|D.AffineTransform(0.0, 1.0, event_dim=2)|D.StackTransform([])|D.Normal(loc=0.0, scale=torch.tensor([1.0, 2.0])).sample()|D.Normal(torch.zeros(2), torch.ones(2)).expand([3])|D.Normal(torch.zeros(2), torch.ones(2)).expand((3, 2)).sample()|D.Normal(0.0, 1.0, 2.0, 3.0)|D.Normal()|D.Normal(loc=0.0)|D.Bernoulli(torch.tensor([0.2, 0.7])).entropy().sum()|D.Categorical(logits=torch.tensor([[1.0, 2.0], [3.0, 4.0]])).probs|D.Bernoulli(logits=torch.tensor(0.3)).probs|D.Bernoulli(probs=0.3).logits|D.Normal(torch.tensor(1), torch.tensor(2)).sample()|D.Uniform(torch.tensor(0), torch.tensor(2)).sample()|D.Poisson(torch.tensor([1, 2])).sample()|D.Normal(0.0, 1.0).sample((2,)).dtype|D.Categorical(torch.ones(3)).sample((2,)).dtype|D.Bernoulli(0.5).sample().dtype|D.Normal(0.0, 1.0).batch_shape|D.Normal(0.0, 1.0).arg_constraints.keys()|D.ContinuousBernoulli(0.499).mean|D.ContinuousBernoulli(0.5).variance|D.VonMises(0.0, 1e-5).sample()|D.VonMises(0.0, 100.0).variance|D.Beta(torch.tensor([0.5, 1.0]), torch.tensor([0.5, 1.0])).mode|D.Gamma(torch.tensor([0.5, 2.0]), 1.0).mode|D.Dirichlet(torch.tensor([0.5, 0.5, 0.5])).mode|D.Dirichlet(torch.tensor([0.5, 2.0, 3.0])).mode|D.StudentT(torch.tensor([0.5, 1.5, 2.5])).variance|D.StudentT(torch.tensor([0.5, 1.5])).mean|D.Pareto(1.0, torch.tensor([0.5, 1.5, 2.5])).variance|D.FisherSnedecor(torch.tensor([1.0, 3.0]), torch.tensor([1.5, 5.0])).variance|D.Binomial(torch.tensor([2, 5]), torch.tensor([0.1, 0.9])).mode|D.Binomial(torch.tensor([2, 5]), torch.tensor([0.1, 0.9])).enumerate_support()""".split(
    "|"
):
    P(A, "y = " + t, {}, seed=3, tol=(1e-5, 1e-6))
    P(A, "d = " + t + "; r = repr(d)", {}, seed=3)
import torch.distributions

save()
