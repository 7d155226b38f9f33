import random
from collections import deque, namedtuple
import numpy as np
import torch
import torch.nn as nn
import torch.optim as optim

Transition = namedtuple('Transition', ('state', 'action', 'reward', 'next_state', 'done'))

class GridEnv:
    """A tiny 1-D corridor."""
    def __init__(self, size=6):
        self.size = size
        self.reset()

    def reset(self):
        self.pos = 0
        self.steps = 0
        return self._obs()

    def _obs(self):
        obs = np.zeros(self.size, dtype=np.float32)
        obs[self.pos] = 1.0
        return obs

    def step(self, action):
        self.pos = int(np.clip(self.pos + (1 if action == 1 else -1), 0, self.size - 1))
        self.steps += 1
        done = self.pos == self.size - 1 or self.steps >= 30
        reward = 1.0 if self.pos == self.size - 1 else -0.01
        return self._obs(), reward, done, {}

class ReplayBuffer:
    def __init__(self, capacity):
        self.buffer = deque(maxlen=capacity)

    def push(self, *args):
        self.buffer.append(Transition(*args))

    def sample(self, batch_size):
        batch = random.sample(self.buffer, batch_size)
        return Transition(*zip(*batch))

    def __len__(self):
        return len(self.buffer)

class DQN(nn.Module):
    def __init__(self, n_obs, n_act):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_obs, 24), nn.ReLU(), nn.Linear(24, n_act))

    def forward(self, x):
        return self.net(x)

random.seed(0)
np.random.seed(0)
torch.manual_seed(0)
env = GridEnv()
policy, target = DQN(env.size, 2), DQN(env.size, 2)
target.load_state_dict(policy.state_dict())
target.eval()
optimizer = optim.Adam(policy.parameters(), lr=5e-3)
memory = ReplayBuffer(500)
GAMMA, BATCH, EPS_START, EPS_END, EPS_DECAY = 0.95, 16, 0.9, 0.05, 60
steps_done = 0
rewards = []

def select_action(state):
    global steps_done
    eps = EPS_END + (EPS_START - EPS_END) * np.exp(-1. * steps_done / EPS_DECAY)
    steps_done += 1
    if random.random() < eps:
        return random.randrange(2)
    with torch.no_grad():
        q = policy(torch.from_numpy(state).unsqueeze(0))
        return q.max(1)[1].item()

def optimize():
    if len(memory) < BATCH:
        return None
    batch = memory.sample(BATCH)
    states = torch.from_numpy(np.stack(batch.state))
    actions = torch.tensor(batch.action).unsqueeze(1)
    rews = torch.tensor(batch.reward, dtype=torch.float32)
    next_states = torch.from_numpy(np.array(batch.next_state))
    dones = torch.tensor(batch.done, dtype=torch.float32)
    q = policy(states).gather(1, actions).squeeze(1)
    with torch.no_grad():
        next_q = target(next_states).max(1).values
        expected = rews + GAMMA * next_q * (1 - dones)
    loss = nn.SmoothL1Loss()(q, expected)
    optimizer.zero_grad()
    loss.backward()
    for param in policy.parameters():
        param.grad.data.clamp_(-1, 1)
    optimizer.step()
    return loss.item()

for episode in range(25):
    state = env.reset()
    total = 0
    while True:
        action = select_action(state)
        next_state, reward, done, _ = env.step(action)
        memory.push(state, action, reward, next_state, done)
        state = next_state
        total += reward
        optimize()
        if done:
            break
    rewards.append(total)
    if episode % 5 == 0:
        target.load_state_dict(policy.state_dict())
        print(f"episode {episode:2d} reward {total:.2f} avg {np.mean(rewards[-5:]):.3f} steps {env.steps}")
print("q-values:", policy(torch.eye(6)).argmax(1).tolist())
