// Big batches on little memory: checkpoints that recompute, accumulation, clipping, stochastic depth, averaged weights.
import * as torch from 'tensor-lens';
import { fmt, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
const { checkpoint, checkpoint_sequential } = torch.utils.checkpoint;
const { AveragedModel, SWALR, update_bn } = torch.optim.swa_utils;

class DropPath extends nn.Module {
  p: number;
  constructor(p = 0.0) {
    super();
    this.p = p;
  }
  forward(x: Tensor) {
    if (this.p === 0.0 || !this.training) return x;
    const keep = 1 - this.p;
    const shape = [x.shape[0], ...Array(x.ndim - 1).fill(1)];
    const mask = x.new_empty(shape).bernoulli_(keep);
    return x * mask.div_(keep);
  }
  extra_repr() {
    return `p=${this.p}`;
  }
}

let calls = 0;

class Block extends nn.Module {
  norm;
  fc;
  gamma;
  drop;
  constructor(dim: number, p: number, init = 1e-1) {
    super();
    this.norm = new nn.LayerNorm(dim);
    this.fc = new nn.Linear(dim, dim);
    this.gamma = new nn.Parameter(init * torch.ones(dim));
    this.drop = new DropPath(p);
  }
  forward(x: Tensor) {
    calls += 1;
    return x + this.drop(this.gamma * F.mish(this.fc(this.norm(x))));
  }
}

class Net extends nn.Module {
  stem;
  blocks;
  head;
  use_checkpoint;
  constructor({ dim = 8, depth = 4, use_checkpoint = true } = {}) {
    super();
    const rates = [...torch.linspace(0, 0.3, depth)].map((r) => r.item());
    this.stem = new nn.Sequential(new nn.Linear(4, dim), new nn.BatchNorm1d(dim));
    this.blocks = new nn.ModuleList(rates.map((p) => new Block(dim, p)));
    this.head = new nn.Linear(dim, 1);
    this.use_checkpoint = use_checkpoint;
  }
  forward(x: Tensor) {
    x = this.stem(x);
    for (const block of this.blocks) {
      x = this.use_checkpoint && this.training ? checkpoint(block, x, { use_reentrant: false }) : block(x);
    }
    return this.head(x);
  }
}

torch.manual_seed(8);
const net = new Net();
print(net.blocks[3]);
const averaged = new AveragedModel(net);
const opt = new torch.optim.SGD(net.parameters(), { lr: 0.05, momentum: 0.9 });
const warm = new torch.optim.lr_scheduler.LinearLR(opt, { start_factor: 0.25, total_iters: 2 });
const swa = new SWALR(opt, { swa_lr: 0.02, anneal_epochs: 2, anneal_strategy: 'linear' });
const x = torch.randn(16, 4);
const y = x[':', ':1'] * x[':', '1:2'];
const accum = 2;
for (let epoch = 0; epoch < 5; epoch++) {
  let total = 0.0;
  let norm!: Tensor;
  const [xs, ys] = [x.split(4), y.split(4)];
  for (let i = 0; i < xs.length; i++) {
    const loss = F.mse_loss(net(xs[i]), ys[i]) / accum;
    loss.backward();
    total += loss.item();
    if ((i + 1) % accum === 0) {
      norm = nn.utils.clip_grad_norm_(net.parameters(), { max_norm: 0.5, norm_type: 2.0 });
      opt.step();
      opt.zero_grad({ set_to_none: true });
    }
  }
  if (epoch >= 2) {
    averaged.update_parameters(net);
    swa.step();
  } else {
    warm.step();
  }
  console.log(`epoch ${epoch} loss ${total.toFixed(5)} norm ${norm.item().toFixed(4)} lr ${fmt(opt.param_groups[0].lr, '.4f')} calls ${calls}`);
}
update_bn(x.split(8), averaged);
averaged.eval();
net.eval();
torch.no_grad(() => {
  print(`${F.mse_loss(averaged(x), y).item().toFixed(5)} ${F.mse_loss(net(x), y).item().toFixed(5)}`, averaged.n_averaged);
});
print(averaged.module.stem[1].running_mean);
const seq = new nn.Sequential(...Array.from({ length: 4 }, () => new nn.Linear(8, 8)));
const z = torch.randn(2, 8, { requires_grad: true });
const a = checkpoint_sequential(seq, 2, z, { use_reentrant: false }).sum();
const [ga] = torch.autograd.grad(a, z);
const [gb] = torch.autograd.grad(seq(z).sum(), z);
print(torch.equal(ga, gb), a);
