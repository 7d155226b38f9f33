import * as torch from 'tensor-lens';
import { fmt, list, print, tuple, zip } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

const box_area = (b: Tensor) => (b[':', 2] - b[':', 0]) * (b[':', 3] - b[':', 1]);

function box_iou(a: Tensor, b: Tensor) {
  const lt = torch.max(a[':', null, ':2'], b[':', ':2']);
  const rb = torch.min(a[':', null, '2:'], b[':', '2:']);
  const wh = (rb - lt).clamp({ min: 0 });
  const inter = wh[':', ':', 0] * wh[':', ':', 1];
  const union = box_area(a)[':', null] + box_area(b) - inter;
  return [inter / union, union];
}

function giou(a: Tensor, b: Tensor) {
  const [iou, union] = box_iou(a, b);
  const lt = torch.min(a[':', null, ':2'], b[':', ':2']);
  const rb = torch.max(a[':', null, '2:'], b[':', '2:']);
  const wh = (rb - lt).clamp({ min: 0 });
  const area = wh.prod(-1);
  return iou - (area - union) / area;
}

function nms(boxes: Tensor, scores: Tensor, thr: number) {
  let order = scores.argsort({ descending: true });
  const keep: number[] = [];
  while (order.numel() > 0) {
    const i = order[0];
    keep.push(i.item());
    if (order.numel() === 1) break;
    const [iou] = box_iou(boxes[i][null], boxes[order['1:']]);
    order = order['1:'][iou[0] <= thr];
  }
  return torch.tensor(keep);
}

function sigmoid_focal_loss(inputs: Tensor, targets: Tensor, alpha = 0.25, gamma = 2.0) {
  const prob = inputs.sigmoid();
  const ce = F.binary_cross_entropy_with_logits(inputs, targets, { reduction: 'none' });
  const p_t = prob * targets + (1 - prob) * (1 - targets);
  let loss = ce * (1 - p_t) ** gamma;
  if (alpha >= 0) {
    loss = (alpha * targets + (1 - alpha) * (1 - targets)) * loss;
  }
  return loss;
}

function cxcywh_to_xyxy(x: Tensor) {
  const [cx, cy, w, h] = x.unbind(-1);
  return torch.stack([cx - 0.5 * w, cy - 0.5 * h, cx + 0.5 * w, cy + 0.5 * h], { dim: -1 });
}

class TinyDETR extends nn.Module {
  backbone;
  transformer;
  query;
  row;
  col;
  cls;
  box;
  constructor(classes = 3, d = 16, queries = 5) {
    super();
    this.backbone = new nn.Sequential(new nn.Conv2d(3, 8, 3, 2, 1), new nn.GroupNorm(2, 8), new nn.ReLU(), new nn.Conv2d(8, d, 3, 2, 1));
    this.transformer = new nn.Transformer(d, 2, 1, 1, { dim_feedforward: 32, dropout: 0.0, batch_first: true });
    this.query = new nn.Embedding(queries, d);
    this.row = new nn.Parameter(torch.rand(10, d / 2));
    this.col = new nn.Parameter(torch.rand(10, d / 2));
    this.cls = new nn.Linear(d, classes);
    this.box = new nn.Linear(d, 4);
  }
  forward(x: Tensor) {
    const f = this.backbone(x);
    const [H, W] = f.shape.slice(-2);
    const pos = torch.cat([this.col[`:${W}`].unsqueeze(0).repeat(H, 1, 1), this.row[`:${H}`].unsqueeze(1).repeat(1, W, 1)], { dim: -1 }).flatten(0, 1);
    const h = this.transformer(pos + f.flatten(2).permute(0, 2, 1), this.query.weight.expand(x.size(0), -1, -1));
    return [this.cls(h), this.box(h).sigmoid()];
  }
}

function match(cost: Tensor) {
  const c = cost.detach().clone();
  const pairs: [number, number][] = [];
  for (let n = 0; n < cost.size(1); n++) {
    const k = c.argmin();
    const [r, j] = torch.unravel_index(k, c.shape);
    pairs.push(tuple(r.item(), j.item()));
    c[r] = Infinity;
    c[':', j] = Infinity;
  }
  return pairs;
}

torch.manual_seed(14);
const model = new TinyDETR();
const x = torch.rand(2, 3, 16, 16);
const tb = torch.tensor([[[0.3, 0.3, 0.2, 0.2], [0.7, 0.6, 0.4, 0.3]], [[0.5, 0.5, 0.5, 0.5], [0.2, 0.8, 0.2, 0.3]]]);
const tc = torch.tensor([[0, 2], [1, 0]]);
const opt = new torch.optim.AdamW(model.parameters(), { lr: 2e-3 });
for (let step = 0; step < 4; step++) {
  const [logits, boxes] = model(x);
  let total = torch.tensor(0.0);
  const allpairs = [];
  for (let b = 0; b < 2; b++) {
    const cost_c = -logits[b].sigmoid()[':', tc[b]];
    const cost_b = torch.cdist(boxes[b], tb[b], { p: 1 });
    const cost_g = -giou(cxcywh_to_xyxy(boxes[b]), cxcywh_to_xyxy(tb[b]));
    const pairs = match(2 * cost_c + 5 * cost_b + 2 * cost_g);
    allpairs.push(pairs);
    const q = pairs.map((p) => p[0]);
    const t = pairs.map((p) => p[1]);
    const onehot = torch.zeros_like(logits[b]);
    onehot[q, tc[b][t]] = 1.0;
    const g = torch.diag(giou(cxcywh_to_xyxy(boxes[b][q]), cxcywh_to_xyxy(tb[b][t])));
    total = total + sigmoid_focal_loss(logits[b], onehot).sum() / 2 + (5 * F.l1_loss(boxes[b][q], tb[b][t], { reduction: 'sum' })) / 2 + (2 * (1 - g).sum()) / 2;
  }
  opt.zero_grad();
  total.backward();
  const norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 0.1);
  opt.step();
  print(`step ${step}: loss ${total.item().toFixed(5)} norm ${norm.item().toFixed(5)} pairs`, allpairs);
}
const raw = torch.rand(8, 2);
const bx = torch.cat([raw, raw + 0.3 + torch.rand(8, 2) * 0.2], 1);
const sc = torch.rand(8);
print(nms(bx, sc, 0.3), box_iou(bx[':2'], bx['2:4'])[0]);
