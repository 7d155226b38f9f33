import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(543)
policy = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Dropout(p=0.2), nn.Linear(16, 2))
optimizer = torch.optim.RMSprop(policy.parameters(), lr=1e-2)
gamma = 0.9
for episode in range(3):
    state = torch.zeros(4)
    log_probs, rewards = [], []
    for t in range(6):
        probs = F.softmax(policy(state.unsqueeze(0)), dim=1)
        action = torch.multinomial(probs, 1).item()
        log_probs.append(torch.log(probs[0, action]))
        state = state * 0.5 + torch.randn(4) * 0.1 + (action - 0.5)
        rewards.append(1.0 if state[0] > 0 else -1.0)
    R, returns = 0.0, []
    for r in rewards[::-1]:
        R = r + gamma * R
        returns.insert(0, R)
    returns = torch.tensor(returns)
    returns = (returns - returns.mean()) / (returns.std() + 1e-8)
    loss = torch.stack([-lp * R for lp, R in zip(log_probs, returns)]).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f"episode {episode}: loss {loss.item():.4f} reward {sum(rewards):.0f}")
