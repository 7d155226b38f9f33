// BYOL: predictor, target by exponential average, cosine loss, LARS-like optimizer of one's own
import * as torch from 'tensor-lens';
import { print, zip } from 'tensor-lens/python';
const { nn } = torch;
const F = nn.functional;
const { Optimizer } = torch.optim;
type Tensor = torch.Tensor;

class LARS extends Optimizer {
  constructor(params: Iterable<Tensor>, { lr, weight_decay = 0, momentum = 0.9, eta = 0.001 }: { lr: number; weight_decay?: number; momentum?: number; eta?: number }) {
    super(params, { lr, weight_decay, momentum, eta });
  }

  step() {
    torch.no_grad(() => {
      for (const g of this.param_groups) {
        for (const p of g.params) {
          let dp = p.grad;
          if (dp === null) continue;
          if (p.ndim > 1) {
            dp = dp.add(p, { alpha: g.weight_decay });
            const [param_norm, update_norm] = [torch.norm(p), torch.norm(dp)];
            const one = torch.ones_like(param_norm);
            const q = torch.where(param_norm > 0.0, torch.where(update_norm > 0, g.eta * param_norm / update_norm, one), one);
            dp = dp.mul(q);
          }
          const state = this.state.get(p)!;
          if (!('mu' in state)) state.mu = torch.zeros_like(p);
          const mu = state.mu;
          mu.mul_(g.momentum).add_(dp);
          p.add_(mu, { alpha: -g.lr });
        }
      }
    });
  }
}

function loss_fn(x: Tensor, y: Tensor) {
  x = F.normalize(x, { dim: -1, p: 2 });
  y = F.normalize(y, { dim: -1, p: 2 });
  return 2 - 2 * (x * y).sum({ dim: -1 });
}

class MLP extends nn.Sequential {
  constructor(dim: number, projection_size: number, hidden_size = 12) {
    super(new nn.Linear(dim, hidden_size), new nn.BatchNorm1d(hidden_size), new nn.ReLU({ inplace: true }), new nn.Linear(hidden_size, projection_size));
  }
}

class BYOL extends nn.Module {
  online_encoder: torch.nn.Sequential;
  target_encoder: torch.nn.Sequential;
  online_predictor: MLP;
  constructor(net: torch.nn.Module, dim = 8, public decay = 0.9) {
    super();
    this.online_encoder = new nn.Sequential(net, new MLP(dim, 6));
    this.target_encoder = torch.copy.deepcopy(this.online_encoder);
    this.target_encoder.requires_grad_(false);
    this.online_predictor = new MLP(6, 6);
  }

  update_moving_average() {
    torch.no_grad(() => {
      for (const [c, m] of zip(this.online_encoder.parameters(), this.target_encoder.parameters())) {
        m.lerp_(c, 1 - this.decay);
      }
    });
  }

  forward(one: Tensor, two: Tensor) {
    const images = torch.cat([one, two], { dim: 0 });
    const predictions = this.online_predictor(this.online_encoder(images));
    const [p1, p2] = predictions.chunk(2, { dim: 0 });
    const [t1, t2] = torch.no_grad(() => this.target_encoder(images).detach().chunk(2, { dim: 0 }));
    return (loss_fn(p1, t2.detach()) + loss_fn(p2, t1.detach())).mean();
  }
}

torch.manual_seed(19);
const learner = new BYOL(new nn.Sequential(new nn.Linear(10, 8), new nn.LeakyReLU()));
const opt = new LARS([...learner.parameters()].filter((p) => p.requires_grad), { lr: 0.4, weight_decay: 1e-6 });
const x = torch.randn(16, 10);
for (let epoch = 0; epoch < 6; epoch++) {
  const loss = learner(x + 0.1 * torch.randn_like(x), x + 0.1 * torch.randn_like(x));
  opt.zero_grad();
  loss.backward();
  opt.step();
  learner.update_moving_average();
  console.log(`${epoch} ${loss.item().toFixed(5)}`);
}
console.log(opt);
console.log(learner.target_encoder[1][1].num_batches_tracked, learner.target_encoder[0][0].weight[0]);
print(learner.online_predictor instanceof MLP, learner.online_predictor.length, learner.online_predictor);
