import torch
import torch.nn as nn
import torch.nn.functional as F

def box_area(b):
    return (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])

def box_iou(a, b):
    lt = torch.max(a[:, None, :2], b[:, :2])
    rb = torch.min(a[:, None, 2:], b[:, 2:])
    wh = (rb - lt).clamp(min=0)
    inter = wh[:, :, 0] * wh[:, :, 1]
    union = box_area(a)[:, None] + box_area(b) - inter
    return inter / union, union

def giou(a, b):
    iou, union = box_iou(a, b)
    lt = torch.min(a[:, None, :2], b[:, :2])
    rb = torch.max(a[:, None, 2:], b[:, 2:])
    wh = (rb - lt).clamp(min=0)
    area = wh.prod(-1)
    return iou - (area - union) / area

def nms(boxes, scores, thr):
    order = scores.argsort(descending=True)
    keep = []
    while order.numel() > 0:
        i = order[0]
        keep.append(i.item())
        if order.numel() == 1:
            break
        iou, _ = box_iou(boxes[i][None], boxes[order[1:]])
        order = order[1:][iou[0] <= thr]
    return torch.tensor(keep)

def sigmoid_focal_loss(inputs, targets, alpha=0.25, gamma=2.0):
    prob = inputs.sigmoid()
    ce = F.binary_cross_entropy_with_logits(inputs, targets, reduction="none")
    p_t = prob * targets + (1 - prob) * (1 - targets)
    loss = ce * ((1 - p_t) ** gamma)
    if alpha >= 0:
        loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss
    return loss

def cxcywh_to_xyxy(x):
    cx, cy, w, h = x.unbind(-1)
    return torch.stack([cx - 0.5 * w, cy - 0.5 * h, cx + 0.5 * w, cy + 0.5 * h], dim=-1)

class TinyDETR(nn.Module):
    def __init__(self, classes=3, d=16, queries=5):
        super().__init__()
        self.backbone = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1), nn.GroupNorm(2, 8), nn.ReLU(), nn.Conv2d(8, d, 3, 2, 1))
        self.transformer = nn.Transformer(d, 2, 1, 1, dim_feedforward=32, dropout=0.0, batch_first=True)
        self.query = nn.Embedding(queries, d)
        self.row, self.col = nn.Parameter(torch.rand(10, d // 2)), nn.Parameter(torch.rand(10, d // 2))
        self.cls, self.box = nn.Linear(d, classes), nn.Linear(d, 4)
    def forward(self, x):
        f = self.backbone(x)
        H, W = f.shape[-2:]
        pos = torch.cat([self.col[:W].unsqueeze(0).repeat(H, 1, 1), self.row[:H].unsqueeze(1).repeat(1, W, 1)], dim=-1).flatten(0, 1)
        h = self.transformer(pos + f.flatten(2).permute(0, 2, 1), self.query.weight.expand(x.size(0), -1, -1))
        return self.cls(h), self.box(h).sigmoid()

def match(cost):
    c = cost.detach().clone()
    pairs = []
    for _ in range(c.size(1)):
        k = c.argmin()
        r, j = torch.unravel_index(k, c.shape)
        pairs.append((r.item(), j.item()))
        c[r] = float("inf")
        c[:, j] = float("inf")
    return pairs

torch.manual_seed(14)
model = TinyDETR()
x = torch.rand(2, 3, 16, 16)
tb = torch.tensor([[[0.3, 0.3, 0.2, 0.2], [0.7, 0.6, 0.4, 0.3]], [[0.5, 0.5, 0.5, 0.5], [0.2, 0.8, 0.2, 0.3]]])
tc = torch.tensor([[0, 2], [1, 0]])
opt = torch.optim.AdamW(model.parameters(), lr=2e-3)
for step in range(4):
    logits, boxes = model(x)
    total = 0.0
    allpairs = []
    for b in range(2):
        cost_c = -logits[b].sigmoid()[:, tc[b]]
        cost_b = torch.cdist(boxes[b], tb[b], p=1)
        cost_g = -giou(cxcywh_to_xyxy(boxes[b]), cxcywh_to_xyxy(tb[b]))
        pairs = match(2 * cost_c + 5 * cost_b + 2 * cost_g)
        allpairs.append(pairs)
        q, t = map(list, zip(*pairs))
        onehot = torch.zeros_like(logits[b])
        onehot[q, tc[b][t]] = 1.0
        g = torch.diag(giou(cxcywh_to_xyxy(boxes[b][q]), cxcywh_to_xyxy(tb[b][t])))
        total = total + sigmoid_focal_loss(logits[b], onehot).sum() / 2 + 5 * F.l1_loss(boxes[b][q], tb[b][t], reduction="sum") / 2 + 2 * (1 - g).sum() / 2
    opt.zero_grad()
    total.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 0.1)
    opt.step()
    print(f"step {step}: loss {total.item():.5f} norm {norm.item():.5f} pairs {allpairs}")
raw = torch.rand(8, 2)
bx = torch.cat([raw, raw + 0.3 + torch.rand(8, 2) * 0.2], 1)
sc = torch.rand(8)
print(nms(bx, sc, 0.3), box_iou(bx[:2], bx[2:4])[0])
