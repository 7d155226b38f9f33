// Physics: a Hamiltonian network (gradients inside the model), a leapfrog integrator, a Lagrangian by jacobian and hessian, LBFGS.
import * as torch from 'tensor-lens';
import { fmt, print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const { jacrev, hessian, vmap, jvp, vjp } = torch.func;
const { grad } = torch.autograd;

class HNN extends nn.Module {
  net;
  declare J: Tensor;
  constructor(dim = 2, hidden = 10) {
    super();
    this.net = new nn.Sequential(new nn.Linear(dim, hidden), new nn.Tanh(), new nn.Linear(hidden, hidden), new nn.Tanh(), new nn.Linear(hidden, 1, { bias: false }));
    let J = torch.eye(dim);
    J = torch.cat([J[`${dim / 2}:`], -J[`:${dim / 2}`]]);
    this.register_buffer('J', J);
    for (const layer of this.net) {
      if (layer instanceof nn.Linear) nn.init.orthogonal_(layer.weight);
    }
  }
  forward(x: Tensor) {
    const dH = torch.enable_grad(() => {
      x = x.requires_grad ? x : x.requires_grad_();
      const H = this.net(x).sum();
      return grad(H, x, { create_graph: true })[0];
    });
    return dH.matmul(this.J.T);
  }
}

torch.manual_seed(13);
const model = new HNN();
print(model.J);
let q = torch.linspace(-1.5, 1.5, 12);
let p = torch.sin(3 * q);
const x = torch.stack([q, p], { dim: 1 });
const dx = torch.stack([p, -torch.sin(q)], { dim: 1 });
const opt = new torch.optim.Adam(model.parameters(), { lr: 1e-2, amsgrad: true, weight_decay: 1e-4 });
for (let step = 0; step < 6; step++) {
  const loss = (model(x.clone()) - dx).pow(2).mean();
  opt.zero_grad();
  loss.backward();
  opt.step();
  if (step % 2 === 0) console.log(`hnn ${step} ${loss.item().toFixed(5)}`);
}

function energy(q: Tensor, p: Tensor) {
  return p.pow(2) / 2 + 1 - torch.cos(q);
}

[q, p] = [torch.tensor(1.0, { dtype: torch.float64 }), torch.tensor(0.0, { dtype: torch.float64 })];
const h = 0.1;
const e0 = energy(q, p);
for (let i = 0; i < 30; i++) {
  p = p - (h / 2) * torch.sin(q);
  q = q + h * p;
  p = p - (h / 2) * torch.sin(q);
}
print(q, p, fmt((energy(q, p) - e0).item(), '.3e'));

function lagrangian(q: Tensor, qt: Tensor) {
  const [m, l, g] = [1.0, 1.0, 9.8];
  const [t1, t2] = q;
  const [w1, w2] = qt;
  const T = m * l ** 2 * w1 ** 2 + 0.5 * m * l ** 2 * (w2 ** 2 + 2 * w1 * w2 * torch.cos(t1 - t2));
  const V = -m * g * l * (2 * torch.cos(t1) + torch.cos(t2));
  return T - V;
}

function acceleration(q: Tensor, qt: Tensor) {
  const H = hessian(lagrangian, { argnums: 1 })(q, qt);
  const gq = jacrev(lagrangian, { argnums: 0 })(q, qt);
  const cross = jacrev(jacrev(lagrangian, { argnums: 1 }), { argnums: 0 })(q, qt);
  return torch.linalg.pinv(H).matmul(gq - cross.matmul(qt));
}

const q0 = torch.tensor([1.0, -0.5], { dtype: torch.float64 });
const v0 = torch.tensor([0.1, 0.2], { dtype: torch.float64 });
print(acceleration(q0, v0));
const qs = q0 + 0.1 * torch.arange(3, { dtype: torch.float64 })[':', null];
print(vmap(acceleration, { in_dims: [0, null] })(qs, v0));

type State = [Tensor, Tensor];
function rk4(f: (q: Tensor, v: Tensor) => State, y: State, dt: number): State {
  const k1 = f(...y);
  const k2 = f(...(y.map((a, i) => a + (dt / 2) * k1[i]) as State));
  const k3 = f(...(y.map((a, i) => a + (dt / 2) * k2[i]) as State));
  const k4 = f(...(y.map((a, i) => a + dt * k3[i]) as State));
  return y.map((a, i) => a + (dt / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i])) as State;
}

let state: State = [q0, v0];
for (let i = 0; i < 5; i++) state = rk4((q, v) => [v, acceleration(q, v)], state, 0.05);
console.log(`(${state.join(', ')})`);
const [out, tangent] = jvp((t: Tensor) => lagrangian(t, v0), [q0], [torch.ones_like(q0)]);
const [val, pull] = vjp((t: Tensor) => torch.stack([t.sum(), t.prod()]), q0);
console.log(out, tangent, `(${pull(torch.tensor([1.0, 2.0], { dtype: torch.float64 })).join(', ')},)`);

const theta = torch.zeros(3, { dtype: torch.float64, requires_grad: true });
const ts = torch.linspace(0, 2, 10, { dtype: torch.float64 });
const obs = 2.0 * torch.exp(-0.7 * ts) + 0.3;
const lbfgs = new torch.optim.LBFGS([theta], { lr: 1, max_iter: 10, line_search_fn: 'strong_wolfe' });
let evals = 0;
function closure() {
  evals += 1;
  lbfgs.zero_grad();
  const fit = theta[0] * torch.exp(-theta[1] * ts) + theta[2];
  const loss = (fit - obs).square().sum();
  loss.backward();
  return loss;
}
for (let i = 0; i < 3; i++) {
  const l = lbfgs.step(closure);
  console.log(`lbfgs ${i} ${fmt(l.item(), '.6e')} ${evals}`);
}
console.log(theta.detach());
