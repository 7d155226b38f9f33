import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset, TensorDataset, random_split

torch.manual_seed(42)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(f"Using device: {device}")

BATCH_SIZE = 8
EPOCHS = 2
LR = 1e-3


class SyntheticDataset(Dataset):
    """Blobs of two classes."""

    def __init__(self, n_samples=48, size=8, transform=None):
        self.n_samples = n_samples
        self.transform = transform
        self.data = torch.randn(n_samples, 1, size, size)
        self.labels = torch.randint(0, 3, (n_samples,))

    def __len__(self):
        return self.n_samples

    def __getitem__(self, idx):
        x = self.data[idx]
        if self.transform is not None:
            x = self.transform(x)
        return x, self.labels[idx]


class SimpleCNN(nn.Module):
    def __init__(self, num_classes: int = 3, dropout: float = 0.25):
        super(SimpleCNN, self).__init__()
        self.conv1 = nn.Conv2d(1, 4, kernel_size=3, padding=1)
        self.bn1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 8, 3, padding=1)
        self.pool = nn.MaxPool2d(2, 2)
        self.dropout = nn.Dropout(dropout)
        self.fc1 = nn.Linear(8 * 2 * 2, 16)
        self.fc2 = nn.Linear(16, num_classes)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.pool(F.relu(self.bn1(self.conv1(x))))
        x = self.pool(F.relu(self.conv2(x)))
        x = x.view(x.size(0), -1)  # flatten
        x = self.dropout(F.relu(self.fc1(x)))
        return self.fc2(x)


def train_one_epoch(model, loader, criterion, optimizer, epoch):
    model.train()
    running_loss = 0.0
    correct = 0
    total = 0
    for batch_idx, (inputs, targets) in enumerate(loader):
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()
        outputs = model(inputs)
        loss = criterion(outputs, targets)
        loss.backward()
        optimizer.step()
        running_loss += loss.item() * inputs.size(0)
        _, predicted = outputs.max(1)
        total += targets.size(0)
        correct += predicted.eq(targets).sum().item()
        if batch_idx % 2 == 0:
            print(f"  [{epoch}] batch {batch_idx}/{len(loader)} loss={loss.item():.4f}")
    return running_loss / total, 100. * correct / total


@torch.no_grad()
def evaluate(model, loader, criterion):
    model.eval()
    losses = []
    correct = 0
    for x, y in loader:
        out = model(x)
        losses.append(criterion(out, y).item())
        correct += (out.argmax(dim=1) == y).sum().item()
    return sum(losses) / len(losses), correct / len(loader.dataset)


if __name__ == "__main__":
    dataset = SyntheticDataset(transform=lambda t: (t - t.mean()) / (t.std() + 1e-6))
    train_set, val_set = random_split(dataset, [40, 8])
    train_loader = DataLoader(train_set, batch_size=BATCH_SIZE, shuffle=True)
    val_loader = DataLoader(val_set, batch_size=BATCH_SIZE)
    model = SimpleCNN().to(device)
    print(model)
    n_params = sum(p.numel() for p in model.parameters() if p.requires_grad)
    print(f"Parameters: {n_params:,}")
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    history = {"train_loss": [], "val_acc": []}
    best_acc = 0.0
    for epoch in range(1, EPOCHS + 1):
        train_loss, train_acc = train_one_epoch(model, train_loader, criterion, optimizer, epoch)
        val_loss, val_acc = evaluate(model, val_loader, criterion)
        scheduler.step()
        history["train_loss"].append(train_loss)
        history["val_acc"].append(val_acc)
        if val_acc > best_acc:
            best_acc = val_acc
            state = {k: v.clone() for k, v in model.state_dict().items()}
        print(f"Epoch {epoch:2d} | train loss {train_loss:.4f} acc {train_acc:.2f}% | val loss {val_loss:.4f} acc {val_acc:.3f} | lr {scheduler.get_last_lr()[0]:.6f}")
    print("best", best_acc, history["val_acc"])
    print(len(state), list(state.keys())[:3])
    model.load_state_dict(state)
    print(torch.softmax(model(torch.zeros(1, 1, 8, 8)), dim=1))
