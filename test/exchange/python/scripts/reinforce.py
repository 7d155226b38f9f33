"""REINFORCE with a baseline on a toy bandit, written as a script with main()."""
from abc import ABC, abstractmethod
from itertools import count

import torch
import torch.nn as nn
from torch.distributions import Categorical



class Env(ABC):
    @abstractmethod
    def step(self, action: int) -> tuple:
        ...

    def close(self) -> None:
        pass


class Bandit(Env):
    def __init__(self, probs):
        self.probs = probs
        self.t = 0

    def step(self, action):
        self.t += 1
        reward = float(torch.rand(1).item() < self.probs[action])
        return reward, self.t >= 5


class Policy(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.logits = nn.Parameter(torch.zeros(n))
        self.saved = []
        self.rewards = []

    def forward(self):
        return torch.softmax(self.logits, dim=-1)

    def act(self):
        dist = Categorical(self())
        action = dist.sample()
        self.saved.append(dist.log_prob(action))
        return action.item()


def discount(rewards, gamma=0.9):
    R = 0
    out = []
    for r in reversed(rewards):
        R = r + gamma * R
        out.insert(0, R)
    return torch.tensor(out)


def main():
    torch.manual_seed(11)
    policy = Policy(3)
    opt = torch.optim.SGD(policy.parameters(), lr=0.5)
    running = 0.0
    for i_episode in count(1):
        env = Bandit([0.2, 0.5, 0.9])
        ep_reward = 0
        for t in range(1, 10):
            action = policy.act()
            reward, done = env.step(action)
            policy.rewards.append(reward)
            ep_reward += reward
            if done:
                break
        running = 0.05 * ep_reward + (1 - 0.05) * running
        returns = discount(policy.rewards)
        returns = (returns - returns.mean()) / (returns.std() + 1e-6)
        loss = [-lp * R for lp, R in zip(policy.saved, returns)]
        opt.zero_grad()
        loss = torch.stack(loss).sum()
        loss.backward()
        opt.step()
        del policy.rewards[:]
        del policy.saved[:]
        if i_episode % 5 == 0:
            print('Episode {}\tLast reward: {:.2f}\tAverage reward: {:.3f}'.format(i_episode, ep_reward, running))
        if running > 3.0 or i_episode >= 20:
            print(f"Stopped after {i_episode} episodes! Last episode ran {t} steps")
            break
    print(policy().detach())


if __name__ == '__main__':
    main()
