import * as torch from 'tensor-lens';
import { fmt, math, percent, print } from 'tensor-lens/python';

// Gaussian process regression by Cholesky, its hyperparameters by the marginal likelihood.

torch.manual_seed(5);
torch.set_default_dtype(torch.float64);
const X = torch.linspace(0, 1, 10);
const y = torch.sin(2 * math.pi * X) + 0.1 * torch.randn(10);
const log_length = torch.tensor(math.log(0.3), { requires_grad: true, dtype: torch.get_default_dtype() });
const log_scale = torch.tensor(0.0, { requires_grad: true, dtype: torch.get_default_dtype() });
const log_noise = torch.tensor(math.log(0.1), { requires_grad: true, dtype: torch.get_default_dtype() });

function kernel(a: torch.Tensor, b: torch.Tensor) {
  const d = a[':', null] - b[null, ':'];
  return log_scale.exp() ** 2 * torch.exp(-0.5 * (d / log_length.exp()) ** 2);
}

function marginal(X: torch.Tensor, y: torch.Tensor) {
  const n = X.length;
  const K = kernel(X, X) + (log_noise.exp() ** 2 + 1e-8) * torch.eye(n);
  const L = torch.linalg.cholesky(K);
  const alpha = torch.cholesky_solve(y.unsqueeze(1), L);
  return [0.5 * y.matmul(alpha).squeeze() + L.diagonal().log().sum() + 0.5 * n * math.log(2 * math.pi), L, alpha];
}

const optimizer = new torch.optim.LBFGS([log_length, log_scale, log_noise], { lr: 0.5, max_iter: 4, line_search_fn: 'strong_wolfe' });
for (let i = 0; i < 3; i++) {
  function closure() {
    optimizer.zero_grad();
    let nll: torch.Tensor;
    let _: torch.Tensor;
    [nll, _, _] = marginal(X, y);
    nll.backward();
    return nll;
  }

  const loss = optimizer.step(closure);
  console.log(percent('iter %d nll %.6f length %.4f scale %.4f noise %.4f', [i, loss, log_length.exp(), log_scale.exp(), log_noise.exp()]));
}
torch.no_grad(() => {
  const [_, L, alpha] = marginal(X, y);
  const Xs = torch.tensor([0.05, 0.5, 0.95, 1.3]);
  const Ks = kernel(X, Xs);
  const mean = Ks.t().matmul(alpha);
  const v = torch.linalg.solve_triangular(L, Ks, { upper: false });
  const cov = kernel(Xs, Xs) - v.t().matmul(v);
  const std = cov.diagonal().clamp({ min: 0 }).sqrt();
  print(mean.squeeze());
  print(std);
  console.log(`${fmt(torch.linalg.slogdet(L.matmul(L.mT)).logabsdet, '.8f')} ${fmt(torch.logdet(L.matmul(L.T)), '.8f')}`);
  torch.set_printoptions({ precision: 2, sci_mode: false });
  print(cov);
  const dist = new torch.distributions.MultivariateNormal(mean.squeeze(), cov + 1e-6 * torch.eye(4));
  print(dist.sample([2]).shape, dist);
});
torch.set_printoptions({ profile: 'default' });
torch.set_default_dtype(torch.float32);
