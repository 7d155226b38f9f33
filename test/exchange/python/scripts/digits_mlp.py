import torch
import torch.nn as nn
import torch.optim as optim
from torch.utils.data import Dataset, DataLoader
from typing import Tuple


class ToyDigits(Dataset):
    """Noisy prototypes, ten classes."""

    def __init__(self, n: int, seed: int = 0) -> None:
        g = torch.Generator().manual_seed(seed)
        self.protos = torch.rand(10, 16, generator=g)
        self.targets = torch.randint(10, (n,), generator=g)
        self.data = self.protos[self.targets] + 0.1 * torch.randn(n, 16, generator=g)

    def __len__(self) -> int:
        return self.data.shape[0]

    def __getitem__(self, i) -> Tuple[torch.Tensor, int]:
        return self.data[i], int(self.targets[i])


class MLP(nn.Module):
    def __init__(self, sizes, activation=nn.ReLU):
        super().__init__()
        layers = []
        for i in range(len(sizes) - 1):
            layers.append(nn.Linear(sizes[i], sizes[i + 1]))
            if i < len(sizes) - 2:
                layers.append(activation())
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return self.net(x)


class Trainer:
    def __init__(self, model, optimizer, criterion, device="cpu"):
        self.model = model.to(device)
        self.optimizer = optimizer
        self.criterion = criterion
        self.device = device
        self.history = {"train_loss": [], "val_acc": []}

    def fit(self, train_loader, val_loader, epochs):
        for epoch in range(epochs):
            self.model.train()
            total = 0.0
            for x, y in train_loader:
                x, y = x.to(self.device), y.to(self.device)
                self.optimizer.zero_grad()
                loss = self.criterion(self.model(x), y)
                loss.backward()
                self.optimizer.step()
                total += loss.item() * len(y)
            self.history["train_loss"].append(total / len(train_loader.dataset))
            self.history["val_acc"].append(self.evaluate(val_loader))
            print(f"[{epoch + 1:02d}/{epochs:02d}] loss={self.history['train_loss'][-1]:.4f} acc={self.history['val_acc'][-1]:.2%}")
        return self.history

    @torch.no_grad()
    def evaluate(self, loader):
        self.model.eval()
        hits = [(self.model(x).argmax(-1) == y).sum().item() for x, y in loader]
        return sum(hits) / len(loader.dataset)


torch.manual_seed(42)
train_ds, val_ds = ToyDigits(128), ToyDigits(40, seed=1)
val_ds.protos = train_ds.protos
model = MLP([16, 32, 10], activation=nn.Tanh)
trainer = Trainer(model, optim.Adam(model.parameters(), lr=5e-3), nn.CrossEntropyLoss())
hist = trainer.fit(DataLoader(train_ds, batch_size=32, shuffle=True), DataLoader(val_ds, batch_size=20), epochs=3)
print({k: [round(v, 4) for v in vs] for k, vs in hist.items()})
print(max(hist["val_acc"]), hist.keys())
x, y = train_ds[3]
print(x.shape, y, type(y).__name__)
