import * as torch from 'tensor-lens';
import { fmt, percent, print } from 'tensor-lens/python';

// A Kalman filter follows a moving point, and learns how noisy it is from the likelihood.
const { MultivariateNormal } = torch.distributions;

torch.manual_seed(3);
torch.set_default_dtype(torch.float64);

const dt = 0.5;
const A = torch.tensor([[1.0, dt], [0.0, 1.0]], { dtype: torch.get_default_dtype() });
const H = torch.tensor([[1.0, 0.0]], { dtype: torch.get_default_dtype() });
const steps = 25;
const [true_q, true_r] = [0.05, 0.4];

let x = torch.tensor([0.0, 1.0], { dtype: torch.get_default_dtype() });
const places: torch.Tensor[] = [];
const seen: torch.Tensor[] = [];
for (let t = 0; t < steps; t++) {
  x = A.matmul(x) + true_q * torch.randn(2);
  places.push(x);
  seen.push(H.matmul(x) + true_r * torch.randn(1));
}
const xs = torch.stack(places);
const zs = torch.stack(seen);

const log_q = torch.zeros([], { requires_grad: true });
const log_r = torch.zeros([], { requires_grad: true });

function kalman(zs: torch.Tensor) {
  const Q = torch.exp(2 * log_q) * torch.eye(2);
  const R = torch.exp(2 * log_r) * torch.eye(1);
  let [m, P] = [torch.zeros(2), torch.eye(2)];
  let total = torch.zeros([]);
  const means: torch.Tensor[] = [];
  for (const z of zs) {
    m = A.matmul(m);
    P = A.matmul(P).matmul(A.T) + Q;
    const S = H.matmul(P).matmul(H.T) + R;
    total = total + new MultivariateNormal(H.matmul(m), S).log_prob(z);
    const K = torch.linalg.solve(S, H.matmul(P), { left: true }).mT;
    m = m + K.matmul(z - H.matmul(m));
    P = (torch.eye(2) - K.matmul(H)).matmul(P);
    means.push(m);
  }
  return [total, torch.stack(means), P] as const;
}

const optimizer = new torch.optim.Adam([log_q, log_r], { lr: 0.2 });
for (let i = 0; i < 20; i++) {
  optimizer.zero_grad();
  const [loglik] = kalman(zs);
  const loss = -loglik;
  loss.backward();
  optimizer.step();
  if (i % 5 === 0) {
    console.log(`${fmt(i, '2d')} nll ${fmt(loss.item(), '.6f')} q ${fmt(log_q.exp().item(), '.4f')} r ${fmt(log_r.exp().item(), '.4f')} grad ${fmt(log_q.grad!.item(), '.5f')}`);
  }
}
torch.no_grad(() => {
  const [, means, P] = kalman(zs);
  console.log(percent('rmse %.6f', [(means[':', 0] - xs[':', 0]).pow(2).mean().sqrt()]));
  console.log(percent('raw %.6f', [(zs[':', 0] - xs[':', 0]).pow(2).mean().sqrt()]));
  print(P);
  print(torch.linalg.eigvalsh(P));
});
torch.set_default_dtype(torch.float32);
