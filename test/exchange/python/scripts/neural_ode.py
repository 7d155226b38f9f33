"""Fixed-step ODE solvers and a neural ODE fitted to a spiral."""
import abc
from functools import partial, wraps
from typing import Callable, Dict
import torch
from torch import Tensor, nn


class Solver(abc.ABC):
    order: int

    def __init__(self, step: float):
        self.step_size = step

    @abc.abstractmethod
    def increment(self, f, t, y, h):
        raise NotImplementedError

    def integrate(self, f: Callable[[Tensor, Tensor], Tensor], y0: Tensor, ts: Tensor) -> Tensor:
        ys = [y0]
        y = y0
        for t0, t1 in zip(ts[:-1], ts[1:]):
            n = max(1, round(((t1 - t0) / self.step_size).item()))
            h = (t1 - t0) / n
            for k in range(n):
                y = y + self.increment(f, t0 + k * h, y, h)
            ys.append(y)
        return torch.stack(ys)


class Euler(Solver):
    order = 1

    def increment(self, f, t, y, h):
        return h * f(t, y)


class Heun(Solver):
    order = 2

    def increment(self, f, t, y, h):
        k1 = f(t, y)
        return h * (k1 + f(t + h, y + h * k1)) / 2


class RK4(Solver):
    order = 4

    def increment(self, f, t, y, h):
        k1 = f(t, y)
        k2 = f(t + h / 2, y + h / 2 * k1)
        k3 = f(t + h / 2, y + h / 2 * k2)
        k4 = f(t + h, y + h * k3)
        return h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


SOLVERS: Dict[str, type] = {cls.__name__: cls for cls in (Euler, Heun, RK4)}


def counted(fn):
    @wraps(fn)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return fn(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


@counted
def decay(t, y):
    return -y


ts = torch.linspace(0, 1, 3, dtype=torch.float64)
for name, cls in SOLVERS.items():
    decay.calls = 0
    errors = []
    for h in (0.1, 0.05):
        y = cls(h).integrate(decay, torch.ones(1, dtype=torch.float64), ts)[-1]
        errors.append(abs(y.item() - torch.exp(torch.tensor(-1.0, dtype=torch.float64)).item()))
    rate = torch.log2(torch.tensor(errors[0] / errors[1])).item()
    print(f"{name:>5}: order {cls.order} rate {rate:.2f} errors {errors[0]:.2e} {errors[1]:.2e} calls {decay.calls}")


class ODEFunc(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(2, width), nn.Tanh(), nn.Linear(width, 2))
        self.nfe = 0
        for m in self.net.modules():
            if isinstance(m, nn.Linear):
                nn.init.normal_(m.weight, mean=0, std=0.1)
                nn.init.constant_(m.bias, val=0)

    def forward(self, t, y):
        self.nfe += 1
        return self.net(y ** 3)


torch.manual_seed(2)
A = torch.tensor([[-0.1, 2.0], [-2.0, -0.1]])
t = torch.linspace(0.0, 2.0, 11)
true = RK4(0.1).integrate(lambda t, y: (y ** 3) @ A, torch.tensor([[2.0, 0.0]]), t)
print(true.shape, true[-1].squeeze())
func = ODEFunc()
optim = torch.optim.RMSprop(func.parameters(), lr=1e-2)
solve = partial(RK4(0.2).integrate, func)
for it in range(1, 11):
    optim.zero_grad()
    pred = solve(true[0], t)
    loss = torch.mean(torch.abs(pred - true))
    loss.backward()
    optim.step()
    if it % 5 == 0:
        print("Iter {:04d} | Total Loss {:.6f} | NFE {}".format(it, loss.item(), func.nfe))
try:
    Solver(0.1)
except TypeError as e:
    print("abstract:", "increment" in str(e))
