// torch.func: ensembles by vmap, per-sample gradients, empirical NTK, Hessian of a loss, jvp against finite differences
import * as torch from 'tensor-lens';
import { print, round, zip } from 'tensor-lens/python';

const { nn } = torch;
const F = nn.functional;
const { functional_call, stack_module_state, vmap, grad, vjp, jvp, jacrev, jacfwd, hessian, grad_and_value } = torch.func;
type Tensor = torch.Tensor;
type Params = Record<string, Tensor>;

torch.manual_seed(0);

class SimpleMLP extends nn.Module {
  fc1: torch.nn.Linear;
  fc2: torch.nn.Linear;
  constructor(num_classes = 3) {
    super();
    this.fc1 = new nn.Linear(6, 8);
    this.fc2 = new nn.Linear(8, num_classes);
  }

  forward(x: Tensor) {
    x = x.flatten(1);
    x = F.relu(this.fc1(x));
    return this.fc2(x);
  }
}

const [data, targets] = [torch.randn(12, 1, 2, 3), torch.randint(3, [12])];
const num_models = 4;
const models = Array.from({ length: num_models }, () => new SimpleMLP());
const [params, buffers] = stack_module_state(models);
const shown = Object.entries(params).map(([k, v]) => `'${k}': (${v.shape.join(', ')})`);
console.log(`{${shown.join(', ')}} {}`);
const base_model = models[0]!;

function fmodel(params: Params, buffers: Params, x: Tensor) {
  return functional_call(base_model, [params, buffers], [x]);
}

const predictions1_vmap = vmap(fmodel, { in_dims: [0, 0, 0] })(params, buffers, data.view(4, 3, 1, 2, 3));
const predictions2_vmap = vmap(fmodel, { in_dims: [0, 0, null] })(params, buffers, data[':3']);
print(predictions1_vmap.shape, torch.allclose(predictions2_vmap, torch.stack(models.map((m) => m(data[':3']))), { atol: 1e-3, rtol: 1e-5 }));

function compute_loss(params: Params, x: Tensor, t: Tensor) {
  const out = functional_call(models[0]!, params, [x.unsqueeze(0)]);
  return F.cross_entropy(out, t.unsqueeze(0));
}

const p0: Params = Object.fromEntries([...models[0]!.named_parameters()].map(([k, v]) => [k, v.detach()]));
const ft_per_sample_grads = vmap(grad(compute_loss), { in_dims: [null, 0, 0] })(p0, data, targets);
const norms = torch.stack(Object.values(ft_per_sample_grads).map((g) => g.flatten(1).norm({ dim: 1 }))).norm({ dim: 0 });
console.log(norms);

function train_step(params: Params, x: Tensor, y: Tensor): [Params, Tensor] {
  const [grads, loss] = grad_and_value((p: Params) => F.cross_entropy(functional_call(base_model, p, [x]), y))(params);
  return [Object.fromEntries(Object.entries(grads).map(([k, g]) => [k, params[k]! - 0.1 * g])), loss];
}

let ens: Params = Object.fromEntries(Object.entries(params).map(([k, v]) => [k, v.detach().clone()]));
for (let step = 0; step < 3; step++) {
  let losses: Tensor;
  [ens, losses] = vmap(train_step, { in_dims: [0, null, null] })(ens, data, targets);
  print(step, losses.tolist().map((l) => round(l, 4)));
}

function fnet_single(params: Params, x: Tensor) {
  return functional_call(models[0]!, params, [x.unsqueeze(0)]).squeeze(0);
}

function empirical_ntk_jacobian_contraction(f: typeof fnet_single, params: Params, x1: Tensor, x2: Tensor) {
  const jac1 = Object.values(vmap(jacrev(f), [null, 0])(params, x1)).map((j) => j.flatten(2));
  const jac2 = Object.values(vmap(jacrev(f), [null, 0])(params, x2)).map((j) => j.flatten(2));
  return torch.stack([...zip(jac1, jac2)].map(([j1, j2]) => torch.einsum('Naf,Mbf->NMab', j1, j2))).sum(0);
}

const ntk = empirical_ntk_jacobian_contraction(fnet_single, p0, data[':2'], data['2:4']);
console.log(ntk.shape, ntk[0, 0]);

function rosenbrock(x: Tensor) {
  return (100 * (x['1:'] - x[':-1'] ** 2) ** 2 + (1 - x[':-1']) ** 2).sum();
}

const x = torch.tensor([1.2, 1.0, 0.8]);
console.log(hessian(rosenbrock)(x));
print(torch.allclose(jacfwd(jacrev(rosenbrock))(x), hessian(rosenbrock)(x)));
const [out, tangent] = jvp(rosenbrock, [x], [torch.ones(3)]);
console.log(out, tangent, (rosenbrock(x + 1e-3) - rosenbrock(x - 1e-3)) / 2e-3);
const [value, vjp_fn] = vjp((a: Tensor) => torch.sin(a) * a.sum(), x);
console.log(value, vjp_fn(torch.ones(3))[0]);
const d2 = vmap(grad(grad((t: Tensor) => torch.tanh(t) ** 2)))(torch.linspace(-1, 1, 5));
console.log(d2);
