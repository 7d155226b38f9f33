# Distillation with temperature, a focal loss, feature hints by forward hooks, warm restarts.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts


class FocalLoss(nn.Module):
    def __init__(self, alpha=None, gamma=2.0, reduction='mean'):
        super().__init__()
        self.gamma = gamma
        self.reduction = reduction
        self.register_buffer('alpha', alpha)

    def forward(self, logits, target):
        ce = F.cross_entropy(logits, target, weight=self.alpha, reduction='none')
        pt = torch.exp(-F.cross_entropy(logits, target, reduction='none'))
        loss = (1 - pt) ** self.gamma * ce
        return loss.mean() if self.reduction == 'mean' else loss.sum()


def make(width):
    return nn.Sequential(
        nn.Conv2d(1, width, 3, padding=1),
        nn.GroupNorm(2, width),
        nn.LeakyReLU(0.1),
        nn.MaxPool2d(2),
        nn.Conv2d(width, width, 3, padding=1, groups=2),
        nn.Hardswish(),
        nn.AdaptiveMaxPool2d((1, 1)),
        nn.Flatten(),
        nn.Dropout(0.0),
        nn.Linear(width, 4),
    )


class KDLoss(nn.Module):
    def __init__(self, T=4.0, alpha=0.7):
        super().__init__()
        self.T, self.alpha = T, alpha
        self.kl = nn.KLDivLoss(reduction='batchmean')
        self.hard = FocalLoss(torch.tensor([1.0, 2.0, 0.5, 1.0]))

    def forward(self, student, teacher, target):
        soft = self.kl(F.log_softmax(student / self.T, dim=1), F.softmax(teacher / self.T, dim=1)) * (self.T * self.T)
        return self.alpha * soft + (1 - self.alpha) * self.hard(student, target), soft


features = {}


def save(name):
    def hook(module, inputs, output):
        features[name] = output
    return hook


torch.manual_seed(12)
teacher, student = make(8), make(4)
for name, m in [('teacher', teacher), ('student', student)]:
    m[5].register_forward_hook(save(name))
teacher.requires_grad_(False)
hint = nn.Conv2d(4, 8, kernel_size=1)
criterion = KDLoss()
opt = torch.optim.SGD([*student.parameters(), *hint.parameters()], lr=0.1, momentum=0.9, weight_decay=1e-4, nesterov=True)
sched = CosineAnnealingWarmRestarts(opt, T_0=2, T_mult=2, eta_min=0.01)
x = torch.randn(6, 1, 8, 8)
y = torch.tensor([0, 1, 2, 3, 1, 2])
for epoch in range(6):
    teacher.eval()
    student.train()
    with torch.no_grad():
        t = teacher(x)
    s = student(x)
    loss, soft = criterion(s, t, y)
    at = F.mse_loss(hint(features['student']), features['teacher'])
    total = loss + 0.5 * at
    opt.zero_grad()
    total.backward()
    opt.step()
    print(f"epoch {epoch}: total {total.item():.4f} kd {soft.item():.4f} hint {at.item():.4f} lr {opt.param_groups[0]['lr']:.4f}")
    sched.step(epoch + 1)
print(features['student'].shape, [p.requires_grad for p in teacher.parameters()][:2])
agree = (s.argmax(1) == t.argmax(1)).sum().item()
print(f"{agree}/{len(y)} agree; top-2 {torch.topk(s, 2, dim=1).indices.tolist()}")
print(criterion)
print(student)
