import * as torch from 'tensor-lens';
import { complex, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

// A diagonal state-space layer (S4D): complex poles, the kernel by Vandermonde sums, the convolution by FFT, and the same as a recurrence.

const { nn } = torch;
const F = nn.functional;

class S4DKernel extends nn.Module {
  C;
  log_dt;
  log_A_real;
  A_imag;
  constructor(d_model: number, N = 4, dt_min = 0.01, dt_max = 0.2) {
    super();
    const log_dt = torch.rand(d_model) * (torch.tensor(dt_max).log() - torch.tensor(dt_min).log()) + torch.tensor(dt_min).log();
    const C = torch.randn(d_model, N, { dtype: torch.cfloat });
    this.C = new nn.Parameter(torch.view_as_real(C));
    this.log_dt = new nn.Parameter(log_dt);
    this.log_A_real = new nn.Parameter(torch.log(0.5 * torch.ones(d_model, N)));
    this.A_imag = new nn.Parameter(torch.pi * torch.arange(N).repeat(d_model, 1));
  }
  discretize() {
    const dt = torch.exp(this.log_dt);
    const C = torch.view_as_complex(this.C);
    const A = -torch.exp(this.log_A_real) + complex(0, 1) * this.A_imag;
    const dtA = A * dt.unsqueeze(-1);
    return [torch.exp(dtA), C * (torch.exp(dtA) - 1.0) / A, dtA] as const;
  }
  forward({ L }: { L: number }) {
    const [, C, dtA] = this.discretize();
    const K = dtA.unsqueeze(-1) * torch.arange(L);
    return 2 * torch.einsum('hn,hnl->hl', C, torch.exp(K)).real;
  }
}

class S4D extends nn.Module {
  D;
  kernel;
  mix;
  constructor(d_model: number) {
    super();
    this.D = new nn.Parameter(torch.randn(d_model));
    this.kernel = new S4DKernel(d_model);
    this.mix = new nn.Sequential(new nn.Conv1d(d_model, 2 * d_model, { kernel_size: 1 }), new nn.GLU({ dim: -2 }));
  }
  forward(u: Tensor) {
    const L = u.size(-1);
    const k = this.kernel({ L });
    const y = torch.fft.irfft(torch.fft.rfft(k, { n: 2 * L }) * torch.fft.rfft(u, { n: 2 * L }), { n: 2 * L })['...', `:${L}`];
    return this.mix(F.gelu(y + u * this.D.unsqueeze(-1)));
  }
  step(u: Tensor, state: Tensor) {
    const [dA, dC] = this.kernel.discretize();
    state = dA * state + u.unsqueeze(-1);
    return [2 * (dC * state).sum(-1).real + u * this.D, state];
  }
}

torch.manual_seed(6);
const layer = new S4D(3);
const u = torch.randn(2, 3, 10);
const y = layer(u);
print(y.shape, y[0, 0, ':4']);
let state = torch.zeros(2, 3, 4, { dtype: torch.cfloat });
const outs: Tensor[] = [];
torch.no_grad(() => {
  for (let t = 0; t < 10; t++) {
    let o: Tensor;
    [o, state] = layer.step(u['...', t], state);
    outs.push(o);
  }
});
const stepped = layer.mix(F.gelu(torch.stack(outs, -1)));
print(torch.allclose(stepped, y, { atol: 1e-4 }), state.dtype, state.abs().max());
print(torch.view_as_complex(layer.kernel.C)[0]);

class Model extends nn.Module {
  enc;
  layers;
  norms;
  dec;
  constructor(d = 4, classes = 3) {
    super();
    this.enc = new nn.Linear(1, d);
    this.layers = new nn.ModuleList([0, 1].map(() => new S4D(d)));
    this.norms = new nn.ModuleList([0, 1].map(() => new nn.LayerNorm(d)));
    this.dec = new nn.Linear(d, classes);
  }
  forward(x: Tensor) {
    x = this.enc(x);
    for (const [i, layer] of this.layers.entries()) x = x + layer(this.norms[i](x).transpose(-1, -2)).transpose(-1, -2);
    return this.dec(x.mean({ dim: 1 }));
  }
}

const model = new Model();
const t = torch.linspace(0, 1, 16);
const freq = torch.tensor([1.0, 2.0, 4.0]);
const labels = torch.arange(12) % 3;
const data = torch.sin(2 * torch.pi * freq[labels][':', null] * t + torch.rand(12, 1) * 6.28)['...', null];
const slow = model.named_parameters().filter(([n]) => n.includes('kernel')).map(([, p]) => p);
const rest = model.named_parameters().filter(([n]) => !n.includes('kernel')).map(([, p]) => p);
const opt = new torch.optim.AdamW([{ params: rest }, { params: slow, lr: 1e-3, weight_decay: 0.0 }], { lr: 1e-2, weight_decay: 0.01 });
const sched = new torch.optim.lr_scheduler.OneCycleLR(opt, { max_lr: [2e-2, 2e-3], total_steps: 8 });
for (let step = 0; step < 8; step++) {
  const loss = F.cross_entropy(model(data), labels);
  opt.zero_grad();
  loss.backward();
  opt.step();
  sched.step();
  print(`${step} ${loss.item().toFixed(4)} [${sched.get_last_lr().map((g) => `'${g.toFixed(5)}'`).join(', ')}]`);
}
print(model.layers[0].kernel.A_imag.grad!.norm(), model.layers[0].kernel.C.grad!.shape);
const spectrum = torch.fft.rfft(data.squeeze(-1)).abs();
print(spectrum.argmax({ dim: 1 }), torch.fft.rfftfreq(16, 1 / 15)[':3']);
