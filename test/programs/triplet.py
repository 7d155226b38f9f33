# Metric learning: batch-hard triplets, ArcFace, circle loss, proxies with a memory bank; a sampler that draws P classes of K.
import math
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import Sampler, TensorDataset, DataLoader
from torch.optim.lr_scheduler import SequentialLR, ConstantLR, ExponentialLR


class PKSampler(Sampler):
    def __init__(self, labels, p, k, batches):
        self.labels, self.p, self.k, self.batches = labels, p, k, batches

    def __iter__(self):
        classes = self.labels.unique()
        for _ in range(self.batches):
            batch = []
            for c in classes[torch.randperm(len(classes))[: self.p]]:
                idx = (self.labels == c).nonzero(as_tuple=True)[0]
                batch += idx[torch.randperm(len(idx))[: self.k]].tolist()
            yield batch

    def __len__(self):
        return self.batches


def batch_hard(emb, labels, margin=0.3):
    d = torch.cdist(emb, emb, p=2)
    eq = labels.view(-1, 1).eq(labels.view(1, -1))
    pos = d.masked_fill(~eq, float('-inf')).amax(1)
    neg = d.masked_fill(eq, float('inf')).amin(1)
    return F.relu(pos - neg + margin).mean(), (neg > pos).float().mean()


class ArcFace(nn.Module):
    def __init__(self, dim, classes, s=16.0, m=0.2):
        super().__init__()
        self.s, self.m = s, m
        self.weight = nn.Parameter(torch.empty(classes, dim))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, x, y):
        cos = F.linear(F.normalize(x), F.normalize(self.weight)).clamp(-1 + 1e-7, 1 - 1e-7)
        theta = torch.acos(cos)
        hot = F.one_hot(y, cos.size(1)).bool()
        logits = torch.where(hot, torch.cos(theta + self.m), cos)
        return F.cross_entropy(self.s * logits, y)


torch.manual_seed(23)
labels = torch.arange(4).repeat_interleave(5)
protos = torch.randn(4, 6)
data = protos[labels] + 0.6 * torch.randn(20, 6)
net = nn.Sequential(nn.Linear(6, 12), nn.PReLU(), nn.Linear(12, 4, bias=False))
arc = ArcFace(4, 4)
opt = torch.optim.Adamax([{'params': net.parameters()}, {'params': arc.parameters(), 'lr': 5e-2}], lr=2e-2)
sched = SequentialLR(opt, schedulers=[ConstantLR(opt, factor=0.1, total_iters=2), ExponentialLR(opt, gamma=0.9)], milestones=[2])
loader = DataLoader(TensorDataset(data, labels), batch_sampler=PKSampler(labels, p=3, k=3, batches=4))
bank = torch.zeros(4, 4)
step = 0
for epoch in range(2):
    for x, y in loader:
        emb = F.normalize(net(x), dim=1)
        hard, acc = batch_hard(emb, y)
        triplet = nn.TripletMarginLoss(margin=0.3, swap=True)(emb[0:3], emb[[1, 2, 0]], emb[3:6])
        loss = hard + 0.1 * arc(emb, y) + 0.5 * triplet
        opt.zero_grad()
        loss.backward()
        opt.step()
        sched.step()
        with torch.no_grad():
            mean = torch.zeros_like(bank).scatter_reduce(0, y[:, None].expand_as(emb), emb, reduce='mean', include_self=False)
            seen = torch.isin(torch.arange(4), y)
            bank[seen] = bank[seen].lerp(mean[seen], 0.5)
        lrs = ', '.join(f"{g['lr']:.5f}" for g in opt.param_groups)
        print(f'{step}: {loss:.4f} hard {hard:.4f} acc {acc:.2f} classes {y.unique().tolist()} lr {lrs}')
        step += 1
cosine = nn.CosineSimilarity(dim=-1)(bank.unsqueeze(0), bank.unsqueeze(1))
print(cosine.triu(1).sum(), bank.norm(dim=1))
fn = nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: 1.0 - F.cosine_similarity(a, b), margin=0.5)
print(fn(emb[:2], emb[1:3], emb[4:6]), F.cosine_embedding_loss(emb[:2], emb[3:5], torch.tensor([1, -1]), margin=0.1))
print(F.margin_ranking_loss(emb[:, 0], emb[:, 1], torch.ones(9), margin=0.1), F.multi_margin_loss(net(data[:3]), labels[:3]))
print(F.pairwise_distance(emb[:3], emb[3:6]), torch.pdist(emb[:3]))
