import * as torch from 'tensor-lens';
const { nn } = torch;
const { Bernoulli, Independent, Normal, kl_divergence } = torch.distributions;
type Tensor = torch.Tensor;

torch.manual_seed(0);

class VAE extends nn.Module {
  encoder: torch.nn.Sequential;
  decoder: torch.nn.Sequential;
  constructor(size: number, hidden: number, latent: number) {
    super();
    this.encoder = new nn.Sequential(new nn.Linear(size, hidden), new nn.Tanh(), new nn.Linear(hidden, 2 * latent));
    this.decoder = new nn.Sequential(new nn.Linear(latent, hidden), new nn.Tanh(), new nn.Linear(hidden, size));
  }

  posterior(x: Tensor) {
    const [loc, raw] = this.encoder(x).chunk(2, -1);
    return new Independent(new Normal(loc, nn.functional.softplus(raw) + 1e-3), 1);
  }

  likelihood(z: Tensor) {
    return new Independent(new Bernoulli({ logits: this.decoder(z) }), 1);
  }
}

const model = new VAE(12, 16, 2);
const prior = new Independent(new Normal(torch.zeros(2), torch.ones(2)), 1);
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.02 });
const data = torch.bernoulli(torch.rand(24, 12));

for (let epoch = 0; epoch < 6; epoch++) {
  const q = model.posterior(data);
  const z = q.rsample();
  const reconstruction = model.likelihood(z).log_prob(data);
  const divergence = kl_divergence(q, prior);
  const loss = (divergence - reconstruction).mean();
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  console.log(`epoch ${epoch}: loss ${loss.item().toFixed(4)}, divergence ${divergence.mean().item().toFixed(4)}`);
}

torch.no_grad(() => {
  const samples = prior.sample([3]);
  const pictures = model.likelihood(samples);
  console.log(`${pictures.batch_shape} ${pictures.event_shape}`);
  console.log(pictures.mean.mean(0));
  console.log(pictures.sample());
});
console.log(`${prior}`);
