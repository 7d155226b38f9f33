# Evaluate a few classifiers with home-made metric objects
from abc import ABC, abstractmethod
from typing import Any, Callable, Dict, Optional, Union
import torch
from torch import Tensor
import torch.nn as nn


class Metric(ABC):
    higher_is_better: Optional[bool] = None

    def __init__(self):
        self._defaults: Dict[str, Any] = {}

    def add_state(self, name: str, default: Union[Tensor, list]):
        self._defaults[name] = default.clone() if isinstance(default, Tensor) else []
        setattr(self, name, default)

    def reset(self):
        for name, d in self._defaults.items():
            setattr(self, name, d.clone() if torch.is_tensor(d) else list(d))

    @abstractmethod
    def update(self, preds: Tensor, target: Tensor) -> None: ...

    @abstractmethod
    def compute(self): ...

    def __call__(self, *a, **k):
        self.update(*a, **k)
        return self.compute()

    def __add__(self, other):
        return CompositionalMetric(torch.add, self, other)

    def __truediv__(self, other):
        return CompositionalMetric(torch.true_divide, self, other)


class CompositionalMetric(Metric):
    def __init__(self, op: Callable, a: Metric, b: Union[Metric, float]):
        super().__init__()
        self.op, self.a, self.b = op, a, b

    def update(self, *args, **kwargs):
        for m in (self.a, self.b):
            if isinstance(m, Metric):
                m.update(*args, **kwargs)

    def compute(self):
        b = self.b.compute() if isinstance(self.b, Metric) else self.b
        return self.op(self.a.compute(), b)


class Accuracy(Metric):
    higher_is_better = True

    def __init__(self, top_k: int = 1):
        super().__init__()
        self.top_k = top_k
        self.add_state("correct", torch.tensor(0))
        self.add_state("total", torch.tensor(0))

    def update(self, preds, target):
        topk = preds.topk(self.top_k, dim=-1).indices
        self.correct += (topk == target.unsqueeze(-1)).any(-1).sum()
        self.total += target.numel()

    def compute(self):
        return self.correct.float() / self.total


class ConfusionMatrix(Metric):
    def __init__(self, num_classes):
        super().__init__()
        self.n = num_classes
        self.add_state("mat", torch.zeros(num_classes, num_classes, dtype=torch.long))

    def update(self, preds, target):
        idx = target * self.n + preds.argmax(-1)
        self.mat += torch.bincount(idx, minlength=self.n ** 2).view(self.n, self.n)

    def compute(self):
        return self.mat

    def pretty(self, names):
        w = max(map(len, names)) + 2
        head = " " * w + "".join(n.rjust(w) for n in names)
        rows = [n.ljust(w) + "".join(f"{int(v):>{w}}" for v in row) for n, row in zip(names, self.mat)]
        return "\n".join([head, "-" * len(head), *rows])


class F1(ConfusionMatrix):
    higher_is_better = True

    def compute(self):
        m = self.mat.float()
        tp = m.diagonal()
        p, r = tp / m.sum(0).clamp(min=1), tp / m.sum(1).clamp(min=1)
        return torch.nan_to_num(2 * p * r / (p + r)).mean()


class AUROC(Metric):
    def __init__(self):
        super().__init__()
        self.add_state("scores", [])
        self.add_state("labels", [])

    def update(self, preds, target):
        self.scores.append(preds.softmax(-1)[:, 0])
        self.labels.append((target == 0).int())

    def compute(self):
        s, y = torch.cat(self.scores), torch.cat(self.labels)
        order = s.argsort(descending=True, stable=True)
        y = y[order]
        tps = y.cumsum(0)
        fps = (1 - y).cumsum(0)
        return torch.trapezoid(tps / tps[-1], fps / fps[-1])


class MetricCollection(dict):
    def __init__(self, **metrics):
        super().__init__(metrics)

    def update(self, preds, target):
        for m in self.values():
            m.update(preds, target)

    def compute(self, prefix=""):
        return {prefix + k: round(v.item(), 4) for k, v in ((k, m.compute()) for k, m in self.items()) if v.ndim == 0}

    def reset(self):
        for m in self.values():
            m.reset()


NAMES = ["cat", "bird", "fish"]
torch.manual_seed(2)
centers = torch.tensor([[2.0, 0.0], [-2.0, 0.5], [0.0, -2.0]])
y = torch.arange(3).repeat_interleave(30)
x = centers[y] + torch.randn(90, 2) * 1.2
perm = torch.randperm(90)
x, y = x[perm], y[perm]
models = {"linear": nn.Linear(2, 3), "mlp": nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 3))}
cm = ConfusionMatrix(3)
metrics = MetricCollection(acc=Accuracy(), top2=Accuracy(top_k=2), f1=F1(3), auc=AUROC(), cm=cm)
for name, net in models.items():
    metrics.reset()
    opt = torch.optim.SGD(net.parameters(), lr=0.2, momentum=0.9)
    for _ in range(30):
        opt.zero_grad()
        nn.functional.cross_entropy(net(x[:60]), y[:60]).backward()
        opt.step()
    with torch.inference_mode():
        for xb, yb in zip(x[60:].split(10), y[60:].split(10)):
            metrics.update(net(xb), yb)
    print(metrics.compute(prefix=f"{name}/"))
    print(cm.pretty(NAMES))
both = Accuracy() / 2.0 + Accuracy(top_k=3)
print(both(torch.eye(3), torch.tensor([0, 1, 1])), type(both).__name__, F1.higher_is_better, cm.higher_is_better)
try:
    Metric()
except TypeError as e:
    print("TypeError:", str(e)[:40])
print(len(metrics), "f1" in metrics, list(metrics))
