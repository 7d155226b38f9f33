import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

// Super-resolution and restoration: sub-pixel convolution, channel attention, losses with total variation and SSIM, patches, warps, and frequency masks.

const { nn } = torch;
const F = nn.functional;

class CALayer extends nn.Module {
  fc;
  constructor(c: number, r = 2) {
    super();
    this.fc = new nn.Sequential(new nn.AdaptiveAvgPool2d(1), new nn.Conv2d(c, c / r, 1), new nn.ReLU(true), new nn.Conv2d(c / r, c, 1), new nn.Hardsigmoid());
  }
  forward(x: Tensor) {
    return x * this.fc(x);
  }
}

class RCAB extends nn.Module {
  body;
  scale;
  constructor(c: number) {
    super();
    this.body = new nn.Sequential(new nn.Conv2d(c, c, 3, { padding: 'same', groups: 2 }), new nn.ChannelShuffle(2), new nn.PReLU(c), new nn.Conv2d(c, c, 3, { padding: 1, padding_mode: 'reflect' }), new CALayer(c));
    this.scale = new nn.Parameter(torch.full([1, c, 1, 1], 0.1));
  }
  forward(x: Tensor) {
    return x + this.scale * this.body(x);
  }
}

class SR extends nn.Module {
  head;
  trunk;
  tail;
  constructor(c = 4, public up = 2) {
    super();
    this.head = new nn.Conv2d(1, c, 3, { padding: 1 });
    this.trunk = new nn.Sequential(...[0, 1].map(() => new RCAB(c)));
    this.tail = new nn.Sequential(new nn.Conv2d(c, up * up, 3, { padding: 1 }), new nn.PixelShuffle(up));
  }
  forward(x: Tensor) {
    const base = F.interpolate(x, { scale_factor: this.up, mode: 'bicubic', align_corners: false });
    return (this.tail(this.trunk(this.head(x))) + base).clamp(0, 1);
  }
}

function ssim(a: Tensor, b: Tensor, size = 5) {
  const w = torch.signal.windows.gaussian(size, { std: 1.5 });
  let k = torch.outer(w, w)[null, null];
  k = k / k.sum();
  const mu = [a, b].map((t) => F.conv2d(t, k));
  const vars = [a, b].map((t, i) => F.conv2d(t * t, k) - mu[i] * mu[i]);
  const cov = F.conv2d(a * b, k) - mu[0] * mu[1];
  return ((2 * mu[0] * mu[1] + 1e-4) * (2 * cov + 9e-4) / ((mu[0] ** 2 + mu[1] ** 2 + 1e-4) * (vars[0] + vars[1] + 9e-4))).mean();
}

torch.manual_seed(33);
const [yy, xx] = torch.meshgrid(torch.linspace(-1, 1, 12), torch.linspace(-1, 1, 12), { indexing: 'ij' });
const hr = torch.stack([[1, 0], [0, 1], [1, 1], [1, -1]].map(([a, b]) => torch.sigmoid(6 * (xx * a + yy * b)))).unsqueeze(1);
const lr = F.avg_pool2d(hr, 2) + 0.02 * torch.randn(4, 1, 6, 6);
const net = new SR();
const opt = new torch.optim.Adam(net.parameters(), { lr: 2e-3 });
const sched = new torch.optim.lr_scheduler.ExponentialLR(opt, 0.9);
for (let step = 0; step < 5; step++) {
  const sr = net(lr);
  const charbonnier = torch.sqrt((sr - hr) ** 2 + 1e-6).mean();
  const tv = sr.diff({ dim: -1 }).abs().mean() + sr.diff({ dim: -2 }).abs().mean();
  const freq = (torch.fft.rfft2(sr) - torch.fft.rfft2(hr)).abs().mean();
  const loss = charbonnier + 0.01 * tv + 0.01 * freq + 0.1 * (1 - ssim(sr, hr));
  opt.zero_grad();
  loss.backward();
  opt.step();
  sched.step();
  const psnr = -10 * torch.log10(F.mse_loss(sr, hr));
  print(`${step} ${loss.item().toFixed(5)} psnr ${psnr.item().toFixed(3)} ssim ${ssim(sr, hr).item().toFixed(4)}`);
}
print(net.trunk[0]);
const sr = net(lr).detach();
const patches = F.unfold(sr, { kernel_size: 4, stride: 4 });
const back = F.fold(patches, [12, 12], { kernel_size: 4, stride: 4 });
print(patches.shape, torch.equal(back, sr), F.pixel_unshuffle(sr, 2).shape);
const overlap = F.fold(F.unfold(torch.ones(1, 1, 6, 6), 3, { padding: 1 }), [6, 6], 3, { padding: 1 });
const [pooled, where] = F.max_pool2d(lr[':1'], 2, { return_indices: true });
print(overlap[0, 0, 0], F.max_unpool2d(pooled, where, 2).count_nonzero());
const theta = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]]).repeat(4, 1, 1);
const rot = F.grid_sample(hr, F.affine_grid(theta, hr.shape, { align_corners: false }), { align_corners: false });
print(torch.allclose(rot, torch.rot90(hr, 1, [2, 3]), { atol: 1e-4 }), torch.allclose(rot, torch.rot90(hr, -1, [2, 3]), { atol: 1e-4 }));
const ens = torch.stack([0, 1, 2, 3].map((k) => net(lr.rot90(k, [2, 3])).rot90(-k, [2, 3]))).mean(0);
print(`ensemble ${(-10 * torch.log10(F.mse_loss(ens, hr)).item()).toFixed(3)}`);
for (const mode of ['nearest', 'bilinear', 'area'] as const) {
  const kw = mode === 'bilinear' ? { align_corners: false } : {};
  print(mode, F.interpolate(lr[':1'], { size: [4, 5], mode, ...kw })[0, 0, 0]);
}
const sobel = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]).view(1, 1, 3, 3);
const edges = F.conv2d(F.pad(hr, [1, 1, 1, 1], { mode: 'circular' }), torch.cat([sobel, sobel.mT])).square().sum(1).sqrt();
print(edges.amax([1, 2]), F.local_response_norm(lr, 2)[0, 0, 0, ':3'], new nn.ZeroPad2d([1, 0, 0, 1])(lr).shape);
