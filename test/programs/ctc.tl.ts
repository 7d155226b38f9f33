import * as torch from 'tensor-lens';
import { enumerate, fmt, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

const { nn } = torch;

torch.manual_seed(123);
const [T, N, C] = [14, 4, 6];
class Acoustic extends nn.Module {
  conv;
  norm;
  lstm;
  fc;
  constructor(feats = 5, hidden = 10) {
    super();
    this.conv = new nn.Conv1d(feats, hidden, { kernel_size: 3, padding: 'same' });
    this.norm = new nn.LayerNorm(hidden);
    this.lstm = new nn.LSTM(hidden, hidden, { num_layers: 2, bidirectional: true, dropout: 0.0 });
    this.fc = new nn.Linear(2 * hidden, C);
  }
  forward(x: Tensor) {
    x = this.conv(x).permute(2, 0, 1);
    x = torch.nn.functional.hardtanh(this.norm(x), 0, 20);
    const [out, [h, c]] = this.lstm(x);
    return this.fc(out).log_softmax(2);
  }
}

const model = new Acoustic();
const x = torch.randn(N, 5, T);
const input_lengths = torch.full([N], T, { dtype: torch.long });
const target_lengths = torch.randint(2, 6, [N], { dtype: torch.long });
const targets = torch.randint(1, C, [target_lengths.sum().item()], { dtype: torch.long });
const ctc = new nn.CTCLoss({ blank: 0, zero_infinity: true });
const opt = new torch.optim.Adam(model.parameters(), { lr: 1e-2 });
const sched = new torch.optim.lr_scheduler.OneCycleLR(opt, { max_lr: 2e-2, total_steps: 8 });
for (let i = 0; i < 8; i++) {
  const out = model(x);
  const loss = ctc(out, targets, input_lengths, target_lengths);
  opt.zero_grad();
  loss.backward();
  const total = torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0);
  opt.step();
  sched.step();
  print(i, loss.item().toFixed(5), fmt(total, '.4f'), opt.param_groups[0].lr.toFixed(6));
}

function greedy(emission: Tensor, blank = 0) {
  let idx = torch.argmax(emission, { dim: -1 });
  idx = torch.unique_consecutive(idx, { dim: -1 });
  return [...idx].filter((i) => i != blank).map((i) => i.item());
}

const em = torch.no_grad(() => model(x));
for (let n = 0; n < N; n++) print(greedy(em[':', n]));

function edit_distance(a: number[], b: number[]) {
  const d = torch.zeros(a.length + 1, b.length + 1, { dtype: torch.int64 });
  d[':', 0] = torch.arange(a.length + 1);
  d[0] = torch.arange(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i, j] = Math.min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + cost);
    }
  }
  return d[-1, -1].item();
}

const refs = torch.split(targets, target_lengths.tolist()).map((t) => t.tolist());
print(refs.map((r, n) => edit_distance(greedy(em[':', n]), r)));
const padded = torch.zeros(N, 5, { dtype: torch.long });
for (const [n, r] of enumerate(refs)) padded[n, `:${r.length}`] = torch.tensor(r);
const losses = nn.functional.ctc_loss(em, padded, input_lengths, target_lengths, { reduction: 'none' });
print(losses);
