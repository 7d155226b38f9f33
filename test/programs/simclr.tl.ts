import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(11);
const encoder = new nn.Sequential(new nn.Linear(8, 16), new nn.BatchNorm1d(16), new nn.ReLU({ inplace: true }), new nn.Linear(16, 4));
const opt = new torch.optim.SGD(encoder.parameters(), { lr: 0.3 });

function info_nce(features: torch.Tensor, temperature = 0.5) {
  const n = Math.floor(features.shape[0] / 2);
  let labels = torch.cat([torch.arange(n), torch.arange(n)], { dim: 0 });
  labels = (labels.unsqueeze(0) == labels.unsqueeze(1)).float();
  features = F.normalize(features, { dim: 1 });
  let sim = torch.matmul(features, features.T);
  const mask = torch.eye(labels.shape[0], { dtype: torch.bool });
  labels = labels[~mask].view(labels.shape[0], -1);
  sim = sim[~mask].view(sim.shape[0], -1);
  const positives = sim[labels.bool()].view(labels.shape[0], -1);
  const negatives = sim[~labels.bool()].view(sim.shape[0], -1);
  const logits = torch.cat([positives, negatives], { dim: 1 });
  return [logits / temperature, torch.zeros(logits.shape[0], { dtype: torch.long })] as const;
}

const x = torch.randn(6, 8);
for (let step = 0; step < 4; step++) {
  const views = torch.cat([x + 0.1 * torch.randn_like(x), x + 0.1 * torch.randn_like(x)]);
  const [logits, labels] = info_nce(encoder(views));
  const loss = F.cross_entropy(logits, labels);
  opt.zero_grad();
  loss.backward();
  opt.step();
  const top1 = (logits.argmax({ dim: 1 }) == labels).sum().item();
  console.log(`${step} ${loss.item().toFixed(4)} ${top1}`);
}
