# Sparse matrices: PageRank, label propagation, a GCN layer on COO and CSR, segment sums, an embedding bag with sparse gradients.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(31)
edges = torch.tensor([[0, 0, 1, 2, 2, 3, 4, 4, 5], [1, 2, 2, 0, 3, 4, 5, 0, 3]])
n = 6
deg = torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.size(1)))
P = torch.sparse_coo_tensor(edges.flip(0), 1.0 / deg[edges[0]], (n, n)).coalesce()
print(P)
rank = torch.full((n, 1), 1 / n)
for i in range(20):
    new = 0.85 * torch.sparse.mm(P, rank) + 0.15 / n
    delta = (new - rank).abs().sum()
    rank = new
print(rank.squeeze(), f'{delta:.2e}')
sym = torch.cat([edges, edges.flip(0)], dim=1)
A = torch.sparse_coo_tensor(sym, torch.ones(sym.size(1)), (n, n)).coalesce()
print(A._nnz(), A.is_coalesced(), A.to_dense().diagonal(), A.sparse_dim())
I = torch.sparse_coo_tensor(torch.arange(n).repeat(2, 1), torch.ones(n), (n, n))
Ah = (A + I).coalesce()
d = torch.sparse.sum(Ah, dim=1).to_dense().pow(-0.5)
vals = Ah.values() * d[Ah.indices()[0]] * d[Ah.indices()[1]]
norm = torch.sparse_coo_tensor(Ah.indices(), vals, Ah.shape)
csr = norm.to_sparse_csr()
print(csr.crow_indices(), csr.col_indices()[:5], csr.layout)


class GCN(nn.Module):
    def __init__(self, i, h, o):
        super().__init__()
        self.w1 = nn.Parameter(torch.empty(i, h))
        self.w2 = nn.Parameter(torch.empty(h, o))
        nn.init.xavier_uniform_(self.w1)
        nn.init.xavier_uniform_(self.w2)

    def forward(self, a, x):
        h = F.relu(torch.sparse.mm(a, x @ self.w1))
        return torch.spmm(a, h @ self.w2)


x = torch.randn(n, 4)
y = torch.tensor([0, 0, 0, 1, 1, 1])
train = torch.tensor([True, False, False, True, False, False])
net = GCN(4, 8, 2)
opt = torch.optim.Adam(net.parameters(), lr=0.05, weight_decay=5e-4)
for epoch in range(5):
    out = net(norm, x).log_softmax(1)
    loss = F.nll_loss(out[train], y[train])
    opt.zero_grad()
    loss.backward()
    opt.step()
    acc = (out.argmax(1) == y).float().mean()
    print(f'{epoch} {loss.item():.4f} {acc.item():.4f}')
print(torch.allclose(csr @ x, norm.to_dense() @ x, atol=1e-6), (csr @ x)[0])
Y = torch.zeros(n, 2)
Y[train] = F.one_hot(y[train], 2).float()
Z = Y.clone()
for _ in range(10):
    Z = 0.9 * torch.sparse.mm(norm, Z) + 0.1 * Y
print(Z.argmax(1), Z.sum())
bag = nn.EmbeddingBag(10, 3, mode='sum', sparse=True)
words = torch.tensor([1, 2, 4, 5, 4, 3, 2, 9])
offsets = torch.tensor([0, 4])
sopt = torch.optim.SparseAdam(bag.parameters(), lr=0.1)
for _ in range(2):
    s = bag(words, offsets, per_sample_weights=torch.linspace(0.5, 1.5, 8)).pow(2).sum()
    sopt.zero_grad()
    s.backward()
    sopt.step()
    print(f'{s.item():.4f}', bag.weight.grad.layout, bag.weight.grad.coalesce().indices())
print(bag.weight[4], bag)
print(torch.segment_reduce(torch.arange(6.0), 'sum', lengths=torch.tensor([2, 1, 3])), torch.sparse.softmax(A, dim=1).to_dense()[0])
D = torch.eye(3).to_sparse()
print(D * 2, (D @ torch.ones(3, 1)).T, torch.sparse.mm(D, D).to_dense().trace())
print(torch.zeros(2, 3, layout=torch.sparse_coo), torch.tensor([[0, 2.0], [3, 0]]).to_sparse_csr())
w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
S = torch.sparse_coo_tensor(torch.tensor([[0, 1, 1], [1, 0, 2]]), w, (2, 3))
torch.sparse.mm(S, torch.arange(6.0).view(3, 2)).sum().backward()
print(w.grad)
