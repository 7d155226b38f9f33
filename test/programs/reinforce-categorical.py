import torch
from torch import nn
from torch.distributions import Categorical, Normal, TransformedDistribution
from torch.distributions.transforms import TanhTransform

torch.manual_seed(1)

# A corridor: action 1 goes right, 0 left; the goal is at its right end.
def rollout(policy, steps=12):
    position, log_probs, rewards, entropies = 2, [], [], []
    for _ in range(steps):
        state = nn.functional.one_hot(torch.tensor(position), 6).float()
        choice = Categorical(logits=policy(state))
        action = choice.sample()
        log_probs.append(choice.log_prob(action))
        entropies.append(choice.entropy())
        position = max(0, min(5, position + (1 if action.item() == 1 else -1)))
        rewards.append(1.0 if position == 5 else -0.1)
        if position == 5:
            break
    return torch.stack(log_probs), rewards, torch.stack(entropies)

policy = nn.Sequential(nn.Linear(6, 16), nn.ReLU(), nn.Linear(16, 2))
optimizer = torch.optim.Adam(policy.parameters(), lr=0.05)
for episode in range(12):
    log_probs, rewards, entropies = rollout(policy)
    returns, total = [], 0.0
    for reward in reversed(rewards):
        total = reward + 0.9 * total
        returns.insert(0, total)
    loss = -(log_probs * torch.tensor(returns)).sum() - 0.01 * entropies.sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f'episode {episode}: {len(rewards)} steps, return {total:.3f}, loss {loss.item():.4f}')

# A squashed Gaussian, as soft actor-critic has it.
loc = torch.tensor([0.2, -0.4], requires_grad=True)
squashed = TransformedDistribution(Normal(loc, torch.tensor([0.5, 0.8])), [TanhTransform(cache_size=1)])
action = squashed.rsample()
log_prob = squashed.log_prob(action).sum()
log_prob.backward()
print(action)
print(log_prob)
print(loc.grad)
print(squashed.support)
