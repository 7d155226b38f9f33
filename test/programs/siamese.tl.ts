import * as torch from 'tensor-lens';
import { enumerate, fmt, int, print } from 'tensor-lens/python';

// A siamese network with contrastive and triplet losses over a Dataset of its own.
const { nn } = torch;
const F = torch.nn.functional;
const { Dataset, DataLoader } = torch.utils.data;

class Pairs extends Dataset {
  declare points: torch.Tensor;
  declare labels: torch.Tensor;
  constructor(points: torch.Tensor, labels: torch.Tensor) {
    super();
    this.points = points;
    this.labels = labels;
  }

  get length(): number {
    return this.points.length;
  }

  get(i: number) {
    const j = (i * 5 + 3) % this.points.length;
    const same = torch.tensor([int(this.labels[i] != this.labels[j])], { dtype: torch.float32 });
    return [this.points[i], this.points[j], same];
  }
}

class SiameseNetwork extends nn.Module {
  cnn = new nn.Sequential(new nn.Conv2d(1, 4, { kernel_size: 3, padding: 1 }), new nn.ReLU({ inplace: true }), new nn.BatchNorm2d(4), new nn.MaxPool2d(2, { stride: 2 }), new nn.AdaptiveAvgPool2d([2, 2]));
  fc = new nn.Sequential(new nn.Flatten(), new nn.Linear(4 * 2 * 2, 8), new nn.PReLU(), new nn.Linear(8, 3));

  forward_once(x: any) {
    return F.normalize(this.fc(this.cnn(x)), { p: 2, dim: 1 });
  }

  forward(a: any, b: any) {
    return [this.forward_once(a), this.forward_once(b)];
  }
}

class ContrastiveLoss extends nn.Module {
  declare margin: number;
  constructor(margin = 2.0) {
    super();
    this.margin = margin;
  }

  forward(output1: torch.Tensor, output2: torch.Tensor, label: any) {
    const d = F.pairwise_distance(output1, output2, { keepdim: true });
    return torch.mean((1 - label) * torch.pow(d, 2) + label * torch.pow(torch.clamp(this.margin - d, { min: 0.0 }), 2));
  }
}

torch.manual_seed(21);
const labels = torch.arange(12) % 2;
const images = torch.randn(12, 1, 8, 8) * 0.3 + labels.view(-1, 1, 1, 1);
const loader = new DataLoader(new Pairs(images, labels), { batch_size: 4, shuffle: true });
const net = new SiameseNetwork();
const criterion = new ContrastiveLoss();
const optimizer = new torch.optim.Adam(net.parameters(), { lr: 0.01 });
const counter: number[] = [];
for (let epoch = 0; epoch < 2; epoch++) {
  for (const [i, [img0, img1, label]] of enumerate<any>(loader, 0)) {
    optimizer.zero_grad();
    const [out1, out2] = net(img0, img1);
    const loss = criterion(out1, out2, label);
    loss.backward();
    optimizer.step();
    if (i % 2 === 0) {
      console.log(`Epoch number ${epoch} batch ${i} Current loss ${fmt(loss.item(), '.4f')}`);
      counter.push(loss.item());
    }
  }
}
net.eval();
torch.no_grad(() => {
  const e = net.forward_once(images);
  const sims = F.cosine_similarity(e.unsqueeze(1), e.unsqueeze(0), { dim: -1 });
  print(sims[':3', ':3'], torch.cdist(e[':2'], e['2:5']));
  const triplet = new nn.TripletMarginLoss({ margin: 1.0, p: 2 });
  print(`${fmt(triplet(e['0:4'], e['2:6'], e['1:5']), '.4f')}`, counter.length);
  print(F.cosine_embedding_loss(e[':6'], e['6:'], torch.where(labels[':6'] == labels['6:'], 1, -1)));
});
print(net.cnn);
