import numpy as np
import torch

# Two-layer network, numpy vs PyTorch, manual gradients
N, D_in, H, D_out = 16, 10, 5, 2
rng = np.random.RandomState(0)
x = rng.randn(N, D_in)
y = rng.randn(N, D_out)
w1 = rng.randn(D_in, H)
w2 = rng.randn(H, D_out)

tx, ty = torch.from_numpy(x), torch.from_numpy(y)
tw1 = torch.from_numpy(w1.copy()).requires_grad_()
tw2 = torch.from_numpy(w2.copy()).requires_grad_()

learning_rate = 1e-4
for t in range(101):
    h = x.dot(w1)
    h_relu = np.maximum(h, 0)
    y_pred = h_relu.dot(w2)
    loss = np.square(y_pred - y).sum()
    grad_y_pred = 2.0 * (y_pred - y)
    grad_w2 = h_relu.T.dot(grad_y_pred)
    grad_h_relu = grad_y_pred.dot(w2.T)
    grad_h = grad_h_relu.copy()
    grad_h[h < 0] = 0
    grad_w1 = x.T.dot(grad_h)
    w1 -= learning_rate * grad_w1
    w2 -= learning_rate * grad_w2

    tloss = (tx.mm(tw1).clamp(min=0).mm(tw2) - ty).pow(2).sum()
    tloss.backward()
    with torch.no_grad():
        tw1 -= learning_rate * tw1.grad
        tw2 -= learning_rate * tw2.grad
        tw1.grad.zero_()
        tw2.grad.zero_()
    if t % 25 == 0:
        print(t, round(loss, 4), round(tloss.item(), 4))
print(np.abs(w1 - tw1.detach().numpy()).max() < 1e-10)
print(w2)
