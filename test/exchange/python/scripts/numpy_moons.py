import numpy as np
import torch
from torch import nn

def make_moons(n_samples=200, noise=0.1, seed=0):
    rng = np.random.RandomState(seed)
    n_out = n_samples // 2
    n_in = n_samples - n_out
    outer_x = np.cos(np.linspace(0, np.pi, n_out))
    outer_y = np.sin(np.linspace(0, np.pi, n_out))
    inner_x = 1 - np.cos(np.linspace(0, np.pi, n_in))
    inner_y = 1 - np.sin(np.linspace(0, np.pi, n_in)) - 0.5
    X = np.vstack([np.append(outer_x, inner_x), np.append(outer_y, inner_y)]).T
    y = np.hstack([np.zeros(n_out, dtype=np.intp), np.ones(n_in, dtype=np.intp)])
    X += rng.normal(scale=noise, size=X.shape)
    return X, y

X, y = make_moons(200, 0.15)
print(X.shape, y.shape, X[:3], y[:5])
idx = np.random.RandomState(1).permutation(len(X))
train_idx, test_idx = idx[:150], idx[150:]
X_train = torch.tensor(X[train_idx], dtype=torch.float32)
y_train = torch.tensor(y[train_idx], dtype=torch.float32).unsqueeze(1)
X_test = torch.tensor(X[test_idx], dtype=torch.float32)
y_test = torch.tensor(y[test_idx], dtype=torch.float32).unsqueeze(1)

torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(2, 16),
    nn.ReLU(),
    nn.Linear(16, 16),
    nn.ReLU(),
    nn.Linear(16, 1),
)
loss_fn = nn.BCEWithLogitsLoss()
opt = torch.optim.Adam(model.parameters(), lr=0.01)

def accuracy(logits, target):
    pred = (torch.sigmoid(logits) > 0.5).float()
    return (pred == target).float().mean().item()

for epoch in range(101):
    model.train()
    logits = model(X_train)
    loss = loss_fn(logits, y_train)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if epoch % 25 == 0:
        model.eval()
        with torch.inference_mode():
            test_logits = model(X_test)
            test_loss = loss_fn(test_logits, y_test)
        print(f"Epoch {epoch:3d} | loss {loss:.4f} acc {accuracy(logits, y_train)*100:.1f}% | test loss {test_loss:.4f} acc {accuracy(test_logits, y_test)*100:.1f}%")
