import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(8)
V, H = 7, 10

class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(V, H)
        self.gru = nn.GRU(H, H, batch_first=True)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x):
        return self.gru(self.dropout(self.embedding(x)))

class BahdanauAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.Wa, self.Ua, self.Va = nn.Linear(H, H), nn.Linear(H, H), nn.Linear(H, 1)

    def forward(self, query, keys):
        scores = self.Va(torch.tanh(self.Wa(query) + self.Ua(keys))).squeeze(2).unsqueeze(1)
        weights = F.softmax(scores, dim=-1)
        return torch.bmm(weights, keys), weights

class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(V, H)
        self.attention = BahdanauAttention()
        self.gru = nn.GRU(2 * H, H, batch_first=True)
        self.out = nn.Linear(H, V)

    def forward(self, encoder_outputs, hidden, target):
        inp = torch.zeros(target.size(0), 1, dtype=torch.long)
        outputs = []
        for i in range(target.size(1)):
            context, _ = self.attention(hidden.permute(1, 0, 2), encoder_outputs)
            output, hidden = self.gru(torch.cat((self.embedding(inp), context), dim=2), hidden)
            outputs.append(self.out(output))
            inp = target[:, i].unsqueeze(1)
        return F.log_softmax(torch.cat(outputs, dim=1), dim=-1)

encoder, decoder = Encoder(), Decoder()
opt_e = torch.optim.Adam(encoder.parameters(), lr=0.01)
opt_d = torch.optim.Adam(decoder.parameters(), lr=0.01)
src, dst = torch.randint(1, V, (4, 5)), torch.randint(1, V, (4, 3))
criterion = nn.NLLLoss(ignore_index=0)
for epoch in range(3):
    opt_e.zero_grad()
    opt_d.zero_grad()
    enc, hidden = encoder(src)
    out = decoder(enc, hidden, dst)
    loss = criterion(out.view(-1, out.size(-1)), dst.view(-1))
    loss.backward()
    opt_e.step()
    opt_d.step()
    print(f"{epoch} {loss.item():.4f}")
