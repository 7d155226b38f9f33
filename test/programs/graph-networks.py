# Graph convolution and graph attention over a dense adjacency matrix.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.parameter import Parameter


class GraphConvolution(nn.Module):
    def __init__(self, in_features, out_features, bias=True):
        super(GraphConvolution, self).__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Parameter(torch.empty(in_features, out_features))
        if bias:
            self.bias = Parameter(torch.empty(out_features))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        stdv = 1.0 / self.weight.size(1) ** 0.5
        self.weight.data.uniform_(-stdv, stdv)
        if self.bias is not None:
            self.bias.data.uniform_(-stdv, stdv)

    def forward(self, x, adj):
        support = torch.mm(x, self.weight)
        output = torch.mm(adj, support)
        return output if self.bias is None else output + self.bias

    def __repr__(self):
        return self.__class__.__name__ + " (" + str(self.in_features) + " -> " + str(self.out_features) + ")"


class GraphAttention(nn.Module):
    def __init__(self, n_in, n_out, alpha=0.2):
        super().__init__()
        self.W = Parameter(torch.empty(size=(n_in, n_out)))
        nn.init.xavier_uniform_(self.W.data, gain=1.414)
        self.a = Parameter(torch.empty(size=(2 * n_out, 1)))
        nn.init.xavier_uniform_(self.a.data, gain=1.414)
        self.n_out = n_out
        self.leaky = nn.LeakyReLU(alpha)

    def forward(self, h, adj):
        Wh = torch.mm(h, self.W)
        e = self.leaky(torch.matmul(Wh, self.a[: self.n_out]) + torch.matmul(Wh, self.a[self.n_out :]).T)
        attention = torch.where(adj > 0, e, -9e15 * torch.ones_like(e))
        attention = F.softmax(attention, dim=1)
        return F.elu(torch.matmul(attention, Wh))


class GCN(nn.Module):
    def __init__(self, n_feat, n_hid, n_class, dropout):
        super().__init__()
        self.gc1 = GraphConvolution(n_feat, n_hid)
        self.att = GraphAttention(n_hid, n_hid)
        self.gc2 = GraphConvolution(n_hid, n_class, bias=False)
        self.dropout = dropout

    def forward(self, x, adj):
        x = F.relu(self.gc1(x, adj))
        x = F.dropout(x, self.dropout, training=self.training)
        x = self.att(x, adj)
        return F.log_softmax(self.gc2(x, adj), dim=1)


torch.manual_seed(42)
n = 12
labels = torch.arange(n) % 3
edges = torch.tensor([[i, j] for i in range(n) for j in range(n) if i < j and (i % 3 == j % 3 or (i * j) % 7 == 3)])
A = torch.zeros(n, n)
A[edges[:, 0], edges[:, 1]] = 1
A = A + A.t() + torch.eye(n)
degree = A.sum(1)
D = torch.diag(degree.pow(-0.5))
adj = D @ A @ D
x = torch.randn(n, 5) + F.one_hot(labels, 5).float()
train = torch.zeros(n, dtype=torch.bool)
train[:6] = True
model = GCN(5, 8, 3, 0.3)
print(model)
optimizer = torch.optim.Adam(model.parameters(), lr=0.05, weight_decay=5e-4)
for epoch in range(6):
    model.train()
    optimizer.zero_grad()
    output = model(x, adj)
    loss_train = F.nll_loss(output[train], labels[train])
    acc_train = (output.max(1)[1].type_as(labels)[train] == labels[train]).double().mean()
    loss_train.backward()
    optimizer.step()
    model.eval()
    output = model(x, adj)
    loss_val = F.nll_loss(output[~train], labels[~train])
    print("Epoch: {:04d}".format(epoch + 1), "loss_train: {:.4f}".format(loss_train.item()), "acc_train: {:.4f}".format(acc_train.item()), "loss_val: {:.4f}".format(loss_val.item()))
print(degree.long().tolist(), int(A.sum()))
