import * as torch from 'tensor-lens';
import { int, percent, print, sum, zip } from 'tensor-lens/python';

// ResNet of a few channels: shortcuts, data augmentation by tensors, warm restarts, label statistics by class.
const { nn } = torch;
const F = torch.nn.functional;

function conv3x3(in_planes: any, out_planes: number, stride = 1) {
  return new nn.Conv2d(in_planes, out_planes, { kernel_size: 3, stride, padding: 1, bias: false });
}

class BasicBlock extends nn.Module {
  declare conv1: any;
  declare bn1: any;
  declare relu: any;
  declare conv2: any;
  declare bn2: any;
  declare downsample: any;
  declare stride: number;
  static expansion = 1;

  constructor(inplanes: any, planes: number, stride = 1, downsample: any = null) {
    super();
    this.conv1 = conv3x3(inplanes, planes, stride);
    this.bn1 = new nn.BatchNorm2d(planes);
    this.relu = new nn.ReLU({ inplace: true });
    this.conv2 = conv3x3(planes, planes);
    this.bn2 = new nn.BatchNorm2d(planes);
    this.downsample = downsample;
    this.stride = stride;
  }

  forward(x: torch.Tensor) {
    let residual: any = x;
    let out = this.relu(this.bn1(this.conv1(x)));
    out = this.bn2(this.conv2(out));
    if (this.downsample != null) {
      residual = this.downsample(x);
    }
    out += residual;
    return this.relu(out);
  }
}

class ResNet extends nn.Module {
  declare inplanes: any;
  declare conv1: any;
  declare bn1: any;
  declare layer1: any;
  declare layer2: any;
  declare avgpool: any;
  declare fc: any;
  constructor(block: any, layers: number[], num_classes = 3) {
    super();
    this.inplanes = 4;
    this.conv1 = conv3x3(3, 4);
    this.bn1 = new nn.BatchNorm2d(4);
    this.layer1 = this._make_layer(block, 4, layers[0]);
    this.layer2 = this._make_layer(block, 8, layers[1], 2);
    this.avgpool = new nn.AdaptiveAvgPool2d([1, 1]);
    this.fc = new nn.Linear(8 * block.expansion, num_classes);
    for (const m of this.modules()) {
      if (m instanceof nn.Conv2d) {
        nn.init.kaiming_normal_(m.weight, { mode: 'fan_out', nonlinearity: 'relu' });
      } else if (m instanceof nn.BatchNorm2d) {
        nn.init.constant_(m.weight!, 1);
        nn.init.constant_(m.bias!, 0);
      }
    }
  }

  _make_layer(block: any, planes: number, blocks: number, stride = 1) {
    let downsample: any = null;
    if (stride !== 1 || this.inplanes != planes * block.expansion) {
      downsample = new nn.Sequential(new nn.Conv2d(this.inplanes, planes * block.expansion, { kernel_size: 1, stride, bias: false }), new nn.BatchNorm2d(planes * block.expansion));
    }
    const layers = [new block(this.inplanes, planes, stride, downsample)];
    this.inplanes = planes * block.expansion;
    for (let _ = 1; _ < blocks; _++) {
      layers.push(new block(this.inplanes, planes));
    }
    return new nn.Sequential(...layers);
  }

  forward(x: torch.Tensor) {
    x = F.relu(this.bn1(this.conv1(x)));
    x = this.layer2(this.layer1(x));
    x = torch.flatten(this.avgpool(x), 1);
    return this.fc(x);
  }
}

function augment(x: torch.Tensor) {
  if (torch.rand(1).item() < 0.5) {
    x = x.flip(-1);
  }
  const padded = F.pad(x, [1, 1, 1, 1], { mode: 'reflect' });
  const [i, j] = torch.randint(0, 3, [2]).tolist() as number[];
  return padded['...', `${int(i)}:${i + 6}`, `${int(j)}:${j + 6}`];
}

torch.manual_seed(123);
const net = new ResNet(BasicBlock, [1, 2]);
const criterion = new nn.CrossEntropyLoss({ weight: torch.tensor([1.0, 2.0, 0.5]) });
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1, momentum: 0.9, weight_decay: 5e-4 });
const scheduler = new torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, { T_0: 2, T_mult: 2 });
const targets = torch.randint(0, 3, [12]);
let images = torch.rand(12, 3, 6, 6) + F.one_hot(targets, 3).float()[':', ':', null, null];
const [mean, std] = [images.mean({ dim: [0, 2, 3] }), images.std({ dim: [0, 2, 3] })];
images = (images - mean[null, ':', null, null]) / std[null, ':', null, null];
for (let epoch = 0; epoch < 2; epoch++) {
  net.train();
  let [train_loss, correct, total] = [0, 0, 0];
  for (let k = 0; k < 12; k += 6) {
    const [inputs, labels] = [augment(images[`${k}:${k + 6}`]), targets[`${k}:${k + 6}`]];
    optimizer.zero_grad();
    const outputs = net(inputs);
    const loss = criterion(outputs, labels);
    loss.backward();
    optimizer.step();
    scheduler.step(epoch + k / 12);
    train_loss += loss.item();
    const [_, predicted] = outputs.max(1);
    total += labels.size(0);
    correct += predicted.eq(labels).sum().item();
  }
  console.log(percent('Loss: %.3f | Acc: %.3f%% (%d/%d) | lr %.5f', [train_loss / 2, 100.0 * correct / total, correct, total, optimizer.param_groups[0]['lr']]));
}
net.eval();
torch.no_grad(() => {
  const confusion = torch.zeros(3, 3, { dtype: torch.int64 });
  for (const [t, p] of zip(targets, net(images).argmax(1)) as Iterable<[torch.Tensor, torch.Tensor]>) {
    confusion.index_put_([t, p], confusion.index(t, p) + 1);
  }
  print(confusion, torch.bincount(targets, { minlength: 3 }));
});
print(net.layer2[0].downsample);
print(net.layer1[0].bn1.running_var.mean().item() > 0, sum([...net.parameters()].map((_) => 1)));
