import * as torch from 'tensor-lens';
import { nn } from 'tensor-lens';
torch.manual_seed(11);
class BasicBlock extends nn.Module {
  static expansion = 1;
  conv1: nn.Conv2d;
  bn1: nn.BatchNorm2d;
  relu: nn.ReLU;
  conv2: nn.Conv2d;
  bn2: nn.BatchNorm2d;
  downsample: nn.Sequential | null = null;
  constructor(inp: number, out: number, stride = 1) {
    super();
    this.conv1 = new nn.Conv2d(inp, out, 3, stride, 1, { bias: false });
    this.bn1 = new nn.BatchNorm2d(out);
    this.relu = new nn.ReLU({ inplace: true });
    this.conv2 = new nn.Conv2d(out, out, 3, { padding: 1, bias: false });
    this.bn2 = new nn.BatchNorm2d(out);
    if (stride !== 1 || inp !== out) this.downsample = new nn.Sequential(new nn.Conv2d(inp, out, 1, stride, { bias: false }), new nn.BatchNorm2d(out));
  }
  forward(x: torch.Tensor) {
    let identity = x;
    let out = this.relu(this.bn1(this.conv1(x)));
    out = this.bn2(this.conv2(out));
    if (this.downsample !== null) identity = this.downsample(x);
    out += identity;
    return this.relu(out);
  }
}
class Net extends nn.Module {
  layer1;
  layer2;
  pool = new nn.AdaptiveAvgPool2d([1, 1]);
  fc;
  constructor() {
    super();
    this.layer1 = this._make(3, 4, 2, 1);
    this.layer2 = this._make(4, 8, 2, 2);
    this.pool = new nn.AdaptiveAvgPool2d([1, 1]);
    this.fc = new nn.Linear(8, 3);
    for (const m of this.modules()) {
      if (m instanceof nn.Conv2d) nn.init.kaiming_normal_(m.weight, { mode: 'fan_out', nonlinearity: 'relu' });
      else if (m instanceof nn.BatchNorm2d || m instanceof nn.GroupNorm) {
        nn.init.constant_(m.weight, 1);
        nn.init.constant_(m.bias, 0);
      }
    }
  }
  _make(i: number, o: number, n: number, s: number) {
    return new nn.Sequential(new BasicBlock(i, o, s), ...Array.from({ length: n - 1 }, () => new BasicBlock(o, o)));
  }
  forward(x: torch.Tensor) {
    x = this.pool(this.layer2(this.layer1(x)));
    return this.fc(torch.flatten(x, 1));
  }
}
const net = new Net();
const [x, y] = [torch.randn(4, 3, 8, 8), torch.tensor([0, 1, 2, 1])];
const opt = new torch.optim.SGD(net.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 1e-4 });
for (let i = 0; i < 3; i++) {
  const loss = new nn.CrossEntropyLoss({ label_smoothing: 0.1 })(net(x), y);
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(loss.item().toFixed(4));
}
net.eval();
console.log(net.layer1[0].bn1.running_mean, net(x).argmax(1), net.layer2);
