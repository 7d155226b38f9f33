import * as torch from 'tensor-lens';
const { nn } = torch;

torch.manual_seed(7);

class LoRALinear extends nn.Module {
  base: torch.nn.Linear;
  lora_A: torch.nn.Parameter;
  lora_B: torch.nn.Parameter;
  scaling: number;

  constructor(base: torch.nn.Linear, r = 2, alpha = 4) {
    super();
    this.base = base;
    for (const p of this.base.parameters()) p.requires_grad_(false);
    this.lora_A = new nn.Parameter(torch.empty(r, base.in_features));
    this.lora_B = new nn.Parameter(torch.zeros(base.out_features, r));
    nn.init.kaiming_uniform_(this.lora_A, { a: Math.sqrt(5) });
    this.scaling = alpha / r;
  }

  forward(x: torch.Tensor) {
    return this.base(x) + x.matmul(this.lora_A.T).matmul(this.lora_B.T) * this.scaling;
  }
}

const model = new nn.Sequential(new LoRALinear(new nn.Linear(6, 8)), new nn.ReLU(), new LoRALinear(new nn.Linear(8, 1)));
const trainable = model.parameters().filter((p) => p.requires_grad);
const opt = new torch.optim.AdamW(trainable, { lr: 0.05 });
const sched = new torch.optim.lr_scheduler.CosineAnnealingLR(opt, { T_max: 5 });
const [x, y] = [torch.randn(16, 6), torch.randn(16, 1)];
for (let step = 0; step < 5; step++) {
  const loss = nn.functional.mse_loss(model(x), y);
  loss.backward();
  opt.step();
  opt.zero_grad();
  sched.step();
  console.log(step, loss.item().toFixed(4), sched.get_last_lr()[0]!.toFixed(6));
}
const names = model.named_parameters().filter(([, p]) => p.requires_grad);
console.log(`[${names.map(([n]) => `'${n}'`).join(', ')}]`);
