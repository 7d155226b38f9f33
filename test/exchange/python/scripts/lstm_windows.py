import math
import torch
from torch import nn, optim
from torch.utils.data import Dataset, DataLoader, random_split


class SlidingWindow(Dataset):
    def __init__(self, series, window=12, horizon=1):
        self.series = series
        self.window = window
        self.horizon = horizon

    def __len__(self):
        return self.series.size(0) - self.window - self.horizon + 1

    def __getitem__(self, idx):
        if idx < 0 or idx >= len(self):
            raise IndexError(f"{idx} out of range for {len(self)} windows")
        x = self.series[idx:idx + self.window]
        y = self.series[idx + self.window:idx + self.window + self.horizon]
        return x.unsqueeze(-1), y


class Forecaster(nn.Module):
    def __init__(self, hidden=16, layers=2, dropout=0.1):
        super().__init__()
        self.lstm = nn.LSTM(1, hidden, num_layers=layers, batch_first=True, dropout=dropout)
        self.head = nn.Sequential(nn.LayerNorm(hidden), nn.Linear(hidden, 1))

    def forward(self, x, state=None):
        out, (h, c) = self.lstm(x, state)
        return self.head(out[:, -1]), (h, c)


class EarlyStopping:
    def __init__(self, patience=3, min_delta=0.0):
        self.patience, self.min_delta = patience, min_delta
        self.best, self.bad = math.inf, 0

    def step(self, value):
        if value < self.best - self.min_delta:
            self.best, self.bad = value, 0
            return False
        self.bad += 1
        return self.bad >= self.patience


@torch.no_grad()
def evaluate(model, loader, loss_fn):
    model.eval()
    total, n = 0.0, 0
    for x, y in loader:
        pred, _ = model(x)
        total += loss_fn(pred, y).item() * len(x)
        n += len(x)
    return total / n


def main():
    torch.manual_seed(1234)
    t = torch.arange(0, 120, dtype=torch.float32)
    series = torch.sin(2 * math.pi * t / 24) + 0.3 * torch.cos(2 * math.pi * t / 7) + 0.05 * torch.randn(120)
    mean, std = series.mean(), series.std(unbiased=False)
    series = (series - mean) / std
    ds = SlidingWindow(series, window=10)
    n_val = int(0.2 * len(ds))
    train, val = random_split(ds, [len(ds) - n_val, n_val], generator=torch.Generator().manual_seed(0))
    print(f"{len(ds)} windows: {len(train)} train / {len(val)} val; first x {tuple(ds[0][0].shape)}")
    tl = DataLoader(train, batch_size=16, shuffle=True)
    vl = DataLoader(val, batch_size=32)
    model = Forecaster()
    print(model)
    loss_fn = nn.SmoothL1Loss()
    opt = optim.Adam(model.parameters(), lr=8e-3)
    sched = optim.lr_scheduler.CosineAnnealingLR(opt, T_max=6, eta_min=1e-4)
    stop = EarlyStopping(patience=2, min_delta=1e-3)
    hist = {"train": [], "val": []}
    for epoch in range(1, 7):
        model.train()
        running = 0.0
        for step, (x, y) in enumerate(tl, 1):
            opt.zero_grad()
            pred, _ = model(x)
            loss = loss_fn(pred, y)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
            opt.step()
            running += (loss.item() - running) / step
        sched.step()
        v = evaluate(model, vl, loss_fn)
        hist["train"].append(running)
        hist["val"].append(v)
        print(f"[{epoch:02d}/06] train={running:.4f} val={v:.4f} lr={sched.get_last_lr()[0]:.2e}")
        if stop.step(v):
            print("early stop at", epoch)
            break
    best = min(range(len(hist["val"])), key=hist["val"].__getitem__)
    print("best epoch", best + 1, {k: [round(x, 3) for x in v[-2:]] for k, v in hist.items()})
    model.eval()
    window = series[:10].view(1, -1, 1)
    forecast, state = [], None
    with torch.no_grad():
        for _ in range(5):
            y, state = model(window, state)
            forecast.append((y * std + mean).item())
            window = y.view(1, 1, 1)
    print("forecast:", ", ".join(f"{v:+.3f}" for v in forecast))
    try:
        ds[len(ds)]
    except IndexError as e:
        print(type(e).__name__ + ":", e)


if __name__ == "__main__":
    main()
