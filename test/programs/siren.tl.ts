import * as torch from 'tensor-lens';
import { math, percent, print, range, repeat } from 'tensor-lens/python';

// SIREN: sine activations fitted to a picture, with its gradient and Laplacian by autograd.
const { nn } = torch;

class SineLayer extends nn.Module {
  declare omega_0: number;
  declare is_first: boolean;
  declare in_features: number;
  declare linear: any;
  constructor(in_features: number, out_features: number, bias = true, is_first = false, omega_0 = 30) {
    super();
    this.omega_0 = omega_0;
    this.is_first = is_first;
    this.in_features = in_features;
    this.linear = new nn.Linear(in_features, out_features, { bias });
    this.init_weights();
  }

  init_weights() {
    torch.no_grad(() => {
      if (this.is_first) {
        this.linear.weight.uniform_(-1 / this.in_features, 1 / this.in_features);
      } else {
        const bound = math.sqrt(6 / this.in_features) / this.omega_0;
        this.linear.weight.uniform_(-bound, bound);
      }
    });
  }

  forward(input: torch.Tensor) {
    return torch.sin(this.omega_0 * this.linear(input));
  }
}

class Siren extends nn.Module {
  declare net: any;
  constructor(hidden = 12) {
    super();
    const net: any[] = [];
    net.push(new SineLayer(2, hidden, undefined, true, 10));
    net.push(new SineLayer(hidden, hidden, undefined, undefined, 10));
    const final = new nn.Linear(hidden, 1);
    torch.no_grad(() => {
      final.weight.uniform_(-math.sqrt(6 / hidden) / 10, math.sqrt(6 / hidden) / 10);
    });
    net.push(final);
    this.net = new nn.Sequential(...net);
  }

  forward(coords: torch.Tensor) {
    coords = coords.clone().detach().requires_grad_(true);
    return [this.net(coords), coords];
  }
}

function get_mgrid(sidelen: number, dim = 2) {
  const tensors = [...repeat([torch.linspace(-1, 1, { steps: sidelen })], dim)];
  const mgrid = torch.stack(torch.meshgrid(...tensors, { indexing: 'ij' }), { dim: -1 });
  return mgrid.reshape(-1, dim);
}

function gradient(y: torch.Tensor, x: torch.Tensor, grad_outputs: torch.Tensor | null = null) {
  if (grad_outputs == null) {
    grad_outputs = torch.ones_like(y);
  }
  return torch.autograd.grad(y, [x], { grad_outputs, create_graph: true })[0];
}

function divergence(y: torch.Tensor, x: torch.Tensor) {
  let div: any = 0.0;
  for (const i of range(y.shape.at(-1)!)) {
    div += torch.autograd.grad(y['...', i], x, torch.ones_like(y['...', i]), { create_graph: true })[0]['...', `${i}:${i + 1}`];
  }
  return div;
}

function laplace(y: torch.Tensor, x: torch.Tensor) {
  return divergence(gradient(y, x), x);
}

torch.manual_seed(0);
const grid = get_mgrid(5);
const picture = torch.exp(-4 * (grid ** 2).sum(-1, { keepdim: true }));
const siren = new Siren();
const optim = new torch.optim.Adam(siren.parameters(), { lr: 1e-3 });
let out!: torch.Tensor;
for (let step = 0; step < 5; step++) {
  let coords: torch.Tensor;
  [out, coords] = siren(grid);
  const loss = ((out - picture) ** 2).mean();
  const img_grad = gradient(out, coords);
  const img_lap = laplace(out, coords);
  console.log(percent('Step %d, Total loss %0.6f, grad %0.4f, laplace %0.3f', [step, loss, img_grad.norm({ dim: -1 }).mean(), img_lap.abs().mean()]));
  const total = loss + 1e-4 * img_grad.pow(2).mean();
  optim.zero_grad();
  total.backward();
  optim.step();
}
print(siren.net[0].linear);
print(out.view(5, 5)[2]);
