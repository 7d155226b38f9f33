import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(64, 2)
y = (x[:, 0] + 2 * x[:, 1] > 0.3).float()
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5, momentum=0.9)
for epoch in range(5):
    logits = model(x).squeeze(1)
    loss = F.binary_cross_entropy_with_logits(logits, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    accuracy = ((logits > 0) == (y > 0.5)).float().mean()
    print(f"{epoch} {loss.item():.4f} {accuracy.item():.3f}")
print(model.weight)
