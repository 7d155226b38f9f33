import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
import { print } from 'tensor-lens/python';

const { nn } = torch;
const { pad_sequence, pack_padded_sequence, pad_packed_sequence, pack_sequence, unpad_sequence } = nn.utils.rnn;

torch.manual_seed(3);
const vocab: Record<string, number> = { '<pad>': 0 };
const sents = ['long_str', 'tiny', 'medium'];
for (const s of sents) for (const c of s) vocab[c] ??= Object.keys(vocab).length;
const vectorized = sents.map((s) => torch.tensor([...s].map((c) => vocab[c])));
print(vectorized);
const lengths = torch.tensor(vectorized.map((v) => v.shape[0]));
const batch = pad_sequence(vectorized, { batch_first: true });
print(batch, lengths);

class Tagger extends nn.Module {
  embed;
  lstm;
  fc;
  constructor(n: number, d = 4, h = 5) {
    super();
    this.embed = new nn.Embedding(n, d, { padding_idx: 0 });
    this.lstm = new nn.LSTM(d, h, { batch_first: true, bidirectional: true });
    this.fc = new nn.Linear(2 * h, 2);
  }
  forward(x: Tensor, lengths: Tensor) {
    const e = this.embed(x);
    const packed = pack_padded_sequence(e, lengths, { batch_first: true, enforce_sorted: false });
    const [packed_out, [h, c]] = this.lstm(packed);
    print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices);
    const [out, out_len] = pad_packed_sequence(packed_out, { batch_first: true });
    const mask = torch.arange(out.size(1))[null, ':'] < out_len[':', null];
    const mean = (out * mask.unsqueeze(-1)).sum(1) / out_len.unsqueeze(-1);
    const last = torch.cat([h[-2], h[-1]], { dim: -1 });
    const idx = (out_len - 1).view(-1, 1, 1).expand(-1, 1, out.size(2));
    const gathered = out.gather(1, idx).squeeze(1);
    print(torch.allclose(gathered[':', ':5'], h[-2]), mask);
    return this.fc(mean + last);
  }
}

const m = new Tagger(Object.keys(vocab).length);
print(m);
const opt = new torch.optim.Adam(m.parameters(), { lr: 1e-2 });
const y = torch.tensor([0, 1, 1]);
for (let i = 0; i < 2; i++) {
  const logits = m(batch, lengths);
  const loss = nn.functional.cross_entropy(logits, y, { label_smoothing: 0.1 });
  opt.zero_grad();
  loss.backward();
  const norm = nn.utils.clip_grad_norm_(m.parameters(), 0.25);
  opt.step();
  print(`${loss.item().toFixed(4)} ${norm.item().toFixed(4)}`);
}
print(m.embed.weight[0], m.embed.weight.grad![0]);
print(pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4, 5]), torch.tensor([6])]));
print(unpad_sequence(batch, lengths, { batch_first: true }));
try {
  pack_padded_sequence(batch, lengths, { batch_first: true });
} catch (e) {
  print((e as Error).message);
}
const gru = new nn.GRU(3, 2, { num_layers: 2, dropout: 0.0 });
const [o, hn] = gru(pack_sequence([torch.randn(4, 3), torch.randn(2, 3)]));
print(o.data.shape, hn);
print(pad_packed_sequence(o, { padding_value: -1.0, total_length: 5 })[0][':', 1]);
