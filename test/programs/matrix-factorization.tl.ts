import * as torch from 'tensor-lens';
const { nn } = torch;

torch.manual_seed(5);
const [users, items, k] = [6, 5, 3];
const [U, V] = [new nn.Embedding(users, k), new nn.Embedding(items, k)];
const [bu, bi] = [new nn.Embedding(users, 1), new nn.Embedding(items, 1)];
const ratings = torch.randint(1, 6, [12]).float();
const [u, i] = [torch.randint(users, [12]), torch.randint(items, [12])];
const params = [...U.parameters(), ...V.parameters(), ...bu.parameters(), ...bi.parameters()];
const opt = new torch.optim.Adagrad(params, { lr: 0.5 });
for (let epoch = 0; epoch < 5; epoch++) {
  const pred = (U(u) * V(i)).sum(1) + bu(u).squeeze() + bi(i).squeeze();
  const loss = ((pred - ratings) ** 2).mean() + 1e-3 * (U.weight.norm() + V.weight.norm());
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(loss.item().toFixed(4));
}
const { indices } = U.weight.matmul(V.weight.T).topk(2, { dim: 1 });
console.log(indices);
console.log(U.weight.matmul(V.weight.T).max({ dim: 0 }));
