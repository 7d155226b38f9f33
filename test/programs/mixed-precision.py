# A classifier trained in mixed precision on the CPU: autocast to bfloat16, gradients in float32, clipped.
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(2)


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.up = nn.Linear(width, 2 * width)
        self.down = nn.Linear(2 * width, width)

    def forward(self, x):
        return x + self.down(F.relu(self.up(self.norm(x))))


model = nn.Sequential(nn.Linear(4, 8), Block(8), Block(8), nn.Linear(8, 3))
x = torch.randn(24, 4)
y = (x[:, 0] > 0).long() + (x[:, 1] > 0).long()
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2, weight_decay=0.01)
scaler = torch.amp.GradScaler("cpu", enabled=False)
for step in range(10):
    optimizer.zero_grad(set_to_none=True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(x)
        loss = F.cross_entropy(logits, y)
    scaler.scale(loss).backward()
    scaler.unscale_(optimizer)
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    scaler.step(optimizer)
    scaler.update()
    if step == 0:
        print(logits.dtype, loss.dtype, model[0].weight.dtype, model[0].weight.grad.dtype)
    if step % 4 == 0:
        print("step %d loss %.2f norm %.1f" % (step, loss.item(), norm.item()))
with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
    h = model[0](x)
    print(h.dtype, (h @ h.T).dtype, h.float().softmax(-1).dtype, torch.cat([h, x], dim=1).dtype)
print(torch.is_autocast_enabled("cpu"))
