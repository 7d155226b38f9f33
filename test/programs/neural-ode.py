# A neural ODE: Euler and Runge-Kutta steps through a small network, fitted to a spiral.
import torch
import torch.nn as nn


class ODEFunc(nn.Module):
    def __init__(self):
        super(ODEFunc, self).__init__()
        self.net = nn.Sequential(nn.Linear(2, 10), nn.Tanh(), nn.Linear(10, 2))
        for m in self.net.modules():
            if isinstance(m, nn.Linear):
                nn.init.normal_(m.weight, mean=0, std=0.1)
                nn.init.constant_(m.bias, val=0)

    def forward(self, t, y):
        return self.net(y**3)


def euler(f, t, dt, y):
    return y + dt * f(t, y)


def rk4(f, t, dt, y):
    k1 = f(t, y)
    k2 = f(t + dt / 2, y + dt * k1 / 2)
    k3 = f(t + dt / 2, y + dt * k2 / 2)
    k4 = f(t + dt, y + dt * k3)
    return y + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def odeint(f, y0, t, method):
    ys = [y0]
    for t0, t1 in zip(t[:-1], t[1:]):
        ys.append(method(f, t0, t1 - t0, ys[-1]))
    return torch.stack(ys)


true_A = torch.tensor([[-0.1, 2.0], [-2.0, -0.1]])


class Lambda(nn.Module):
    def forward(self, t, y):
        return torch.mm(y**3, true_A)


torch.manual_seed(1)
t = torch.linspace(0.0, 2.0, 21)
y0 = torch.tensor([[2.0, 0.0]])
with torch.no_grad():
    true_y = odeint(Lambda(), y0, t, rk4)
print(true_y.shape, true_y[-1])
func = ODEFunc()
optimizer = torch.optim.RMSprop(func.parameters(), lr=1e-2)
for itr in range(1, 5):
    optimizer.zero_grad()
    s = torch.randint(0, 21 - 5, (4,))
    batch_y0 = true_y[s]
    batch_t = t[:5]
    batch_y = torch.stack([true_y[s + i] for i in range(5)], dim=0)
    pred_y = odeint(func, batch_y0, batch_t, rk4 if itr % 2 else euler)
    loss = torch.mean(torch.abs(pred_y - batch_y))
    loss.backward()
    optimizer.step()
    if itr % 2 == 0:
        with torch.no_grad():
            pred_y = odeint(func, y0, t, rk4)
            total = (pred_y - true_y).abs().mean()
            print("Iter {:04d} | Total Loss {:.6f} | batch {:.4f}".format(itr, total.item(), loss.item()))
print(list(func.state_dict().keys()))
