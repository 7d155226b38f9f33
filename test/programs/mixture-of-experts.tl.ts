import * as torch from 'tensor-lens';
import { dict, enumerate, fmt, print, range, str, tuple, tuple_of } from 'tensor-lens/python';

// A mixture of experts with top-2 routing and a balancing loss.
const { nn } = torch;
const { functional: F } = torch.nn;

class Expert extends nn.Module {
  declare up: any;
  declare down: any;
  constructor(d: number, hidden: number) {
    super();
    this.up = new nn.Linear(d, hidden);
    this.down = new nn.Linear(hidden, d);
  }

  forward(x: torch.Tensor) {
    return this.down(F.gelu(this.up(x)));
  }
}

class MoE extends nn.Module {
  declare k: number;
  declare n: number;
  declare gate: any;
  declare experts: torch.nn.ModuleList<Expert>;
  constructor(d: number, n: number, k = 2) {
    super();
    [this.k, this.n] = [k, n];
    this.gate = new nn.Linear(d, n, { bias: false });
    this.experts = new nn.ModuleList(range(n).map((_) => new Expert(d, 2 * d)));
  }

  forward(x: torch.Tensor) {
    const [B, T, D] = x.shape;
    const flat = x.reshape(-1, D);
    const probs = this.gate(flat).softmax({ dim: -1 });
    let [weights, chosen] = probs.topk(this.k, { dim: -1 });
    weights = weights / weights.sum({ dim: -1, keepdim: true });
    const out = torch.zeros_like(flat);
    for (const [e, expert] of enumerate(this.experts)) {
      const [rows, slot] = torch.where(chosen == e);
      if (rows.numel() === 0) {
        continue;
      }
      out.index_add_(0, rows, expert(flat[rows]) * weights[rows, slot, null]);
    }
    const load = F.one_hot(chosen, this.n).sum({ dim: 1 }).float().mean({ dim: 0 });
    const aux = this.n * (load * probs.mean({ dim: 0 })).sum();
    return tuple(out.view(B, T, D), aux);
  }
}

torch.manual_seed(4);
const layer = new MoE(6, 4);
const head = new nn.Linear(6, 1);
const optimizer = new torch.optim.NAdam([{ params: layer.parameters() }, { params: head.parameters(), lr: 0.02 }], { lr: 0.01 });
const x = torch.randn(2, 5, 6);
const y = x.pow(2).sum(-1, { keepdim: true }).sqrt();
for (let step = 0; step < 5; step++) {
  const [h, aux] = layer(x);
  const loss = F.huber_loss(head(x + h), y, { delta: 0.5 }) + 0.01 * aux;
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  console.log(`${step}: loss=${fmt(loss.item(), '.5f')} aux=${fmt(aux.item(), '.4f')} gate=${fmt(layer.gate.weight.grad.abs().sum().item(), '.5f')}`);
}
const unused = [...layer.named_parameters()].filter(([n, p]) => p.grad == null).map(([n, p]) => n);
print(unused);
print.with({ sep: '\n' }, layer.experts[1], str(optimizer.param_groups[1]['lr'], 'float'));
print(str(dict([...Object.entries(layer.state_dict())].filter(([k, v]) => k.startsWith('experts.0')).map(([k, v]) => [k, tuple_of(v.shape)] as const)), 'dict[any, tuple[any]]'));
