import * as torch from 'tensor-lens';
import { percent, print } from 'tensor-lens/python';

// Classification by a sparse variational Gaussian process: inducing points, an evidence bound, Bernoulli labels.
const { Bernoulli, MultivariateNormal, kl_divergence } = torch.distributions;

torch.manual_seed(8);
torch.set_default_dtype(torch.float64);
const x = torch.linspace(-3, 3, 30);
const labels = new Bernoulli({ logits: 4 * torch.sin(1.5 * x) }).sample();
const Z = torch.linspace(-3, 3, 6).requires_grad_();
const mean = torch.zeros(6, { requires_grad: true });
const raw = torch.eye(6).requires_grad_();
const log_length = torch.zeros([], { requires_grad: true });

function kernel(a: torch.Tensor, b: torch.Tensor) {
  return 4 * torch.exp(-0.5 * ((a[':', null] - b[null, ':']) / log_length.exp()) ** 2);
}

function predict(x: torch.Tensor) {
  const K = kernel(Z, Z) + 1e-6 * torch.eye(6);
  const L = torch.linalg.cholesky(K);
  const W = torch.linalg.solve_triangular(L, kernel(Z, x), { upper: false });
  const scale = raw.tril(-1) + torch.diag_embed(raw.diagonal().abs() + 1e-3);
  const mu = W.mT.matmul(mean);
  const var_ = 4 - W.pow(2).sum(0) + scale.mT.matmul(W).pow(2).sum(0);
  return [mu, var_, scale];
}

const [nodes, weights] = [torch.tensor([-1.6507, -0.5246, 0.5246, 1.6507]), torch.tensor([0.0813, 0.8049, 0.8049, 0.0813])];
const optimizer = new torch.optim.Adam([Z, mean, raw, log_length], { lr: 0.05 });
let mu!: torch.Tensor;
let var_!: torch.Tensor;
for (let i = 0; i < 30; i++) {
  optimizer.zero_grad();
  let scale: torch.Tensor;
  [mu, var_, scale] = predict(x);
  const f = mu + (2 * var_).sqrt() * nodes[':', null];
  const expected = (weights[':', null] * new Bernoulli({ logits: f }).log_prob(labels.repeat(4, 1))).sum() / torch.pi ** 0.5;
  const kl = kl_divergence(new MultivariateNormal(mean, { scale_tril: scale }), new MultivariateNormal(torch.zeros(6), torch.eye(6)));
  const loss = kl - expected;
  loss.backward();
  optimizer.step();
  if (i % 10 === 0) {
    console.log(percent('%d elbo %.5f kl %.5f length %.4f', [i, -loss.item(), kl.item(), log_length.exp().item()]));
  }
}
torch.no_grad(() => {
  let _: torch.Tensor;
  [mu, var_, _] = predict(torch.tensor([-2.0, 0.0, 1.0], { dtype: torch.get_default_dtype() }));
  print(torch.sigmoid(mu / (1 + torch.pi * var_ / 8).sqrt()));
});
print(Z.grad!.norm() > 0, raw.grad!.triu(1).abs().sum());
torch.set_default_dtype(torch.float32);
