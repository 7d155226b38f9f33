import json
import math
import random
from bisect import bisect_left, insort
from collections import defaultdict
from contextlib import contextmanager
from functools import partial, lru_cache
from itertools import islice
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple, Union
import torch


class Distribution:
    def sample(self, rng):
        raise NotImplementedError

    def __repr__(self):
        args = ", ".join(f"{v!r}" for v in self.__dict__.values())
        return f"{self.__class__.__name__}({args})"


class Uniform(Distribution):
    def __init__(self, low, high):
        self.low, self.high = low, high

    def sample(self, rng):
        return rng.uniform(self.low, self.high)


class LogUniform(Uniform):
    def sample(self, rng):
        return math.exp(rng.uniform(math.log(self.low), math.log(self.high)))


class Choice(Distribution):
    def __init__(self, *options):
        self.options = options

    def sample(self, rng):
        return rng.choice(self.options)


class IntRange(Distribution):
    def __init__(self, low, high, step=1):
        self.low = low
        self.high = high
        self.step = step

    def sample(self, rng):
        return rng.randrange(self.low, self.high + 1, self.step)


class TrialPruned(Exception):
    pass


class Trial:
    def __init__(self, number, params, study):
        self.number = number
        self.params = params
        self.study = study
        self.intermediate: Dict[int, float] = {}
        self.value: Optional[float] = None
        self.state = "running"

    def report(self, value, step):
        self.intermediate[step] = value
        peers = self.study.at_step[step]
        insort(peers, value)
        rank = bisect_left(peers, value)
        if len(peers) >= 3 and rank > len(peers) // 2:
            raise TrialPruned(f"trial {self.number} pruned at step {step} (rank {rank + 1}/{len(peers)})")


class Study:
    def __init__(self, space: Mapping[str, Distribution], seed=0, direction="minimize"):
        self.space = dict(space)
        self.rng = random.Random(seed)
        self.trials: List[Trial] = []
        self.at_step: Dict[int, List[float]] = defaultdict(list)
        self.sign = 1 if direction == "minimize" else -1

    def optimize(self, objective: Callable[[Trial], float], n: int):
        for _ in range(n):
            params = {k: d.sample(self.rng) for k, d in self.space.items()}
            trial = Trial(len(self.trials), params, self)
            self.trials.append(trial)
            try:
                trial.value = objective(trial)
            except TrialPruned as e:
                trial.state = "pruned"
                print("   ", e)
            except (ArithmeticError, ValueError) as e:
                trial.state = "failed"
                print("    failed:", e)
            else:
                trial.state = "complete"

    @property
    def best_trial(self):
        done = [t for t in self.trials if t.state == "complete"]
        return min(done, key=lambda t: self.sign * t.value) if done else None

    def to_rows(self) -> List[Tuple]:
        return [(t.number, t.state, *(fmt(v) for v in t.params.values()), fmt(t.value)) for t in self.trials]


def fmt(v: Any) -> str:
    if v is None:
        return "-"
    if isinstance(v, bool):
        return str(v).lower()
    if isinstance(v, float):
        return f"{v:.4g}"
    return str(v)


def table(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    cols = list(zip(header, *rows))
    widths = [max(len(str(c)) for c in col) for col in cols]
    line = "+".join("-" * (w + 2) for w in widths)
    out = [line]
    for i, row in enumerate([header, *rows]):
        out.append("|".join(f" {str(c):<{w}} " for c, w in zip(row, widths)))
        if i == 0:
            out.append(line.replace("-", "="))
    out.append(line)
    return "\n".join(out)


def objective(trial: Trial, x, y) -> float:
    p = trial.params
    if p["width"] > 24:
        raise ValueError(f"width {p['width']} too large")
    torch.manual_seed(trial.number)
    act = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh}[p["act"]]
    net = torch.nn.Sequential(torch.nn.Linear(1, p["width"]), act(), torch.nn.Linear(p["width"], 1))
    if p["zero_init"]:
        torch.nn.init.zeros_(net[-1].weight)
    opt = torch.optim.Adam(net.parameters(), lr=p["lr"])
    for step in range(1, 31):
        loss = (net(x) - y).pow(2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        if step % 10 == 0:
            trial.report(loss.item(), step)
    return loss.item()


space = {
    "lr": LogUniform(1e-3, 1e-1),
    "width": IntRange(4, 28, 4),
    "act": Choice("relu", "tanh"),
    "zero_init": Choice(True, False),
}
print(space)
x = torch.linspace(-1, 1, 24)[:, None]
y = (3 * x).sin()
study = Study(space, seed=3)
study.optimize(partial(objective, x=x, y=y), 10)
print(table(study.to_rows(), ["#", "state", *space, "value"]))
best = study.best_trial
print(best.number, best.params["act"], f"{best.value:.5f}", sorted(study.at_step), [len(v) for v in study.at_step.values()])
print(json.dumps({"best": best.number, "params": {k: (round(v, 4) if isinstance(v, float) else v) for k, v in best.params.items()}}, sort_keys=True))


@lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def golden(f, a, b, tol=1e-3):
    phi = (math.sqrt(5) - 1) / 2
    n = 0
    while b - a > tol:
        c, d = b - phi * (b - a), a + phi * (b - a)
        a, b = (a, d) if f(c) < f(d) else (c, b)
        n += 1
    return (a + b) / 2, n


print(fib(30), fib.cache_info().hits, [round(v, 3) for v in golden(lambda t: (t - 0.3) ** 2, 0, 1)], round(golden(lambda t: abs(t - 2), 0.0, 5.0)[0], 2))
states = {s: [t.number for t in study.trials if t.state == s] for s in ("complete", "pruned", "failed")}
print(states, sum(map(len, states.values())) == len(study.trials))
