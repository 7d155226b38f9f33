import torch
from torch import nn
class Schema:
    TYPES = {"lr": float, "n": int, "name": str, "dims": (list, tuple)}
    def __init__(self, kinds=(nn.Linear, nn.Conv2d)):
        self.kinds = kinds
    def check(self, cfg):
        out = []
        for k, v in cfg.items():
            want = self.TYPES.get(k)
            if want is None:
                out.append(f"unknown {k}")
            elif not isinstance(v, want):
                out.append(f"{k} is {type(v).__name__}")
        return out
    def count(self, model):
        return sum(isinstance(m, self.kinds) for m in model.modules())
s = Schema()
print(s.check({"lr": 0.1, "n": 3, "name": "x", "dims": [1]}), s.check({"lr": 1, "n": 2.0, "name": 3, "dims": (1, 2), "z": 0}), s.check({"lr": 1.0}))
print(s.count(nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))), Schema(kinds=nn.ReLU).count(nn.Sequential(nn.ReLU())))
NUM = (int, float)
print([isinstance(v, NUM) for v in (1, 2.5, "a", True, 3.0)], isinstance(torch.ones(1), (torch.Tensor, int)))
def only(xs, kind):
    return [x for x in xs if isinstance(x, kind)]
print(only([1, 2.0, "a", None], int), only([1, 2.0, "a"], float), only(["a", 1], str), only([1, [2]], (list, str)))
