import math
import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(1)


class LSTMForecaster(nn.Module):
    def __init__(self, input_size=1, hidden_size=8, num_layers=2, output_size=1):
        super().__init__()
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.lstm = nn.LSTM(input_size, hidden_size, num_layers, batch_first=True)
        self.linear = nn.Linear(hidden_size, output_size)

    def forward(self, x, hidden=None):
        if hidden is None:
            h0 = torch.zeros(self.num_layers, x.size(0), self.hidden_size)
            c0 = torch.zeros(self.num_layers, x.size(0), self.hidden_size)
            hidden = (h0, c0)
        out, (h_n, c_n) = self.lstm(x, hidden)
        return self.linear(out[:, -1, :]), (h_n, c_n)


def create_sequences(data, seq_length):
    xs, ys = [], []
    for i in range(len(data) - seq_length):
        x = data[i:(i + seq_length)]
        y = data[i + seq_length]
        xs.append(x)
        ys.append(y)
    return torch.stack(xs), torch.stack(ys)


series = torch.tensor([math.sin(0.3 * t) for t in range(40)])
train_size = int(len(series) * 0.8)
train, test = series[:train_size], series[train_size:]
X, Y = create_sequences(train, 5)
X, Y = X.unsqueeze(-1), Y.unsqueeze(-1)
print(X.shape, Y.shape, train_size, len(test))
model = LSTMForecaster()
criterion = nn.MSELoss()
optimizer = optim.Adam(model.parameters(), lr=0.01)
scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
losses = []
for epoch in range(6):
    model.train()
    optimizer.zero_grad()
    pred, _ = model(X)
    loss = criterion(pred, Y)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    optimizer.step()
    scheduler.step(loss)
    losses.append(loss.item())
    if epoch % 2 == 0:
        print(f'Epoch {epoch:>3d} Loss: {losses[-1]:.5f} LR: {optimizer.param_groups[0]["lr"]:.4f}')
model.eval()
history = list(train[-5:])
preds = []
with torch.no_grad():
    for _ in range(3):
        seq = torch.stack(history[-5:]).view(1, 5, 1)
        p, hidden = model(seq)
        preds.append(p.item())
        history.append(p.squeeze())
print(['%.3f' % p for p in preds], hidden[0].shape, min(losses) == losses[-1])
gru = nn.GRUCell(3, 4)
h = torch.zeros(1, 4)
for step, x_t in enumerate(torch.randn(3, 1, 3)):
    h = gru(x_t, h)
    print(step, h.norm().item() > 0)
rnn = nn.RNN(3, 4, bidirectional=True)
out, hn = rnn(torch.randn(5, 2, 3))
print(out.shape, hn.shape, rnn)
total_params = sum(p.numel() for p in model.parameters())
print("Total parameters: {:,}".format(total_params), f"{total_params / 1e3:.1f}K")
