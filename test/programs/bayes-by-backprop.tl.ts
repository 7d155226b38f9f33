import * as torch from 'tensor-lens';
import { print, range } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
const dist = torch.distributions;
const { kl_divergence, Normal, constraints, transforms } = torch.distributions;

class BayesLinear extends nn.Module {
  w_mu;
  w_rho;
  b_mu;
  b_rho;
  prior;
  declare kl: Tensor;
  constructor(i: number, o: number, prior = 1.0) {
    super();
    this.w_mu = new nn.Parameter(torch.empty(o, i));
    this.w_rho = new nn.Parameter(torch.empty(o, i));
    this.b_mu = new nn.Parameter(torch.zeros(o));
    this.b_rho = new nn.Parameter(torch.full([o], -4.0));
    nn.init.kaiming_uniform_(this.w_mu, { a: Math.sqrt(5) });
    nn.init.uniform_(this.w_rho, -5, -4);
    this.prior = new Normal(0.0, prior);
  }
  get posteriors() {
    return [new Normal(this.w_mu, F.softplus(this.w_rho)), new Normal(this.b_mu, F.softplus(this.b_rho))];
  }
  forward(x: Tensor) {
    const [qw, qb] = this.posteriors;
    this.kl = kl_divergence(qw, this.prior).sum() + kl_divergence(qb, this.prior).sum();
    if (this.training) {
      const gamma_mu = F.linear(x, this.w_mu, this.b_mu);
      const gamma_var = F.linear(x.pow(2), qw.stddev.pow(2), qb.variance);
      return gamma_mu + gamma_var.clamp({ min: 1e-16 }).sqrt() * torch.randn_like(gamma_mu);
    }
    return F.linear(x, qw.rsample(), qb.rsample());
  }
}

class BNN extends nn.Module {
  l1;
  l2;
  constructor(h = 12) {
    super();
    this.l1 = new BayesLinear(1, h);
    this.l2 = new BayesLinear(h, 2);
  }
  forward(x: Tensor) {
    const out = this.l2(torch.tanh(this.l1(x)));
    const [mean, raw] = [out['...', ':1'], out['...', '1:']];
    return new dist.Independent(new Normal(mean, F.softplus(raw) + 1e-3), 1);
  }
  kl() {
    return this.l1.kl + this.l2.kl;
  }
}

torch.manual_seed(6);
const x = torch.linspace(-1, 1, 24).unsqueeze(-1);
const y = x.pow(3) + 0.1 * torch.randn_like(x);
const net = new BNN();
const opt = new torch.optim.Adam(net.parameters(), { lr: 1e-2 });
for (let step = 0; step < 6; step++) {
  const beta = Math.min(1.0, (step + 1) / 4);
  const nll = -net(x).log_prob(y).sum();
  const elbo = -(nll + beta * net.kl());
  opt.zero_grad();
  (-elbo / x.length).backward();
  opt.step();
  console.log(`step ${step} elbo ${elbo.item().toFixed(4)} nll ${nll.item().toFixed(4)} kl ${net.kl().item().toFixed(4)}`);
}
net.eval();
const preds = torch.no_grad(() => torch.stack(range(5).map(() => net(x['::6']).mean)));
print(preds.mean(0).squeeze(), preds.std(0).squeeze());
const mix = new dist.MixtureSameFamily(new dist.Categorical(torch.tensor([0.25, 0.75])), new Normal(torch.tensor([-1.0, 1.0]), torch.tensor([0.5, 0.2])));
print(mix.log_prob(torch.tensor([0.0, 1.0])), mix.mean, mix.variance, mix.sample([3]));
const ln = new dist.TransformedDistribution(new Normal(0.0, 1.0), [new transforms.ExpTransform(), new transforms.AffineTransform(1.0, 2.0)]);
print(ln.log_prob(torch.tensor(3.0)), ln.rsample([2]));
print(new dist.Dirichlet(torch.tensor([0.5, 1.0, 2.0])).rsample(), new dist.Gamma(2.0, torch.tensor([1.0, 3.0])).sample(), new dist.Beta(2.0, 3.0).entropy());
print(new Normal(torch.zeros(2, 3), 1.0), new dist.Bernoulli({ logits: torch.tensor(0.3) }), kl_divergence(new dist.Gamma(2.0, 1.0), new dist.Gamma(3.0, 2.0)));
try {
  new Normal(0.0, -1.0);
} catch (e) {
  print((e as Error).message.split('\n')[0]);
}
print(constraints.positive.check(torch.tensor([1.0, -1.0])), new dist.StudentT(3.0).log_prob(torch.tensor(0.5)));
