import * as torch from 'tensor-lens';
import { fmt, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

// Measuring a classifier, a detector and a language model: confusion, F1, ROC and PR, calibration, bootstrap, IoU and NMS, perplexity, BLEU, CKA.

const { nn } = torch;
const F = nn.functional;

torch.manual_seed(55);
const logits = torch.randn(40, 4) + 1.5 * F.one_hot(torch.arange(40) % 4, 4);
const target = torch.arange(40) % 4;
target['::9'] = 0;
const pred = logits.argmax(1);

const confusion = torch.bincount(target * 4 + pred, { minlength: 16 }).view(4, 4);
print(confusion);
const tp = confusion.diag().double();
const [precision, recall] = [tp / confusion.sum(0), tp / confusion.sum(1)];
const f1 = 2 * precision * recall / (precision + recall);
const support = confusion.sum(1);
print(`macro ${fmt(f1.nanmean(), '.4f')} weighted ${fmt((f1 * support).sum() / support.sum(), '.4f')} micro ${fmt(tp.sum() / confusion.sum(), '.4f')}`);
const topk = logits.topk(2, { dim: 1 }).indices.eq(target[':', null]).any(1).float().mean();
const kappa_e = (confusion.sum(0) * confusion.sum(1)).sum() / confusion.sum() ** 2;
const [mcc_c, mcc_s] = [tp.sum() * confusion.sum(), (confusion.sum(0) * confusion.sum(1)).sum()];
print(`top2 ${topk.item().toFixed(3)} kappa ${((tp.sum() / 40 - kappa_e) / (1 - kappa_e)).item().toFixed(4)}`, mcc_c - mcc_s);

const score = logits.softmax(1)[':', 0];
const label = target == 0;
const order = score.argsort({ descending: true });
const hits = label[order].cumsum(0);
const fpr = (~label[order]).cumsum(0) / (~label).sum();
const tpr = hits / label.sum();
const auc = torch.trapezoid(torch.cat([torch.zeros(1), tpr]), torch.cat([torch.zeros(1), fpr]));
const pairs = (score[label][':', null] > score[~label][null, ':']).double().mean();
const ap = (hits / torch.arange(1, 41))[label[order]].mean();
print(`AUC ${auc.item().toFixed(4)} ${pairs.item().toFixed(4)} AP ${ap.item().toFixed(4)}`);

const [conf, cls] = logits.softmax(1).max(1);
const bins = torch.bucketize(conf, torch.linspace(0, 1, 6)['1:-1']);
const n = torch.zeros(5).scatter_add(0, bins, torch.ones(40));
const acc_b = torch.zeros(5).scatter_reduce(0, bins, (cls == target).float(), 'mean', { include_self: false });
const conf_b = torch.zeros(5).scatter_reduce(0, bins, conf, 'mean', { include_self: false });
const ece = ((acc_b - conf_b).abs() * n / 40).sum();
const brier = (logits.softmax(1) - F.one_hot(target, 4)).square().sum(1).mean();
print(n.int().tolist(), `ECE ${ece.item().toFixed(4)} Brier ${brier.item().toFixed(4)}`);
const g = new torch.Generator().manual_seed(0);
const boot = torch.stack(Array.from({ length: 50 }, () => (pred == target)[torch.randint(0, 40, [40], { generator: g })].float().mean()));
print(torch.quantile(boot, torch.tensor([0.05, 0.95])), boot.var({ correction: 1 }), torch.histc(boot, { bins: 4, min: 0.4, max: 1.0 }));

const boxes = torch.tensor([[0, 0, 10, 10], [1, 1, 11, 11], [20, 20, 30, 30], [21, 19, 31, 29], [0, 20, 5, 25]], { dtype: torch.float32 });
const scores = torch.tensor([0.9, 0.8, 0.75, 0.95, 0.3]);
function iou(a: Tensor, b: Tensor) {
  const [lt, rb] = [torch.max(a[':', null, ':2'], b[null, ':', ':2']), torch.min(a[':', null, '2:'], b[null, ':', '2:'])];
  const inter = (rb - lt).clamp({ min: 0 }).prod(-1);
  const area = (x: Tensor) => (x[':', '2:'] - x[':', ':2']).prod(1);
  return inter / (area(a)[':', null] + area(b) - inter);
}
const m = iou(boxes, boxes);
const keep: number[] = [];
let left = scores.argsort({ descending: true });
while (left.numel() > 0) {
  const [i, rest] = [left[0], left['1:']];
  keep.push(i.item());
  left = rest[m[i, rest] <= 0.5];
}
print(m[0], keep);
const [a, b] = [torch.rand(2, 6, 6) > 0.5, torch.rand(2, 6, 6) > 0.4];
const [inter, union] = [(a & b).sum([1, 2]), (a | b).sum([1, 2])];
print(inter / union, 2 * inter / (a.sum([1, 2]) + b.sum([1, 2])), torch.count_nonzero(a ^ b, { dim: [1, 2] }));

const lm = torch.randn(2, 5, 7);
const ids = torch.tensor([[1, 2, 3, 4, 0], [5, 6, 0, 0, 0]]);
const nll = F.cross_entropy(lm.transpose(1, 2), ids, { ignore_index: 0, reduction: 'none' });
const mask = ids != 0;
print(`perplexity ${fmt((nll.sum() / mask.sum()).exp(), '.4f')}`, (nll.sum(1) / mask.sum(1)).exp(), (lm.argmax(-1) == ids)[mask].sum());
const [hyp, ref] = [[1, 2, 3, 3, 5, 1], [1, 2, 3, 4, 5]];
const ngrams = (seq: number[], n: number) => torch.tensor(seq).unfold(0, n, 1);
const p: Tensor[] = [];
for (const k of [1, 2]) {
  const [h, c] = torch.unique(ngrams(hyp, k), { dim: 0, return_counts: true });
  const [r, rc] = torch.unique(ngrams(ref, k), { dim: 0, return_counts: true });
  const same = (h[':', null] == r[null]).all(-1);
  p.push((torch.minimum(c[':', null], rc[null]) * same).sum() / c.sum());
}
print(`BLEU-2 ${fmt(torch.stack(p).log().mean().exp(), '.4f')}`, p);

const [X, Y] = [torch.randn(12, 3), torch.randn(12, 4)];
Y[':', ':3'] += X;
const [Xc, Yc] = [X - X.mean(0), Y - Y.mean(0)];
const cka = torch.linalg.norm(Yc.T.matmul(Xc)) ** 2 / (torch.linalg.norm(Xc.T.matmul(Xc)) * torch.linalg.norm(Yc.T.matmul(Yc)));
const rank = (v: Tensor) => v.argsort().argsort().float();
const rho = torch.corrcoef(torch.stack([rank(X[':', 0]), rank(Y[':', 0])]))[0, 1];
print(`CKA ${cka.item().toFixed(4)} Spearman ${rho.item().toFixed(4)}`, torch.cov(X.T).diagonal(), new nn.CosineSimilarity({ dim: 0 })(X, Y[':', ':3']));
print(torch.std_mean(logits, { dim: 0 }), logits.aminmax({ dim: 1 }).max[':3'], torch.isin(pred, torch.tensor([1, 3])).sum());
