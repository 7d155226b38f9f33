import numpy as np
import torch
import torch.nn as nn

def create_sequences(data, seq_length):
    xs, ys = [], []
    for i in range(len(data) - seq_length):
        x = data[i:(i + seq_length)]
        y = data[i + seq_length]
        xs.append(x)
        ys.append(y)
    return np.array(xs), np.array(ys)

class MinMaxScaler:
    def __init__(self, feature_range=(0, 1)):
        self.lo, self.hi = feature_range

    def fit(self, data):
        self.min_ = data.min(axis=0)
        self.max_ = data.max(axis=0)
        return self

    def transform(self, data):
        std = (data - self.min_) / (self.max_ - self.min_)
        return std * (self.hi - self.lo) + self.lo

    def fit_transform(self, data):
        return self.fit(data).transform(data)

    def inverse_transform(self, data):
        return (data - self.lo) / (self.hi - self.lo) * (self.max_ - self.min_) + self.min_

np.random.seed(0)
torch.manual_seed(0)
t = np.arange(0, 120)
series = (np.sin(0.1 * t) * 10 + 0.05 * t + np.random.randn(len(t)) * 0.5).reshape(-1, 1)
scaler = MinMaxScaler(feature_range=(-1, 1))
normalized = scaler.fit_transform(series)
print(series[:3].ravel(), normalized.min(), normalized.max())
X, y = create_sequences(normalized, 10)
split = int(len(X) * 0.8)
print(X.shape, y.shape, split)
trainX = torch.tensor(X[:split], dtype=torch.float32)
trainY = torch.tensor(y[:split], dtype=torch.float32)
testX = torch.tensor(X[split:], dtype=torch.float32)

class LSTMModel(nn.Module):
    def __init__(self, input_dim, hidden_dim, layer_dim, output_dim):
        super(LSTMModel, self).__init__()
        self.hidden_dim = hidden_dim
        self.layer_dim = layer_dim
        self.lstm = nn.LSTM(input_dim, hidden_dim, layer_dim, batch_first=True)
        self.fc = nn.Linear(hidden_dim, output_dim)

    def forward(self, x, h0=None, c0=None):
        if h0 is None or c0 is None:
            h0 = torch.zeros(self.layer_dim, x.size(0), self.hidden_dim).to(x.device)
            c0 = torch.zeros(self.layer_dim, x.size(0), self.hidden_dim).to(x.device)
        out, (hn, cn) = self.lstm(x, (h0, c0))
        out = self.fc(out[:, -1, :])
        return out, hn, cn

model = LSTMModel(input_dim=1, hidden_dim=16, layer_dim=1, output_dim=1)
criterion = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
h0, c0 = None, None
for epoch in range(30):
    model.train()
    optimizer.zero_grad()
    outputs, h0, c0 = model(trainX, h0, c0)
    loss = criterion(outputs, trainY)
    loss.backward()
    optimizer.step()
    h0 = h0.detach()
    c0 = c0.detach()
    if (epoch + 1) % 10 == 0:
        print(f'Epoch [{epoch+1}/30], Loss: {loss.item():.4f}')
model.eval()
predicted, _, _ = model(testX)
pred = scaler.inverse_transform(predicted.detach().numpy())
actual = scaler.inverse_transform(y[split:])
rmse = np.sqrt(((pred - actual) ** 2).mean())
mae = np.mean(np.abs(pred - actual))
print(f"RMSE {rmse:.3f} MAE {mae:.3f}")
