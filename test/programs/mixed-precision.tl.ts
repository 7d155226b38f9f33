import * as torch from 'tensor-lens';
import { percent, print } from 'tensor-lens/python';

// A classifier trained in mixed precision on the CPU: autocast to bfloat16, gradients in float32, clipped.
const { nn } = torch;
const F = torch.nn.functional;

torch.manual_seed(2);

class Block extends nn.Module {
  norm: torch.nn.LayerNorm;
  up: torch.nn.Linear;
  down: torch.nn.Linear;

  constructor(width: number) {
    super();
    this.norm = new nn.LayerNorm(width);
    this.up = new nn.Linear(width, 2 * width);
    this.down = new nn.Linear(2 * width, width);
  }

  forward(x: torch.Tensor) {
    return x + this.down(F.relu(this.up(this.norm(x))));
  }
}

const model = new nn.Sequential(new nn.Linear(4, 8), new Block(8), new Block(8), new nn.Linear(8, 3));
const x = torch.randn(24, 4);
const y = (x[':', 0] > 0).long() + (x[':', 1] > 0).long();
const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 1e-2, weight_decay: 0.01 });
const scaler = new torch.amp.GradScaler('cpu', { enabled: false });
for (let step = 0; step < 10; step++) {
  optimizer.zero_grad({ set_to_none: true });
  const [logits, loss] = torch.autocast('cpu', torch.bfloat16, () => {
    const scores = model(x);
    return [scores, F.cross_entropy(scores, y)] as const;
  });
  scaler.scale(loss).backward();
  scaler.unscale_(optimizer);
  const norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0);
  scaler.step(optimizer);
  scaler.update();
  if (step === 0) {
    print(logits.dtype, loss.dtype, model[0].weight.dtype, model[0].weight.grad.dtype);
  }
  if (step % 4 === 0) {
    console.log(percent('step %d loss %.2f norm %.1f', [step, loss.item(), norm.item()]));
  }
}
torch.no_grad(() => {
  torch.autocast('cpu', torch.bfloat16, () => {
    const h = model[0](x);
    print(h.dtype, h.matmul(h.T).dtype, h.float().softmax(-1).dtype, torch.cat([h, x], { dim: 1 }).dtype);
  });
});
print(torch.is_autocast_enabled('cpu'));
