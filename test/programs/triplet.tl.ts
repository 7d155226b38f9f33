// Metric learning: batch-hard triplets, ArcFace, circle loss, proxies with a memory bank; a sampler that draws P classes of K.
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
const { Sampler, TensorDataset, DataLoader } = torch.utils.data;
const { SequentialLR, ConstantLR, ExponentialLR } = torch.optim.lr_scheduler;

class PKSampler extends Sampler<number[]> {
  constructor(
    public labels: Tensor,
    public p: number,
    public k: number,
    public batches: number,
  ) {
    super();
  }
  *[Symbol.iterator]() {
    const classes = this.labels.unique();
    for (let i = 0; i < this.batches; i++) {
      const batch: number[] = [];
      for (const c of classes[torch.randperm(classes.length)[`:${this.p}`]]) {
        const idx = (this.labels == c).nonzero({ as_tuple: true })[0];
        batch.push(...(idx[torch.randperm(idx.length)[`:${this.k}`]].tolist() as number[]));
      }
      yield batch;
    }
  }
  get length() {
    return this.batches;
  }
}

function batch_hard(emb: Tensor, labels: Tensor, margin = 0.3) {
  const d = torch.cdist(emb, emb, { p: 2 });
  const eq = labels.view(-1, 1).eq(labels.view(1, -1));
  const pos = d.masked_fill(~eq, -Infinity).amax(1);
  const neg = d.masked_fill(eq, Infinity).amin(1);
  return [F.relu(pos - neg + margin).mean(), (neg > pos).float().mean()];
}

class ArcFace extends nn.Module {
  weight;
  constructor(
    dim: number,
    classes: number,
    public s = 16.0,
    public m = 0.2,
  ) {
    super();
    this.weight = new nn.Parameter(torch.empty(classes, dim));
    nn.init.xavier_uniform_(this.weight);
  }
  forward(x: Tensor, y: Tensor) {
    const cos = F.linear(F.normalize(x), F.normalize(this.weight)).clamp(-1 + 1e-7, 1 - 1e-7);
    const theta = torch.acos(cos);
    const hot = F.one_hot(y, cos.size(1)).bool();
    const logits = torch.where(hot, torch.cos(theta + this.m), cos);
    return F.cross_entropy(this.s * logits, y);
  }
}

torch.manual_seed(23);
const labels = torch.arange(4).repeat_interleave(5);
const protos = torch.randn(4, 6);
const data = protos[labels] + 0.6 * torch.randn(20, 6);
const net = new nn.Sequential(new nn.Linear(6, 12), new nn.PReLU(), new nn.Linear(12, 4, { bias: false }));
const arc = new ArcFace(4, 4);
const opt = new torch.optim.Adamax([{ params: net.parameters() }, { params: arc.parameters(), lr: 5e-2 }], { lr: 2e-2 });
const sched = new SequentialLR(opt, { schedulers: [new ConstantLR(opt, { factor: 0.1, total_iters: 2 }), new ExponentialLR(opt, { gamma: 0.9 })], milestones: [2] });
const loader = new DataLoader(new TensorDataset(data, labels), { batch_sampler: new PKSampler(labels, 3, 3, 4) });
const bank = torch.zeros(4, 4);
let step = 0;
let emb!: Tensor;
for (let epoch = 0; epoch < 2; epoch++) {
  for (const [x, y] of loader) {
    emb = F.normalize(net(x), { dim: 1 });
    const [hard, acc] = batch_hard(emb, y);
    const triplet = new nn.TripletMarginLoss({ margin: 0.3, swap: true })(emb['0:3'], emb[[1, 2, 0]], emb['3:6']);
    const loss = hard + 0.1 * arc(emb, y) + 0.5 * triplet;
    opt.zero_grad();
    loss.backward();
    opt.step();
    sched.step();
    torch.no_grad(() => {
      const mean = torch.zeros_like(bank).scatter_reduce(0, y[':', null].expand_as(emb), emb, { reduce: 'mean', include_self: false });
      const seen = torch.isin(torch.arange(4), y);
      bank[seen] = bank[seen].lerp(mean[seen], 0.5);
    });
    const lrs = opt.param_groups.map((g) => g.lr.toFixed(5)).join(', ');
    console.log(`${step}: ${loss.item().toFixed(4)} hard ${hard.item().toFixed(4)} acc ${acc.item().toFixed(2)} classes [${(y.unique().tolist() as number[]).join(', ')}] lr ${lrs}`);
    step += 1;
  }
}
const cosine = new nn.CosineSimilarity({ dim: -1 })(bank.unsqueeze(0), bank.unsqueeze(1));
print(cosine.triu(1).sum(), bank.norm({ dim: 1 }));
const fn = new nn.TripletMarginWithDistanceLoss({ distance_function: (a, b) => 1.0 - F.cosine_similarity(a, b), margin: 0.5 });
print(fn(emb[':2'], emb['1:3'], emb['4:6']), F.cosine_embedding_loss(emb[':2'], emb['3:5'], torch.tensor([1, -1]), { margin: 0.1 }));
print(F.margin_ranking_loss(emb[':', 0], emb[':', 1], torch.ones(9), { margin: 0.1 }), F.multi_margin_loss(net(data[':3']), labels[':3']));
print(F.pairwise_distance(emb[':3'], emb['3:6']), torch.pdist(emb[':3']));
