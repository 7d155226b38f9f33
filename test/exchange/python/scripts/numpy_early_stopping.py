import copy
import numpy as np
import torch
import torch.nn as nn
from torch.utils.data import TensorDataset, DataLoader, random_split

class EarlyStopping:
    def __init__(self, patience=5, min_delta=0.0, verbose=False):
        self.patience = patience
        self.min_delta = min_delta
        self.verbose = verbose
        self.counter = 0
        self.best_score = None
        self.early_stop = False
        self.val_loss_min = np.inf
        self.best_state = None

    def __call__(self, val_loss, model):
        score = -val_loss
        if self.best_score is None:
            self.best_score = score
            self.save_checkpoint(val_loss, model)
        elif score < self.best_score + self.min_delta:
            self.counter += 1
            if self.verbose:
                print(f'EarlyStopping counter: {self.counter} out of {self.patience}')
            if self.counter >= self.patience:
                self.early_stop = True
        else:
            self.best_score = score
            self.save_checkpoint(val_loss, model)
            self.counter = 0

    def save_checkpoint(self, val_loss, model):
        if self.verbose:
            print(f'Validation loss decreased ({self.val_loss_min:.6f} --> {val_loss:.6f}).  Saving model ...')
        self.best_state = copy.deepcopy(model.state_dict())
        self.val_loss_min = val_loss

torch.manual_seed(0)
np.random.seed(0)
x = np.linspace(-3, 3, 120)
y = np.sin(x) + np.random.normal(0, 0.2, size=x.shape)
dataset = TensorDataset(torch.FloatTensor(x).view(-1, 1), torch.FloatTensor(y).view(-1, 1))
train_set, val_set = random_split(dataset, [90, 30], generator=torch.Generator().manual_seed(42))
train_loader = DataLoader(train_set, batch_size=30, shuffle=True)
val_loader = DataLoader(val_set, batch_size=30)

model = nn.Sequential(nn.Linear(1, 64), nn.Tanh(), nn.Linear(64, 1))
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, mode='min', factor=0.5, patience=2)
stopper = EarlyStopping(patience=4, verbose=True)
train_losses, valid_losses, avg_train, avg_valid = [], [], [], []
for epoch in range(1, 51):
    model.train()
    for data, target in train_loader:
        optimizer.zero_grad()
        loss = criterion(model(data), target)
        loss.backward()
        optimizer.step()
        train_losses.append(loss.item())
    model.eval()
    with torch.no_grad():
        for data, target in val_loader:
            valid_losses.append(criterion(model(data), target).item())
    train_loss = np.average(train_losses)
    valid_loss = np.average(valid_losses)
    avg_train.append(train_loss)
    avg_valid.append(valid_loss)
    epoch_len = len(str(50))
    print(f'[{epoch:>{epoch_len}}/{50:>{epoch_len}}] train_loss: {train_loss:.5f} valid_loss: {valid_loss:.5f} lr {optimizer.param_groups[0]["lr"]}')
    train_losses, valid_losses = [], []
    scheduler.step(valid_loss)
    stopper(valid_loss, model)
    if stopper.early_stop:
        print("Early stopping")
        break
model.load_state_dict(stopper.best_state)
print("best epoch", int(np.argmin(avg_valid)) + 1, "of", len(avg_valid))
