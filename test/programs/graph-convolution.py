import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
edges = torch.tensor([[0, 1, 1, 2, 3, 4, 0, 4], [1, 0, 2, 1, 4, 3, 4, 0]])
N = 5
A = torch.sparse_coo_tensor(edges, torch.ones(edges.size(1)), (N, N))
print(A)
print(A.is_coalesced(), A._nnz(), A.sparse_dim(), A.dense_dim(), A.layout)
A = A.coalesce()
print(A.indices(), A.values())
I = torch.eye(N).to_sparse()
A_hat = (A + I).coalesce()
deg = torch.sparse.sum(A_hat, dim=1).to_dense()
print(deg)
d = deg.pow(-0.5)
row, col = A_hat.indices()
norm = torch.sparse_coo_tensor(A_hat.indices(), d[row] * A_hat.values() * d[col], A_hat.size())

class GraphConvolution(nn.Module):
    def __init__(self, n_in, n_out, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(n_in, n_out))
        if bias:
            self.bias = nn.Parameter(torch.empty(n_out))
        else:
            self.register_parameter('bias', None)
        self.reset_parameters()
    def reset_parameters(self):
        stdv = 1. / self.weight.size(1) ** 0.5
        self.weight.data.uniform_(-stdv, stdv)
        if self.bias is not None:
            self.bias.data.uniform_(-stdv, stdv)
    def forward(self, x, adj):
        support = torch.mm(x, self.weight)
        output = torch.spmm(adj, support)
        return output + self.bias if self.bias is not None else output
    def __repr__(self):
        return self.__class__.__name__ + ' (' + str(self.weight.shape[0]) + ' -> ' + str(self.weight.shape[1]) + ')'

class GCN(nn.Module):
    def __init__(self, f, h, c, dropout):
        super().__init__()
        self.gc1 = GraphConvolution(f, h)
        self.gc2 = GraphConvolution(h, c, bias=False)
        self.dropout = dropout
    def forward(self, x, adj):
        x = F.relu(self.gc1(x, adj))
        x = F.dropout(x, self.dropout, training=self.training)
        return F.log_softmax(self.gc2(x, adj), dim=1)

x = torch.randn(N, 3)
y = torch.tensor([0, 0, 1, 1, 0])
idx_train = torch.tensor([0, 2, 4])
model = GCN(3, 8, 2, 0.5)
print(model)
opt = torch.optim.Adam(model.parameters(), lr=0.05, weight_decay=5e-4)
for epoch in range(4):
    model.train()
    opt.zero_grad()
    out = model(x, norm)
    loss = F.nll_loss(out[idx_train], y[idx_train])
    loss.backward()
    opt.step()
    acc = (out.max(1)[1].eq(y)).double().mean()
    print('Epoch: {:04d} loss: {:.4f} acc: {:.2f}'.format(epoch + 1, loss.item(), acc.item()))
csr = norm.coalesce().to_sparse_csr()
print(csr.crow_indices(), csr.col_indices())
print(torch.allclose(csr @ x, norm.to_dense() @ x))
print((csr @ x)[0])
B = torch.sparse_coo_tensor([[0, 0, 1], [1, 1, 0]], [1., 2., 3.], (2, 3), requires_grad=True)
print(B.coalesce())
s = torch.sparse.mm(B, torch.ones(3, 2)).sum()
s.backward()
print(B.grad)
print((A * 2).to_dense()[0], A.t().coalesce().values().shape, torch.sparse.softmax(A_hat, dim=1).to_dense()[0])
emb = nn.Embedding(6, 2, sparse=True)
emb(torch.tensor([1, 1, 4])).sum().backward()
print(emb.weight.grad)
sopt = torch.optim.SparseAdam(emb.parameters(), lr=0.1)
sopt.step()
print(emb.weight[1])
try:
    A.view(25)
except Exception as e:
    print(type(e).__name__, str(e).split('\n')[0][:60])
