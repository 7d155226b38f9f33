import * as torch from 'tensor-lens';
import { deepcopy, fmt, print, sum, zip } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

const { nn } = torch;
const F = nn.functional;
const { Normal } = torch.distributions;

const [LOG_STD_MAX, LOG_STD_MIN] = [2, -5];

function mlp(sizes: number[], act: new () => torch.nn.Module = nn.ReLU, out: new () => torch.nn.Module = nn.Identity) {
  const layers = [];
  for (let j = 0; j < sizes.length - 1; j++) {
    const a = j < sizes.length - 2 ? act : out;
    layers.push(new nn.Linear(sizes[j], sizes[j + 1]), new a());
  }
  return new nn.Sequential(...layers);
}

class Actor extends nn.Module {
  net;
  mu;
  log_std;
  declare action_scale: Tensor;
  constructor(obs_dim: number, act_dim: number, hidden = 16) {
    super();
    this.net = mlp([obs_dim, hidden, hidden], nn.ReLU, nn.ReLU);
    this.mu = new nn.Linear(hidden, act_dim);
    this.log_std = new nn.Linear(hidden, act_dim);
    this.register_buffer('action_scale', torch.tensor(2.0));
  }

  forward(obs: Tensor, deterministic = false): [Tensor, Tensor] {
    const h = this.net(obs);
    const mu = this.mu(h);
    let log_std = this.log_std(h);
    log_std = torch.tanh(log_std);
    log_std = LOG_STD_MIN + 0.5 * (LOG_STD_MAX - LOG_STD_MIN) * (log_std + 1);
    const std = log_std.exp();
    const dist = new Normal(mu, std);
    const u = deterministic ? mu : dist.rsample();
    const logp = dist.log_prob(u).sum({ axis: -1 });
    logp -= (2 * (Math.log(2) - u - F.softplus(-2 * u))).sum({ axis: 1 });
    return [torch.tanh(u) * this.action_scale, logp];
  }
}

class Critic extends nn.Module {
  q;
  constructor(obs_dim: number, act_dim: number, hidden = 16) {
    super();
    this.q = mlp([obs_dim + act_dim, hidden, hidden, 1]);
  }

  forward(obs: Tensor, act: Tensor) {
    return this.q(torch.cat([obs, act], { dim: -1 })).squeeze(-1);
  }
}

torch.manual_seed(0);
const actor = new Actor(3, 1);
const [q1, q2] = [new Critic(3, 1), new Critic(3, 1)];
const [q1_t, q2_t] = [deepcopy(q1), deepcopy(q2)];
for (const p of [...q1_t.parameters(), ...q2_t.parameters()]) p.requires_grad = false;
const log_alpha = torch.zeros(1, { requires_grad: true });
const pi_opt = new torch.optim.Adam(actor.parameters(), { lr: 3e-3 });
const q_opt = new torch.optim.Adam([...q1.parameters(), ...q2.parameters()], { lr: 3e-3 });
const a_opt = new torch.optim.Adam([log_alpha], { lr: 3e-3 });
const [gamma, tau, target_entropy] = [0.99, 0.005, -1.0];

function env_step(s: Tensor, a: Tensor) {
  const s2 = s * 0.9 + 0.1 * a;
  const r = -(s2 ** 2).sum(-1) - 0.01 * a.squeeze(-1) ** 2;
  return [s2, r];
}

let obs = torch.randn(32, 3);
const buf: Tensor[][] = [];
for (let t = 0; t < 4; t++) {
  const [act] = torch.no_grad(() => actor(obs));
  const [nxt, rew] = env_step(obs, act);
  const done = (nxt.abs().max({ dim: 1 }).values < 0.3).float();
  buf.push([obs, act, rew, nxt, done]);
  obs = nxt;
}
const [S, A, R, S2, D] = [...zip(...buf)].map((x) => torch.cat(x));
print(S.shape, A.shape, R.mean(), D.sum());
for (let it = 0; it < 6; it++) {
  const idx = torch.randint(0, S.length, [16]);
  const [s, a, r, s2, d] = [S[idx], A[idx], R[idx], S2[idx], D[idx]];
  const backup = torch.no_grad(() => {
    const [a2, logp2] = actor(s2);
    const q_t = torch.min(q1_t(s2, a2), q2_t(s2, a2)) - log_alpha.exp() * logp2;
    return r + gamma * (1 - d) * q_t;
  });
  const loss_q = F.mse_loss(q1(s, a), backup) + F.mse_loss(q2(s, a), backup);
  q_opt.zero_grad();
  loss_q.backward();
  q_opt.step();
  for (const p of q1.parameters()) p.requires_grad_(false);
  const [pi, logp] = actor(s);
  const loss_pi = (log_alpha.exp().detach() * logp - torch.min(q1(s, pi), q2(s, pi))).mean();
  pi_opt.zero_grad();
  loss_pi.backward();
  pi_opt.step();
  for (const p of q1.parameters()) p.requires_grad_(true);
  const loss_a = -(log_alpha * (logp + target_entropy).detach()).mean();
  a_opt.zero_grad();
  loss_a.backward();
  a_opt.step();
  torch.no_grad(() => {
    for (const [net, targ] of [[q1, q1_t], [q2, q2_t]]) {
      for (const [p, p_targ] of zip(net.parameters(), targ.parameters())) {
        p_targ.mul_(1 - tau).add_(p, { alpha: tau });
      }
    }
  });
  console.log(`${it} q ${fmt(loss_q.item(), '.5f')} pi ${fmt(loss_pi.item(), '.5f')} alpha ${fmt(log_alpha.exp().item(), '.5f')}`);
}
const [a, lp] = torch.no_grad(() => actor(torch.zeros(2, 3), true));
print(a, lp);
print(sum([...q2_t.parameters()].map((p) => p.sum())));
