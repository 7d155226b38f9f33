import * as torch from 'tensor-lens';
import { add, format, mul, print, range, zip } from 'tensor-lens/python';

// A neural ODE: Euler and Runge-Kutta steps through a small network, fitted to a spiral.
const { nn } = torch;

class ODEFunc extends nn.Module {
  net = new nn.Sequential(new nn.Linear(2, 10), new nn.Tanh(), new nn.Linear(10, 2));

  constructor() {
    super();
    for (const m of this.net.modules()) {
      if (m instanceof nn.Linear) {
        nn.init.normal_(m.weight, { mean: 0, std: 0.1 });
        nn.init.constant_(m.bias!, { val: 0 });
      }
    }
  }

  forward(t: torch.Tensor, y: torch.Tensor) {
    return this.net(y ** 3);
  }
}

function euler(f: any, t: any, dt: any, y: any) {
  return add(y, mul(dt, f(t, y)));
}

function rk4(f: any, t: any, dt: any, y: any) {
  const k1 = f(t, y);
  const k2 = f(add(t, dt / 2), add(y, mul(dt, k1) / 2));
  const k3 = f(add(t, dt / 2), add(y, mul(dt, k2) / 2));
  const k4 = f(add(t, dt), add(y, mul(dt, k3)));
  return add(y, mul(dt / 6, add(add(add(k1, mul(2, k2)), mul(2, k3)), k4)));
}

function odeint(f: any, y0: torch.Tensor, t: torch.Tensor, method: any) {
  const ys = [y0];
  for (const [t0, t1] of zip(t[':-1'], t['1:'])) {
    ys.push(method(f, t0, t1 - t0, ys.at(-1)!));
  }
  return torch.stack(ys);
}

const true_A = torch.tensor([[-0.1, 2.0], [-2.0, -0.1]]);

class Lambda extends nn.Module {
  forward(t: torch.Tensor, y: torch.Tensor) {
    return torch.mm(y ** 3, true_A);
  }
}

torch.manual_seed(1);
const t = torch.linspace(0.0, 2.0, 21);
const y0 = torch.tensor([[2.0, 0.0]], { dtype: torch.float32 });
let true_y!: torch.Tensor;
torch.no_grad(() => {
  true_y = odeint(new Lambda(), y0, t, rk4);
});
print(true_y.shape, true_y[-1]);
const func = new ODEFunc();
const optimizer = new torch.optim.RMSprop(func.parameters(), { lr: 1e-2 });
for (let itr = 1; itr < 5; itr++) {
  optimizer.zero_grad();
  const s = torch.randint(0, 21 - 5, [4]);
  const batch_y0 = true_y[s];
  const batch_t = t[':5'];
  const batch_y = torch.stack([...range(5)].map((i) => true_y.index(s + i)), { dim: 0 });
  let pred_y = odeint(func, batch_y0, batch_t, itr % 2 ? rk4 : euler);
  const loss = torch.mean(torch.abs(pred_y - batch_y));
  loss.backward();
  optimizer.step();
  if (itr % 2 === 0) {
    torch.no_grad(() => {
      pred_y = odeint(func, y0, t, rk4);
      const total = (pred_y - true_y).abs().mean();
      console.log(format('Iter {:04d} | Total Loss {:.6f} | batch {:.4f}', [itr, total.item(), loss.item()], {}, { 1: 'float', 2: 'float' }));
    });
  }
}
print([...Object.keys(func.state_dict())]);
