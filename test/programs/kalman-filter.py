# A Kalman filter follows a moving point, and learns how noisy it is from the likelihood.
import torch
from torch.distributions import MultivariateNormal

torch.manual_seed(3)
torch.set_default_dtype(torch.float64)

dt = 0.5
A = torch.tensor([[1.0, dt], [0.0, 1.0]])
H = torch.tensor([[1.0, 0.0]])
steps = 25
true_q, true_r = 0.05, 0.4

x = torch.tensor([0.0, 1.0])
xs, zs = [], []
for t in range(steps):
    x = A @ x + true_q * torch.randn(2)
    xs.append(x)
    zs.append(H @ x + true_r * torch.randn(1))
xs = torch.stack(xs)
zs = torch.stack(zs)

log_q = torch.zeros((), requires_grad=True)
log_r = torch.zeros((), requires_grad=True)


def kalman(zs):
    Q = torch.exp(2 * log_q) * torch.eye(2)
    R = torch.exp(2 * log_r) * torch.eye(1)
    m, P = torch.zeros(2), torch.eye(2)
    total = torch.zeros(())
    means = []
    for z in zs:
        m = A @ m
        P = A @ P @ A.T + Q
        S = H @ P @ H.T + R
        total = total + MultivariateNormal(H @ m, S).log_prob(z)
        K = torch.linalg.solve(S, H @ P, left=True).mT
        m = m + K @ (z - H @ m)
        P = (torch.eye(2) - K @ H) @ P
        means.append(m)
    return total, torch.stack(means), P


optimizer = torch.optim.Adam([log_q, log_r], lr=0.2)
for i in range(20):
    optimizer.zero_grad()
    loglik, _, _ = kalman(zs)
    loss = -loglik
    loss.backward()
    optimizer.step()
    if i % 5 == 0:
        print(f"{i:2d} nll {loss.item():.6f} q {log_q.exp().item():.4f} r {log_r.exp().item():.4f} grad {log_q.grad.item():.5f}")
with torch.no_grad():
    _, means, P = kalman(zs)
    print("rmse %.6f" % (means[:, 0] - xs[:, 0]).pow(2).mean().sqrt())
    print("raw %.6f" % (zs[:, 0] - xs[:, 0]).pow(2).mean().sqrt())
    print(P)
    print(torch.linalg.eigvalsh(P))
torch.set_default_dtype(torch.float32)
