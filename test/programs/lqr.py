# A linear-quadratic regulator by the Riccati recursion, and the gradient of its cost through it.
import torch

torch.set_default_dtype(torch.float64)
dt = 0.1
A = torch.tensor([[1.0, dt], [0.0, 1.0]])
B = torch.tensor([[0.0], [dt]])
Q = torch.diag(torch.tensor([1.0, 0.1]))
horizon = 30


def lqr(A, B, Q, R):
    P = Q
    gains = []
    for _ in range(horizon):
        S = R + B.mT @ P @ B
        K = torch.linalg.solve(S, B.mT @ P @ A)
        P = Q + A.mT @ P @ (A - B @ K)
        gains.append(K)
    return gains[::-1], P


def rollout(gains, x, R):
    cost = torch.zeros(())
    for K in gains:
        u = -K @ x
        cost = cost + x @ Q @ x + u @ R @ u
        x = A @ x + B @ u
    return cost + x @ Q @ x, x


R = torch.tensor([[0.1]])
gains, P = lqr(A, B, Q, R)
x0 = torch.tensor([1.0, 0.0])
cost, x = rollout(gains, x0, R)
print(f"{cost.item():.8f} {(x0 @ P @ x0).item():.8f}")
print(gains[0])
print(torch.linalg.eigvals(A - B @ gains[0]).abs())

# The penalty for which the first force is 1.5.
log_r = torch.tensor(0.0, requires_grad=True)
optimizer = torch.optim.SGD([log_r], lr=0.3, momentum=0.5)
for i in range(12):
    optimizer.zero_grad()
    gains, _ = lqr(A, B, Q, log_r.exp().reshape(1, 1))
    loss = ((gains[0] @ x0).squeeze() - 1.5) ** 2
    loss.backward()
    optimizer.step()
    if i % 4 == 0:
        print("%d loss %.6f r %.5f grad %.6f" % (i, loss, log_r.exp(), log_r.grad))
J = torch.autograd.functional.jacobian(lambda M: lqr(M, B, Q, R)[1].diagonal().sum(), A)
print(J)
torch.set_default_dtype(torch.float32)
