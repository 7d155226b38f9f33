# torch.func: ensembles by vmap, per-sample gradients, empirical NTK, Hessian of a loss, jvp against finite differences
import copy
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.func import functional_call, stack_module_state, vmap, grad, vjp, jvp, jacrev, jacfwd, hessian, grad_and_value

torch.manual_seed(0)

class SimpleMLP(nn.Module):
    def __init__(self, num_classes=3):
        super().__init__()
        self.fc1 = nn.Linear(6, 8)
        self.fc2 = nn.Linear(8, num_classes)

    def forward(self, x):
        x = x.flatten(1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

data, targets = torch.randn(12, 1, 2, 3), torch.randint(3, (12,))
num_models = 4
models = [SimpleMLP() for _ in range(num_models)]
params, buffers = stack_module_state(models)
print({k: tuple(v.shape) for k, v in params.items()}, buffers)
base_model = copy.deepcopy(models[0]).to("meta") if False else models[0]

def fmodel(params, buffers, x):
    return functional_call(base_model, (params, buffers), (x,))

predictions1_vmap = vmap(fmodel, in_dims=(0, 0, 0))(params, buffers, data.view(4, 3, 1, 2, 3))
predictions2_vmap = vmap(fmodel, in_dims=(0, 0, None))(params, buffers, data[:3])
print(predictions1_vmap.shape, torch.allclose(predictions2_vmap, torch.stack([m(data[:3]) for m in models]), atol=1e-3, rtol=1e-5))

def compute_loss(params, x, t):
    out = functional_call(models[0], params, (x.unsqueeze(0),))
    return F.cross_entropy(out, t.unsqueeze(0))

p0 = {k: v.detach() for k, v in models[0].named_parameters()}
ft_per_sample_grads = vmap(grad(compute_loss), in_dims=(None, 0, 0))(p0, data, targets)
norms = torch.stack([g.flatten(1).norm(dim=1) for g in ft_per_sample_grads.values()]).norm(dim=0)
print(norms)

def train_step(params, x, y):
    grads, loss = grad_and_value(lambda p: F.cross_entropy(functional_call(base_model, p, (x,)), y))(params)
    return {k: params[k] - 0.1 * g for k, g in grads.items()}, loss

ens = {k: v.detach().clone() for k, v in params.items()}
for step in range(3):
    ens, losses = vmap(train_step, in_dims=(0, None, None))(ens, data, targets)
    print(step, [round(l, 4) for l in losses.tolist()])

def fnet_single(params, x):
    return functional_call(models[0], params, (x.unsqueeze(0),)).squeeze(0)

def empirical_ntk_jacobian_contraction(fnet_single, params, x1, x2):
    jac1 = vmap(jacrev(fnet_single), (None, 0))(params, x1)
    jac1 = [j.flatten(2) for j in jac1.values()]
    jac2 = vmap(jacrev(fnet_single), (None, 0))(params, x2)
    jac2 = [j.flatten(2) for j in jac2.values()]
    return torch.stack([torch.einsum("Naf,Mbf->NMab", j1, j2) for j1, j2 in zip(jac1, jac2)]).sum(0)

ntk = empirical_ntk_jacobian_contraction(fnet_single, p0, data[:2], data[2:4])
print(ntk.shape, ntk[0, 0])

def rosenbrock(x):
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()

x = torch.tensor([1.2, 1.0, 0.8])
print(hessian(rosenbrock)(x))
print(torch.allclose(jacfwd(jacrev(rosenbrock))(x), hessian(rosenbrock)(x)))
out, tangent = jvp(rosenbrock, (x,), (torch.ones(3),))
print(out, tangent, (rosenbrock(x + 1e-3) - rosenbrock(x - 1e-3)) / 2e-3)
value, vjp_fn = vjp(lambda a: torch.sin(a) * a.sum(), x)
print(value, vjp_fn(torch.ones(3))[0])
d2 = vmap(grad(grad(lambda t: torch.tanh(t) ** 2)))(torch.linspace(-1, 1, 5))
print(d2)
