import * as torch from 'tensor-lens';
const { nn } = torch;

torch.manual_seed(123);
const pinn = new nn.Sequential(new nn.Linear(1, 12), new nn.Tanh(), new nn.Linear(12, 1));
const t_boundary = torch.tensor(0, { dtype: torch.float32 }).view(-1, 1).requires_grad_(true);
const t_physics = torch.linspace(0, 1, 10).view(-1, 1).requires_grad_(true);
const [d, w0] = [2, 5];
const [mu, k] = [2 * d, w0 ** 2];
const optimiser = new torch.optim.Adam(pinn.parameters(), { lr: 1e-3 });
for (let i = 0; i < 4; i++) {
  optimiser.zero_grad();
  let u = pinn(t_boundary);
  const loss1 = (torch.squeeze(u) - 1) ** 2;
  let [dudt] = torch.autograd.grad(u, t_boundary, { grad_outputs: torch.ones_like(u), create_graph: true });
  const loss2 = (torch.squeeze(dudt!) - 0) ** 2;
  u = pinn(t_physics);
  [dudt] = torch.autograd.grad(u, t_physics, { grad_outputs: torch.ones_like(u), create_graph: true });
  const [d2udt2] = torch.autograd.grad(dudt!, t_physics, { grad_outputs: torch.ones_like(dudt!), create_graph: true });
  const loss3 = torch.mean((d2udt2! + mu * dudt! + k * u) ** 2);
  const loss = loss1 + 1e-1 * loss2 + 1e-4 * loss3;
  loss.backward();
  optimiser.step();
  console.log(`${loss.item().toFixed(6)} ${loss3.item().toFixed(4)}`);
}
