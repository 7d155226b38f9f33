import torch
from torch import nn
from torch.nn import functional as F
import numpy as np

class VAE(nn.Module):
    def __init__(self, x_dim=16, h_dim=32, z_dim=2):
        super().__init__()
        self.fc1 = nn.Linear(x_dim, h_dim)
        self.fc21 = nn.Linear(h_dim, z_dim)
        self.fc22 = nn.Linear(h_dim, z_dim)
        self.fc3 = nn.Linear(z_dim, h_dim)
        self.fc4 = nn.Linear(h_dim, x_dim)

    def encode(self, x):
        h1 = F.relu(self.fc1(x))
        return self.fc21(h1), self.fc22(h1)

    def reparameterize(self, mu, logvar):
        std = torch.exp(0.5 * logvar)
        eps = torch.randn_like(std)
        return mu + eps * std

    def decode(self, z):
        h3 = F.relu(self.fc3(z))
        return torch.sigmoid(self.fc4(h3))

    def forward(self, x):
        mu, logvar = self.encode(x.view(-1, 16))
        z = self.reparameterize(mu, logvar)
        return self.decode(z), mu, logvar

def loss_function(recon_x, x, mu, logvar):
    BCE = F.binary_cross_entropy(recon_x, x.view(-1, 16), reduction='sum')
    KLD = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return BCE + KLD

torch.manual_seed(7)
np.random.seed(7)
patterns = np.array([[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0]])
images = np.stack([np.kron(patterns[np.random.randint(3)], np.ones(4)) for _ in range(40)])
flip = np.random.rand(*images.shape) < 0.05
images = np.where(flip, 1 - images, images)
print(images.shape, images.dtype, images.sum(), flip.mean())
data = torch.tensor(images).float()
model = VAE()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
history = []
for epoch in range(1, 41):
    train_loss = 0
    perm = np.random.permutation(len(data))
    for i in range(0, len(data), 10):
        batch = data[perm[i:i + 10]]
        optimizer.zero_grad()
        recon, mu, logvar = model(batch)
        loss = loss_function(recon, batch, mu, logvar)
        loss.backward()
        train_loss += loss.item()
        optimizer.step()
    history.append(train_loss / len(data))
    if epoch % 10 == 0:
        print('====> Epoch: {} Average loss: {:.4f}'.format(epoch, train_loss / len(data)))
with torch.no_grad():
    sample = model.decode(torch.zeros(1, 2)).numpy().reshape(4, 4)
np.set_printoptions(precision=3, suppress=True)
print(sample)
print(np.array(history)[:5], np.argmin(history))
