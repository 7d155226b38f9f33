import * as torch from 'tensor-lens';
import { at, bool, deepcopy, dict, enumerate, fmt, invoke, iter, keywords, math, print, zip } from 'tensor-lens/python';

// Training hygiene: accumulated gradients, clipping, warm-up and cosine, an average of the weights, early stopping.
const { nn } = torch;

class EMA {
  declare decay: number;
  declare shadow: any;
  constructor(model: any, decay: number) {
    this.decay = decay;
    this.shadow = dict([...model.named_parameters()].map(([name, p]) => [name, p.clone().detach()] as const));
  }

  update(model: any) {
    return torch.no_grad(() => {
      for (const [name, p] of model.named_parameters()) {
        this.shadow.at(name).lerp_(p, 1 - this.decay);
      }
    });
  }

  apply_to(model: any) {
    const clone = deepcopy(model);
    clone.load_state_dict(keywords(this.shadow), { strict: false });
    return clone;
  }
}

class EarlyStopping {
  declare patience: number;
  declare delta: number;
  declare best: number | null;
  declare counter: number;
  declare stop: boolean;
  constructor(patience = 2, delta = 0.0) {
    [this.patience, this.delta] = [patience, delta];
    [this.best, this.counter, this.stop] = [null, 0, false];
  }

  __call__(loss: number) {
    if (this.best == null || loss < this.best - this.delta) {
      [this.best, this.counter] = [loss, 0];
    } else {
      this.counter += 1;
      console.log(`EarlyStopping counter: ${this.counter} out of ${this.patience}`);
      this.stop = this.counter >= this.patience;
    }
  }
}

torch.manual_seed(100);
const model = new nn.Sequential(new nn.Linear(4, 16), new nn.LayerNorm(16), new nn.SiLU(), new nn.Linear(16, 1));
const ema = new EMA(model, 0.9);
let [averaged, n_averaged] = [deepcopy(model), 0];
const x = torch.randn(64, 4);
const y = (x.sum(1, { keepdim: true }) > 0).float();
const criterion = new nn.BCEWithLogitsLoss({ pos_weight: torch.tensor([1.5]) });
const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 0.05, weight_decay: 0.01 });
const [warmup, total] = [2, 5];

function lr_lambda(step: any) {
  if (step < warmup) {
    return (step + 1) / warmup;
  }
  return 0.5 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)));
}

const scheduler = new torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda);
const stopper = new EarlyStopping();
const accum = 4;
for (let epoch = 0; epoch < 5; epoch++) {
  optimizer.zero_grad({ set_to_none: true });
  let running = 0.0;
  let grad_norm!: torch.Tensor;
  for (const [i, [xb, yb]] of enumerate(zip(x.chunk(8), y.chunk(8)))) {
    const loss = criterion(model(xb), yb) / accum;
    loss.backward();
    running += loss.item();
    if ((i + 1) % accum === 0) {
      grad_norm = nn.utils.clip_grad_norm_(model.parameters(), { max_norm: 0.5 });
      optimizer.step();
      optimizer.zero_grad({ set_to_none: true });
      ema.update(model);
    }
  }
  scheduler.step();
  if (epoch > 2) {
    torch.no_grad(() => {
      for (const [mean, p] of zip(averaged.parameters(), model.parameters())) {
        n_averaged === 0 ? mean.copy_(p) : mean.add_((p - mean) / (n_averaged + 1));
      }
    });
    n_averaged += 1;
  }
  const val = criterion(ema.apply_to(model)(x), y).item();
  console.log(`Epoch [${epoch + 1}/5], Loss: ${fmt(running / 2, '.4f')}, EMA: ${fmt(val, '.4f')}, norm: ${fmt(grad_norm, '.3f')}, lr: ${fmt(scheduler.get_last_lr()[0], '.5f')}`);
  stopper.__call__(val);
  if (stopper.stop) {
    break;
  }
}
print(n_averaged, `${fmt(criterion(averaged(x), y), '.4f')}`);
for (const [k, v] of iter(Object.entries(optimizer.state_dict().state[0]) as [string, torch.Tensor][])) {
  print(k, v.dim() > 0 ? v.shape : v);
}
