import * as torch from 'tensor-lens';
const { nn } = torch;

torch.manual_seed(1);

class BasicBlock extends nn.Module {
  conv1: torch.nn.Conv2d;
  bn1: torch.nn.BatchNorm2d;
  relu = new nn.ReLU({ inplace: true });
  conv2: torch.nn.Conv2d;
  bn2: torch.nn.BatchNorm2d;
  downsample: torch.nn.Sequential | null = null;

  constructor(inplanes: number, planes: number, stride = 1) {
    super();
    this.conv1 = new nn.Conv2d(inplanes, planes, 3, { stride, padding: 1, bias: false });
    this.bn1 = new nn.BatchNorm2d(planes);
    this.conv2 = new nn.Conv2d(planes, planes, 3, { padding: 1, bias: false });
    this.bn2 = new nn.BatchNorm2d(planes);
    if (stride !== 1 || inplanes !== planes) {
      this.downsample = new nn.Sequential(new nn.Conv2d(inplanes, planes, 1, stride, { bias: false }), new nn.BatchNorm2d(planes));
    }
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

const net = new nn.Sequential(
  new BasicBlock(3, 4), new BasicBlock(4, 8, 2), new nn.AdaptiveAvgPool2d([1, 1]), new nn.Flatten(), new nn.Linear(8, 5),
);
for (const m of net.modules()) {
  if (m instanceof nn.Conv2d) nn.init.kaiming_normal_(m.weight, { mode: 'fan_out', nonlinearity: 'relu' });
}
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 1e-4, nesterov: true });
const scheduler = new torch.optim.lr_scheduler.StepLR(optimizer, { step_size: 2, gamma: 0.1 });
const x = torch.randn(4, 3, 8, 8);
const y = torch.tensor([0, 1, 2, 3]);
for (let i = 0; i < 3; i++) {
  const loss = new nn.CrossEntropyLoss({ label_smoothing: 0.1 })(net(x), y);
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  scheduler.step();
  console.log(`${i} ${loss.item().toFixed(4)}`);
}
net.eval();
torch.no_grad(() => {
  console.log(net(x).argmax(1), net[0](x).shape);
});
