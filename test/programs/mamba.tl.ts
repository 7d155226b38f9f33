// A selective state-space block (Mamba, the simple scan) on a copying task.
import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

class MambaBlock extends nn.Module {
  d_inner: number;
  dt_rank: number;
  d_state: number;
  in_proj;
  conv1d;
  x_proj;
  dt_proj;
  A_log;
  D;
  out_proj;

  constructor(d_model: number, d_state = 4, d_conv = 3, expand = 2) {
    super();
    this.d_inner = expand * d_model;
    this.dt_rank = Math.ceil(d_model / 16);
    this.d_state = d_state;
    this.in_proj = new nn.Linear(d_model, this.d_inner * 2, { bias: false });
    this.conv1d = new nn.Conv1d(this.d_inner, this.d_inner, { kernel_size: d_conv, groups: this.d_inner, padding: d_conv - 1, bias: true });
    this.x_proj = new nn.Linear(this.d_inner, this.dt_rank + d_state * 2, { bias: false });
    this.dt_proj = new nn.Linear(this.dt_rank, this.d_inner, { bias: true });
    const A = torch.arange(1, d_state + 1, { dtype: torch.float32 }).repeat(this.d_inner, 1);
    this.A_log = new nn.Parameter(torch.log(A));
    this.D = new nn.Parameter(torch.ones(this.d_inner));
    this.out_proj = new nn.Linear(this.d_inner, d_model, { bias: false });
    torch.no_grad(() => {
      const dt = torch.exp(torch.rand(this.d_inner) * (Math.log(0.1) - Math.log(0.001)) + Math.log(0.001)).clamp({ min: 1e-4 });
      const inv_dt = dt + torch.log(-torch.expm1(-dt));
      this.dt_proj.bias.copy_(inv_dt);
    });
  }

  forward(x: Tensor) {
    const [b, l, d] = x.shape;
    const xz = this.in_proj(x);
    let [h, res] = xz.split([this.d_inner, this.d_inner], { dim: -1 });
    h = this.conv1d(h.transpose(1, 2))[':', ':', `:${l}`].transpose(1, 2);
    h = F.silu(h);
    const y = this.ssm(h);
    return this.out_proj(y * F.silu(res));
  }

  ssm(x: Tensor) {
    const A = -torch.exp(this.A_log.float());
    let [delta, B, C] = this.x_proj(x).split([this.dt_rank, this.d_state, this.d_state], { dim: -1 });
    delta = F.softplus(this.dt_proj(delta));
    return this.selective_scan(x, delta, A, B, C, this.D.float());
  }

  selective_scan(u: Tensor, delta: Tensor, A: Tensor, B: Tensor, C: Tensor, D: Tensor) {
    const [b, l, d_in] = u.shape;
    const deltaA = torch.exp(torch.einsum('bld,dn->bldn', delta, A));
    const deltaB_u = torch.einsum('bld,bln,bld->bldn', delta, B, u);
    let x = torch.zeros([b, d_in, A.shape[1]], { device: deltaA.device });
    const ys: Tensor[] = [];
    for (let i = 0; i < l; i++) {
      x = deltaA[':', i] * x + deltaB_u[':', i];
      ys.push(torch.einsum('bdn,bn->bd', x, C[':', i, ':']));
    }
    return torch.stack(ys, { dim: 1 }) + u * D;
  }
}

class RMSNorm extends nn.Module {
  weight;
  constructor(
    d: number,
    public eps = 1e-5,
  ) {
    super();
    this.weight = new nn.Parameter(torch.ones(d));
  }
  forward(x: Tensor) {
    return x * torch.rsqrt(x.pow(2).mean(-1, { keepdim: true }) + this.eps) * this.weight;
  }
}

class Residual extends nn.Module {
  mixer;
  norm;
  constructor(d: number) {
    super();
    this.mixer = new MambaBlock(d);
    this.norm = new RMSNorm(d);
  }
  forward(x: Tensor) {
    return this.mixer(this.norm(x)) + x;
  }
}

class Mamba extends nn.Module {
  embedding;
  layers;
  norm_f;
  lm_head;
  constructor(vocab: number, d: number, n_layer: number) {
    super();
    this.embedding = new nn.Embedding(vocab, d);
    this.layers = new nn.ModuleList(Array.from({ length: n_layer }, () => new Residual(d)));
    this.norm_f = new RMSNorm(d);
    this.lm_head = new nn.Linear(d, vocab, { bias: false });
    this.lm_head.weight = this.embedding.weight;
  }
  forward(ids: Tensor) {
    let x = this.embedding(ids);
    for (const layer of this.layers) x = layer(x);
    return this.lm_head(this.norm_f(x));
  }
}

torch.manual_seed(0);
const model = new Mamba(8, 8, 2);
const noDecay = new Set(model.layers.map((layer) => layer.mixer.A_log));
const decay = model.parameters().filter((p) => !noDecay.has(p) && p.dim() > 1);
const rest = model.parameters().filter((p) => noDecay.has(p) || p.dim() < 2);
console.log(decay.length, rest.length);
const opt = new torch.optim.AdamW(
  [
    { params: decay, weight_decay: 0.1 },
    { params: rest, weight_decay: 0.0 },
  ],
  { lr: 1e-2, betas: [0.9, 0.95] },
);
const ids = torch.randint(0, 8, [2, 7]);
for (let step = 0; step < 5; step++) {
  const logits = model(ids[':', ':-1']);
  const loss = F.cross_entropy(logits.reshape(-1, 8), ids[':', '1:'].reshape(-1));
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(`step ${step} loss ${loss.item().toFixed(4)}`);
}
console.log(model.layers[0].mixer.A_log.grad!.norm().item() > 0 ? 'True' : 'False', model.layers[1].mixer.D);
console.log(model.layers[0]);
