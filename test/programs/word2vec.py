import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(2)
text = 'the quick brown fox jumps over the lazy dog the fox'.split()
vocab = sorted(set(text))
ix = {w: i for i, w in enumerate(vocab)}
pairs = [(ix[text[i]], ix[text[j]]) for i in range(len(text)) for j in (i - 1, i + 1) if 0 <= j < len(text)]
center, context = torch.LongTensor(pairs).T
emb_in, emb_out = nn.Embedding(len(vocab), 5), nn.Embedding(len(vocab), 5)
nn.init.xavier_uniform_(emb_in.weight)
opt = torch.optim.Adam([*emb_in.parameters(), *emb_out.parameters()], lr=0.05)
for epoch in range(4):
    noise = torch.randint(0, len(vocab), (len(pairs), 3))
    v = emb_in(center).unsqueeze(2)
    pos = F.logsigmoid(torch.bmm(emb_out(context).unsqueeze(1), v).squeeze())
    neg = F.logsigmoid(-torch.bmm(emb_out(noise), v).squeeze()).sum(1)
    loss = -(pos + neg).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{loss.item():.4f}")
sims = F.cosine_similarity(emb_in.weight[ix['fox']], emb_in.weight)
print(sims)
