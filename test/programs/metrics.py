import torch
import torch.nn.functional as F
from torch import nn

# Measuring a classifier, a detector and a language model: confusion, F1, ROC and PR, calibration, bootstrap, IoU and NMS, perplexity, BLEU, CKA.

torch.manual_seed(55)
logits = torch.randn(40, 4) + 1.5 * F.one_hot(torch.arange(40) % 4, 4)
target = torch.arange(40) % 4
target[::9] = 0
pred = logits.argmax(1)

confusion = torch.bincount(target * 4 + pred, minlength=16).view(4, 4)
print(confusion)
tp = confusion.diag().double()
precision, recall = tp / confusion.sum(0), tp / confusion.sum(1)
f1 = 2 * precision * recall / (precision + recall)
support = confusion.sum(1)
print(f"macro {f1.nanmean():.4f} weighted {(f1 * support).sum() / support.sum():.4f} micro {tp.sum() / confusion.sum():.4f}")
topk = logits.topk(2, dim=1).indices.eq(target[:, None]).any(1).float().mean()
kappa_e = (confusion.sum(0) * confusion.sum(1)).sum() / confusion.sum() ** 2
mcc_c, mcc_s = tp.sum() * confusion.sum(), (confusion.sum(0) * confusion.sum(1)).sum()
print(f"top2 {topk.item():.3f} kappa {((tp.sum() / 40 - kappa_e) / (1 - kappa_e)).item():.4f}", mcc_c - mcc_s)

score = logits.softmax(1)[:, 0]
label = (target == 0)
order = score.argsort(descending=True)
hits = label[order].cumsum(0)
fpr = (~label[order]).cumsum(0) / (~label).sum()
tpr = hits / label.sum()
auc = torch.trapezoid(torch.cat([torch.zeros(1), tpr]), torch.cat([torch.zeros(1), fpr]))
pairs = (score[label][:, None] > score[~label][None, :]).double().mean()
ap = (hits / torch.arange(1, 41))[label[order]].mean()
print(f"AUC {auc.item():.4f} {pairs.item():.4f} AP {ap.item():.4f}")

conf, cls = logits.softmax(1).max(1)
bins = torch.bucketize(conf, torch.linspace(0, 1, 6)[1:-1])
n = torch.zeros(5).scatter_add(0, bins, torch.ones(40))
acc_b = torch.zeros(5).scatter_reduce(0, bins, (cls == target).float(), "mean", include_self=False)
conf_b = torch.zeros(5).scatter_reduce(0, bins, conf, "mean", include_self=False)
print(n.int().tolist(), f"ECE {((acc_b - conf_b).abs() * n / 40).sum():.4f} Brier {(logits.softmax(1) - F.one_hot(target, 4)).square().sum(1).mean():.4f}")
g = torch.Generator().manual_seed(0)
boot = torch.stack([(pred == target)[torch.randint(0, 40, (40,), generator=g)].float().mean() for _ in range(50)])
print(torch.quantile(boot, torch.tensor([0.05, 0.95])), boot.var(correction=1), torch.histc(boot, bins=4, min=0.4, max=1.0))

boxes = torch.tensor([[0, 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 30], [21, 19, 31, 29], [0, 20, 5, 25.0]])
scores = torch.tensor([0.9, 0.8, 0.75, 0.95, 0.3])
def iou(a, b):
    lt, rb = torch.max(a[:, None, :2], b[None, :, :2]), torch.min(a[:, None, 2:], b[None, :, 2:])
    inter = (rb - lt).clamp(min=0).prod(-1)
    area = lambda x: (x[:, 2:] - x[:, :2]).prod(1)
    return inter / (area(a)[:, None] + area(b) - inter)
m = iou(boxes, boxes)
keep = []
left = scores.argsort(descending=True)
while left.numel() > 0:
    i, rest = left[0], left[1:]
    keep.append(i.item())
    left = rest[m[i, rest] <= 0.5]
print(m[0], keep)
a, b = torch.rand(2, 6, 6) > 0.5, torch.rand(2, 6, 6) > 0.4
inter, union = (a & b).sum((1, 2)), (a | b).sum((1, 2))
print(inter / union, 2 * inter / (a.sum((1, 2)) + b.sum((1, 2))), torch.count_nonzero(a ^ b, dim=(1, 2)))

lm = torch.randn(2, 5, 7)
ids = torch.tensor([[1, 2, 3, 4, 0], [5, 6, 0, 0, 0]])
nll = F.cross_entropy(lm.transpose(1, 2), ids, ignore_index=0, reduction="none")
mask = ids != 0
print(f"perplexity {(nll.sum() / mask.sum()).exp():.4f}", (nll.sum(1) / mask.sum(1)).exp(), (lm.argmax(-1) == ids)[mask].sum())
hyp, ref = [1, 2, 3, 3, 5, 1], [1, 2, 3, 4, 5]
def ngrams(seq, n):
    return torch.tensor(seq).unfold(0, n, 1)
p = []
for k in (1, 2):
    h, c = torch.unique(ngrams(hyp, k), dim=0, return_counts=True)
    r, rc = torch.unique(ngrams(ref, k), dim=0, return_counts=True)
    same = (h[:, None] == r[None]).all(-1)
    p.append((torch.minimum(c[:, None], rc[None]) * same).sum() / c.sum())
print(f"BLEU-2 {torch.stack(p).log().mean().exp():.4f}", p)

X, Y = torch.randn(12, 3), torch.randn(12, 4)
Y[:, :3] += X
Xc, Yc = X - X.mean(0), Y - Y.mean(0)
cka = torch.linalg.norm(Yc.T @ Xc) ** 2 / (torch.linalg.norm(Xc.T @ Xc) * torch.linalg.norm(Yc.T @ Yc))
rank = lambda v: v.argsort().argsort().float()
rho = torch.corrcoef(torch.stack([rank(X[:, 0]), rank(Y[:, 0])]))[0, 1]
print(f"CKA {cka.item():.4f} Spearman {rho.item():.4f}", torch.cov(X.T).diagonal(), nn.CosineSimilarity(dim=0)(X, Y[:, :3]))
print(torch.std_mean(logits, dim=0), logits.aminmax(dim=1).max[:3], torch.isin(pred, torch.tensor([1, 3])).sum())
