"""Writes cases.json: what PyTorch's distributions compute, draw and print.

    ATEN_CPU_CAPABILITY=avx2 python3 makeCases.py > cases.json        (PyTorch 2.15)

A list of numbers is a float64 tensor that requires grad; a number is a number.
"""
import json
import math
import warnings

import torch
from torch import distributions as D

warnings.simplefilter('ignore')
torch.set_num_threads(1)

# name: (arguments, keywords, a value of the support)
GIVEN = {
    'Normal': ([[0.3, -1.2], [0.7, 1.9]], {}, [0.5, 1.5]),
    'Laplace': ([[0.3, -1.2], [0.7, 1.9]], {}, [0.5, 1.5]),
    'Cauchy': ([[0.3, -1.2], [0.7, 1.9]], {}, [0.5, 1.5]),
    'Gumbel': ([[0.3, -1.2], [0.7, 1.9]], {}, [0.5, 1.5]),
    'Uniform': ([[0.3, -1.2], [2.7, 1.9]], {}, [0.5, 1.5]),
    'GeneralizedPareto': ([[0.3, -1.2], [0.7, 1.9], [0.2, 0.0]], {}, [0.5, 1.5]),
    'LogNormal': ([[0.3, -1.2], [0.7, 1.9]], {}, [0.5, 1.5]),
    'LogisticNormal': ([[0.3, -1.2], [0.7, 1.9]], {}, [0.5, 0.25, 0.25]),
    'HalfNormal': ([[0.7, 1.9]], {}, [0.5, 1.5]),
    'HalfCauchy': ([[0.7, 1.9]], {}, [0.5, 1.5]),
    'Exponential': ([[0.7, 1.9]], {}, [0.5, 1.5]),
    'Poisson': ([[0.7, 21.9]], {}, [2, 25]),
    'Chi2': ([[0.7, 3.9]], {}, [0.5, 1.5]),
    'StudentT': ([[0.7, 3.9], [0.1, 0.2], [1.5, 0.8]], {}, [0.5, 1.5]),
    'FisherSnedecor': ([[3.7, 1.9], [4.5, 5.2]], {}, [0.5, 1.5]),
    'Gamma': ([[0.7, 11.9], [1.5, 0.8]], {}, [0.5, 12.5]),
    'InverseGamma': ([[0.7, 2.9], [1.5, 0.8]], {}, [0.5, 1.5]),
    'Beta': ([[0.7, 7.9], [1.5, 8.8]], {}, [0.25, 0.5]),
    'Kumaraswamy': ([[1.7, 0.9], [1.5, 0.8]], {}, [0.25, 0.5]),
    'Dirichlet': ([[0.7, 1.9, 2.5]], {}, [0.25, 0.5, 0.25]),
    'Pareto': ([[0.7, 1.2], [1.5, 3.8]], {}, [1.5, 2.5]),
    'Weibull': ([[0.7, 1.2], [1.5, 3.8]], {}, [1.5, 2.5]),
    'VonMises': ([[0.7, 1.2], [1.5, 4.8]], {}, [1.5, -2.5]),
    'Bernoulli': ([[0.3, 0.8]], {}, [0, 1]),
    'ContinuousBernoulli': ([], {'logits': [0.3, -0.8]}, [0.25, 0.5]),
    'Geometric': ([[0.3, 0.8]], {}, [0, 3]),
    'Binomial': ([9], {'logits': [0.3, -0.8]}, [2, 3]),
    'NegativeBinomial': ([9], {'probs': [0.3, 0.8]}, [2, 3]),
    'Categorical': ([[0.3, 0.8, 0.4]], {}, 2),
    'OneHotCategorical': ([], {'logits': [0.3, 0.8, -0.4]}, [0, 1, 0]),
    'OneHotCategoricalStraightThrough': ([[0.3, 0.8, 0.4]], {}, [0, 1, 0]),
    'Multinomial': ([5, [0.3, 0.8, 0.4]], {}, [2, 2, 1]),
    'MultivariateNormal': ([[0.3, -1.2]], {'covariance_matrix': [[1.5, 0.3], [0.3, 0.8]]}, [0.5, 1.5]),
    'LowRankMultivariateNormal': ([[0.3, -1.2], [[0.5], [0.2]], [0.7, 0.9]], {}, [0.5, 1.5]),
    'Wishart': ([4.5], {'scale_tril': [[1.2, 0.0], [0.3, 0.9]]}, [[1.5, 0.3], [0.3, 0.8]]),
    'LKJCholesky': ([3, [1.5, 0.8]], {}, [[1.0, 0.0, 0.0], [0.6, 0.8, 0.0], [0.0, 0.6, 0.8]]),
    'RelaxedBernoulli': ([0.7, [0.3, 0.8]], {}, [0.25, 0.5]),
    'RelaxedOneHotCategorical': ([0.7, [0.3, 0.8, 0.4]], {}, [0.25, 0.5, 0.25]),
}


def read(value, leaves):
    if isinstance(value, list):
        value = torch.tensor(value, dtype=torch.float64, requires_grad=True)
        leaves.append(value)
    return value


def make(name, keywords_too=None):
    args, kwargs, value = GIVEN[name]
    leaves = []
    args = [read(a, leaves) for a in args]
    kwargs = {k: read(v, leaves) for k, v in kwargs.items()}
    if name.startswith('Relaxed'):
        args[0] = torch.tensor(args[0], dtype=torch.float64)
    return getattr(D, name)(*args, **kwargs), leaves, torch.tensor(value, dtype=torch.float64)


def plain(number):
    return number if isinstance(number, bool) or math.isfinite(number) else str(number)


def written(value):
    if isinstance(value, torch.Tensor):
        return {'shape': list(value.shape), 'data': [plain(v) for v in value.detach().flatten().tolist()]}
    return list(value) if isinstance(value, torch.Size) else value


def outcome(run, leaves=()):
    """The result and the gradients of the sum of its squares, or the sentence of the error."""
    for leaf in leaves:
        leaf.grad = None
    try:
        result = run()
    except (NotImplementedError, ValueError, RuntimeError) as error:
        return {'error': str(error)}
    answer = {'value': written(result)}
    if leaves and isinstance(result, torch.Tensor) and result.requires_grad:
        try:
            result.square().sum().backward()
        except RuntimeError as error:
            return {**answer, 'backward': str(error)}
        answer['grads'] = [None if leaf.grad is None else written(leaf.grad) for leaf in leaves]
    return answer


ASKED = {
    'log_prob': lambda d, x: d.log_prob(x),
    'cdf': lambda d, x: d.cdf(x),
    'icdf': lambda d, x: d.icdf(torch.tensor([0.25, 0.7], dtype=torch.float64)),
    'mean': lambda d, x: d.mean,
    'mode': lambda d, x: d.mode,
    'variance': lambda d, x: d.variance,
    'stddev': lambda d, x: d.stddev,
    'entropy': lambda d, x: d.entropy(),
    'sample': lambda d, x: d.sample([3]),
    'rsample': lambda d, x: d.rsample([2]),
    'expand': lambda d, x: d.expand([3, *d.batch_shape]).log_prob(x),
    'enumerate_support': lambda d, x: d.enumerate_support(),
    'repr': lambda d, x: repr(d),
    'support': lambda d, x: repr(d.support),
    'batch_shape': lambda d, x: d.batch_shape,
    'event_shape': lambda d, x: d.event_shape,
    'has_rsample': lambda d, x: d.has_rsample,
    'outside': lambda d, x: d.log_prob(torch.full_like(x, float('nan'))),
}


def distributions():
    for name, (args, kwargs, value) in GIVEN.items():
        expect = {}
        for asked, run in ASKED.items():
            d, leaves, x = make(name)
            torch.manual_seed(7)
            if (name, asked) == ('Wishart', 'rsample'):
                leaves = ()  # PyTorch changes what its own backward pass needs, and refuses
            expect[asked] = outcome(lambda: run(d, x), leaves)
        yield {'name': name, 'args': args, 'kwargs': kwargs, 'value': value, 'expect': expect}


def divergences():
    for p in GIVEN:
        for q in GIVEN:
            dp, leaves, _ = make(p)
            dq, more, _ = make(q)
            result = outcome(lambda: D.kl_divergence(dp, dq), leaves + more)
            if 'error' not in result or p == q:
                yield {'p': p, 'q': q, 'expect': result}


def wrong():
    """Parameters out of range."""
    low = lambda v: [low(e) if isinstance(e, list) else -5.0 for e in v] if isinstance(v, list) else v
    for name, (args, kwargs, _) in GIVEN.items():
        bad = ([low(a) for a in args], {k: low(v) for k, v in kwargs.items()})
        leaves = []
        given = [read(a, leaves) for a in bad[0]]
        if name.startswith('Relaxed'):
            given[0] = torch.tensor(given[0], dtype=torch.float64)
        result = outcome(lambda: repr(getattr(D, name)(*given, **{k: read(v, leaves) for k, v in bad[1].items()})))
        yield {'name': name, 'args': bad[0], 'kwargs': bad[1], 'expect': result}


print('{')
for key, cases, end in [('distributions', distributions(), ','), ('divergences', divergences(), ','), ('wrong', wrong(), '')]:
    print(f'"{key}": [')
    print(',\n'.join(json.dumps(case) for case in cases))
    print(f']{end}')
print('}')
