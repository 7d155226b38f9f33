import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

// An importance weighted autoencoder: a mixture prior, flows as TransformedDistribution, several bounds, and what the library says of its distributions.

const { nn } = torch;
const D = torch.distributions;
const F = nn.functional;

class Encoder extends nn.Module {
  net;
  constructor(d = 6, z = 2) {
    super();
    this.net = new nn.Sequential(new nn.Linear(d, 10), new nn.Softplus(), new nn.Linear(10, 2 * z));
  }
  forward(x: Tensor) {
    const [mu, rho] = this.net(x).chunk(2, -1);
    return new D.Independent(new D.Normal(mu, F.softplus(rho) + 1e-3), 1);
  }
}

class IWAE extends nn.Module {
  enc;
  dec;
  logits;
  loc;
  log_scale;
  constructor(d = 6, z = 2, K = 3) {
    super();
    this.enc = new Encoder(d, z);
    this.dec = new nn.Sequential(new nn.Linear(z, 10), new nn.Softplus(), new nn.Linear(10, d));
    this.logits = new nn.Parameter(torch.zeros(K));
    this.loc = new nn.Parameter(torch.randn(K, z));
    this.log_scale = new nn.Parameter(torch.zeros(K, z));
  }
  prior() {
    const comp = new D.Independent(new D.Normal(this.loc, this.log_scale.exp()), 1);
    return new D.MixtureSameFamily(new D.Categorical({ logits: this.logits }), comp);
  }
  log_weights(x: Tensor, k: number): [Tensor, Tensor] {
    const q = this.enc(x);
    const z = q.rsample([k]);
    const like = new D.Independent(new D.ContinuousBernoulli({ logits: this.dec(z) }), 1);
    return [like.log_prob(x) + this.prior().log_prob(z) - q.log_prob(z), z];
  }
}

torch.manual_seed(9);
const x = torch.rand(16, 6).clamp(0.05, 0.95);
const model = new IWAE();
const opt = new torch.optim.Adam(model.parameters(), { lr: 5e-3 });
for (let step = 0; step < 6; step++) {
  const [lw] = model.log_weights(x, 5);
  const bound = (torch.logsumexp(lw, 0) - torch.log(torch.tensor(5.0))).mean();
  const elbo = lw.mean();
  const ess = lw.softmax(0).square().sum(0).reciprocal().mean();
  opt.zero_grad();
  (-bound).backward();
  opt.step();
  print(`${step} iwae ${bound.item().toFixed(4)} elbo ${elbo.item().toFixed(4)} ess ${ess.item().toFixed(3)}`);
}
const q = model.enc(x[':3']);
print(q, model.prior());
print(q.base_dist.stddev.detach(), model.prior().mean.detach(), model.prior().variance.detach());
print(D.kl_divergence(q, new D.Independent(new D.Normal(torch.zeros(3, 2), torch.ones(3, 2)), 1)).detach());

const flow = new D.TransformedDistribution(new D.Normal(torch.zeros(3), torch.ones(3)), [new D.transforms.AffineTransform(1.0, 0.5), new D.transforms.SigmoidTransform(), new D.transforms.PowerTransform(torch.tensor(2.0))]);
torch.manual_seed(2);
const s = flow.sample([2]);
print(s, flow.log_prob(s));
print(flow.cdf(torch.tensor([0.3, 0.5, 0.7])), flow.icdf(torch.tensor([0.1, 0.5, 0.9])));
const stick = new D.TransformedDistribution(new D.Independent(new D.Normal(torch.zeros(2), torch.ones(2)), 1), new D.StickBreakingTransform());
const w = stick.rsample([4]);
print(w.sum(-1), stick.log_prob(w), stick.event_shape);
const all = {
  gamma: new D.Gamma(torch.tensor([2.0, 3.0]), 1.5), beta: new D.Beta(2.0, torch.tensor([1.0, 0.5])), dirichlet: new D.Dirichlet(torch.tensor([1.0, 2.0, 3.0])),
  studentT: new D.StudentT(5.0), weibull: new D.Weibull(1.5, 2.0), vonmises: new D.VonMises(0.3, 2.0), negbin: new D.NegativeBinomial(4.0, 0.3),
  lowrank: new D.LowRankMultivariateNormal(torch.zeros(2), torch.ones(2, 1), torch.ones(2)), gumbel: new D.Gumbel(0.0, 1.0), ordinal: new D.OneHotCategorical(torch.tensor([0.2, 0.8])),
};
for (const [name, dist] of Object.entries(all)) {
  torch.manual_seed(1);
  const sample = dist.sample();
  let entropy: Tensor | null = null;
  try {
    entropy = dist.entropy();
  } catch (e) {
    if (!(e instanceof torch.NotImplementedError)) throw e;
  }
  print(name, sample, dist.log_prob(sample), dist.mean, entropy);
}
try {
  new D.Normal(0.0, torch.tensor([1.0, -1.0]));
} catch (e) {
  print((e as Error).message.split('\n')[0]);
}
print(new D.RelaxedBernoulli(torch.tensor(0.5), { probs: torch.tensor([0.3]) }).rsample().shape, D.constraints.simplex.check(w));
