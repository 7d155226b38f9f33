# Physics: a Hamiltonian network (gradients inside the model), a leapfrog integrator, a Lagrangian by jacobian and hessian, LBFGS.
import torch
import torch.nn as nn
from torch.func import jacrev, hessian, vmap, jvp, vjp
from torch.autograd import grad


class HNN(nn.Module):
    def __init__(self, dim=2, hidden=10):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(dim, hidden), nn.Tanh(), nn.Linear(hidden, hidden), nn.Tanh(), nn.Linear(hidden, 1, bias=False))
        J = torch.eye(dim)
        J = torch.cat([J[dim // 2 :], -J[: dim // 2]])
        self.register_buffer('J', J)
        for layer in self.net:
            if isinstance(layer, nn.Linear):
                nn.init.orthogonal_(layer.weight)

    def forward(self, x):
        with torch.enable_grad():
            x = x.requires_grad_() if not x.requires_grad else x
            H = self.net(x).sum()
            dH = grad(H, x, create_graph=True)[0]
        return dH @ self.J.T


torch.manual_seed(13)
model = HNN()
print(model.J)
q = torch.linspace(-1.5, 1.5, 12)
p = torch.sin(3 * q)
x = torch.stack([q, p], dim=1)
dx = torch.stack([p, -torch.sin(q)], dim=1)
opt = torch.optim.Adam(model.parameters(), lr=1e-2, amsgrad=True, weight_decay=1e-4)
for step in range(6):
    loss = (model(x.clone()) - dx).pow(2).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step % 2 == 0:
        print(f'hnn {step} {loss.item():.5f}')


def energy(q, p):
    return p.pow(2) / 2 + 1 - torch.cos(q)


q, p, h = torch.tensor(1.0, dtype=torch.float64), torch.tensor(0.0, dtype=torch.float64), 0.1
e0 = energy(q, p)
for i in range(30):
    p = p - h / 2 * torch.sin(q)
    q = q + h * p
    p = p - h / 2 * torch.sin(q)
print(q, p, f'{(energy(q, p) - e0).item():.3e}')


def lagrangian(q, qt):
    m, l, g = 1.0, 1.0, 9.8
    t1, t2 = q
    w1, w2 = qt
    T = m * l**2 * w1**2 + 0.5 * m * l**2 * (w2**2 + 2 * w1 * w2 * torch.cos(t1 - t2))
    V = -m * g * l * (2 * torch.cos(t1) + torch.cos(t2))
    return T - V


def acceleration(q, qt):
    H = hessian(lagrangian, argnums=1)(q, qt)
    gq = jacrev(lagrangian, argnums=0)(q, qt)
    cross = jacrev(jacrev(lagrangian, argnums=1), argnums=0)(q, qt)
    return torch.linalg.pinv(H) @ (gq - cross @ qt)


q0 = torch.tensor([1.0, -0.5], dtype=torch.float64)
v0 = torch.tensor([0.1, 0.2], dtype=torch.float64)
print(acceleration(q0, v0))
qs = q0 + 0.1 * torch.arange(3, dtype=torch.float64)[:, None]
print(vmap(acceleration, in_dims=(0, None))(qs, v0))


def rk4(f, y, dt):
    k1 = f(*y)
    k2 = f(*(a + dt / 2 * b for a, b in zip(y, k1)))
    k3 = f(*(a + dt / 2 * b for a, b in zip(y, k2)))
    k4 = f(*(a + dt * b for a, b in zip(y, k3)))
    return tuple(a + dt / 6 * (b + 2 * c + 2 * d + e) for a, b, c, d, e in zip(y, k1, k2, k3, k4))


state = (q0, v0)
for _ in range(5):
    state = rk4(lambda q, v: (v, acceleration(q, v)), state, 0.05)
print(state)
out, tangent = jvp(lambda t: lagrangian(t, v0), (q0,), (torch.ones_like(q0),))
val, pull = vjp(lambda t: torch.stack([t.sum(), t.prod()]), q0)
print(out, tangent, pull(torch.tensor([1.0, 2.0], dtype=torch.float64)))

theta = torch.zeros(3, dtype=torch.float64, requires_grad=True)
ts = torch.linspace(0, 2, 10, dtype=torch.float64)
obs = 2.0 * torch.exp(-0.7 * ts) + 0.3
lbfgs = torch.optim.LBFGS([theta], lr=1, max_iter=10, line_search_fn='strong_wolfe')
evals = 0


def closure():
    global evals
    evals += 1
    lbfgs.zero_grad()
    fit = theta[0] * torch.exp(-theta[1] * ts) + theta[2]
    loss = (fit - obs).square().sum()
    loss.backward()
    return loss


for i in range(3):
    l = lbfgs.step(closure)
    print(f'lbfgs {i} {l.item():.6e} {evals}')
print(theta.detach())
