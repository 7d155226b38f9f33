import numpy as np
import torch

A = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
b = np.array([1.0, 2.0, 3.0])
x = np.linalg.solve(A, b)
print("solution", x)
print("check", np.allclose(A @ x, b))
tA, tb = torch.from_numpy(A), torch.from_numpy(b)
print(torch.linalg.solve(tA, tb).numpy())
vals, vecs = np.linalg.eigh(A)
print("eigenvalues", vals.round(6))
print("det", round(float(np.linalg.det(A)), 6), "rank", np.linalg.matrix_rank(A), "trace", np.trace(A))
print("inv\n", np.linalg.inv(A).round(4))
U, S, Vt = np.linalg.svd(A)
print("S", S.round(5), np.allclose(U @ np.diag(S) @ Vt, A))
Q, R = np.linalg.qr(A)
print(np.allclose(Q @ R, A), np.allclose(Q.T @ Q, np.eye(3)))
print("norms", np.linalg.norm(b), np.linalg.norm(A), np.linalg.norm(A, ord=1), np.linalg.norm(b, np.inf))

def power_iteration(M, n=50):
    v = np.ones(M.shape[0]) / np.sqrt(M.shape[0])
    for _ in range(n):
        v = M @ v
        v /= np.linalg.norm(v)
    return v @ M @ v, v

lam, v = power_iteration(A)
print(f"power iteration {lam:.6f} vs {vals[-1]:.6f}")

def conjugate_gradient(M, b, tol=1e-10):
    x = np.zeros_like(b)
    r = b - M.dot(x)
    p = r.copy()
    rs = r.dot(r)
    for i in range(len(b)):
        Mp = M.dot(p)
        alpha = rs / p.dot(Mp)
        x += alpha * p
        r -= alpha * Mp
        new = r.dot(r)
        if np.sqrt(new) < tol:
            break
        p = r + (new / rs) * p
        rs = new
    return x, i + 1

cg, its = conjugate_gradient(A, b)
print(cg.round(6), its)
w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
opt = torch.optim.LBFGS([w], lr=1, max_iter=20)
def closure():
    opt.zero_grad()
    loss = 0.5 * w @ tA @ w - tb @ w
    loss.backward()
    return loss
opt.step(closure)
print(np.abs(w.detach().numpy() - x).max() < 1e-4)
