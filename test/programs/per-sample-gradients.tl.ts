import * as torch from 'tensor-lens';
import { percent, print } from 'tensor-lens/python';

// Private training: the gradient of every sample by itself, clipped, summed, with noise.
const { nn } = torch;
const F = torch.nn.functional;
const { functional_call, grad, vmap } = torch.func;

type State = Record<string, torch.Tensor>;

torch.manual_seed(9);
const model = new nn.Sequential(new nn.Conv1d(1, 3, 3), new nn.ReLU(), new nn.AdaptiveAvgPool1d(2), new nn.Flatten(), new nn.Linear(6, 2));
const x = torch.randn(16, 1, 10);
const y = (x.mean([1, 2]) > 0).long();
const params: State = {};
for (const [name, p] of model.named_parameters()) params[name] = p.detach();

function loss_of(params: State, sample: torch.Tensor, target: torch.Tensor) {
  const logits = functional_call(model, params, [sample.unsqueeze(0)]) as torch.Tensor;
  return F.cross_entropy(logits, target.unsqueeze(0));
}

const per_sample = vmap(grad(loss_of), { in_dims: [null, 0, 0] });
let grads = per_sample(params, x, y) as State;
print(`{${Object.entries(grads).map(([name, g]) => `'${name}': (${[...g.shape].join(', ')})`).join(', ')}}`);
F.cross_entropy(model(x), y).backward();
const own = [...model.parameters()];
print(Object.values(grads).every((g, i) => torch.allclose(g.mean(0), own[i]!.grad!, { atol: 1e-6 })));

const generator = new torch.Generator().manual_seed(10);
for (let step = 0; step < 15; step++) {
  grads = per_sample(params, x, y) as State;
  const norms = torch.stack(Object.values(grads).map((g) => g.flatten(1).norm({ dim: 1 }))).norm({ dim: 0 });
  const factor = (0.5 / norms).clamp({ max: 1 });
  for (const [name, g] of Object.entries(grads)) {
    const clipped = (g * factor.view(-1, ...new Array<number>(g.dim() - 1).fill(1))).sum(0);
    const noise = 0.1 * torch.randn(clipped.shape, { generator });
    params[name] = params[name]! - 0.2 * (clipped + noise) / x.length;
  }
  if (step % 5 === 0) {
    const loss = F.cross_entropy(functional_call(model, params, [x]) as torch.Tensor, y);
    console.log(percent('step %d loss %.5f largest %.4f clipped %d', [step, loss, norms.max(), (factor < 1).sum()]));
  }
}
