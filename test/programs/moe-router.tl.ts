import * as torch from 'tensor-lens';
import { fmt, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

// A mixture of experts with shared and routed experts, a bias that balances the load without a loss, z-loss, and Muon for matrices.

const { nn } = torch;
const F = nn.functional;

class Expert extends nn.Module {
  w1;
  w2;
  constructor(dim: number, hidden: number) {
    super();
    this.w1 = new nn.Linear(dim, hidden, { bias: false });
    this.w2 = new nn.Linear(hidden, dim, { bias: false });
  }
  forward(x: Tensor) {
    return this.w2(F.relu(this.w1(x)).square());
  }
}

class MoE extends nn.Module {
  gate;
  experts;
  shared;
  declare bias: Tensor;
  constructor(dim: number, hidden: number, n_experts: number, public k: number) {
    super();
    this.gate = new nn.Parameter(torch.empty(n_experts, dim));
    nn.init.kaiming_uniform_(this.gate, { a: 5 ** 0.5 });
    this.register_buffer('bias', torch.zeros(n_experts));
    this.experts = new nn.ModuleList(Array.from({ length: n_experts }, () => new Expert(dim, hidden)));
    this.shared = new Expert(dim, hidden);
  }
  forward(x: Tensor) {
    const shape = x.shape;
    x = x.view(-1, shape.at(-1)!);
    const logits = F.linear(x, this.gate);
    const scores = logits.sigmoid();
    const [, chosen] = torch.topk(scores + this.bias, this.k, { dim: -1, sorted: false });
    let weights = scores.gather(1, chosen);
    weights = weights / weights.sum(-1, { keepdim: true });
    const counts = torch.bincount(chosen.flatten(), { minlength: this.experts.length });
    const y = torch.zeros_like(x);
    for (const [i, expert] of this.experts.entries()) {
      if (counts[i] == 0) continue;
      const [rows, slot] = torch.where(chosen == i);
      y.index_add_(0, rows, expert(x[rows]) * weights[rows, slot, null]);
    }
    const z_loss = torch.logsumexp(logits, { dim: -1 }).pow(2).mean();
    if (this.training) {
      torch.no_grad(() => {
        this.bias += 0.01 * torch.sign(counts.float().mean() - counts);
      });
    }
    return [(y + this.shared(x)).view(shape), z_loss, counts] as const;
  }
}

class Net extends nn.Module {
  inp = new nn.Linear(6, 8);
  moe = new MoE(8, 12, 4, 2);
  head = new nn.Linear(8, 3);
  forward(x: Tensor) {
    const [h, z, counts] = this.moe(this.inp(x));
    return [this.head(h), z, counts] as const;
  }
}

torch.manual_seed(11);
const net = new Net();
const matrices = net.named_parameters().filter(([n, p]) => p.ndim === 2 && n.includes('experts')).map(([, p]) => p);
const others = net.named_parameters().filter(([n, p]) => !(p.ndim === 2 && n.includes('experts'))).map(([, p]) => p);
const opts = [new torch.optim.Muon(matrices, { lr: 0.02, momentum: 0.9, weight_decay: 0.0 }), new torch.optim.AdamW(others, { lr: 0.01 })];
const x = torch.randn(32, 6);
const y = (x[':', 0] > 0).long() + (x[':', 1] > 0.5).long();
for (let step = 0; step < 6; step++) {
  const [logits, z, counts] = net(x);
  const ce = F.cross_entropy(logits, y);
  const loss = ce + 1e-3 * z;
  for (const o of opts) o.zero_grad();
  loss.backward();
  for (const o of opts) o.step();
  print(`step ${step}: ce=${fmt(ce, '.4f')} z=${z.item().toFixed(4)} load=[${counts.tolist().join(', ')}] bias=[${net.moe.bias.tolist().map((b) => (b === 0 ? '0.0' : String(Math.round(b * 100) / 100))).join(', ')}]`);
}
net.eval();
const [logits, , counts] = torch.no_grad(() => net(x));
const pred = logits.argmax(-1);
print('accuracy', (pred == y).float().mean().item(), counts);
const entropy = -(F.softmax(logits, -1) * F.log_softmax(logits, -1)).sum(-1);
print(entropy.topk(3), torch.unique(pred, { return_counts: true }));
print(Object.keys(net.state_dict()).slice(0, 4), net.moe.gate.grad!.norm());
