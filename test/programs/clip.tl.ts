// CLIP: two towers, a learnt temperature, symmetric cross entropy, OneCycleLR, no decay for gains and biases.
import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
const { Dataset, DataLoader } = torch.utils.data;

class Pairs extends Dataset {
  images;
  texts;
  lengths;
  constructor(n: number) {
    super();
    const g = new torch.Generator().manual_seed(5);
    this.images = torch.randn(n, 3, 6, 6, { generator: g });
    this.texts = torch.randint(1, 12, [n, 5], { generator: g });
    this.lengths = torch.randint(2, 6, [n], { generator: g });
  }
  get length() {
    return this.images.length;
  }
  get(i: number) {
    const text = this.texts[i].clone();
    text[`${this.lengths[i].item()}:`] = 0;
    return { image: this.images[i], text };
  }
}

class ImageTower extends nn.Module {
  conv = new nn.Conv2d(3, 8, 3, { stride: 2, padding: 1 });
  bn = new nn.BatchNorm2d(8);
  pool = new nn.AdaptiveAvgPool2d(1);
  proj;
  constructor(dim: number) {
    super();
    this.proj = new nn.Linear(8, dim, { bias: false });
  }
  forward(x: Tensor) {
    return this.proj(this.pool(F.gelu(this.bn(this.conv(x)))).flatten(1));
  }
}

class TextTower extends nn.Module {
  emb;
  enc;
  proj;
  constructor(vocab: number, dim: number) {
    super();
    this.emb = new nn.Embedding(vocab, 8, { padding_idx: 0 });
    const layer = new nn.TransformerEncoderLayer({ d_model: 8, nhead: 2, dim_feedforward: 16, dropout: 0.0, activation: 'gelu', batch_first: true, norm_first: true });
    this.enc = new nn.TransformerEncoder(layer, { num_layers: 1, enable_nested_tensor: false });
    this.proj = new nn.Linear(8, dim, { bias: false });
  }
  forward(ids: Tensor) {
    const pad = ids.eq(0);
    const h = this.enc(this.emb(ids), { src_key_padding_mask: pad });
    const keep = (~pad).unsqueeze(-1).float();
    return this.proj((h * keep).sum(1) / keep.sum(1).clamp({ min: 1 }));
  }
}

class CLIP extends nn.Module {
  visual;
  textual;
  logit_scale = new nn.Parameter(torch.ones([]) * Math.log(1 / 0.07));
  constructor(dim = 6) {
    super();
    this.visual = new ImageTower(dim);
    this.textual = new TextTower(12, dim);
  }
  forward(image: Tensor, text: Tensor) {
    const i = F.normalize(this.visual(image), { dim: -1 });
    const t = F.normalize(this.textual(text), { p: 2, dim: -1 });
    const scale = this.logit_scale.exp();
    const logits = (scale * i).matmul(t.t());
    return [logits, logits.T];
  }
}

torch.manual_seed(1);
const model = new CLIP();
const exclude = (n: string, p: Tensor) => p.ndim < 2 || n.includes('bn') || n.includes('bias') || n.includes('logit_scale');
const named = [...model.named_parameters()];
const gains = named.filter(([n, p]) => exclude(n, p)).map(([, p]) => p);
const rest = named.filter(([n, p]) => !exclude(n, p)).map(([, p]) => p);
const opt = new torch.optim.AdamW(
  [
    { params: gains, weight_decay: 0 },
    { params: rest, weight_decay: 0.2 },
  ],
  { lr: 5e-3, eps: 1e-6 },
);
const loader = new DataLoader(new Pairs(12), { batch_size: 4, shuffle: true, drop_last: true });
const sched = new torch.optim.lr_scheduler.OneCycleLR(opt, { max_lr: 2e-2, epochs: 2, steps_per_epoch: loader.length, pct_start: 0.3 });
for (let epoch = 0; epoch < 2; epoch++) {
  let i = 0;
  for (const batch of loader) {
    const [per_image, per_text] = model(batch.image, batch.text);
    const target = torch.arange(per_image.shape[0]);
    const loss = (F.cross_entropy(per_image, target, { label_smoothing: 0.1 }) + F.cross_entropy(per_text, target, { label_smoothing: 0.1 })) / 2;
    opt.zero_grad();
    loss.backward();
    opt.step();
    sched.step();
    torch.no_grad(() => {
      model.logit_scale.clamp_(0, Math.log(100));
    });
    const acc = (per_image.argmax({ dim: -1 }) == target).float().mean();
    console.log(`epoch ${epoch} batch ${i++} loss ${loss.item().toFixed(4)} acc ${acc.item().toFixed(2)} scale ${model.logit_scale.exp().item().toFixed(3)} lr ${opt.param_groups[0].lr.toFixed(6)}`);
  }
}
console.log(model.textual);
console.log(gains.length, rest.length, model.logit_scale);
console.log(sched.state_dict().total_steps, opt.param_groups[1].weight_decay);
