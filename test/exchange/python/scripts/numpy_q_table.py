import numpy as np
import torch
import torch.nn as nn
from collections import defaultdict

class ReplayMemory:
    def __init__(self, capacity, obs_dim):
        self.obs = np.zeros((capacity, obs_dim), dtype=np.float32)
        self.act = np.zeros(capacity, dtype=np.int64)
        self.rew = np.zeros(capacity, dtype=np.float32)
        self.done = np.zeros(capacity, dtype=bool)
        self.ptr, self.size, self.capacity = 0, 0, capacity

    def store(self, o, a, r, d):
        self.obs[self.ptr] = o
        self.act[self.ptr] = a
        self.rew[self.ptr] = r
        self.done[self.ptr] = d
        self.ptr = (self.ptr + 1) % self.capacity
        self.size = min(self.size + 1, self.capacity)

    def sample(self, n):
        idx = np.random.randint(0, self.size, size=n)
        return dict(obs=torch.as_tensor(self.obs[idx]), act=torch.as_tensor(self.act[idx]),
                    rew=torch.as_tensor(self.rew[idx]), done=torch.as_tensor(self.done[idx]))

def discount_cumsum(x, gamma):
    out = np.zeros_like(x)
    running = 0.0
    for t in reversed(range(len(x))):
        running = x[t] + gamma * running
        out[t] = running
    return out

class QTable:
    def __init__(self, n_actions, alpha=0.5, gamma=0.9):
        self.q = defaultdict(lambda: np.zeros(n_actions))
        self.alpha, self.gamma, self.n = alpha, gamma, n_actions

    def act(self, s, eps):
        if np.random.rand() < eps:
            return np.random.randint(self.n)
        return int(np.argmax(self.q[s]))

    def learn(self, s, a, r, s2, done):
        target = r if done else r + self.gamma * np.max(self.q[s2])
        self.q[s][a] += self.alpha * (target - self.q[s][a])

np.random.seed(0)
torch.manual_seed(0)
agent = QTable(2)
lengths = []
for ep in range(60):
    s, steps = 0, 0
    while s != 4 and steps < 100:
        a = agent.act(s, 0.2)
        s2 = max(0, s - 1) if a == 0 else s + 1
        agent.learn(s, a, float(s2 == 4), s2, s2 == 4)
        s, steps = s2, steps + 1
    lengths.append(steps)
print("mean length first/last 10:", np.mean(lengths[:10]), np.mean(lengths[-10:]))
for s in range(4):
    print(s, agent.q[s].round(3))
mem = ReplayMemory(10, 3)
for i in range(14):
    mem.store(np.random.randn(3), i % 2, i * 0.1, i % 5 == 0)
batch = mem.sample(4)
for k, v in batch.items():
    print(k, v.shape, v.dtype)
print(batch['act'], batch['done'])
print(discount_cumsum(np.array([1.0, 0.0, 2.0, 3.0]), 0.5))
value = nn.Linear(3, 1)
loss = ((value(batch['obs']).squeeze(-1) - batch['rew']) ** 2).mean()
print(f"{loss.item():.5f}")
