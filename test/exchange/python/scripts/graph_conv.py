import torch
import torch.nn as nn
import torch.nn.functional as F
from collections import defaultdict
from typing import List, Dict, Set

edges = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (3, 5), (5, 6)]
num_nodes = 7


def adjacency(edges: List[tuple]) -> Dict[int, Set[int]]:
    adj = defaultdict(set)
    for u, v in edges:
        adj[u].add(v)
        adj[v].add(u)
    return adj


def bfs(adj, start):
    dist = {start: 0}
    queue = [start]
    while queue:
        node = queue.pop(0)
        for nb in sorted(adj[node]):
            if nb not in dist:
                dist[nb] = dist[node] + 1
                queue.append(nb)
    return dist


adj = adjacency(edges)
print(dict(sorted((k, sorted(v)) for k, v in adj.items())))
print(bfs(adj, 0))
A = torch.zeros(num_nodes, num_nodes)
for u, v in edges:
    A[u, v] = A[v, u] = 1
A_hat = A + torch.eye(num_nodes)
D_inv = A_hat.sum(1).pow(-0.5).diag()
L = D_inv @ A_hat @ D_inv
print(L[:2])


class GCNLayer(nn.Module):
    def __init__(self, n_in, n_out, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(n_in, n_out))
        if bias:
            self.bias = nn.Parameter(torch.empty(n_out))
        else:
            self.register_parameter('bias', None)
        self.reset_parameters()

    def reset_parameters(self):
        nn.init.kaiming_uniform_(self.weight)
        if self.bias is not None:
            nn.init.uniform_(self.bias, -0.1, 0.1)

    def forward(self, x, adj):
        support = torch.mm(x, self.weight)
        out = torch.spmm(adj, support) if adj.is_sparse else adj @ support
        return out + self.bias if self.bias is not None else out

    def __repr__(self):
        return self.__class__.__name__ + ' (' + str(self.weight.shape[0]) + ' -> ' + str(self.weight.shape[1]) + ')'


class GCN(nn.Module):
    def __init__(self, nfeat, nhid, nclass, dropout):
        super().__init__()
        self.gc1 = GCNLayer(nfeat, nhid)
        self.gc2 = GCNLayer(nhid, nclass, bias=False)
        self.dropout = dropout

    def forward(self, x, adj):
        x = F.relu(self.gc1(x, adj))
        x = F.dropout(x, self.dropout, training=self.training)
        return F.log_softmax(self.gc2(x, adj), dim=1)


torch.manual_seed(4)
model = GCN(nfeat=num_nodes, nhid=4, nclass=2, dropout=0.1)
print(model)
x = torch.eye(num_nodes)
labels = torch.LongTensor([0, 0, 0, 1, 1, 1, 1])
mask = torch.BoolTensor([1, 0, 0, 0, 0, 1, 0])
opt = torch.optim.Adam(model.parameters(), lr=0.05, weight_decay=5e-4)
for epoch in range(31):
    model.train()
    opt.zero_grad()
    out = model(x, L)
    loss = F.nll_loss(out[mask], labels[mask])
    loss.backward()
    opt.step()
    if epoch % 10 == 0:
        model.eval()
        pred = model(x, L).max(1)[1]
        acc = pred.eq(labels).double().mean()
        print("Epoch: {:04d}".format(epoch + 1), "loss: {:.4f}".format(loss.item()), "acc: {:.4f}".format(acc.item()))
groups = defaultdict(list)
for i, p in enumerate(pred.tolist()):
    groups[p].append(i)
print(dict(groups))
