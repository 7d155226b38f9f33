// An encoder-decoder with nn.Transformer, Noam's schedule and label smoothing; greedy and beam search.
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const [PAD, BOS, EOS] = [0, 1, 2];

class PositionalEncoding extends nn.Module {
  dropout;
  declare pe: Tensor;
  constructor(d: number, dropout = 0.1, max_len = 32) {
    super();
    this.dropout = new nn.Dropout({ p: dropout });
    const pos = torch.arange(max_len).unsqueeze(1);
    const div = torch.exp(torch.arange(0, d, 2) * (-Math.log(10000.0) / d));
    const pe = torch.zeros(max_len, d);
    pe[':', '0::2'] = torch.sin(pos * div);
    pe[':', '1::2'] = torch.cos(pos * div);
    this.register_buffer('pe', pe);
  }
  forward(x: Tensor) {
    return this.dropout(x + this.pe[`:${x.size(1)}`]);
  }
}

class Seq2Seq extends nn.Module {
  d;
  src;
  tgt;
  pos;
  transformer;
  out;
  constructor(vocab: number, d = 16) {
    super();
    this.d = d;
    this.src = new nn.Embedding(vocab, d, { padding_idx: PAD });
    this.tgt = new nn.Embedding(vocab, d, { padding_idx: PAD });
    this.pos = new PositionalEncoding(d, 0.0);
    this.transformer = new nn.Transformer({ d_model: d, nhead: 2, num_encoder_layers: 1, num_decoder_layers: 1, dim_feedforward: 24, dropout: 0.0, batch_first: true });
    this.out = new nn.Linear(d, vocab);
    for (const p of this.transformer.parameters()) {
      if (p.dim() > 1) nn.init.xavier_uniform_(p);
    }
  }
  encode(src: Tensor) {
    const mask = src == PAD;
    return [this.transformer.encoder(this.pos(this.src(src) * Math.sqrt(this.d)), { src_key_padding_mask: mask }), mask] as const;
  }
  decode(tgt: Tensor, memory: Tensor, mask: Tensor) {
    const causal = nn.Transformer.generate_square_subsequent_mask(tgt.size(1));
    const h = this.transformer.decoder(this.pos(this.tgt(tgt) * Math.sqrt(this.d)), memory, { tgt_mask: causal, memory_key_padding_mask: mask });
    return this.out(h);
  }
  forward(src: Tensor, tgt: Tensor) {
    const [memory, mask] = this.encode(src);
    return this.decode(tgt, memory, mask);
  }
}

function beam_search(model: Seq2Seq, src: Tensor, width: number, max_len: number) {
  let [memory, mask] = model.encode(src);
  [memory, mask] = [memory.expand(width, -1, -1), mask.expand(width, -1)];
  let seqs = torch.full([width, 1], BOS);
  let scores = torch.tensor([0.0, ...Array(width - 1).fill(-1e9)]);
  let done = torch.zeros(width, { dtype: torch.bool });
  for (let i = 0; i < max_len; i++) {
    let logp = model.decode(seqs, memory, mask)[':', -1].log_softmax(-1);
    logp = logp.masked_fill(done[':', null], -1e9);
    logp[done, PAD] = 0.0;
    const total = (scores[':', null] + logp).view(-1);
    const [top, idx] = total.topk(width);
    scores = top;
    const beam = torch.div(idx, logp.size(-1), { rounding_mode: 'floor' });
    const token = idx % logp.size(-1);
    seqs = torch.cat([seqs[beam], token[':', null]], { dim: 1 });
    done = done[beam] | (token == EOS);
    if (done.all()) break;
  }
  const lengths = (seqs != PAD).sum(1);
  return [seqs, scores / lengths.float().pow(0.6)] as const;
}

torch.manual_seed(10);
const model = new Seq2Seq(9);
print(model.parameters().reduce((n, p) => n + p.numel(), 0), model.transformer.decoder.layers[0].multihead_attn);
const src = torch.tensor([[3, 4, 5, 6], [6, 7, 8, 0], [5, 3, 0, 0]]);
const tgt = torch.tensor([[1, 6, 5, 4, 3, 2], [1, 8, 7, 6, 2, 0], [1, 3, 5, 2, 0, 0]]);
const criterion = new nn.CrossEntropyLoss({ ignore_index: PAD, label_smoothing: 0.1 });
const opt = new torch.optim.Adam(model.parameters(), { lr: 1.0, betas: [0.9, 0.98], eps: 1e-9 });
const noam = new torch.optim.lr_scheduler.LambdaLR(opt, (s) => 16 ** -0.5 * Math.min((s + 1) ** -0.5, (s + 1) * 8 ** -1.5) * 0.5);
for (let step = 0; step < 8; step++) {
  const logits = model(src, tgt[':', ':-1']);
  const loss = criterion(logits.transpose(1, 2), tgt[':', '1:']);
  opt.zero_grad();
  loss.backward();
  opt.step();
  noam.step();
  console.log(`${step} ${loss.item().toFixed(4)} ${noam.get_last_lr()[0].toFixed(5)}`);
}
model.eval();
let ys!: Tensor;
torch.no_grad(() => {
  for (const s of src[':2']) {
    const [seqs, scores] = beam_search(model, s.unsqueeze(0), 3, 6);
    const best = scores.argmax();
    print(seqs[best].tolist(), scores[best].item().toFixed(4), scores.shape);
  }
  const [memory, mask] = model.encode(src);
  ys = torch.full([3, 1], BOS, { dtype: torch.long });
  for (let i = 0; i < 5; i++) {
    const nxt = model.decode(ys, memory, mask)[':', -1].argmax(-1);
    ys = torch.cat([ys, nxt.unsqueeze(1)], { dim: 1 });
  }
});
print(ys);
print(nn.Transformer.generate_square_subsequent_mask(3));
