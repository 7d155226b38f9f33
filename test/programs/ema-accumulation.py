# Training hygiene: accumulated gradients, clipping, warm-up and cosine, an average of the weights, early stopping.
import copy
import math
import torch
import torch.nn as nn


class EMA:
    def __init__(self, model, decay):
        self.decay = decay
        self.shadow = {name: p.clone().detach() for name, p in model.named_parameters()}

    @torch.no_grad()
    def update(self, model):
        for name, p in model.named_parameters():
            self.shadow[name].lerp_(p, 1 - self.decay)

    def apply_to(self, model):
        clone = copy.deepcopy(model)
        clone.load_state_dict(self.shadow, strict=False)
        return clone


class EarlyStopping:
    def __init__(self, patience=2, delta=0.0):
        self.patience, self.delta = patience, delta
        self.best, self.counter, self.stop = None, 0, False

    def __call__(self, loss):
        if self.best is None or loss < self.best - self.delta:
            self.best, self.counter = loss, 0
        else:
            self.counter += 1
            print(f"EarlyStopping counter: {self.counter} out of {self.patience}")
            self.stop = self.counter >= self.patience


torch.manual_seed(100)
model = nn.Sequential(nn.Linear(4, 16), nn.LayerNorm(16), nn.SiLU(), nn.Linear(16, 1))
ema = EMA(model, 0.9)
averaged, n_averaged = copy.deepcopy(model), 0
x = torch.randn(64, 4)
y = (x.sum(1, keepdim=True) > 0).float()
criterion = nn.BCEWithLogitsLoss(pos_weight=torch.tensor([1.5]))
optimizer = torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=0.01)
warmup, total = 2, 5


def lr_lambda(step):
    if step < warmup:
        return (step + 1) / warmup
    return 0.5 * (1 + math.cos(math.pi * (step - warmup) / (total - warmup)))


scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda)
stopper = EarlyStopping()
accum = 4
for epoch in range(5):
    optimizer.zero_grad(set_to_none=True)
    running = 0.0
    for i, (xb, yb) in enumerate(zip(x.chunk(8), y.chunk(8))):
        loss = criterion(model(xb), yb) / accum
        loss.backward()
        running += loss.item()
        if (i + 1) % accum == 0:
            grad_norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=0.5)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            ema.update(model)
    scheduler.step()
    if epoch > 2:
        with torch.no_grad():
            for mean, p in zip(averaged.parameters(), model.parameters()):
                mean.copy_(p) if n_averaged == 0 else mean.add_((p - mean) / (n_averaged + 1))
        n_averaged += 1
    val = criterion(ema.apply_to(model)(x), y).item()
    print(f"Epoch [{epoch + 1}/5], Loss: {running / 2:.4f}, EMA: {val:.4f}, norm: {grad_norm:.3f}, lr: {scheduler.get_last_lr()[0]:.5f}")
    stopper(val)
    if stopper.stop:
        break
print(n_averaged, f"{criterion(averaged(x), y):.4f}")
for k, v in optimizer.state_dict()["state"][0].items():
    print(k, v.shape if v.dim() else v)
