import torch, math, copy
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Normal

LOG_STD_MAX, LOG_STD_MIN = 2, -5

def mlp(sizes, act=nn.ReLU, out=nn.Identity):
    layers = []
    for j in range(len(sizes) - 1):
        a = act if j < len(sizes) - 2 else out
        layers += [nn.Linear(sizes[j], sizes[j + 1]), a()]
    return nn.Sequential(*layers)

class Actor(nn.Module):
    def __init__(self, obs_dim, act_dim, hidden=16):
        super().__init__()
        self.net = mlp([obs_dim, hidden, hidden], out=nn.ReLU)
        self.mu = nn.Linear(hidden, act_dim)
        self.log_std = nn.Linear(hidden, act_dim)
        self.register_buffer("action_scale", torch.tensor(2.0))

    def forward(self, obs, deterministic=False):
        h = self.net(obs)
        mu, log_std = self.mu(h), self.log_std(h)
        log_std = torch.tanh(log_std)
        log_std = LOG_STD_MIN + 0.5 * (LOG_STD_MAX - LOG_STD_MIN) * (log_std + 1)
        std = log_std.exp()
        dist = Normal(mu, std)
        u = mu if deterministic else dist.rsample()
        logp = dist.log_prob(u).sum(axis=-1)
        logp -= (2 * (math.log(2) - u - F.softplus(-2 * u))).sum(axis=1)
        return torch.tanh(u) * self.action_scale, logp

class Critic(nn.Module):
    def __init__(self, obs_dim, act_dim, hidden=16):
        super().__init__()
        self.q = mlp([obs_dim + act_dim, hidden, hidden, 1])

    def forward(self, obs, act):
        return self.q(torch.cat([obs, act], dim=-1)).squeeze(-1)

torch.manual_seed(0)
actor = Actor(3, 1)
q1, q2 = Critic(3, 1), Critic(3, 1)
q1_t, q2_t = copy.deepcopy(q1), copy.deepcopy(q2)
for p in [*q1_t.parameters(), *q2_t.parameters()]:
    p.requires_grad = False
log_alpha = torch.zeros(1, requires_grad=True)
pi_opt = torch.optim.Adam(actor.parameters(), lr=3e-3)
q_opt = torch.optim.Adam([*q1.parameters(), *q2.parameters()], lr=3e-3)
a_opt = torch.optim.Adam([log_alpha], lr=3e-3)
gamma, tau, target_entropy = 0.99, 0.005, -1.0

def env_step(s, a):
    s2 = s * 0.9 + 0.1 * a
    r = -(s2 ** 2).sum(-1) - 0.01 * a.squeeze(-1) ** 2
    return s2, r

obs = torch.randn(32, 3)
buf = []
for t in range(4):
    with torch.no_grad():
        act, _ = actor(obs)
    nxt, rew = env_step(obs, act)
    done = (nxt.abs().max(dim=1).values < 0.3).float()
    buf.append((obs, act, rew, nxt, done))
    obs = nxt
S, A, R, S2, D = (torch.cat(x) for x in zip(*buf))
print(S.shape, A.shape, R.mean(), D.sum())
for it in range(6):
    idx = torch.randint(0, len(S), (16,))
    s, a, r, s2, d = S[idx], A[idx], R[idx], S2[idx], D[idx]
    with torch.no_grad():
        a2, logp2 = actor(s2)
        q_t = torch.min(q1_t(s2, a2), q2_t(s2, a2)) - log_alpha.exp() * logp2
        backup = r + gamma * (1 - d) * q_t
    loss_q = F.mse_loss(q1(s, a), backup) + F.mse_loss(q2(s, a), backup)
    q_opt.zero_grad()
    loss_q.backward()
    q_opt.step()
    for p in q1.parameters():
        p.requires_grad_(False)
    pi, logp = actor(s)
    loss_pi = (log_alpha.exp().detach() * logp - torch.min(q1(s, pi), q2(s, pi))).mean()
    pi_opt.zero_grad()
    loss_pi.backward()
    pi_opt.step()
    for p in q1.parameters():
        p.requires_grad_(True)
    loss_a = -(log_alpha * (logp + target_entropy).detach()).mean()
    a_opt.zero_grad()
    loss_a.backward()
    a_opt.step()
    with torch.no_grad():
        for net, targ in ((q1, q1_t), (q2, q2_t)):
            for p, p_targ in zip(net.parameters(), targ.parameters()):
                p_targ.mul_(1 - tau).add_(p, alpha=tau)
    print(f"{it} q {loss_q.item():.5f} pi {loss_pi.item():.5f} alpha {log_alpha.exp().item():.5f}")
with torch.no_grad():
    a, lp = actor(torch.zeros(2, 3), deterministic=True)
print(a, lp)
print(sum(p.sum() for p in q2_t.parameters()))
