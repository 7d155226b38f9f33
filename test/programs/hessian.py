# Second order by hand: Newton's method with a Hessian, Hessian-vector products, power iteration, torch.func.
import torch
from torch.autograd.functional import hessian, jacobian, hvp
from torch.func import grad, functional_call


def rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


x = torch.tensor([-1.2, 1.0], dtype=torch.float64)
for i in range(4):
    g = jacobian(rosenbrock, x)
    H = hessian(rosenbrock, x)
    step = torch.linalg.solve(H, g)
    x = x - step
    print(i, f"{rosenbrock(x).item():.8f}", x)

torch.manual_seed(6)
net = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Softplus(), torch.nn.Linear(4, 1)).double()
data = torch.randn(8, 3, dtype=torch.float64)
target = data.prod(dim=1, keepdim=True)
params = list(net.parameters())
loss = torch.nn.functional.mse_loss(net(data), target)
grads = torch.autograd.grad(loss, params, create_graph=True)
v = [torch.ones_like(p) for p in params]
for it in range(3):
    norm = torch.sqrt(sum((w**2).sum() for w in v))
    v = [w / norm for w in v]
    Hv = torch.autograd.grad(grads, params, grad_outputs=v, retain_graph=True)
    eig = sum((a * b).sum() for a, b in zip(Hv, v))
    v = [h.detach() for h in Hv]
    print(f"power iteration {it}: {eig.item():.6f}")


def compute_loss(p, data, target):
    return torch.nn.functional.mse_loss(functional_call(net, p, (data,)), target)


named = {k: p.detach() for k, p in net.named_parameters()}
fg = grad(compute_loss)(named, data, target)
print(sorted(fg), torch.allclose(fg["0.weight"], grads[0]))
value, product = hvp(rosenbrock, torch.tensor([0.5, 0.5]), torch.tensor([1.0, 0.0]))
print(value, product)
a = torch.tensor(3.0, requires_grad=True)
b = a**4
d1 = torch.autograd.grad(b, a, create_graph=True)[0]
d2 = torch.autograd.grad(d1, a, create_graph=True)[0]
d3 = torch.autograd.grad(d2, a)[0]
print(d1, d2, d3)
