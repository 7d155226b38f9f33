import math
import torch
import torch.nn as nn

torch.manual_seed(7)

class LoRALinear(nn.Module):
    def __init__(self, base, r=2, alpha=4):
        super().__init__()
        self.base = base
        for p in self.base.parameters():
            p.requires_grad_(False)
        self.lora_A = nn.Parameter(torch.empty(r, base.in_features))
        self.lora_B = nn.Parameter(torch.zeros(base.out_features, r))
        nn.init.kaiming_uniform_(self.lora_A, a=math.sqrt(5))
        self.scaling = alpha / r

    def forward(self, x):
        return self.base(x) + (x @ self.lora_A.T @ self.lora_B.T) * self.scaling

model = nn.Sequential(LoRALinear(nn.Linear(6, 8)), nn.ReLU(), LoRALinear(nn.Linear(8, 1)))
trainable = [p for p in model.parameters() if p.requires_grad]
opt = torch.optim.AdamW(trainable, lr=0.05)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=5)
x, y = torch.randn(16, 6), torch.randn(16, 1)
for step in range(5):
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
    sched.step()
    print(step, f"{loss.item():.4f}", f"{sched.get_last_lr()[0]:.6f}")
print([n for n, p in model.named_parameters() if p.requires_grad])
