import * as torch from 'tensor-lens';
import { nn, type Tensor } from 'tensor-lens';
import { print } from 'tensor-lens/python';

const F = nn.functional;
torch.manual_seed(123);

class LoRALayer extends nn.Module {
  A;
  B;
  constructor(
    in_dim: number,
    out_dim: number,
    rank: number,
    public alpha: number,
  ) {
    super();
    const std_dev = 1 / torch.sqrt(torch.tensor(rank).float());
    this.A = new nn.Parameter(torch.randn(in_dim, rank) * std_dev);
    this.B = new nn.Parameter(torch.zeros(rank, out_dim));
  }
  forward(x: Tensor) {
    return this.alpha * x.matmul(this.A).matmul(this.B);
  }
}

class LinearWithDoRAMerged extends nn.Module {
  lora;
  m;
  constructor(
    public linear: torch.nn.Linear,
    { rank, alpha }: { rank: number; alpha: number },
  ) {
    super();
    this.lora = new LoRALayer(linear.in_features, linear.out_features, rank, alpha);
    this.m = new nn.Parameter(this.linear.weight.norm({ p: 2, dim: 0, keepdim: true }));
  }
  forward(x: Tensor) {
    const lora = this.lora.A.matmul(this.lora.B);
    const numerator = this.linear.weight + this.lora.alpha * lora.T;
    const denominator = numerator.norm({ p: 2, dim: 0, keepdim: true });
    const directional_component = numerator / denominator;
    return F.linear(x, this.m * directional_component, this.linear.bias);
  }
}

class MultilayerPerceptron extends nn.Module {
  layers;
  constructor(num_features: number, h1: number, h2: number, num_classes: number) {
    super();
    this.layers = new nn.Sequential(new nn.Linear(num_features, h1), new nn.ReLU(), new nn.Linear(h1, h2), new nn.ReLU(), new nn.Linear(h2, num_classes));
  }
  forward(x: Tensor) {
    return this.layers(x);
  }
}

const model = new MultilayerPerceptron(8, 10, 6, 3);
const x = torch.randn(4, 8);
const before = model(x);
for (const i of [0, 2, 4]) model.layers[i] = new LinearWithDoRAMerged(model.layers[i], { rank: 2, alpha: 4 });
print(torch.allclose(before, model(x), { atol: 1e-6 }));
print(model);

function freeze_linear_layers(model: torch.nn.Module) {
  for (const child of model.children()) {
    if (child instanceof nn.Linear) {
      for (const param of child.parameters()) param.requires_grad = false;
    } else {
      freeze_linear_layers(child);
    }
  }
}

freeze_linear_layers(model);
for (const [name, param] of model.named_parameters()) print(`${name}: ${param.requires_grad ? 'True' : 'False'}`);
const y = torch.tensor([0, 2, 1, 1]);
const opt = new torch.optim.Adam(
  model.parameters().filter((p) => p.requires_grad),
  { lr: 0.02 },
);
for (let epoch = 0; epoch < 4; epoch++) {
  const logits = model(x);
  const loss = F.cross_entropy(logits, y);
  opt.zero_grad();
  loss.backward();
  opt.step();
  print(`Epoch: ${String(epoch + 1).padStart(3, '0')} | Loss: ${loss.item().toFixed(4)}`);
}
print(model.layers[0].linear.weight.grad === null, model.layers[4].m);
// merge, and the low-rank truth
torch.no_grad(() => {
  const d = model.layers[2];
  const delta = d.lora.alpha * d.lora.A.matmul(d.lora.B).T;
  print(torch.linalg.matrix_rank(delta));
  const w = d.linear.weight + delta;
  const merged = new nn.Linear(10, 6);
  merged.weight.copy_((d.m * w) / w.norm({ p: 2, dim: 0, keepdim: true }));
  merged.bias.copy_(d.linear.bias);
  const h = torch.randn(2, 10);
  print((merged(h) - d(h)).abs().max() < 1e-6);
});
const sd = Object.fromEntries(Object.entries(model.state_dict()).filter(([k]) => k.includes('lora') || k.endsWith('.m')));
print(Object.keys(sd), Object.values(sd).reduce((n, v) => n + v.numel(), 0));
const { missing_keys: missing, unexpected_keys: unexpected } = model.load_state_dict(sd, { strict: false });
print(missing.length, unexpected);
// VeRA-like: shared random matrices, only the scales are learnt
class VeRA extends nn.Module {
  A!: Tensor;
  B!: Tensor;
  d;
  b;
  linear;
  constructor(linear: torch.nn.Linear, A: Tensor, B: Tensor) {
    super();
    this.linear = linear.requires_grad_(false);
    this.register_buffer('A', A);
    this.register_buffer('B', B);
    this.d = new nn.Parameter(torch.full([A.shape[0]], 0.1));
    this.b = new nn.Parameter(torch.zeros(linear.out_features));
  }
  forward(x: Tensor) {
    return this.linear(x) + this.b * F.linear(this.d * F.linear(x, this.A), this.B);
  }
}
const A = torch.empty(2, 8);
nn.init.kaiming_uniform_(A, { a: Math.sqrt(5) });
const B = torch.empty(5, 2);
nn.init.kaiming_uniform_(B, { a: Math.sqrt(5) });
const v = new VeRA(new nn.Linear(8, 5), A, B);
v(x).sum().backward();
print(v.d.grad, v.b.grad);
