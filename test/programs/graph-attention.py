# Graph attention on the karate of two clubs: messages along edges, a softmax over the edges of each node.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(7)


def edge_softmax(scores, target, n):
    index = target.unsqueeze(1).expand_as(scores)
    most = torch.full((n, scores.size(1)), float("-inf")).scatter_reduce(0, index, scores, "amax")
    e = torch.exp(scores - most[target])
    total = torch.zeros(n, scores.size(1)).index_add(0, target, e)
    return e / total[target]


class GATLayer(nn.Module):
    def __init__(self, inputs, outputs, heads):
        super().__init__()
        self.heads, self.outputs = heads, outputs
        self.lin = nn.Linear(inputs, heads * outputs, bias=False)
        self.att = nn.Parameter(torch.empty(2, heads, outputs))
        nn.init.xavier_uniform_(self.att)

    def forward(self, x, edges):
        source, target = edges
        h = self.lin(x).view(-1, self.heads, self.outputs)
        scores = (h * self.att[0]).sum(-1)[source] + (h * self.att[1]).sum(-1)[target]
        alpha = edge_softmax(F.leaky_relu(scores, 0.2), target, x.size(0))
        out = torch.zeros_like(h).index_add(0, target, alpha.unsqueeze(-1) * h[source])
        return out, alpha


class GAT(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = GATLayer(4, 4, 2)
        self.second = GATLayer(8, 2, 1)

    def forward(self, x, edges):
        h, _ = self.first(x, edges)
        h, alpha = self.second(F.elu(h.flatten(1)), edges)
        return h.mean(1), alpha


n = 12
label = torch.arange(n) % 2
mask = (torch.rand(n, n) < torch.where(label[:, None] == label[None, :], 0.6, 0.1)) | torch.eye(n, dtype=torch.bool)
edges = mask.nonzero().T
x = torch.randn(n, 4) + label[:, None]
print(edges.shape, int(mask.sum()))
model = GAT()
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
known = torch.tensor([0, 1, 2, 3])
for epoch in range(30):
    optimizer.zero_grad()
    logits, alpha = model(x, edges)
    loss = F.cross_entropy(logits[known], label[known])
    loss.backward()
    optimizer.step()
    if epoch % 10 == 0:
        accuracy = (logits.argmax(1) == label).float().mean()
        print("epoch %d loss %.5f accuracy %.3f" % (epoch, loss.item(), accuracy.item()))
sums = torch.zeros(n).index_add(0, edges[1], alpha.detach().squeeze(1))
print(torch.allclose(sums, torch.ones(n)))
A = torch.sparse_coo_tensor(edges, torch.ones(edges.size(1)), (n, n))
print(torch.sparse.mm(A, x).sum(0))
