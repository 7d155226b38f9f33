# Minimal Lightning-like trainer: modules, callbacks, registry, loggers.
import abc
import collections
import copy
import enum
import functools
import math
import typing as t

import torch
from torch import nn, optim
from torch.utils import data


class Stage(enum.Enum):
    TRAIN = "train"
    VAL = "val"
    TEST = "test"

    def __str__(self):
        return self.value

    @property
    def is_eval(self):
        return self is not Stage.TRAIN


REGISTRY: t.Dict[str, t.Dict[str, t.Callable]] = collections.defaultdict(dict)


def register(kind: str, name: t.Optional[str] = None):
    def deco(obj):
        key = name or obj.__name__.lower()
        if key in REGISTRY[kind]:
            raise KeyError(f"{key!r} already registered under {kind!r}")
        REGISTRY[kind][key] = obj
        return obj
    return deco


def build(kind, spec, **extra):
    if isinstance(spec, str):
        spec = {"name": spec}
    spec = dict(spec)
    return REGISTRY[kind][spec.pop("name")](**{**spec, **extra})


class Callback(abc.ABC):
    def on_fit_start(self, trainer): pass
    def on_epoch_end(self, trainer): pass
    def on_fit_end(self, trainer): pass


@register("callback")
class History(Callback):
    def __init__(self):
        self.rows = []

    def on_epoch_end(self, trainer):
        self.rows.append({"epoch": trainer.epoch, **trainer.metrics})

    def table(self, *cols):
        head = " | ".join(f"{c:^10}" for c in cols)
        yield head
        yield "-+-".join("-" * 10 for _ in cols)
        for r in self.rows:
            yield " | ".join(f"{r[c]:>10.4f}" if isinstance(r[c], float) else f"{r[c]:>10}" for c in cols)


@register("callback", "early_stop")
class EarlyStopping(Callback):
    def __init__(self, monitor="val/loss", mode="min", patience=2):
        self.monitor, self.patience = monitor, patience
        self.better = {"min": lambda a, b: a < b, "max": lambda a, b: a > b}[mode]
        self.best = math.inf if mode == "min" else -math.inf
        self.wait = 0

    def on_epoch_end(self, trainer):
        cur = trainer.metrics[self.monitor]
        if self.better(cur, self.best):
            self.best, self.wait = cur, 0
        else:
            self.wait += 1
            trainer.should_stop |= self.wait >= self.patience


@register("callback", "ema")
class EMA(Callback):
    def __init__(self, decay: float):
        self.decay = decay
        self.shadow = None

    def on_fit_start(self, trainer):
        self.shadow = copy.deepcopy(trainer.model.state_dict())

    @torch.no_grad()
    def on_epoch_end(self, trainer):
        for k, v in trainer.model.state_dict().items():
            if v.is_floating_point():
                self.shadow[k].mul_(self.decay).add_(v, alpha=1 - self.decay)


register("opt", "sgd")(functools.partial(optim.SGD, momentum=0.9))
register("opt", "adamw")(optim.AdamW)


@register("model")
class MLP(nn.Sequential):
    def __init__(self, dims: t.Sequence[int], act: t.Type[nn.Module] = nn.ReLU):
        layers = []
        for a, b in zip(dims, dims[1:]):
            layers.extend([nn.Linear(a, b), act()])
        super().__init__(*layers[:-1])


class Trainer:
    def __init__(self, model, optimizer, callbacks=(), max_epochs=5):
        self.model, self.optimizer = model, optimizer
        self.callbacks = list(callbacks)
        self.max_epochs = max_epochs
        self.metrics: t.Dict[str, float] = {}
        self.should_stop = False
        self.epoch = 0

    def _fire(self, hook: str):
        for cb in self.callbacks:
            getattr(cb, hook)(self)

    def _run(self, stage: Stage, loader):
        self.model.train(not stage.is_eval)
        sums = collections.Counter()
        with torch.set_grad_enabled(not stage.is_eval):
            for xb, yb in loader:
                out = self.model(xb)
                loss = nn.functional.cross_entropy(out, yb)
                if stage is Stage.TRAIN:
                    self.optimizer.zero_grad()
                    loss.backward()
                    self.optimizer.step()
                sums["loss"] += loss.item() * len(yb)
                sums["acc"] += (out.argmax(-1) == yb).sum().item()
                sums["n"] += len(yb)
        n = sums.pop("n")
        self.metrics.update({f"{stage}/{k}": v / n for k, v in sums.items()})

    def fit(self, train, val):
        self._fire("on_fit_start")
        for self.epoch in range(self.max_epochs):
            self._run(Stage.TRAIN, train)
            self._run(Stage.VAL, val)
            self._fire("on_epoch_end")
            if self.should_stop:
                print("stopping after epoch", self.epoch)
                break
        self._fire("on_fit_end")
        return self


torch.manual_seed(42)
X = torch.randn(160, 6)
y = (X[:, 0] * X[:, 1] > 0).long() + (X[:, 2] > 1).long()
ds = data.TensorDataset(X, y)
tr, va = data.random_split(ds, [0.8, 0.2])
train, val = data.DataLoader(tr, 32, shuffle=True), data.DataLoader(va, 32)
cfg = {
    "model": {"name": "mlp", "dims": [6, 24, 3]},
    "opt": {"name": "adamw", "lr": 0.03},
    "callbacks": ["history", {"name": "early_stop", "patience": 2}, {"name": "ema", "decay": 0.5}],
}
model = build("model", cfg["model"])
trainer = Trainer(model, build("opt", cfg["opt"], params=model.parameters()),
                  [build("callback", c) for c in cfg["callbacks"]], max_epochs=6)
hist, stop, ema = trainer.fit(train, val).callbacks
print(*hist.table("epoch", "train/loss", "val/loss", "val/acc"), sep="\n")
print({k: sorted(v) for k, v in REGISTRY.items()})
print(type(stop).__name__, stop.wait, round(stop.best, 4), model)
try:
    register("model")(MLP)
except KeyError as e:
    print("KeyError", e)
opt = build("opt", {"name": "sgd", "lr": 0.1}, params=[nn.Parameter(torch.zeros(2))])
print(opt.defaults["momentum"], [str(s) for s in Stage], Stage("val").is_eval, ema.shadow["0.weight"].shape)
