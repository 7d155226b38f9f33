import torch
import torch.nn as nn

class CRF(nn.Module):
    def __init__(self, num_tags):
        super().__init__()
        self.num_tags = num_tags
        self.start = nn.Parameter(torch.empty(num_tags))
        self.end = nn.Parameter(torch.empty(num_tags))
        self.trans = nn.Parameter(torch.empty(num_tags, num_tags))
        self.reset_parameters()

    def reset_parameters(self):
        for p in (self.start, self.end, self.trans):
            nn.init.uniform_(p, -0.1, 0.1)

    def forward(self, emissions, tags, mask):
        num = self.score(emissions, tags, mask)
        den = self.normalizer(emissions, mask)
        return -(num - den).sum() / mask.float().sum()

    def score(self, emissions, tags, mask):
        T, B = tags.shape
        mask = mask.float()
        ar = torch.arange(B)
        score = self.start[tags[0]] + emissions[0, ar, tags[0]]
        for i in range(1, T):
            score += self.trans[tags[i - 1], tags[i]] * mask[i]
            score += emissions[i, ar, tags[i]] * mask[i]
        last = mask.long().sum(dim=0) - 1
        return score + self.end[tags[last, ar]]

    def normalizer(self, emissions, mask):
        score = self.start + emissions[0]
        for i in range(1, emissions.size(0)):
            nxt = torch.logsumexp(score.unsqueeze(2) + self.trans + emissions[i].unsqueeze(1), dim=1)
            score = torch.where(mask[i].unsqueeze(1), nxt, score)
        return torch.logsumexp(score + self.end, dim=1)

    @torch.no_grad()
    def decode(self, emissions, mask):
        T, B = mask.shape
        score = self.start + emissions[0]
        history = []
        for i in range(1, T):
            nxt, idx = (score.unsqueeze(2) + self.trans + emissions[i].unsqueeze(1)).max(dim=1)
            score = torch.where(mask[i].unsqueeze(1), nxt, score)
            history.append(idx)
        score += self.end
        ends = mask.long().sum(dim=0) - 1
        out = []
        for b in range(B):
            _, best = score[b].max(dim=0)
            tags = [best.item()]
            for hist in reversed(history[: ends[b]]):
                best = hist[b][tags[-1]]
                tags.append(best.item())
            tags.reverse()
            out.append(tags)
        return out

class Tagger(nn.Module):
    def __init__(self, vocab, tags, emb=8, hidden=8):
        super().__init__()
        self.emb = nn.Embedding(vocab, emb)
        self.lstm = nn.LSTM(emb, hidden // 2, bidirectional=True)
        self.fc = nn.Linear(hidden, tags)
        self.crf = CRF(tags)
    def emissions(self, x):
        out, _ = self.lstm(self.emb(x))
        return self.fc(out)

torch.manual_seed(1)
words = torch.randint(1, 12, (6, 4))
lens = torch.tensor([6, 4, 5, 3])
mask = torch.arange(6)[:, None] < lens
words = words * mask
tags = (words % 3 + torch.cat([torch.zeros(1, 4, dtype=torch.long), words[:-1]]) // 6) % 3
net = Tagger(12, 3)
opt = torch.optim.NAdam(net.parameters(), lr=0.05)
for epoch in range(8):
    net.zero_grad()
    loss = net.crf(net.emissions(words), tags, mask)
    loss.backward()
    opt.step()
    if epoch % 2 == 1:
        print(f"epoch {epoch}: nll {loss.item():.6f}")
em = net.emissions(words)
paths = net.crf.decode(em, mask)
for b, p in enumerate(paths):
    gold = tags[: lens[b], b].tolist()
    print(p, gold, sum(i == j for i, j in zip(p, gold)))
print(net.crf.trans)
