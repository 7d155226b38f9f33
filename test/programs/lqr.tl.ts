import * as torch from 'tensor-lens';
import { fmt, percent, print } from 'tensor-lens/python';

// A linear-quadratic regulator by the Riccati recursion, and the gradient of its cost through it.

torch.set_default_dtype(torch.float64);
const dt = 0.1;
const A = torch.tensor([[1.0, dt], [0.0, 1.0]], { dtype: torch.get_default_dtype() });
const B = torch.tensor([[0.0], [dt]], { dtype: torch.get_default_dtype() });
const Q = torch.diag(torch.tensor([1.0, 0.1]));
const horizon = 30;

function lqr(A: torch.Tensor, B: torch.Tensor, Q: torch.Tensor, R: torch.Tensor) {
  let P = Q;
  const gains: torch.Tensor[] = [];
  for (let _ = 0; _ < horizon; _++) {
    const S = R + B.mT.matmul(P).matmul(B);
    const K = torch.linalg.solve(S, B.mT.matmul(P).matmul(A));
    P = Q + A.mT.matmul(P).matmul(A - B.matmul(K));
    gains.push(K);
  }
  return [gains.reverse(), P] as const;
}

function rollout(gains: torch.Tensor[], x: torch.Tensor, R: torch.Tensor) {
  let cost = torch.zeros([]);
  for (const K of gains) {
    const u = (-K).matmul(x);
    cost = cost + x.matmul(Q).matmul(x) + u.matmul(R).matmul(u);
    x = A.matmul(x) + B.matmul(u);
  }
  return [cost + x.matmul(Q).matmul(x), x] as const;
}

const R = torch.tensor([[0.1]]);
const [gains, P] = lqr(A, B, Q, R);
const x0 = torch.tensor([1.0, 0.0], { dtype: torch.get_default_dtype() });
const [cost] = rollout(gains, x0, R);
console.log(`${fmt(cost.item(), '.8f')} ${fmt(x0.matmul(P).matmul(x0).item(), '.8f')}`);
print(gains[0]!);
print(torch.linalg.eigvals(A - B.matmul(gains[0]!)).abs());
// The penalty for which the first force is 1.5.
const log_r = torch.tensor(0.0, { requires_grad: true, dtype: torch.get_default_dtype() });
const optimizer = new torch.optim.SGD([log_r], { lr: 0.3, momentum: 0.5 });
for (let i = 0; i < 12; i++) {
  optimizer.zero_grad();
  const [gains] = lqr(A, B, Q, log_r.exp().reshape(1, 1));
  const loss = (gains[0]!.matmul(x0).squeeze() - 1.5) ** 2;
  loss.backward();
  optimizer.step();
  if (i % 4 === 0) {
    console.log(percent('%d loss %.6f r %.5f grad %.6f', [i, loss, log_r.exp(), log_r.grad]));
  }
}
const J = torch.autograd.functional.jacobian((M: torch.Tensor) => lqr(M, B, Q, R)[1].diagonal().sum(), A);
print(J);
torch.set_default_dtype(torch.float32);
