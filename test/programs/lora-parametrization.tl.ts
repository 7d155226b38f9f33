import * as torch from 'tensor-lens';
import { fmt, print, sorted } from 'tensor-lens/python';

const { nn } = torch;
const { parametrize } = torch.nn.utils;
const { orthogonal, spectral_norm, weight_norm } = torch.nn.utils.parametrizations;

torch.manual_seed(3);

class LoRA extends nn.Module {
  declare A: torch.nn.Parameter;
  declare B: torch.nn.Parameter;
  declare scale: number;
  declare enabled: boolean;

  constructor(features_in: number, features_out: number, rank = 2, alpha = 4) {
    super();
    this.A = new nn.Parameter(torch.zeros(rank, features_out));
    this.B = new nn.Parameter(torch.zeros(features_in, rank));
    nn.init.normal_(this.A, { mean: 0, std: 1 });
    this.scale = alpha / rank;
    this.enabled = true;
  }

  forward(W: torch.Tensor) {
    if (this.enabled) {
      return W + torch.matmul(this.B, this.A).view(W.shape) * this.scale;
    }
    return W;
  }
}

class Symmetric extends nn.Module {
  forward(X: torch.Tensor) {
    return X.triu() + X.triu(1).mT;
  }

  right_inverse(A: torch.Tensor) {
    return A.triu();
  }
}

class Net extends nn.Module {
  first = new nn.Linear(6, 8);
  second = new nn.Linear(8, 1);

  forward(x: torch.Tensor) {
    return this.second(torch.relu(this.first(x)));
  }
}

const net = new Net();
for (const layer of [net.first, net.second]) {
  layer.weight.requires_grad_(false);
  layer.bias!.requires_grad_(false);
  parametrize.register_parametrization(layer, 'weight', new LoRA(layer.weight.shape[0]!, layer.weight.shape[1]!));
}
print(net);
print(net.named_parameters().filter(([, p]) => p.requires_grad).map(([name]) => name));
const optimizer = new torch.optim.Adam(net.parameters().filter((p) => p.requires_grad), { lr: 0.1 });
const [x, y] = [torch.randn(16, 6), torch.randn(16, 1)];
for (let step = 0; step < 6; step++) {
  let loss!: torch.Tensor;
  parametrize.cached(() => {
    loss = nn.functional.mse_loss(net(x), y);
  });
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  print(step, `${fmt(loss.item(), '.5f')}`);
}
const adapted = net(x);
parametrize.remove_parametrizations(net.first, 'weight');
parametrize.remove_parametrizations(net.second, 'weight', { leave_parametrized: true });
print(torch.allclose(adapted, net(x), { atol: 1e-6 }), parametrize.is_parametrized(net.first));
print(Object.keys(net.state_dict()));

const layer = new nn.Linear(3, 3);
parametrize.register_parametrization(layer, 'weight', new Symmetric());
print(torch.equal(layer.weight, layer.weight.T));
const A = torch.rand(3, 3);
layer.weight = (A + A.T) as torch.nn.Parameter;
print(layer.weight);

for (const norm of [weight_norm, spectral_norm, orthogonal]) {
  const one = norm(new nn.Linear(4, 3));
  print(one);
  let s!: torch.Tensor;
  torch.no_grad(() => {
    s = torch.linalg.svdvals(one.weight);
  });
  print(torch.allclose(s, torch.ones(3), { atol: 1e-5 }), sorted(Object.keys(one.state_dict())));
}
const old = torch.nn.utils.weight_norm(new nn.Conv1d(2, 3, 2));
old(torch.ones(1, 2, 4)).sum().backward();
print(old.get_parameter('weight_g').grad!.shape, old.get_parameter('weight_v').grad!.abs().sum().item() >= 0, Object.keys(old.state_dict()));
torch.nn.utils.remove_weight_norm(old);
print(Object.keys(old.state_dict()));
const disc = torch.nn.utils.spectral_norm(new nn.Linear(5, 4));
for (let _ = 0; _ < 30; _++) {
  disc(torch.ones(2, 5));
}
print(`${fmt(torch.linalg.svdvals(disc.weight)[0]!.item(), '.4f')}`, Object.keys(disc.state_dict()));
