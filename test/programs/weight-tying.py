import torch, torch.nn as nn
torch.manual_seed(3)
class LM(nn.Module):
    def __init__(self, vocab, dim):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        self.rnn = nn.GRU(dim, dim, batch_first=True)
        self.out = nn.Linear(dim, vocab, bias=False)
        self.out.weight = self.emb.weight
        self.register_buffer('steps', torch.zeros(1, dtype=torch.long))
        self.apply(self._init)
    def _init(self, m):
        if isinstance(m, nn.Linear):
            nn.init.normal_(m.weight, std=0.02)
            if m.bias is not None:
                nn.init.zeros_(m.bias)
        elif isinstance(m, nn.Embedding):
            nn.init.normal_(m.weight, mean=0.0, std=0.1)
    def forward(self, idx, h=None):
        self.steps += 1
        x, h = self.rnn(self.emb(idx), h)
        return self.out(x), h
m = LM(10, 6)
print(sum(p.numel() for p in m.parameters()), m.out.weight is m.emb.weight)
idx = torch.randint(0, 10, (2, 5))
opt = torch.optim.SGD(m.parameters(), lr=0.5, momentum=0.9, nesterov=True)
for _ in range(3):
    logits, _ = m(idx[:, :-1])
    loss = nn.functional.cross_entropy(logits.reshape(-1, 10), idx[:, 1:].reshape(-1))
    opt.zero_grad(set_to_none=True)
    loss.backward()
    opt.step()
    print(f'{loss.item():.5f}')
print(m.steps, list(m.state_dict().keys()))
out = idx[:1, :1]
h = None
for _ in range(4):
    logits, h = m(out[:, -1:], h)
    out = torch.cat((out, logits[:, -1].argmax(-1, keepdim=True)), dim=1)
print(out)
