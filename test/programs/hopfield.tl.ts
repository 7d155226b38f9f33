import * as torch from 'tensor-lens';
import { fmt, format, print, sorted, str } from 'tensor-lens/python';

// A Hopfield network and its modern, continuous form; no training but Hebb's rule.

torch.manual_seed(7);
const patterns = torch.where(torch.rand(3, 16) > 0.5, 1.0, -1.0).to(torch.float32);
const W = patterns.T.matmul(patterns) / patterns.shape[1];
W.fill_diagonal_(0);

function energy(s: torch.Tensor) {
  return -0.5 * torch.einsum('i,ij,j->', s, W, s);
}

const state = patterns[1].clone();
const flip = torch.randperm(16)[':4'];
state[flip] *= -1;
print('flipped', sorted(flip.tolist() as number[]), 'energy', str(energy(state).item(), 'float'));
for (let sweep = 0; sweep < 3; sweep++) {
  for (const i of torch.randperm(16).tolist() as number[]) {
    state[i] = torch.dot(W[i], state) >= 0 ? 1.0 : -1.0;
  }
  const overlap = state.matmul(patterns.T) / 16;
  console.log(`sweep ${sweep} energy ${fmt(energy(state), '.4f')} overlap ${fmt(overlap)}`);
}
print(torch.equal(state, patterns[1]), (state == patterns).all({ dim: 1 }));
// modern Hopfield: softmax attention over the stored patterns
const query = patterns[2] + 0.8 * torch.randn(16);
const beta = torch.tensor(0.5, { requires_grad: true });
let xi = query;
for (let _ = 0; _ < 2; _++) {
  xi = torch.softmax(beta * patterns.matmul(xi), 0).matmul(patterns);
  const lse = -torch.logsumexp(beta * patterns.matmul(xi), 0) / beta + 0.5 * xi.dot(xi);
  console.log(format('E = {:.5f}', [lse.item()], {}, { 0: 'float' }));
}
const loss = (xi - patterns[2]).square().sum();
loss.backward();
console.log(`${fmt(loss, '.6f')} ${fmt(beta.grad, '.4f')}`);
print(xi.sign().int().view(4, 4));
