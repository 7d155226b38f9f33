import * as torch from 'tensor-lens';
import { fmt, math, print } from 'tensor-lens/python';

// A mixture density network: the mixture by logsumexp, sampling by Categorical and gather.
const { nn } = torch;
const F = torch.nn.functional;
const { TensorDataset, DataLoader } = torch.utils.data;

class MDN extends nn.Module {
  declare z_h: any;
  declare z_pi: any;
  declare z_sigma: any;
  declare z_mu: any;
  constructor(n_hidden: number, n_gaussians: number) {
    super();
    this.z_h = new nn.Sequential(new nn.Linear(1, n_hidden), new nn.Tanh());
    this.z_pi = new nn.Linear(n_hidden, n_gaussians);
    this.z_sigma = new nn.Linear(n_hidden, n_gaussians);
    this.z_mu = new nn.Linear(n_hidden, n_gaussians);
  }

  forward(x: torch.Tensor) {
    const z_h = this.z_h(x);
    const pi = F.softmax(this.z_pi(z_h), -1);
    const sigma = torch.exp(this.z_sigma(z_h));
    const mu = this.z_mu(z_h);
    return [pi, sigma, mu];
  }
}

const oneDivSqrtTwoPI = 1.0 / math.sqrt(2.0 * math.pi);

function gaussian_distribution(y: torch.Tensor, mu: torch.Tensor, sigma: torch.Tensor) {
  let result = (y.expand_as(mu) - mu) * torch.reciprocal(sigma);
  result = -0.5 * (result * result);
  return torch.exp(result) * torch.reciprocal(sigma) * oneDivSqrtTwoPI;
}

function mdn_loss_fn(pi: torch.Tensor, sigma: torch.Tensor, mu: torch.Tensor, y: torch.Tensor) {
  let result = gaussian_distribution(y, mu, sigma) * pi;
  result = torch.sum(result, { dim: 1 });
  result = -torch.log(result);
  return torch.mean(result);
}

torch.manual_seed(11);
const y = torch.linspace(-10, 10, 40).unsqueeze(1);
const x = 7 * torch.sin(0.75 * y) + 0.5 * y + torch.randn(40, 1);
const loader = new DataLoader(new TensorDataset(x, y), { batch_size: 16, shuffle: true, drop_last: true });
const network = new MDN(8, 3);
const optimizer = new torch.optim.Adam(network.parameters());
const scheduler = new torch.optim.lr_scheduler.MultiStepLR(optimizer, { milestones: [2, 4], gamma: 0.1 });
let pi!: torch.Tensor;
let sigma!: torch.Tensor;
let mu!: torch.Tensor;
for (let epoch = 0; epoch < 5; epoch++) {
  let total = 0.0;
  for (const [xb, yb] of loader) {
    [pi, sigma, mu] = network(xb);
    const loss = mdn_loss_fn(pi, sigma, mu, yb);
    optimizer.zero_grad();
    loss.backward();
    optimizer.step();
    total += loss.item() * xb.size(0);
  }
  scheduler.step();
  console.log(`${fmt(epoch, '>3d')} ${fmt(total / 32, '10.5f')} ${fmt(optimizer.param_groups[0]['lr'], '.1e')}`);
}
torch.no_grad(() => {
  [pi, sigma, mu] = network(torch.tensor([[0.0], [5.0]], { dtype: torch.float32 }));
  const k = new torch.distributions.Categorical(pi).sample().view(-1, 1);
  const sampled = torch.randn(2, 1) * sigma.gather(1, k) + mu.gather(1, k);
  print.with({ sep: '\n' }, pi, k, sampled);
  const mix = new torch.distributions.MixtureSameFamily(new torch.distributions.Categorical(pi), new torch.distributions.Normal(mu, sigma));
  print(mix.log_prob(torch.tensor([0.5, 1.5])), mix.mean);
});
