// Distillation with temperature, a focal loss, feature hints by forward hooks, warm restarts.
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
const { CosineAnnealingWarmRestarts } = torch.optim.lr_scheduler;

class FocalLoss extends nn.Module {
  declare alpha: Tensor | null;
  gamma: number;
  reduction: string;
  constructor(alpha: Tensor | null = null, { gamma = 2.0, reduction = 'mean' } = {}) {
    super();
    this.gamma = gamma;
    this.reduction = reduction;
    this.register_buffer('alpha', alpha);
  }
  forward(logits: Tensor, target: Tensor) {
    const ce = F.cross_entropy(logits, target, { weight: this.alpha, reduction: 'none' });
    const pt = torch.exp(-F.cross_entropy(logits, target, { reduction: 'none' }));
    const loss = (1 - pt) ** this.gamma * ce;
    return this.reduction === 'mean' ? loss.mean() : loss.sum();
  }
}

function make(width: number) {
  return new nn.Sequential(
    new nn.Conv2d(1, width, 3, { padding: 1 }),
    new nn.GroupNorm(2, width),
    new nn.LeakyReLU(0.1),
    new nn.MaxPool2d(2),
    new nn.Conv2d(width, width, 3, { padding: 1, groups: 2 }),
    new nn.Hardswish(),
    new nn.AdaptiveMaxPool2d([1, 1]),
    new nn.Flatten(),
    new nn.Dropout(0.0),
    new nn.Linear(width, 4),
  );
}

class KDLoss extends nn.Module {
  T: number;
  alpha: number;
  kl = new nn.KLDivLoss({ reduction: 'batchmean' });
  hard = new FocalLoss(torch.tensor([1.0, 2.0, 0.5, 1.0]));
  constructor(T = 4.0, alpha = 0.7) {
    super();
    [this.T, this.alpha] = [T, alpha];
  }
  forward(student: Tensor, teacher: Tensor, target: Tensor) {
    const soft = this.kl(F.log_softmax(student / this.T, { dim: 1 }), F.softmax(teacher / this.T, { dim: 1 })) * (this.T * this.T);
    return [this.alpha * soft + (1 - this.alpha) * this.hard(student, target), soft] as const;
  }
}

const features: Record<string, Tensor> = {};
const save = (name: string) => (module: torch.nn.Module, inputs: unknown, output: Tensor) => {
  features[name] = output;
};

torch.manual_seed(12);
const [teacher, student] = [make(8), make(4)];
for (const [name, m] of [['teacher', teacher], ['student', student]] as const) {
  m[5].register_forward_hook(save(name));
}
teacher.requires_grad_(false);
const hint = new nn.Conv2d(4, 8, { kernel_size: 1 });
const criterion = new KDLoss();
const opt = new torch.optim.SGD([...student.parameters(), ...hint.parameters()], { lr: 0.1, momentum: 0.9, weight_decay: 1e-4, nesterov: true });
const sched = new CosineAnnealingWarmRestarts(opt, { T_0: 2, T_mult: 2, eta_min: 0.01 });
const x = torch.randn(6, 1, 8, 8);
const y = torch.tensor([0, 1, 2, 3, 1, 2]);
let s!: Tensor;
let t!: Tensor;
for (let epoch = 0; epoch < 6; epoch++) {
  teacher.eval();
  student.train();
  torch.no_grad(() => {
    t = teacher(x);
  });
  s = student(x);
  const [loss, soft] = criterion(s, t, y);
  const at = F.mse_loss(hint(features['student']), features['teacher']);
  const total = loss + 0.5 * at;
  opt.zero_grad();
  total.backward();
  opt.step();
  console.log(`epoch ${epoch}: total ${total.item().toFixed(4)} kd ${soft.item().toFixed(4)} hint ${at.item().toFixed(4)} lr ${opt.param_groups[0].lr.toFixed(4)}`);
  sched.step(epoch + 1);
}
print(features['student'].shape, teacher.parameters().map((p) => p.requires_grad).slice(0, 2));
const agree = (s.argmax(1) == t.argmax(1)).sum().item();
print(`${agree}/${y.length} agree; top-2 ${JSON.stringify(torch.topk(s, 2, { dim: 1 }).indices.tolist()).replaceAll(',', ', ')}`);
print(criterion);
print(student);
