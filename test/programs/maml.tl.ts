import * as torch from 'tensor-lens';
const { functional_call, grad } = torch.func;
const { nn } = torch;
const F = nn.functional;
type Tensor = torch.Tensor;

torch.manual_seed(3);
const net = new nn.Sequential(new nn.Linear(1, 10), new nn.Tanh(), new nn.Linear(10, 1));
const params: Record<string, Tensor> = Object.fromEntries(net.named_parameters());
const opt = new torch.optim.Adam(net.parameters(), { lr: 1e-2 });

function task_loss(params: Record<string, Tensor>, x: Tensor, y: Tensor): Tensor {
  return F.mse_loss(functional_call(net, params, [x]), y);
}

for (let it = 0; it < 4; it++) {
  opt.zero_grad();
  let total = torch.zeros([]);
  for (let task = 0; task < 3; task++) {
    const phase = torch.rand(1) * 3.14;
    const x = torch.rand(8, 1) * 10 - 5;
    const y = torch.sin(x + phase);
    const loss = task_loss(params, x[':4'], y[':4']);
    const grads = torch.autograd.grad(loss, Object.values(params), { create_graph: true });
    const fast = Object.fromEntries(Object.entries(params).map(([k, p], i) => [k, p - 0.1 * grads[i]!]));
    total = total + task_loss(fast, x['4:'], y['4:']);
  }
  total.backward();
  opt.step();
  console.log(`${it} ${total.item().toFixed(4)}`);
}
const detached = Object.fromEntries(Object.entries(params).map(([k, p]) => [k, p.detach()]));
const g = grad(task_loss)(detached, torch.ones(2, 1), torch.zeros(2, 1)) as Record<string, Tensor>;
const shapes = Object.entries(g).map(([k, v]) => `'${k}': (${v.shape.join(', ')}${v.ndim === 1 ? ',' : ''})`);
console.log(`{${shapes.join(', ')}}`);
console.log(g['2.bias']);
