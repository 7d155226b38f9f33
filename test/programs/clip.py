# CLIP: two towers, a learnt temperature, symmetric cross entropy, OneCycleLR, no decay for gains and biases.
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader


class Pairs(Dataset):
    def __init__(self, n):
        g = torch.Generator().manual_seed(5)
        self.images = torch.randn(n, 3, 6, 6, generator=g)
        self.texts = torch.randint(1, 12, (n, 5), generator=g)
        self.lengths = torch.randint(2, 6, (n,), generator=g)

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        text = self.texts[i].clone()
        text[self.lengths[i]:] = 0
        return {'image': self.images[i], 'text': text}


class ImageTower(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, stride=2, padding=1)
        self.bn = nn.BatchNorm2d(8)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.proj = nn.Linear(8, dim, bias=False)

    def forward(self, x):
        return self.proj(self.pool(F.gelu(self.bn(self.conv(x)))).flatten(1))


class TextTower(nn.Module):
    def __init__(self, vocab, dim):
        super().__init__()
        self.emb = nn.Embedding(vocab, 8, padding_idx=0)
        layer = nn.TransformerEncoderLayer(d_model=8, nhead=2, dim_feedforward=16, dropout=0.0, activation='gelu', batch_first=True, norm_first=True)
        self.enc = nn.TransformerEncoder(layer, num_layers=1, enable_nested_tensor=False)
        self.proj = nn.Linear(8, dim, bias=False)

    def forward(self, ids):
        pad = ids.eq(0)
        h = self.enc(self.emb(ids), src_key_padding_mask=pad)
        keep = (~pad).unsqueeze(-1).float()
        return self.proj((h * keep).sum(1) / keep.sum(1).clamp(min=1))


class CLIP(nn.Module):
    def __init__(self, dim=6):
        super().__init__()
        self.visual = ImageTower(dim)
        self.textual = TextTower(12, dim)
        self.logit_scale = nn.Parameter(torch.ones([]) * np.log(1 / 0.07))

    def forward(self, image, text):
        i = F.normalize(self.visual(image), dim=-1)
        t = F.normalize(self.textual(text), p=2, dim=-1)
        scale = self.logit_scale.exp()
        logits = scale * i @ t.t()
        return logits, logits.T


torch.manual_seed(1)
model = CLIP()
exclude = lambda n, p: p.ndim < 2 or 'bn' in n or 'bias' in n or 'logit_scale' in n
gains = [p for n, p in model.named_parameters() if exclude(n, p)]
rest = [p for n, p in model.named_parameters() if not exclude(n, p)]
opt = torch.optim.AdamW([{'params': gains, 'weight_decay': 0.}, {'params': rest, 'weight_decay': 0.2}], lr=5e-3, eps=1e-6)
loader = DataLoader(Pairs(12), batch_size=4, shuffle=True, drop_last=True)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=2e-2, epochs=2, steps_per_epoch=len(loader), pct_start=0.3)
for epoch in range(2):
    for i, batch in enumerate(loader):
        per_image, per_text = model(batch['image'], batch['text'])
        target = torch.arange(per_image.shape[0])
        loss = (F.cross_entropy(per_image, target, label_smoothing=0.1) + F.cross_entropy(per_text, target, label_smoothing=0.1)) / 2
        opt.zero_grad()
        loss.backward()
        opt.step()
        sched.step()
        with torch.no_grad():
            model.logit_scale.clamp_(0, np.log(100))
        acc = (per_image.argmax(dim=-1) == target).float().mean()
        print(f"epoch {epoch} batch {i} loss {loss:.4f} acc {acc:.2f} scale {model.logit_scale.exp():.3f} lr {opt.param_groups[0]['lr']:.6f}")
print(model.textual)
print(len(gains), len(rest), model.logit_scale)
print(sched.state_dict()['total_steps'], opt.param_groups[1]['weight_decay'])
