import * as torch from 'tensor-lens';
import { nn } from 'tensor-lens';
torch.manual_seed(14);
const q = new nn.Sequential(new nn.Linear(2, 8), new nn.ReLU(), new nn.Linear(8, 3));
const tgt = new nn.Sequential(new nn.Linear(2, 8), new nn.ReLU(), new nn.Linear(8, 3));
torch.manual_seed(14);
new nn.Sequential(new nn.Linear(2, 8), new nn.ReLU(), new nn.Linear(8, 3));
tgt.load_state_dict(q.state_dict());
for (const p of tgt.parameters()) p.requires_grad_(false);
const opt = new torch.optim.RMSprop(q.parameters(), { lr: 1e-2, alpha: 0.95, eps: 0.01 });
type Step = [s: torch.Tensor, a: number, r: number, s2: torch.Tensor, d: number];
const buf: Step[] = [];
let s = torch.zeros(2);
for (let t = 0; t < 12; t++) {
  const eps = Math.max(0.1, 1 - t / 10);
  let a: number;
  if (torch.rand([]).item() < eps) a = torch.randint(3, [1]).item();
  else a = torch.no_grad(() => q(s).argmax().item());
  const s2 = (s + torch.tensor([[1, 0], [-1, 0], [0, 1]], { dtype: torch.float32 })[a]).clamp(-2, 2);
  const r = -s2.abs().sum().item();
  buf.push([s, a, r, s2, Number(t % 5 === 4)]);
  if (buf.length > 6) buf.shift();
  s = t % 5 !== 4 ? s2 : torch.zeros(2);
  if (buf.length < 4) continue;
  const idx: number[] = torch.randperm(buf.length)[':4'].tolist();
  const batch = idx.map((i) => buf[i]);
  const [S, S2] = [torch.stack(batch.map((b) => b[0])), torch.stack(batch.map((b) => b[3]))];
  const [A, R, D] = [torch.tensor(batch.map((b) => b[1])), torch.tensor(batch.map((b) => b[2]), { dtype: torch.float32 }), torch.tensor(batch.map((b) => b[4]), { dtype: torch.float32 })];
  const qa = q(S).gather(1, A.unsqueeze(1)).squeeze(1);
  const y = torch.no_grad(() => R + 0.9 * (1 - D) * tgt(S2).max(1).values);
  const loss = nn.functional.huber_loss(qa, y);
  opt.zero_grad();
  loss.backward();
  opt.step();
  const tps = tgt.parameters();
  for (const [i, p] of q.parameters().entries()) tps[i].data.copy_(0.1 * p.data + 0.9 * tps[i].data);
  console.log(t, a, loss.item().toFixed(5));
}
const R = [1, 0, 2];
let G = 0;
const list: number[] = [];
for (const r of [...R].reverse()) {
  G = r + 0.9 * G;
  list.unshift(G);
}
let rets = torch.tensor(list);
rets = (rets - rets.mean()) / (rets.std() + 1e-8);
console.log(rets);
const [v, d] = [torch.tensor([0.5, 0.4, 0.3, 0.2]), torch.tensor([0, 0, 1], { dtype: torch.float32 })];
const adv = torch.zeros(3);
let last: torch.Tensor | number = 0;
for (let t = 2; t >= 0; t--) {
  const delta = R[t] + 0.9 * v[t + 1] * (1 - d[t]) - v[t];
  last = delta + 0.9 * 0.95 * (1 - d[t]) * last;
  adv[t] = last;
}
console.log(adv, adv + v[':-1']);
