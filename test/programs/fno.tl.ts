import * as torch from 'tensor-lens';
import { math, percent, print, range, str, sum, tuple_of } from 'tensor-lens/python';

// A Fourier neural operator learns what a step of the heat equation does to functions of one variable.
const { nn } = torch;
const F = torch.nn.functional;

torch.manual_seed(0);

class SpectralConv1d extends nn.Module {
  declare out_channels: number;
  declare modes: number;
  declare weights: torch.Tensor;
  constructor(in_channels: number, out_channels: number, modes: number) {
    super();
    this.out_channels = out_channels;
    this.modes = modes;
    const scale = 1 / (in_channels * out_channels);
    this.weights = new nn.Parameter(scale * torch.rand(in_channels, out_channels, modes, { dtype: torch.cfloat }));
  }

  forward(x: torch.Tensor) {
    const batch = x.shape[0];
    const x_ft = torch.fft.rfft(x);
    const out_ft = torch.zeros(batch, this.out_channels, Math.floor(x.size(-1) / 2) + 1, { dtype: torch.cfloat });
    out_ft[':', ':', `:${this.modes}`] = torch.einsum('bix,iox->box', x_ft[':', ':', `:${this.modes}`], this.weights);
    return torch.fft.irfft(out_ft, x.size(-1));
  }
}

class FNO extends nn.Module {
  declare lift: any;
  declare conv0: SpectralConv1d;
  declare conv1: SpectralConv1d;
  declare w0: any;
  declare w1: any;
  declare fc: any;
  constructor(modes = 4, width = 8) {
    super();
    this.lift = new nn.Linear(2, width);
    this.conv0 = new SpectralConv1d(width, width, modes);
    this.conv1 = new SpectralConv1d(width, width, modes);
    this.w0 = new nn.Conv1d(width, width, 1);
    this.w1 = new nn.Conv1d(width, width, 1);
    this.fc = new nn.Linear(width, 1);
  }

  forward(x: torch.Tensor) {
    x = this.lift(x).permute(0, 2, 1);
    x = F.gelu(this.conv0(x) + this.w0(x));
    x = this.conv1(x) + this.w1(x);
    return this.fc(x.permute(0, 2, 1));
  }
}

const n = 16;
const grid = torch.linspace(0, 1, n + 1)[':-1'];
const k = torch.fft.rfftfreq(n, 1 / n);
const coefficients = torch.randn(8, 3);
const u0 = sum(range(3).map((j) => coefficients[':', `${j}:${j + 1}`] * torch.sin(2 * math.pi * (j + 1) * grid)));
const u1 = torch.fft.irfft(torch.fft.rfft(u0) * torch.exp(-0.01 * (2 * math.pi * k) ** 2), n);
const inputs = torch.stack([u0, grid.expand(8, n)], { dim: -1 });

const model = new FNO();
print(sum([...model.parameters()].map((p) => p.numel())));
const optimizer = new torch.optim.Adam(model.parameters(), { lr: 0.01 });
for (let epoch = 0; epoch < 12; epoch++) {
  optimizer.zero_grad();
  const loss = F.mse_loss(model(inputs).squeeze(-1), u1);
  loss.backward();
  optimizer.step();
  if (epoch % 3 === 0) {
    console.log(percent('epoch %d loss %.6f', [epoch, loss.item()]));
  }
}
console.log(percent('%.5f', [model.conv0.weights.grad!.abs().sum().item()]));
print(model.conv1.weights.dtype, str(tuple_of(model.conv1.weights.shape), 'tuple[any]'));
