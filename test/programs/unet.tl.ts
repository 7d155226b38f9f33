import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

torch.manual_seed(4);

const double_conv = (i: number, o: number) =>
  new nn.Sequential(
    new nn.Conv2d(i, o, 3, { padding: 1 }), new nn.GroupNorm(2, o), new nn.SiLU(), new nn.Conv2d(o, o, 3, { padding: 1 }), new nn.ReLU(),
  );

class UNet extends nn.Module {
  down1 = double_conv(1, 4);
  down2 = double_conv(4, 8);
  up = new nn.ConvTranspose2d(8, 4, 2, { stride: 2 });
  conv = double_conv(8, 4);
  head = new nn.Conv2d(4, 1, 1);

  forward(x: Tensor) {
    const a = this.down1(x);
    const b = this.down2(F.max_pool2d(a, 2));
    let c = this.up(b);
    c = F.pad(c, [0, a.size(3) - c.size(3), 0, a.size(2) - c.size(2)]);
    return this.head(this.conv(torch.cat([a, c], { dim: 1 })));
  }
}

function dice_loss(logits: Tensor, target: Tensor, eps = 1.0) {
  const p = torch.sigmoid(logits);
  const inter = (p * target).sum({ dim: [1, 2, 3] });
  return (1 - (2 * inter + eps) / (p.sum({ dim: [1, 2, 3] }) + target.sum({ dim: [1, 2, 3] }) + eps)).mean();
}

const net = new UNet();
const opt = new torch.optim.Adam(net.parameters(), { lr: 1e-2 });
const x = torch.rand(2, 1, 9, 9);
const y = (F.avg_pool2d(x, 3, { stride: 1, padding: 1 }) > 0.5).float();
for (let i = 0; i < 3; i++) {
  const out = net(x);
  const loss = F.binary_cross_entropy_with_logits(out, y, { pos_weight: torch.tensor(2.0).float() }) + dice_loss(out, y);
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(`${i} ${loss.item().toFixed(4)}`);
}
console.log(F.interpolate(net(x), { scale_factor: 0.5, mode: 'bilinear', align_corners: false }).shape);
