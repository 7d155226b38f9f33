import copy, contextlib, functools, itertools, math, operator
from collections import defaultdict, OrderedDict, deque, Counter
import torch, torch.nn as nn
class LogMixin:
    def log(self, m): self.lines = getattr(self, "lines", []) + [m]; return self
class Base:
    registry = []
    def __init__(self, name="base", **kw): self.name = name; self.extra = kw; Base.registry.append(name)
    def run(self, x): return [f"{self.name}:{x}"]
class Loud(Base):
    def run(self, x): return [s.upper() for s in super().run(x)]
class Both(LogMixin, Loud):
    def __init__(self, *a, level=1, **k): super().__init__(*a, **k); self.level = level
b = Both("bo", level=3, z=1); print(b.run("q"), b.level, b.extra, b.log("x").log("y").lines, Base.registry, isinstance(b, LogMixin))
class Lazy:
    def __init__(self): self.calls = 0
    def __getattr__(self, k):
        if k.startswith("_"): raise AttributeError(k)
        self.calls += 1
        return lambda *a: (k, a)
z = Lazy(); print(z.foo(1), z.bar(), z.calls, hasattr(z, "_no"), getattr(z, "_no", "dflt"))
x = [[1, 2], {"a": [3]}]; s, d = copy.copy(x), copy.deepcopy(x); x[0].append(9); x[1]["a"].append(4); print(s, d, x)
count = 0
def bump(by=1):
    global count
    count += by
    return count
print(bump(), bump(5), count)
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
def hanoi(n, a="A", b="B", c="C"): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(fact(10), hanoi(5), [fact(i) for i in range(6)])
def sub():
    got = yield 1
    return f"ret {got}"
def main():
    r = yield from sub()
    yield r
g = main(); print(next(g), g.send("v"), list(g))
def loopy():
    out = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        except ValueError: pass
        else: out.append(f"e{i}")
        finally: out.append(f"f{i}")
    return out
print(loopy())
class Ctx:
    def __init__(self, swallow): self.s = swallow; self.log = []
    def __enter__(self): self.log.append("in"); return self.log
    def __exit__(self, t, v, tb): self.log.append(t.__name__ if t else "ok"); return self.s
with Ctx(True) as log: log.append(1); raise KeyError("k")
print(log)
try:
    with Ctx(False) as log2: raise ValueError("boom")
except ValueError as e: print(log2, e)
with contextlib.suppress(ZeroDivisionError): 1 / 0
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise RuntimeError("outer") from e
except RuntimeError as e: print(e, repr(e.__cause__))
class MyErr(ValueError):
    def __init__(self, code, msg="bad"): super().__init__(f"[{code}] {msg}"); self.code = code
try: raise MyErr(7)
except ValueError as e: print(e, e.code, type(e).__name__, isinstance(e, MyErr))
print(f"{'a':>{5}}|{3.14159:.{2}f}|{[1, 2]!s:>10}|{'x' * 3:^9}|{{}}|{1 + 1}|{'q' if 1 else 'r'}|{max(1, 2):03d}|{-5 % 3}|{1e3:,.1f}|{7:>+5d}|{0.00001234:.3g}|{1234567.0:.3e}|{True:d}")
print("%5s|%-5s|%05d|%.3f|%5.1f%%" % ("a", "b", 42, 1 / 3, 99.5), "{0:>4}{1!r}{name:.1f}".format(1, "s", name=2.0), "{:,}".format(1234567), "{:e}".format(0.5), "{:b}".format(5), "{[a]}".format({"a": 1}))
ops = {"+": operator.add, "-": operator.sub, "max": max}; print(ops["+"](2, 3), ops["max"](1, 5), [ops[o](4, 2) for o in "+-"], functools.reduce(operator.mul, range(1, 5)), operator.itemgetter(1)([1, 2]), sorted([(1, "b"), (0, "c")], key=operator.itemgetter(1)))
mat = [[1, 2, 3], [4, 5, 6]]; print([list(r) for r in zip(*mat)], [sum(r) for r in mat], sum(map(sum, mat)), [x for r in mat for x in r], max(map(max, mat)), [[r[i] for r in mat] for i in range(3)], list(map(list, zip(*mat)))[0])
nested = {"a": {"b": {"c": 1}}}; cur = nested
for k in "abc": cur = cur[k]
print(cur, nested["a"]["b"], [(k, list(v)) for k, v in nested.items()])
tree = lambda: defaultdict(tree); t = tree(); t["x"]["y"] = 1; print(dict(t["x"]), "z" in t, len(t))
inv = {}; [inv.setdefault(len(w), []).append(w) for w in "a bb cc d".split()]; print(inv)
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(list(od), od.popitem(last=False), od)
lin = nn.Linear(2, 1); net = nn.Sequential(lin, nn.ReLU()); shared = nn.Sequential(lin, nn.Dropout(0.1)); print(net[0] is shared[0], len(list(net.parameters())), [n for n, _ in net.named_modules()], net[-1], net[:1], "0.weight" in net.state_dict(), list(net.state_dict()), sum(p.numel() for p in net.parameters() if p.requires_grad))
opt = torch.optim.SGD(net.parameters(), lr=1, momentum=0, weight_decay=0); print(opt.param_groups[0]["lr"], opt); opt2 = torch.optim.Adam(net.parameters()); print(opt2, opt2.defaults["lr"], opt2.param_groups[0]["eps"])
print(nn.Dropout(0.5), nn.Conv2d(1, 2, 3, padding="same"), nn.LSTM(2, 3, num_layers=2, batch_first=True), nn.BatchNorm1d(4), nn.Embedding(3, 2, padding_idx=0), nn.MaxPool2d(2), nn.TransformerEncoderLayer(4, 2).norm1, nn.CrossEntropyLoss(), nn.LeakyReLU(), nn.Softmax(dim=-1), nn.GRU(1, 2), nn.LayerNorm(3))
w = torch.tensor([1.0, 2.0], requires_grad=True); l = (w ** 2).sum(); l.backward(); print(w, w.grad, l, w.detach(), w.requires_grad, (w * 2).grad_fn is not None, l.grad_fn.__class__.__name__, w.is_leaf, w.data, w.detach().numpy(), w.grad.tolist())
print(torch.tensor(1e-5), torch.tensor([1e-5, 1.0]), torch.tensor([1e6, 1.0]), torch.tensor([1.5, float("nan")]), torch.tensor([float("inf")]), torch.tensor(123456789.0), torch.tensor([0.1, 100.25]), torch.tensor([[1.0, -2.5]]), torch.tensor([1, 1000000]), torch.rand(0), torch.ones(2, dtype=torch.float64), torch.tensor([True]), torch.tensor(5, dtype=torch.int32), torch.linspace(0, 1, 3), torch.full((2,), 7))
