import torch
import torch.nn as nn

torch.manual_seed(5)
users, items, k = 6, 5, 3
U, V = nn.Embedding(users, k), nn.Embedding(items, k)
bu, bi = nn.Embedding(users, 1), nn.Embedding(items, 1)
ratings = torch.randint(1, 6, (12,)).float()
u, i = torch.randint(users, (12,)), torch.randint(items, (12,))
params = [*U.parameters(), *V.parameters(), *bu.parameters(), *bi.parameters()]
opt = torch.optim.Adagrad(params, lr=0.5)
for epoch in range(5):
    pred = (U(u) * V(i)).sum(1) + bu(u).squeeze() + bi(i).squeeze()
    loss = ((pred - ratings) ** 2).mean() + 1e-3 * (U.weight.norm() + V.weight.norm())
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{loss.item():.4f}")
values, indices = (U.weight @ V.weight.T).topk(2, dim=1)
print(indices)
print((U.weight @ V.weight.T).max(dim=0))
