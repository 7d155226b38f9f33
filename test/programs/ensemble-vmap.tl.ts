import * as torch from 'tensor-lens';
import { deepcopy, percent, print } from 'tensor-lens/python';

// An ensemble of networks, trained all at once: stacked parameters, functional_call and vmap.
const { nn } = torch;
const { functional_call, grad_and_value, stack_module_state, vmap } = torch.func;

torch.manual_seed(1);

const make = () => new nn.Sequential(new nn.Linear(1, 16), new nn.Tanh(), new nn.Linear(16, 1));

type State = Record<string, torch.Tensor>;
const each = (state: State, f: (p: torch.Tensor, name: string) => torch.Tensor): State =>
  Object.fromEntries(Object.entries(state).map(([name, p]) => [name, f(p, name)]));

const models = [make(), make(), make(), make()];
const [stacked, buffers] = stack_module_state(models);
const base = deepcopy(models[0]!);
print(`{${Object.entries(stacked).map(([name, p]) => `'${name}': (${[...p.shape].join(', ')})`).join(', ')}}`);

const x = torch.linspace(-2, 2, 20).unsqueeze(1);
const y = torch.sin(2 * x) + 0.05 * torch.randn(20, 1);

function loss_fn(params: State, buffers: State, x: torch.Tensor, y: torch.Tensor) {
  const pred = functional_call(base, [params, buffers], [x]) as torch.Tensor;
  return ((pred - y) ** 2).mean();
}

let params = each(stacked, (p) => p.detach());
const step = vmap(grad_and_value(loss_fn), { in_dims: [0, 0, null, null] });
for (let epoch = 0; epoch < 60; epoch++) {
  const [grads, losses] = step(params, buffers, x, y) as [State, torch.Tensor];
  params = each(params, (p, name) => p - 0.1 * grads[name]!);
  if (epoch % 20 === 0) print(epoch, (losses.tolist() as number[]).map((v) => percent('%.5f', v)));
}

const test = torch.tensor([[-1.0], [0.5], [4.0]]);
const out = vmap((p: State, b: State) => functional_call(base, [p, b], [test]) as torch.Tensor)(params, buffers) as torch.Tensor;
print(out.shape);
print(out.mean(0).squeeze());
print(out.std(0).squeeze());
