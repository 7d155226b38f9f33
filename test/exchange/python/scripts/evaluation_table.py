"""Classification metrics and an evaluation table, written as a student would."""
import torch
import math
from typing import Dict, List, Sequence, Tuple, Union
from collections import defaultdict

Number = Union[int, float]


class Metric:
    """Base class: update, compute, reset."""
    registry: Dict[str, type] = {}
    name = "metric"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Metric.registry[cls.__name__.lower()] = cls

    def __init__(self):
        self.reset()

    def reset(self):
        raise NotImplementedError

    def __call__(self, preds, target):
        self.update(preds, target)
        return self.compute()

    def __repr__(self):
        return f"{type(self).__name__}()"


class Accuracy(Metric):
    def reset(self):
        self.correct = self.total = 0

    def update(self, preds, target):
        self.correct += (preds == target).sum().item()
        self.total += target.numel()

    def compute(self):
        return self.correct / self.total if self.total else float("nan")


class ConfusionMatrix(Metric):
    def __init__(self, n):
        self.n = n
        super().__init__()

    def reset(self):
        self.m = torch.zeros(self.n, self.n, dtype=torch.long)

    def update(self, preds, target):
        for t, p in zip(target.tolist(), preds.tolist()):
            self.m[t, p] += 1

    def compute(self):
        return self.m

    def precision_recall(self) -> List[Tuple[float, float, float]]:
        out = []
        for k in range(self.n):
            tp = self.m[k, k].item()
            fp = self.m[:, k].sum().item() - tp
            fn = self.m[k].sum().item() - tp
            prec = tp / (tp + fp) if tp + fp > 0 else 0.0
            rec = tp / (tp + fn) if tp + fn > 0 else 0.0
            f1 = 2 * prec * rec / (prec + rec) if prec + rec else 0.0
            out.append((prec, rec, f1))
        return out

    def __repr__(self):
        return f"{super().__repr__()[:-1]}n={self.n})"


class MeanMeter(Metric):
    def reset(self):
        self.values: List[Number] = []

    def update(self, v, n=1):
        self.values.extend([v] * n)

    def compute(self):
        return sum(self.values) / max(1, len(self.values))

    @property
    def std(self):
        m = self.compute()
        return math.sqrt(sum((v - m) ** 2 for v in self.values) / len(self.values))


def roc_auc(scores: torch.Tensor, y: torch.Tensor) -> float:
    order = torch.argsort(scores, descending=True)
    y = y[order]
    tps = torch.cumsum(y, 0)
    fps = torch.cumsum(1 - y, 0)
    tpr = torch.cat([torch.zeros(1), tps / tps[-1]])
    fpr = torch.cat([torch.zeros(1), fps / fps[-1]])
    return torch.trapz(tpr, fpr).item()


def format_table(headers: Sequence[str], rows: Sequence[Sequence], floatfmt=".3f") -> str:
    def cell(v):
        if isinstance(v, bool):
            return "yes" if v else "no"
        if isinstance(v, float):
            return format(v, floatfmt)
        return str(v)

    body = [[cell(v) for v in row] for row in rows]
    widths = [max(len(h), *(len(r[i]) for r in body)) for i, h in enumerate(headers)]
    lines = ["  ".join(h.ljust(w) for h, w in zip(headers, widths))]
    lines.append("  ".join("-" * w for w in widths))
    for r in body:
        lines.append("  ".join(c.rjust(w) if c.replace(".", "", 1).isdigit() else c.ljust(w) for c, w in zip(r, widths)))
    return "\n".join(lines)


torch.manual_seed(1)
classes = ["cat", "dog", "bird"]
target = torch.randint(3, (40,))
logits = torch.nn.functional.one_hot(target, 3) * 1.5 + torch.randn(40, 3)
preds = logits.argmax(dim=1)
acc, cm = Accuracy(), ConfusionMatrix(3)
for chunk_p, chunk_t in zip(preds.split(15), target.split(15)):
    print(f"running accuracy: {acc(chunk_p, chunk_t):.4f} ({acc.correct}/{acc.total})")
    cm.update(chunk_p, chunk_t)
print(cm, acc, Metric.registry)
print(cm.compute())
rows = []
for name, (p, r, f) in zip(classes, cm.precision_recall()):
    rows.append((name, int((target == classes.index(name)).sum()), p, r, f, f > 0.6))
rows.append(["macro", 40, *[sum(c) / 3 for c in zip(*(x[2:5] for x in rows))], True])
print(format_table(["class", "n", "precision", "recall", "f1", "good"], rows))
per_class = defaultdict(list)
for t, p in zip(target, preds):
    per_class[classes[t]].append(classes[p])
for k in sorted(per_class):
    print(k, {c: per_class[k].count(c) for c in classes})
print("auc %.4f" % roc_auc(logits[:, 0], (target == 0).float()))
print(f"{Accuracy().compute()}", math.isnan(Accuracy().compute()))
m = MeanMeter()
for v in [1, 2, 3.5]:
    m.update(v)
m.update(4, n=2)
print(m.values, m.compute(), f"{m.std:.6f}")
topk = torch.topk(logits, 2, dim=1)
hit = (topk.indices == target[:, None]).any(dim=1).float().mean()
print("top-2:", hit, round(hit.item(), 3))
try:
    Metric()
except NotImplementedError as err:
    print("abstract:", repr(err))
print(rows[-1][:2], sorted(rows[:3], key=lambda r: -r[4])[0][0], max(rows[:3], key=lambda r: r[3])[0])
