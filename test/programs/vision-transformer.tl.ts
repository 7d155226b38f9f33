import * as torch from 'tensor-lens';
import { at, floordiv, fmt, print, range } from 'tensor-lens/python';

// A vision transformer: patches by a strided convolution, a class token, nn.MultiheadAttention, mixup and OneCycleLR.
const { nn } = torch;
const F = torch.nn.functional;

class PatchEmbedding extends nn.Module {
  declare n_patches: number;
  declare proj: any;
  declare cls_token: torch.Tensor;
  declare pos_embed: torch.Tensor;
  constructor(image = 8, patch = 4, channels = 1, dim = 12) {
    super();
    this.n_patches = floordiv(image, patch) ** 2;
    this.proj = new nn.Conv2d(channels, dim, { kernel_size: patch, stride: patch });
    this.cls_token = new nn.Parameter(torch.zeros(1, 1, dim));
    this.pos_embed = new nn.Parameter(torch.zeros(1, 1 + this.n_patches, dim));
    nn.init.trunc_normal_(this.pos_embed, { std: 0.02 });
  }

  forward(x: torch.Tensor) {
    x = this.proj(x).flatten(2).transpose(1, 2);
    const cls = this.cls_token.expand(x.shape[0], -1, -1);
    return torch.cat([cls, x], { dim: 1 }) + this.pos_embed;
  }
}

class Block extends nn.Module {
  declare norm1: any;
  declare attn: any;
  declare norm2: any;
  declare mlp: any;
  declare last: torch.Tensor;
  constructor(dim: number, heads: number, mlp_ratio = 2.0, drop = 0.1) {
    super();
    this.norm1 = new nn.LayerNorm(dim, { eps: 1e-6 });
    this.attn = new nn.MultiheadAttention(dim, heads, { dropout: drop, batch_first: true });
    this.norm2 = new nn.LayerNorm(dim, { eps: 1e-6 });
    const hidden = Math.trunc(dim * mlp_ratio);
    this.mlp = new nn.Sequential(new nn.Linear(dim, hidden), new nn.GELU(), new nn.Dropout(drop), new nn.Linear(hidden, dim), new nn.Dropout(drop));
  }

  forward(x: torch.Tensor) {
    const h = this.norm1(x);
    const [a, w] = this.attn(h, h, h, { need_weights: true, average_attn_weights: true });
    this.last = w.detach();
    x = x + a;
    return x + this.mlp(this.norm2(x));
  }
}

class ViT extends nn.Module {
  declare embed: PatchEmbedding;
  declare blocks: any;
  declare norm: any;
  declare head: any;
  constructor(classes = 3, dim = 12, depth = 2, heads = 3) {
    super();
    this.embed = new PatchEmbedding(undefined, undefined, undefined, dim);
    this.blocks = new nn.Sequential(...range(depth).map((_) => new Block(dim, heads)));
    this.norm = new nn.LayerNorm(dim);
    this.head = new nn.Linear(dim, classes);
  }

  forward(x: torch.Tensor) {
    return this.head(this.norm(this.blocks(this.embed(x)))[':', 0]);
  }
}

function mixup(x: torch.Tensor, y: torch.Tensor, alpha = 0.4) {
  const lam = new torch.distributions.Beta(alpha, alpha).sample();
  const index = torch.randperm(x.size(0));
  return [lam * x + (1 - lam) * x[index], y, y[index], lam];
}

torch.manual_seed(17);
const model = new ViT();
const x = torch.randn(6, 1, 8, 8);
const y = torch.tensor([0, 1, 2, 0, 1, 2]);
const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 1e-3, weight_decay: 0.05 });
const scheduler = new torch.optim.lr_scheduler.OneCycleLR(optimizer, { max_lr: 1e-2, total_steps: 4, pct_start: 0.3 });
const criterion = new nn.CrossEntropyLoss();
for (let step = 0; step < 3; step++) {
  const [xm, ya, yb, lam] = mixup(x, y);
  const logits = model(xm);
  const loss = lam * criterion(logits, ya) + (1 - lam) * criterion(logits, yb);
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  scheduler.step();
  console.log(`step ${step} lam ${fmt(lam, '.4f')} loss ${fmt(loss, '.4f')} lr ${fmt(scheduler.get_last_lr()[0], '.6f')} beta1 ${fmt(at(optimizer.param_groups[0]['betas'], 0), '.4f')}`);
}
model.eval();
let probs!: torch.Tensor;
torch.no_grad(() => {
  probs = model(x).softmax(-1);
});
print((probs.sum(-1) - 1).abs().max().item() < 1e-6, model.blocks[0].last.shape);
print(model.blocks[1]);
