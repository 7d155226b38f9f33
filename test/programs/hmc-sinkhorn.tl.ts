// Sampling and transport: Langevin and Hamiltonian Monte Carlo on a banana, Sinkhorn distances, importance weights, SVGD.
import * as torch from 'tensor-lens';
import { print, round, str } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const D = torch.distributions;

function log_prob(z: Tensor) {
  const [x, y] = [z['...', 0], z['...', 1]];
  return new D.Normal(0.0, 1.0).log_prob(x) + new D.Normal(0.5 * x ** 2, 0.4).log_prob(y);
}

function grad_log_prob(z: Tensor) {
  z = z.detach().requires_grad_(true);
  const lp = log_prob(z).sum();
  return torch.autograd.grad(lp, z)[0];
}

torch.manual_seed(27);
let z = torch.randn(8, 2);
for (let step = 0; step < 15; step++) {
  z = z + 0.05 * grad_log_prob(z) + Math.sqrt(0.1) * torch.randn_like(z);
}
print('ula', z.mean(0), z.std(0));

function hmc(z: Tensor, n_steps = 5, eps = 0.1) {
  let p = torch.randn_like(z);
  const h0 = -log_prob(z) + 0.5 * p.pow(2).sum(-1);
  let q = z.clone();
  p = p + 0.5 * eps * grad_log_prob(q);
  for (let i = 0; i < n_steps; i++) {
    q = q + eps * p;
    if (i !== n_steps - 1) p = p + eps * grad_log_prob(q);
  }
  p = p + 0.5 * eps * grad_log_prob(q);
  const h1 = -log_prob(q) + 0.5 * p.pow(2).sum(-1);
  const accept = torch.rand(z.size(0)) < torch.exp(h0 - h1).clamp({ max: 1 });
  return [torch.where(accept.unsqueeze(-1), q, z), accept];
}

let rate = 0.0;
for (let it = 0; it < 10; it++) {
  const [next, acc] = hmc(z);
  z = next;
  rate += acc.float().mean().item();
}
print('hmc', z.median(0).values, str(round(rate / 10, 4), 'float'));

function sinkhorn(a: Tensor, b: Tensor, C: Tensor, eps = 0.1, iters = 30) {
  let [f, g] = [torch.zeros_like(a), torch.zeros_like(b)];
  for (let i = 0; i < iters; i++) {
    f = -eps * torch.logsumexp((g[null] - C) / eps + b.log()[null], { dim: 1 });
    g = -eps * torch.logsumexp((f[':', null] - C) / eps + a.log()[':', null], { dim: 0 });
  }
  const P = torch.exp((f[':', null] + g[null] - C) / eps) * a[':', null] * b[null];
  return [P, (P * C).sum()];
}

const x = torch.randn(5, 2, { requires_grad: true });
const y = torch.randn(6, 2) + 1.0;
const [a, b] = [torch.full([5], 0.2), torch.full([6], 1 / 6)];
const opt = new torch.optim.Rprop([x], { lr: 0.05 });
let P!: Tensor;
let cost!: Tensor;
for (let step = 0; step < 5; step++) {
  const C = torch.cdist(x, y).square();
  [P, cost] = sinkhorn(a, b, C);
  opt.zero_grad();
  cost.backward();
  opt.step();
  console.log(`sinkhorn ${step} ${cost.item().toFixed(5)}`);
}
print(P.sum(1), P.sum(0));

const proposal = new D.Independent(new D.StudentT(5.0, torch.zeros(2), torch.ones(2)), 1);
const s = proposal.sample([16]);
const w = (log_prob(s) - proposal.log_prob(s)).softmax(0);
print('ess', 1 / w.square().sum(), (w[':', null] * s).sum(0));
print(proposal, proposal.batch_shape, proposal.event_shape);
const idx = torch.multinomial(w, 4, { replacement: true });
print(idx, s[idx].shape);

function svgd(x: Tensor) {
  const score = grad_log_prob(x);
  const d2 = torch.cdist(x, x).pow(2);
  const h = d2.flatten().median() / Math.log(x.size(0) + 1);
  const k = torch.exp(-d2 / h);
  const dk = (-2 / h) * (k.sum(1, { keepdim: true }) * x - k.matmul(x));
  return (k.matmul(score) - dk) / x.size(0);
}

const particles = new D.Uniform(-1.0, 1.0).sample([6, 2]);
const ada = new torch.optim.Adagrad([particles.requires_grad_()], { lr: 0.2 });
for (let i = 0; i < 10; i++) {
  particles.grad = -svgd(particles.detach());
  ada.step();
}
print(particles);
const flow = new D.TransformedDistribution(new D.Normal(torch.zeros(2), torch.ones(2)), [new D.SigmoidTransform(), new D.AffineTransform({ loc: -1.0, scale: 2.0 })]);
const u = flow.rsample([3]);
print(u, flow.log_prob(u).sum(-1));
print(D.kl_divergence(new D.Beta(2.0, 3.0), new D.Beta(1.0, 1.0)), new D.LogNormal(0.0, 0.5).mean, new D.VonMises(0.0, 4.0).log_prob(torch.tensor(0.3)));
print(new D.RelaxedOneHotCategorical(torch.tensor(0.5), { logits: torch.tensor([1.0, 0.0, -1.0]) }).rsample(), new D.Poisson(torch.tensor([2.0, 5.0])).sample());
