import torch
import weakref
from typing import Any, Callable, Dict, List
from functools import singledispatch, total_ordering, cached_property


class Callback:
    order = 0

    def on_begin(self, trainer): pass
    def on_step(self, trainer): pass
    def on_end(self, trainer): pass


class Print(Callback):
    def __init__(self, every=1):
        self.every = every

    def on_step(self, trainer):
        if trainer.step % self.every == 0:
            print(f"step={trainer.step} loss={trainer.loss:.4f}")


class Recorder(Callback):
    order = 1

    def on_begin(self, trainer):
        self.values: List[float] = []

    def on_step(self, trainer):
        self.values.append(trainer.loss)

    def on_end(self, trainer):
        print(f"best {min(self.values):.4f} at {self.values.index(min(self.values))}")


class Stop(Exception):
    pass


class StopBelow(Callback):
    order = 2

    def __init__(self, threshold):
        self.threshold = threshold

    def on_step(self, trainer):
        if trainer.loss < self.threshold:
            raise Stop


class Trainer:
    def __init__(self, params, loss_fn: Callable[[], torch.Tensor], callbacks: List[Callback]):
        self.opt = torch.optim.SGD(params, lr=0.1)
        self.loss_fn = loss_fn
        self.callbacks = sorted(callbacks, key=lambda c: c.order)
        self.step = 0

    def __call__(self, event: str):
        for cb in self.callbacks:
            getattr(cb, event)(self)

    def run(self, n):
        self("on_begin")
        try:
            while self.step < n:
                loss = self.loss_fn()
                self.opt.zero_grad()
                loss.backward()
                self.opt.step()
                self.loss = loss.item()
                self("on_step")
                self.step += 1
        except Stop:
            print("stopped early")
        finally:
            self("on_end")


w = torch.tensor([3.0, -2.0], requires_grad=True)
Trainer([w], lambda: (w ** 2).sum(), [Recorder(), Print(every=2), StopBelow(0.5)]).run(20)
print(w)


class Lazy:
    def __init__(self, n):
        self.n = n
        self.calls = 0

    @cached_property
    def matrix(self):
        self.calls += 1
        return torch.arange(self.n ** 2).view(self.n, self.n)


lz = Lazy(2)
print(lz.matrix, lz.matrix.sum(), lz.calls)


class Pipeline:
    def __init__(self):
        self.stages: Dict[str, Callable] = {}

    def stage(self, fn):
        self.stages[fn.__name__] = fn
        return fn

    def __call__(self, x: Any):
        for name, fn in self.stages.items():
            x = fn(x)
            print(f"  {name}: {tuple(x.shape)}")
        return x


pipe = Pipeline()


@pipe.stage
def pad(x):
    return torch.nn.functional.pad(x, (1, 1))


@pipe.stage
def outer(x):
    return torch.outer(x, x)


print(pipe(torch.ones(2)).sum())
