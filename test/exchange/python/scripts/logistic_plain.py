import torch
import torch.nn as nn
import torch.optim as optim

torch.manual_seed(0)
n_samples, n_features = 100, 2
X = torch.cat([torch.randn(n_samples // 2, n_features) + 2, torch.randn(n_samples // 2, n_features) - 2])
y = torch.cat([torch.ones(n_samples // 2), torch.zeros(n_samples // 2)])

class LogisticRegression(nn.Module):
    def __init__(self, n_in):
        super(LogisticRegression, self).__init__()
        self.linear = nn.Linear(n_in, 1)

    def forward(self, x):
        return torch.sigmoid(self.linear(x)).squeeze()

model = LogisticRegression(n_features)
criterion = nn.BCELoss()
optimizer = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)

num_epochs = 20
for epoch in range(num_epochs):
    y_pred = model(X)
    loss = criterion(y_pred, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if (epoch + 1) % 5 == 0:
        acc = ((y_pred > 0.5).float() == y).float().mean()
        print('Epoch [{}/{}], Loss: {:.4f}, Acc: {:.2f}'.format(epoch + 1, num_epochs, loss.item(), acc))

with torch.no_grad():
    w, b = model.linear.weight, model.linear.bias
    print("weights:", w, "bias:", b)
    acc = (model(X).round() == y).sum() / float(y.shape[0])
    print(f'accuracy: {acc:.4f}', acc.item(), acc)
print(list(model.named_parameters())[0][0], loss)
print(list(model.state_dict().keys()))
print("done!", loss.item() < 0.1, type(loss), y.dtype is torch.float32)
for name, param in model.named_parameters():
    if param.requires_grad:
        print(name, param.data)
print(optimizer)
