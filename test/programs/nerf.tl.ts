import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(30);

function positional_encoding(x: Tensor, num_freqs = 3, include_input = true) {
  const enc = include_input ? [x] : [];
  const freqs = 2.0 ** torch.linspace(0.0, num_freqs - 1, num_freqs);
  for (const f of freqs) {
    for (const fn of [torch.sin, torch.cos]) enc.push(fn(x * f));
  }
  return torch.cat(enc, { dim: -1 });
}

function cumprod_exclusive(t: Tensor) {
  let c = torch.cumprod(t, -1);
  c = torch.roll(c, 1, -1);
  c['...', 0] = 1.0;
  return c;
}

function get_rays(h: number, w: number, focal: number, c2w: Tensor) {
  const [i, j] = torch.meshgrid(torch.arange(w, { dtype: torch.float32 }), torch.arange(h, { dtype: torch.float32 }), { indexing: 'xy' });
  const dirs = torch.stack([(i - w * 0.5) / focal, -(j - h * 0.5) / focal, -torch.ones_like(i)], { dim: -1 });
  const rays_d = torch.sum(dirs['...', null, ':'] * c2w[':3', ':3'], { dim: -1 });
  const rays_o = c2w[':3', -1].expand(rays_d.shape);
  return [rays_o, rays_d];
}

class TinyNeRF extends nn.Module {
  layer1;
  layer2;
  out;
  constructor(in_dim = 3 + 3 * 2 * 3, width = 16) {
    super();
    this.layer1 = new nn.Linear(in_dim, width);
    this.layer2 = new nn.Linear(width + in_dim, width);
    this.out = new nn.Linear(width, 4);
    for (const m of this.modules()) {
      if (m instanceof nn.Linear) {
        nn.init.xavier_uniform_(m.weight, { gain: nn.init.calculate_gain('relu') });
        nn.init.zeros_(m.bias);
      }
    }
  }
  forward(x: Tensor) {
    let h = F.relu(this.layer1(x));
    h = F.relu(this.layer2(torch.cat([h, x], -1)));
    return this.out(h);
  }
}

function render(net: TinyNeRF, rays_o: Tensor, rays_d: Tensor, { near = 2.0, far = 4.0, n = 6, rand = true } = {}) {
  let z = torch.linspace(near, far, n).expand(...rays_o.shape.slice(0, -1), n);
  if (rand) {
    z = z + torch.rand([...rays_o.shape.slice(0, -1), n]) * (far - near) / n;
  }
  const pts = rays_o['...', null, ':'] + rays_d['...', null, ':'] * z['...', ':', null];
  const raw = net(positional_encoding(pts.reshape(-1, 3))).unflatten(0, pts.shape.slice(0, -1));
  const [sigma, rgb] = [F.relu(raw['...', 3]), torch.sigmoid(raw['...', ':3'])];
  const dists = torch.cat([z['...', '1:'] - z['...', ':-1'], torch.tensor([1e10]).expand(z['...', ':1'].shape)], -1);
  const alpha = 1.0 - torch.exp(-sigma * dists);
  const weights = alpha * cumprod_exclusive(1.0 - alpha + 1e-10);
  return [(weights['...', null] * rgb).sum({ dim: -2 }), (weights * z).sum(-1), weights.sum(-1)];
}

const pose = torch.eye(4);
pose[2, 3] = 3.0;
const [o, d] = get_rays(4, 5, 5.0, pose);
print(o.shape, d[0, 0]);
const target = torch.sigmoid(torch.stack([d['...', 0], d['...', 1], d['...', 0] * d['...', 1]], -1) * 4);
const net = new TinyNeRF();
const opt = new torch.optim.Adam(net.parameters(), { lr: 5e-3 });
for (let it = 0; it < 6; it++) {
  const [rgb, depth, acc] = render(net, o, d);
  const loss = F.mse_loss(rgb, target);
  loss.backward();
  opt.step();
  opt.zero_grad();
  const psnr = -10.0 * torch.log10(loss);
  console.log(`iter ${it} loss ${loss.item().toFixed(6)} psnr ${psnr.item().toFixed(4)} depth ${depth.mean().item().toFixed(4)} acc ${acc.min().item().toFixed(4)}`);
}
const [rgb, depth] = torch.no_grad(() => render(net, o, d, { rand: false }));
print(rgb[0, ':2'], depth[1]);
