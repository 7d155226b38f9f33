import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(10);

class KANLinear extends nn.Module {
  declare grid: torch.Tensor;
  k: number;
  base_weight: torch.nn.Parameter;
  spline_weight: torch.nn.Parameter;

  constructor(i: number, o: number, grid = 4, k = 2) {
    super();
    const h = 2 / grid;
    const points = torch.arange(-k, grid + k + 1) * h - 1;
    this.register_buffer('grid', points.expand(i, -1).contiguous());
    this.k = k;
    this.base_weight = new nn.Parameter(torch.empty(o, i));
    this.spline_weight = new nn.Parameter(torch.randn(o, i, grid + k) * 0.1);
    nn.init.kaiming_uniform_(this.base_weight, { a: 5 ** 0.5 });
  }

  b_splines(x: torch.Tensor) {
    x = x.unsqueeze(-1);
    const g = this.grid;
    let bases = ((x >= g[':', ':-1']) & (x < g[':', '1:'])).to(x.dtype);
    for (let k = 1; k <= this.k; k++) {
      const left = (x - g[':', `:${-(k + 1)}`]) / (g[':', `${k}:-1`] - g[':', `:${-(k + 1)}`]);
      const right = (g[':', `${k + 1}:`] - x) / (g[':', `${k + 1}:`] - g[':', `1:${-k}`]);
      bases = left * bases[':', ':', ':-1'] + right * bases[':', ':', '1:'];
    }
    return bases.contiguous();
  }

  forward(x: torch.Tensor) {
    const base = F.linear(F.silu(x), this.base_weight);
    const spline = F.linear(this.b_splines(x).view(x.size(0), -1), this.spline_weight.view(this.spline_weight.size(0), -1));
    return base + spline;
  }
}

const first = new KANLinear(2, 3);
const net = new nn.Sequential(first, new KANLinear(3, 1));
const opt = new torch.optim.LBFGS(net.parameters(), { lr: 0.5, max_iter: 5 });
const x = torch.rand(20, 2) * 2 - 1;
const y = torch.exp(torch.sin(torch.pi * x[':', [0]]) + x[':', [1]] ** 2);

function closure() {
  opt.zero_grad();
  const loss = F.mse_loss(net(x), y);
  loss.backward();
  return loss;
}

for (let step = 0; step < 3; step++) {
  const loss = opt.step(closure);
  console.log(`${step} ${loss.item().toFixed(3)}`);
}
console.log(first.grid[0]);
