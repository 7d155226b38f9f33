# PPO with clipping on a walk of seven places: actor and critic, generalised advantages, minibatches.
import torch
import torch.nn as nn
from torch.distributions.categorical import Categorical


class Walk:
    def __init__(self, n=7):
        self.n = n

    def reset(self):
        self.at, self.t = self.n // 2, 0
        return self.observe()

    def observe(self):
        o = torch.zeros(self.n)
        o[self.at] = 1.0
        return o

    def step(self, action):
        self.at += 1 if action == 1 else -1
        self.t += 1
        done = self.at in (0, self.n - 1) or self.t >= 20
        reward = 1.0 if self.at == self.n - 1 else -0.05
        return self.observe(), reward, done


def layer_init(layer, std=2**0.5, bias=0.0):
    torch.nn.init.orthogonal_(layer.weight, std)
    torch.nn.init.constant_(layer.bias, bias)
    return layer


class Agent(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.critic = nn.Sequential(layer_init(nn.Linear(n, 16)), nn.Tanh(), layer_init(nn.Linear(16, 1), std=1.0))
        self.actor = nn.Sequential(layer_init(nn.Linear(n, 16)), nn.Tanh(), layer_init(nn.Linear(16, 2), std=0.01))

    def get_action_and_value(self, x, action=None):
        probs = Categorical(logits=self.actor(x))
        if action is None:
            action = probs.sample()
        return action, probs.log_prob(action), probs.entropy(), self.critic(x)


torch.manual_seed(3)
env = Walk()
agent = Agent(env.n)
optimizer = torch.optim.Adam(agent.parameters(), lr=2.5e-2, eps=1e-5)
steps, gamma, lam, clip = 16, 0.99, 0.95, 0.2
obs = torch.zeros((steps, env.n))
actions = torch.zeros(steps)
logprobs = torch.zeros(steps)
rewards = torch.zeros(steps)
dones = torch.zeros(steps)
values = torch.zeros(steps)
next_obs, next_done = env.reset(), torch.tensor(0.0)
for update in range(1, 3):
    optimizer.param_groups[0]["lr"] = (1.0 - (update - 1.0) / 2) * 2.5e-2
    for step in range(steps):
        obs[step] = next_obs
        dones[step] = next_done
        with torch.no_grad():
            action, logprob, _, value = agent.get_action_and_value(next_obs.unsqueeze(0))
            values[step] = value.flatten()
        actions[step] = action
        logprobs[step] = logprob
        next_obs, reward, done = env.step(action.item())
        rewards[step] = torch.tensor(reward).view(-1)
        next_done = torch.tensor(float(done))
        if done:
            next_obs = env.reset()
    with torch.no_grad():
        next_value = agent.critic(next_obs).reshape(1, -1)
        advantages = torch.zeros_like(rewards)
        last = 0
        for t in reversed(range(steps)):
            if t == steps - 1:
                alive, nv = 1.0 - next_done, next_value
            else:
                alive, nv = 1.0 - dones[t + 1], values[t + 1]
            delta = rewards[t] + gamma * nv * alive - values[t]
            advantages[t] = last = delta + gamma * lam * alive * last
        returns = advantages + values
    for epoch in range(2):
        for mb in torch.randperm(steps).split(8):
            _, newlogprob, entropy, newvalue = agent.get_action_and_value(obs[mb], actions.long()[mb])
            ratio = (newlogprob - logprobs[mb]).exp()
            adv = advantages[mb]
            adv = (adv - adv.mean()) / (adv.std() + 1e-8)
            pg_loss = torch.max(-adv * ratio, -adv * torch.clamp(ratio, 1 - clip, 1 + clip)).mean()
            newvalue = newvalue.view(-1)
            v_unclipped = (newvalue - returns[mb]) ** 2
            v_clipped = values[mb] + torch.clamp(newvalue - values[mb], -clip, clip)
            v_loss = 0.5 * torch.max(v_unclipped, (v_clipped - returns[mb]) ** 2).mean()
            loss = pg_loss - 0.01 * entropy.mean() + v_loss * 0.5
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(agent.parameters(), 0.5)
            optimizer.step()
    var_y = torch.var(returns)
    explained = 1 - torch.var(returns - values) / var_y
    print(f"update {update}: reward {rewards.sum():.3f} pg {pg_loss.item():.4f} v {v_loss.item():.4f} entropy {entropy.mean().item():.4f} explained {explained.item():.3f}")
print(agent.actor(torch.eye(env.n)).argmax(1))
