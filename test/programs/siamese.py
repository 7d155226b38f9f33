# A siamese network with contrastive and triplet losses over a Dataset of its own.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader


class Pairs(Dataset):
    def __init__(self, points, labels):
        self.points = points
        self.labels = labels

    def __len__(self):
        return len(self.points)

    def __getitem__(self, i):
        j = (i * 5 + 3) % len(self.points)
        same = torch.tensor([int(self.labels[i] != self.labels[j])], dtype=torch.float32)
        return self.points[i], self.points[j], same


class SiameseNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.cnn = nn.Sequential(
            nn.Conv2d(1, 4, kernel_size=3, padding=1),
            nn.ReLU(inplace=True),
            nn.BatchNorm2d(4),
            nn.MaxPool2d(2, stride=2),
            nn.AdaptiveAvgPool2d((2, 2)),
        )
        self.fc = nn.Sequential(nn.Flatten(), nn.Linear(4 * 2 * 2, 8), nn.PReLU(), nn.Linear(8, 3))

    def forward_once(self, x):
        return F.normalize(self.fc(self.cnn(x)), p=2, dim=1)

    def forward(self, a, b):
        return self.forward_once(a), self.forward_once(b)


class ContrastiveLoss(nn.Module):
    def __init__(self, margin=2.0):
        super().__init__()
        self.margin = margin

    def forward(self, output1, output2, label):
        d = F.pairwise_distance(output1, output2, keepdim=True)
        return torch.mean((1 - label) * torch.pow(d, 2) + label * torch.pow(torch.clamp(self.margin - d, min=0.0), 2))


torch.manual_seed(21)
labels = torch.arange(12) % 2
images = torch.randn(12, 1, 8, 8) * 0.3 + labels.view(-1, 1, 1, 1)
loader = DataLoader(Pairs(images, labels), batch_size=4, shuffle=True)
net = SiameseNetwork()
criterion = ContrastiveLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
counter = []
for epoch in range(2):
    for i, (img0, img1, label) in enumerate(loader, 0):
        optimizer.zero_grad()
        out1, out2 = net(img0, img1)
        loss = criterion(out1, out2, label)
        loss.backward()
        optimizer.step()
        if i % 2 == 0:
            print(f"Epoch number {epoch} batch {i} Current loss {loss.item():.4f}")
            counter.append(loss.item())
net.eval()
with torch.no_grad():
    e = net.forward_once(images)
    sims = F.cosine_similarity(e.unsqueeze(1), e.unsqueeze(0), dim=-1)
    print(sims[:3, :3], torch.cdist(e[:2], e[2:5]))
    triplet = nn.TripletMarginLoss(margin=1.0, p=2)
    print(f"{triplet(e[0:4], e[2:6], e[1:5]):.4f}", len(counter))
    print(F.cosine_embedding_loss(e[:6], e[6:], torch.where(labels[:6] == labels[6:], 1, -1)))
print(net.cnn)
