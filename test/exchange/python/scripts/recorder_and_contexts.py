import contextlib
import functools
import time
from collections import defaultdict, OrderedDict
from contextlib import ExitStack, contextmanager, nullcontext, suppress
import torch
from torch import nn


class Recorder:
    """Collects activations and gradients by name."""

    def __init__(self, model, kinds=(nn.Linear,)):
        self.model = model
        self.kinds = kinds
        self.acts = OrderedDict()
        self.grads = OrderedDict()
        self._handles = []

    def _forward(self, name):
        def hook(module, args, output):
            self.acts[name] = output.detach()
        return hook

    def _backward(self, name, module, grad_in, grad_out):
        self.grads[name] = grad_out[0].norm().item()

    def __enter__(self):
        for name, m in self.model.named_modules():
            if isinstance(m, self.kinds):
                self._handles.append(m.register_forward_hook(self._forward(name)))
                self._handles.append(m.register_full_backward_hook(functools.partial(self._backward, name)))
        return self

    def __exit__(self, exc_type, exc, tb):
        while self._handles:
            self._handles.pop().remove()
        return False


@contextmanager
def frozen(*modules):
    before = [(p, p.requires_grad) for m in modules for p in m.parameters()]
    try:
        for p, _ in before:
            p.requires_grad_(False)
        yield [p for p, _ in before]
    finally:
        for p, flag in before:
            p.requires_grad_(flag)


@contextmanager
def timer(store, key):
    t0 = time.perf_counter()
    yield
    store[key] = time.perf_counter() - t0


def retry(times, exceptions=(RuntimeError,)):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    print(f"{fn.__name__} failed ({attempt}/{times}): {e}")
                    if attempt == times:
                        raise
        wrapper.times = times
        return wrapper
    return decorate


class Flaky:
    def __init__(self, fail):
        self.fail = fail
        self.n = 0

    @retry(3)
    def load(self, shape):
        """Load something."""
        self.n += 1
        if self.n <= self.fail:
            raise RuntimeError(f"attempt {self.n}")
        return torch.zeros(shape)


def count_calls(cls):
    for name in ("forward",):
        orig = getattr(cls, name)

        def counted(self, *args, _orig=orig, **kwargs):
            self.calls = getattr(self, "calls", 0) + 1
            return _orig(self, *args, **kwargs)
        setattr(cls, name, counted)
    return cls


@count_calls
class Net(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
            if i < len(self.layers) - 1:
                x = torch.relu(x)
        return x


torch.manual_seed(0)
net = Net([3, 8, 8, 2])
x, y = torch.randn(10, 3), torch.randint(0, 2, (10,))
times = {}
with Recorder(net) as rec, timer(times, "fwd"):
    loss = nn.functional.cross_entropy(net(x), y)
    loss.backward()
for name, act in rec.acts.items():
    dead = (act <= 0).all(dim=0).sum().item()
    print(f"{name}: mean {act.mean():+.4f} dead {dead} grad {rec.grads[name]:.4f}")
print(list(rec.grads), net.calls, list(times), times["fwd"] >= 0, len(rec._handles))
before = net.layers[0].weight.clone()
opt = torch.optim.SGD(net.parameters(), lr=0.5)
with frozen(net.layers[0], net.layers[1]) as ps:
    print(len(ps), sum(p.requires_grad for p in net.parameters()))
    opt.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
    opt.step()
print(torch.equal(before, net.layers[0].weight), all(p.requires_grad for p in net.parameters()))
f = Flaky(2)
print(f.load((2,)), f.load.__name__, f.load.__doc__, f.n)
try:
    Flaky(5).load((1,))
except RuntimeError as e:
    print("gave up:", e)
with suppress(KeyError, ZeroDivisionError):
    print({}["missing"])
with ExitStack() as stack:
    for i in range(3):
        stack.callback(print, "cleanup", i)
    stack.enter_context(torch.no_grad())
    print(net(x).requires_grad)
for amp in (False, True):
    ctx = torch.no_grad() if amp else nullcontext()
    with ctx:
        print(amp, net(x).requires_grad)


def outer():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


g = outer()
print(next(g))
g.close()
try:
    try:
        {}["k"]
    except KeyError as err:
        raise ValueError("wrapped") from err
except ValueError as e:
    print(e, type(e.__cause__).__name__)
else:
    print("never")
finally:
    print("end")
