import argparse
import numpy as np
import torch


class Bandit:
    def __init__(self, k=5, seed=0):
        self.rng = np.random.RandomState(seed)
        self.q = self.rng.normal(0, 1, k)
        self.k = k

    def pull(self, a):
        return self.q[a] + self.rng.normal()

    @property
    def best(self):
        return int(np.argmax(self.q))


class Agent:
    name = "base"

    def __init__(self, k):
        self.k = k
        self.n = np.zeros(k, dtype=int)
        self.est = np.zeros(k)

    def act(self, t): raise NotImplementedError

    def learn(self, a, r):
        self.n[a] += 1
        self.est[a] += (r - self.est[a]) / self.n[a]

    def __str__(self):
        return f"{self.name}[{', '.join(f'{v:.2f}' for v in self.est)}]"


class EpsGreedy(Agent):
    name = "eps"

    def __init__(self, k, eps=0.1, seed=0):
        super().__init__(k)
        self.eps = eps
        self.rng = np.random.RandomState(seed)

    def act(self, t):
        if self.rng.rand() < self.eps:
            return self.rng.randint(self.k)
        return self.est.argmax()


class UCB(Agent):
    name = "ucb"

    def __init__(self, k, c=2.0):
        super().__init__(k)
        self.c = c

    def act(self, t):
        if (self.n == 0).any():
            return int(np.where(self.n == 0)[0][0])
        return int(np.argmax(self.est + self.c * np.sqrt(np.log(t + 1) / self.n)))


class Gradient(Agent):
    name = "grad"

    def __init__(self, k, lr=0.1, seed=1):
        super().__init__(k)
        self.h = torch.zeros(k, requires_grad=True)
        self.lr, self.baseline = lr, 0.0
        self.gen = torch.Generator().manual_seed(seed)

    def act(self, t):
        p = torch.softmax(self.h, 0)
        return torch.multinomial(p.detach(), 1, generator=self.gen).item()

    def learn(self, a, r):
        super().learn(a, r)
        self.baseline += 0.1 * (r - self.baseline)
        logp = torch.log_softmax(self.h, 0)[a]
        g, = torch.autograd.grad(logp, self.h)
        with torch.no_grad():
            self.h += self.lr * (r - self.baseline) * g


def run(agent, steps, seed):
    env = Bandit(agent.k, seed)
    rewards = np.empty(steps)
    hits = 0
    for t in range(steps):
        a = agent.act(t)
        rewards[t] = env.pull(a)
        agent.learn(a, rewards[t])
        hits += a == env.best
    return rewards, hits / steps


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--steps", type=int, default=60)
    ap.add_argument("--arms", type=int, default=4)
    ap.add_argument("--agents", nargs="+", default=["eps", "ucb", "grad"])
    a = ap.parse_args()
    factory = {c.name: c for c in Agent.__subclasses__()}
    table = []
    for name in a.agents:
        agent = factory[name](a.arms)
        r, frac = run(agent, a.steps, seed=3)
        table.append((name, r.mean(), r[-10:].mean(), frac))
        print(agent, agent.n, agent.n.sum())
    print("name".ljust(6) + "mean".rjust(8) + "last".rjust(8) + "best%".rjust(8))
    for name, m, last, frac in sorted(table, key=lambda row: -row[1]):
        print(f"{name:<6}{m:>8.3f}{last:>8.3f}{frac:>8.1%}")
    smooth = np.convolve(r, np.ones(5) / 5, mode="valid")
    print(smooth.shape, smooth[:3].round(3), np.cumsum(r)[-1].round(4), r.argmax(), np.sort(r)[::-1][:2])
