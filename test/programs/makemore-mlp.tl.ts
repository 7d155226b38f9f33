import * as torch from 'tensor-lens';
const F = torch.nn.functional;

const words = ['emma', 'olivia', 'ava', 'isabella', 'sophia', 'mia'];
const chars = [...new Set(words.join(''))].sort();
const stoi = new Map(chars.map((c, i) => [c, i + 1]));
stoi.set('.', 0);
const block_size = 3;
const xs: number[][] = [];
const ys: number[] = [];
for (const w of words) {
  let context = new Array<number>(block_size).fill(0);
  for (const ch of w + '.') {
    const ix = stoi.get(ch)!;
    xs.push(context);
    ys.push(ix);
    context = [...context.slice(1), ix];
  }
}
const [X, Y] = [torch.tensor(xs), torch.tensor(ys)];
const g = new torch.Generator().manual_seed(2147483647);
const C = torch.randn([stoi.size, 4], { generator: g });
const W1 = (torch.randn([12, 20], { generator: g }) * (5 / 3)) / 12 ** 0.5;
const b1 = torch.randn(20, { generator: g }) * 0.01;
const W2 = torch.randn([20, stoi.size], { generator: g }) * 0.01;
const b2 = torch.zeros(stoi.size);
const parameters = [C, W1, b1, W2, b2];
for (const p of parameters) p.requires_grad = true;
for (let i = 0; i < 6; i++) {
  const ix = torch.randint(0, X.shape[0], [16], { generator: g });
  const emb = C[X[ix]];
  const h = torch.tanh(emb.view(emb.shape[0], -1).matmul(W1) + b1);
  const logits = h.matmul(W2) + b2;
  const loss = F.cross_entropy(logits, Y[ix]);
  for (const p of parameters) p.grad = null;
  loss.backward();
  for (const p of parameters) p.data += -0.5 * p.grad!;
  console.log(`${i}: ${loss.item().toFixed(4)}`);
}
console.log(X.shape, parameters.reduce((sum, p) => sum + p.nelement(), 0));
