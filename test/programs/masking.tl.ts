// questions of forums: masks, gather, scatter, boolean indexing, printing
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';

const F = torch.nn.functional;
torch.manual_seed(5);
const x = torch.randn(3, 4);
const mask = x > 0;
print(mask);
print(x[mask]);
print(x.masked_fill(~mask, -Infinity).softmax({ dim: -1 }));
print(torch.where(mask, x, torch.zeros_like(x)));
print(mask.nonzero());
print(torch.nonzero(mask, { as_tuple: true }));
print(x.masked_select(mask).numel(), torch.count_nonzero(mask, { dim: 1 }));
print(x.index_select(1, torch.tensor([3, 0])));
const idx = torch.tensor([
  [0, 2],
  [1, 1],
  [3, 0],
]);
print(torch.gather(x, 1, idx));
print(torch.zeros(3, 5).scatter_(1, idx, 1.0));
print(torch.zeros(4).scatter_add_(0, torch.tensor([0, 1, 1, 3]), torch.tensor([1.0, 2, 3, 4])));
print(torch.take_along_dim(x, x.argsort({ dim: 1, descending: true }), { dim: 1 }));
const lengths = torch.tensor([2, 4, 1]);
const m = torch.arange(4).expand(3, 4) < lengths.unsqueeze(1);
print(m.float());
const xx = x.clone();
xx[~m] = 0;
print(xx.sum(1) / lengths);
xx[':', '1:3'] = torch.tensor([9.0, 8.0]);
xx[0, [0, 3]] += 1;
print(xx);
xx[torch.arange(3), torch.tensor([3, 2, 1])] = -1;
print(xx.T);
const [vals, inv, counts] = torch.unique(torch.tensor([3, 1, 2, 3, 1, 1]), { return_inverse: true, return_counts: true });
print(vals, inv, counts);
print(torch.bincount(torch.tensor([0, 1, 1, 3]), { minlength: 6 }), torch.bucketize(torch.tensor([0.1, 0.5, 2.0]), torch.tensor([0.0, 0.5, 1.0])));
print(torch.cummax(x[0], { dim: 0 }));
print(x.topk(2, { dim: 1, largest: false, sorted: true }));
print(F.one_hot(torch.tensor([[0, 2], [1, 1]]), 3));
print(torch.tril(torch.ones(3, 3, { dtype: torch.bool })));
print(F.pad(torch.arange(4.0).view(1, 2, 2), [1, 1, 0, 1], { value: -1 }));
print(x.unfold(1, 2, 1).shape, x.unfold(1, 2, 2)[0]);
print(torch.roll(torch.arange(6).view(2, 3), { shifts: [1, -1], dims: [0, 1] }));
print(torch.combinations(torch.tensor([1, 2, 3])), torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])));
print(x.std({ dim: 1, unbiased: false }), torch.std_mean(x));
print(torch.isclose(torch.tensor([1.0, NaN]), torch.tensor([1.0 + 1e-9, NaN]), { equal_nan: true }));
torch.set_printoptions({ precision: 2, linewidth: 60, threshold: 10, edgeitems: 2 });
print(torch.arange(30.0).view(5, 6) / 7);
print(torch.tensor([1e-5, 1.0, 1000.0]), torch.tensor([1e10, 1.0]));
torch.set_printoptions({ profile: 'default' });
print(torch.tensor([1e-5, 1.0]), torch.empty(0, 3), torch.tensor(3.0), torch.tensor([true, false]));
const attempts: (() => unknown)[] = [
  () => x.view(5, 5),
  () => x + torch.ones(3),
  () => torch.cat([x, torch.ones(2, 3)]),
  () => x[5],
  () => x.gather(1, torch.tensor([[9]])),
  () => F.cross_entropy(torch.randn(2, 3), torch.tensor([0, 5])),
  () => torch.stack([x, x[':2']]),
  () => x.squeeze(7),
  () => torch.ones(2).item(),
  () => new torch.nn.Linear(3, 2)(x),
  () => x.long().mean(),
  () => torch.tensor([[1, 2], [3]]),
  () => x.permute(0, 0),
  () => x.reshape(-1, -1),
  () => torch.arange(3).requires_grad_(),
  () => x.expand(2, 3),
  () => !!x,
  () => x.matmul(x),
  () => torch.zeros(2, { dtype: torch.int }).add_(0.5),
];
for (const f of attempts) {
  try {
    print(f());
  } catch (e) {
    print(`${(e as Error).name}:`, (e as Error).message);
  }
}
