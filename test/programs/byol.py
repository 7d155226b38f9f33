# BYOL: predictor, target by exponential average, cosine loss, LARS-like optimizer of one's own
import copy
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import Optimizer

class LARS(Optimizer):
    def __init__(self, params, lr, weight_decay=0, momentum=0.9, eta=0.001):
        super().__init__(params, dict(lr=lr, weight_decay=weight_decay, momentum=momentum, eta=eta))

    @torch.no_grad()
    def step(self):
        for g in self.param_groups:
            for p in g["params"]:
                dp = p.grad
                if dp is None:
                    continue
                if p.ndim > 1:
                    dp = dp.add(p, alpha=g["weight_decay"])
                    param_norm, update_norm = torch.norm(p), torch.norm(dp)
                    one = torch.ones_like(param_norm)
                    q = torch.where(param_norm > 0.0, torch.where(update_norm > 0, (g["eta"] * param_norm / update_norm), one), one)
                    dp = dp.mul(q)
                state = self.state[p]
                if "mu" not in state:
                    state["mu"] = torch.zeros_like(p)
                mu = state["mu"]
                mu.mul_(g["momentum"]).add_(dp)
                p.add_(mu, alpha=-g["lr"])

def loss_fn(x, y):
    x = F.normalize(x, dim=-1, p=2)
    y = F.normalize(y, dim=-1, p=2)
    return 2 - 2 * (x * y).sum(dim=-1)

class MLP(nn.Sequential):
    def __init__(self, dim, projection_size, hidden_size=12):
        super().__init__(nn.Linear(dim, hidden_size), nn.BatchNorm1d(hidden_size), nn.ReLU(inplace=True), nn.Linear(hidden_size, projection_size))

class BYOL(nn.Module):
    def __init__(self, net, dim=8, decay=0.9):
        super().__init__()
        self.online_encoder = nn.Sequential(net, MLP(dim, 6))
        self.target_encoder = copy.deepcopy(self.online_encoder)
        self.target_encoder.requires_grad_(False)
        self.online_predictor = MLP(6, 6)
        self.decay = decay

    @torch.no_grad()
    def update_moving_average(self):
        for c, m in zip(self.online_encoder.parameters(), self.target_encoder.parameters()):
            m.lerp_(c, 1 - self.decay)

    def forward(self, one, two):
        images = torch.cat((one, two), dim=0)
        predictions = self.online_predictor(self.online_encoder(images))
        p1, p2 = predictions.chunk(2, dim=0)
        with torch.no_grad():
            t1, t2 = self.target_encoder(images).detach().chunk(2, dim=0)
        return (loss_fn(p1, t2.detach()) + loss_fn(p2, t1.detach())).mean()

torch.manual_seed(19)
learner = BYOL(nn.Sequential(nn.Linear(10, 8), nn.LeakyReLU()))
opt = LARS([p for p in learner.parameters() if p.requires_grad], lr=0.4, weight_decay=1e-6)
x = torch.randn(16, 10)
for epoch in range(6):
    loss = learner(x + 0.1 * torch.randn_like(x), x + 0.1 * torch.randn_like(x))
    opt.zero_grad()
    loss.backward()
    opt.step()
    learner.update_moving_average()
    print(f"{epoch} {loss.item():.5f}")
print(opt)
print(learner.target_encoder[1][1].num_batches_tracked, learner.target_encoder[0][0].weight[0])
print(isinstance(learner.online_predictor, MLP), len(learner.online_predictor), learner.online_predictor)
