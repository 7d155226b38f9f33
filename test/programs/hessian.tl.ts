import * as torch from 'tensor-lens';
import { at, dict, fmt, keywords, print, sorted, sum, zip } from 'tensor-lens/python';

// Second order by hand: Newton's method with a Hessian, Hessian-vector products, power iteration, torch.func.
const { hessian, jacobian, hvp } = torch.autograd.functional;
const { grad, functional_call } = torch.func;

function rosenbrock(x: torch.Tensor) {
  return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2;
}

let x = torch.tensor([-1.2, 1.0], { dtype: torch.float64 });
for (let i = 0; i < 4; i++) {
  const g = jacobian(rosenbrock, x) as torch.Tensor;
  const H = hessian(rosenbrock, x) as torch.Tensor;
  const step = torch.linalg.solve(H, g);
  x = x - step;
  print(i, `${fmt(rosenbrock(x).item(), '.8f')}`, x);
}

torch.manual_seed(6);
const net = new torch.nn.Sequential(new torch.nn.Linear(3, 4), new torch.nn.Softplus(), new torch.nn.Linear(4, 1)).double();
const data = torch.randn(8, 3, { dtype: torch.float64 });
const target = data.prod({ dim: 1, keepdim: true });
const params = [...net.parameters()];
const loss = torch.nn.functional.mse_loss(net(data), target);
const grads = torch.autograd.grad(loss, params, { create_graph: true });
let v = params.map((p) => torch.ones_like(p));
for (let it = 0; it < 3; it++) {
  const norm = torch.sqrt(sum(v.map((w) => (w ** 2).sum())));
  v = v.map((w) => w / norm);
  const Hv = torch.autograd.grad(grads, params, { grad_outputs: v, retain_graph: true });
  const eig = sum([...zip(Hv, v)].map(([a, b]) => (a * b).sum()));
  v = Hv.map((h) => h.detach());
  console.log(`power iteration ${it}: ${fmt(eig.item(), '.6f')}`);
}

function compute_loss(p: Record<string, torch.Tensor>, data: torch.Tensor, target: torch.Tensor) {
  return torch.nn.functional.mse_loss(functional_call(net, p, [data]), target);
}

const named = dict([...net.named_parameters()].map(([k, p]) => [k, p.detach()] as const));
const fg = grad(compute_loss)(keywords(named), data, target);
print(sorted(fg), torch.allclose(at(fg, '0.weight'), grads[0]));
const [value, product] = hvp(rosenbrock, torch.tensor([0.5, 0.5]), torch.tensor([1.0, 0.0], { dtype: torch.float32 }));
print(value, product);
const a = torch.tensor(3.0, { requires_grad: true, dtype: torch.float32 });
const b = a ** 4;
const d1 = torch.autograd.grad(b, a, { create_graph: true })[0];
const d2 = torch.autograd.grad(d1, a, { create_graph: true })[0];
const d3 = torch.autograd.grad(d2, a)[0];
print(d1, d2, d3);
