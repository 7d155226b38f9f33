import torch
import numpy as np

class Optimizer:
    def __init__(self, params, lr):
        self.params = list(params)
        self.lr = lr
        self.t = 0

    def zero_grad(self):
        for p in self.params:
            if p.grad is not None:
                p.grad.zero_()

    def step(self):
        self.t += 1
        with torch.no_grad():
            for i, p in enumerate(self.params):
                if p.grad is None:
                    continue
                self.update(i, p)

    def update(self, i, p):
        raise NotImplementedError

class SGDMomentum(Optimizer):
    def __init__(self, params, lr=0.01, momentum=0.9, nesterov=False):
        super().__init__(params, lr)
        self.momentum = momentum
        self.nesterov = nesterov
        self.v = [torch.zeros_like(p) for p in self.params]

    def update(self, i, p):
        self.v[i] = self.momentum * self.v[i] + p.grad
        if self.nesterov:
            p -= self.lr * (p.grad + self.momentum * self.v[i])
        else:
            p -= self.lr * self.v[i]

class RMSProp(Optimizer):
    def __init__(self, params, lr=0.01, beta=0.9, eps=1e-8):
        super().__init__(params, lr)
        self.beta, self.eps = beta, eps
        self.s = [torch.zeros_like(p) for p in self.params]

    def update(self, i, p):
        self.s[i].mul_(self.beta).addcmul_(p.grad, p.grad, value=1 - self.beta)
        p.addcdiv_(p.grad, self.s[i].sqrt().add_(self.eps), value=-self.lr)

class Adam(Optimizer):
    def __init__(self, params, lr=0.01, betas=(0.9, 0.999), eps=1e-8):
        super().__init__(params, lr)
        self.b1, self.b2 = betas
        self.eps = eps
        self.m = [torch.zeros_like(p) for p in self.params]
        self.v = [torch.zeros_like(p) for p in self.params]

    def update(self, i, p):
        g = p.grad
        self.m[i] = self.b1 * self.m[i] + (1 - self.b1) * g
        self.v[i] = self.b2 * self.v[i] + (1 - self.b2) * g ** 2
        m_hat = self.m[i] / (1 - self.b1 ** self.t)
        v_hat = self.v[i] / (1 - self.b2 ** self.t)
        p -= self.lr * m_hat / (torch.sqrt(v_hat) + self.eps)

def rosenbrock(p):
    x, y = p
    return (1 - x) ** 2 + 100 * (y - x ** 2) ** 2

optimizers = {
    'sgd': lambda p: SGDMomentum(p, lr=1e-4),
    'nesterov': lambda p: SGDMomentum(p, lr=1e-4, nesterov=True),
    'rmsprop': lambda p: RMSProp(p, lr=1e-3),
    'adam': lambda p: Adam(p, lr=1e-2),
}
results = {}
for name, make in optimizers.items():
    p = torch.tensor([-1.5, 2.0], requires_grad=True)
    opt = make([p])
    path = [p.detach().numpy().copy()]
    for i in range(100):
        opt.zero_grad()
        loss = rosenbrock(p)
        loss.backward()
        opt.step()
        path.append(p.detach().numpy().copy())
    path = np.array(path)
    results[name] = loss.item()
    steps = np.linalg.norm(np.diff(path, axis=0), axis=1)
    print(f"{name:10s} final={path[-1].round(4)} loss={loss.item():.5f} travelled={steps.sum():.4f}")
best = min(results, key=results.get)
print("best:", best)

# compare with the real one
p1 = torch.tensor([-1.5, 2.0], requires_grad=True)
p2 = torch.tensor([-1.5, 2.0], requires_grad=True)
ours, real = Adam([p1], lr=0.05), torch.optim.Adam([p2], lr=0.05)
for _ in range(20):
    for o, q in ((ours, p1), (real, p2)):
        o.zero_grad()
        rosenbrock(q).backward()
        o.step()
print(np.allclose(p1.detach().numpy(), p2.detach().numpy(), atol=1e-5), p1.detach().numpy())
