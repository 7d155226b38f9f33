# questions of forums: masks, gather, scatter, boolean indexing, printing
import torch
import torch.nn.functional as F

torch.manual_seed(5)
x = torch.randn(3, 4)
mask = x > 0
print(mask)
print(x[mask])
print(x.masked_fill(~mask, float('-inf')).softmax(dim=-1))
print(torch.where(mask, x, torch.zeros_like(x)))
print(mask.nonzero())
print(torch.nonzero(mask, as_tuple=True))
print(x.masked_select(mask).numel(), torch.count_nonzero(mask, dim=1))
print(x.index_select(1, torch.tensor([3, 0])))
idx = torch.tensor([[0, 2], [1, 1], [3, 0]])
print(torch.gather(x, 1, idx))
print(torch.zeros(3, 5).scatter_(1, idx, 1.0))
print(torch.zeros(4).scatter_add_(0, torch.tensor([0, 1, 1, 3]), torch.tensor([1., 2., 3., 4.])))
print(torch.take_along_dim(x, x.argsort(dim=1, descending=True), dim=1))
lengths = torch.tensor([2, 4, 1])
m = torch.arange(4).expand(3, 4) < lengths.unsqueeze(1)
print(m.float())
xx = x.clone()
xx[~m] = 0
print(xx.sum(1) / lengths)
xx[:, 1:3] = torch.tensor([9., 8.])
xx[0, [0, 3]] += 1
print(xx)
xx[torch.arange(3), torch.tensor([3, 2, 1])] = -1
print(xx.T)
vals, inv, counts = torch.unique(torch.tensor([3, 1, 2, 3, 1, 1]), return_inverse=True, return_counts=True)
print(vals, inv, counts)
print(torch.bincount(torch.tensor([0, 1, 1, 3]), minlength=6), torch.bucketize(torch.tensor([0.1, 0.5, 2.0]), torch.tensor([0., 0.5, 1.0])))
print(torch.cummax(x[0], dim=0))
print(x.topk(2, dim=1, largest=False, sorted=True))
print(F.one_hot(torch.tensor([[0, 2], [1, 1]]), 3))
print(torch.tril(torch.ones(3, 3, dtype=torch.bool)))
print(F.pad(torch.arange(4.).view(1, 2, 2), (1, 1, 0, 1), value=-1))
print(x.unfold(1, 2, 1).shape, x.unfold(1, 2, 2)[0])
print(torch.roll(torch.arange(6).view(2, 3), shifts=(1, -1), dims=(0, 1)))
print(torch.combinations(torch.tensor([1, 2, 3])), torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])))
print(x.std(dim=1, unbiased=False), torch.std_mean(x))
print(torch.isclose(torch.tensor([1.0, float('nan')]), torch.tensor([1.0 + 1e-9, float('nan')]), equal_nan=True))
torch.set_printoptions(precision=2, linewidth=60, threshold=10, edgeitems=2)
print(torch.arange(30.).view(5, 6) / 7)
print(torch.tensor([1e-5, 1.0, 1000.0]), torch.tensor([1e10, 1.0]))
torch.set_printoptions(profile='default')
print(torch.tensor([1e-5, 1.0]), torch.empty(0, 3), torch.tensor(3.), torch.tensor([True, False]))
for f in [lambda: x.view(5, 5), lambda: x + torch.ones(3), lambda: torch.cat([x, torch.ones(2, 3)]), lambda: x[5], lambda: x.gather(1, torch.tensor([[9]])),
          lambda: F.cross_entropy(torch.randn(2, 3), torch.tensor([0, 5])), lambda: torch.stack([x, x[:2]]), lambda: x.squeeze(7), lambda: torch.ones(2).item(),
          lambda: torch.nn.Linear(3, 2)(x), lambda: x.long().mean(), lambda: torch.tensor([[1, 2], [3]]), lambda: x.permute(0, 0), lambda: x.reshape(-1, -1),
          lambda: torch.arange(3).requires_grad_(), lambda: x.expand(2, 3), lambda: bool(x), lambda: x @ x, lambda: torch.zeros(2, dtype=torch.int).add_(0.5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ':', e)
