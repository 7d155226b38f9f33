import torch
import torch.nn as nn

torch.manual_seed(123)
T, N, C = 14, 4, 6
class Acoustic(nn.Module):
    def __init__(self, feats=5, hidden=10):
        super().__init__()
        self.conv = nn.Conv1d(feats, hidden, kernel_size=3, padding="same")
        self.norm = nn.LayerNorm(hidden)
        self.lstm = nn.LSTM(hidden, hidden, num_layers=2, bidirectional=True, dropout=0.0)
        self.fc = nn.Linear(2 * hidden, C)
    def forward(self, x):
        x = self.conv(x).permute(2, 0, 1)
        x = torch.nn.functional.hardtanh(self.norm(x), 0, 20)
        x, (h, c) = self.lstm(x)
        return self.fc(x).log_softmax(2)

model = Acoustic()
x = torch.randn(N, 5, T)
input_lengths = torch.full((N,), T, dtype=torch.long)
target_lengths = torch.randint(2, 6, (N,), dtype=torch.long)
targets = torch.randint(1, C, (int(target_lengths.sum()),), dtype=torch.long)
ctc = nn.CTCLoss(blank=0, zero_infinity=True)
opt = torch.optim.Adam(model.parameters(), lr=1e-2)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=2e-2, total_steps=8)
for i in range(8):
    out = model(x)
    loss = ctc(out, targets, input_lengths, target_lengths)
    opt.zero_grad()
    loss.backward()
    total = torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
    opt.step()
    sched.step()
    print(i, f"{loss.item():.5f}", f"{total:.4f}", f"{opt.param_groups[0]['lr']:.6f}")

def greedy(emission, blank=0):
    idx = torch.argmax(emission, dim=-1)
    idx = torch.unique_consecutive(idx, dim=-1)
    return [i.item() for i in idx if i != blank]

with torch.no_grad():
    em = model(x)
for n in range(N):
    print(greedy(em[:, n]))

def edit_distance(a, b):
    d = torch.zeros(len(a) + 1, len(b) + 1, dtype=torch.int64)
    d[:, 0] = torch.arange(len(a) + 1)
    d[0] = torch.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + cost)
    return d[-1, -1].item()

refs = [t.tolist() for t in torch.split(targets, target_lengths.tolist())]
print([edit_distance(greedy(em[:, n]), refs[n]) for n in range(N)])
padded = torch.zeros(N, 5, dtype=torch.long)
for n, r in enumerate(refs):
    padded[n, : len(r)] = torch.tensor(r)
losses = nn.functional.ctc_loss(em, padded, input_lengths, target_lengths, reduction="none")
print(losses)
