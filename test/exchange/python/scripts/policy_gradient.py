import torch, math
from torch import nn
from torch.nn import functional as F
from typing import NamedTuple, Callable
from abc import ABC, abstractmethod
import contextlib, time

torch.manual_seed(3)

class Transition(NamedTuple):
    state: torch.Tensor
    action: int
    reward: float
    done: bool = False

class Env(ABC):
    @abstractmethod
    def step(self, action: int) -> tuple[torch.Tensor, float, bool]: ...
    @abstractmethod
    def reset(self) -> torch.Tensor: ...

class Walk(Env):
    def __init__(self, n=5):
        self.n, self.pos = n, n // 2
    def _obs(self):
        return F.one_hot(torch.tensor(self.pos), self.n).float()
    def reset(self):
        self.pos = self.n // 2
        return self._obs()
    def step(self, action):
        self.pos += 1 if action else -1
        done = self.pos in (0, self.n - 1)
        return self._obs(), float(self.pos == self.n - 1), done

policy = nn.Sequential(nn.Linear(5, 16), nn.Tanh(), nn.Linear(16, 2))
opt = torch.optim.Adam(policy.parameters(), lr=0.05)

def episode(env: Env, limit: int = 20) -> list[Transition]:
    out, s = [], env.reset()
    for _ in range(limit):
        dist = torch.distributions.Categorical(logits=policy(s))
        a = dist.sample()
        s2, r, done = env.step(int(a))
        out.append(Transition(s, int(a), r, done))
        s = s2
        if done:
            break
    return out

@contextlib.contextmanager
def section(name: str):
    print(f">> {name}")
    try:
        yield name.upper()
    finally:
        print(f"<< {name}")

def discounted(rs, gamma=0.9):
    acc, out = 0.0, []
    for r in reversed(rs):
        acc = r + gamma * acc
        out.insert(0, acc)
    return out

try:
    Env()
except TypeError as e:
    print(str(e)[:40])

with section("train") as title:
    print(title)
    for i in range(30):
        ep = episode(Walk())
        returns = torch.tensor(discounted([t.reward for t in ep]))
        logits = policy(torch.stack([t.state for t in ep]))
        logp = F.log_softmax(logits, dim=-1)[torch.arange(len(ep)), torch.tensor([t.action for t in ep])]
        loss = -(logp * returns).mean()
        opt.zero_grad(); loss.backward(); opt.step()
        if i % 10 == 9:
            print(i + 1, len(ep), f"{sum(t.reward for t in ep):.1f}", f"{loss.item():.5f}")
print(ep[0]._fields, ep[-1].done, ep[-1][2])
probs = policy(torch.eye(5)).softmax(-1)
print(probs[1:4, 1])
torch.set_printoptions(precision=3, sci_mode=False)
print(probs)
class Swish(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, beta):
        ctx.save_for_backward(x)
        ctx.beta = beta
        return x * torch.sigmoid(beta * x)
    @staticmethod
    def backward(ctx, g):
        x, = ctx.saved_tensors
        s = torch.sigmoid(ctx.beta * x)
        return g * (s + ctx.beta * x * s * (1 - s)), None
x = torch.linspace(-2, 2, 5, requires_grad=True)
Swish.apply(x, 1.5).sum().backward()
print(x.grad)
grads = {}
h = policy[0].register_forward_hook(lambda m, i, o: grads.__setitem__("act", o.detach().abs().mean().item()))
policy(torch.eye(5)); h.remove()
print(f"{grads['act']:.4f}")
t0 = time.perf_counter()
print(time.perf_counter() - t0 < 5)
