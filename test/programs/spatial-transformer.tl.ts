import * as torch from 'tensor-lens';
import { int, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(4);

class STN extends nn.Module {
  localization = new nn.Sequential(
    new nn.Conv2d(1, 4, { kernel_size: 3 }), new nn.MaxPool2d(2, { stride: 2 }), new nn.ReLU(true),
    new nn.Conv2d(4, 4, { kernel_size: 3 }), new nn.ReLU(true));
  fc_loc = new nn.Sequential(new nn.Linear(4 * 3 * 3, 8), new nn.ReLU(true), new nn.Linear(8, 3 * 2));
  conv;
  conv_drop;
  fc;
  constructor() {
    super();
    this.fc_loc[2].weight.data.zero_();
    this.fc_loc[2].bias.data.copy_(torch.tensor([1, 0, 0, 0, 1, 0], { dtype: torch.float }));
    this.conv = new nn.Conv2d(1, 4, 3);
    this.conv_drop = new nn.Dropout2d({ p: 0.25 });
    this.fc = new nn.Linear(4 * 5 * 5, 3);
  }

  stn(x: Tensor) {
    let xs = this.localization(x);
    xs = xs.view(-1, 4 * 3 * 3);
    const theta = this.fc_loc(xs).view(-1, 2, 3);
    const grid = F.affine_grid(theta, x.size(), { align_corners: false });
    return [F.grid_sample(x, grid, { align_corners: false }), theta];
  }

  forward(x: Tensor) {
    let theta: Tensor;
    [x, theta] = this.stn(x);
    x = F.relu(F.max_pool2d(this.conv_drop(this.conv(x)), 2));
    return [F.log_softmax(this.fc(x.flatten(1)), { dim: 1 }), theta];
  }
}

const x = torch.zeros(9, 1, 12, 12);
const y = torch.arange(9) % 3;
for (let i = 0; i < 9; i++) {
  const c = int(y[i]);
  const r = torch.randint(2, 8, []).item();
  if (c === 0) x[i, 0, `${r}:${r + 3}`, '2:10'] = 1;
  else if (c === 1) x[i, 0, '2:10', `${r}:${r + 3}`] = 1;
  else x[i, 0, `${r - 2}:${r + 4}`, `${r - 2}:${r + 4}`] = torch.eye(6);
}
x += 0.05 * torch.randn_like(x);
const model = new STN();
const optimizer = new torch.optim.SGD(model.parameters(), { lr: 0.1 });
for (let epoch = 0; epoch < 6; epoch++) {
  optimizer.zero_grad();
  const [out, theta] = model(x);
  const loss = F.nll_loss(out, y);
  loss.backward();
  optimizer.step();
  console.log(`${epoch} ${loss.item().toFixed(6)} ${theta[0].detach().flatten()[':3'].tolist()[0].toFixed(5)} ${model.fc_loc[2].bias.grad.norm().item().toFixed(6)}`);
}
model.eval();
torch.no_grad(() => {
  const [out, theta] = model(x);
  const [warped] = model.stn(x[':1']);
  print(theta[4]);
  print(warped[0, 0, 3, '4:8']);
  const pred = out.argmax({ dim: 1, keepdim: true });
  print(pred.eq(y.view_as(pred)).sum().item(), '/', y.length);
});
const img = torch.arange(16.0).view(1, 1, 4, 4);
const rot = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]]);
for (const mode of ['bilinear', 'nearest', 'bicubic'] as const) {
  const g = F.affine_grid(rot, [1, 1, 3, 3], { align_corners: true });
  print(mode, F.grid_sample(img, g, { mode, padding_mode: 'border', align_corners: true }).squeeze());
}
