import math
import torch
import torch.nn as nn

torch.manual_seed(6)

class PositionalEncoding(nn.Module):
    def __init__(self, d_model, max_len=12):
        super().__init__()
        position = torch.arange(max_len).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
        pe = torch.zeros(max_len, 1, d_model)
        pe[:, 0, 0::2] = torch.sin(position * div_term)
        pe[:, 0, 1::2] = torch.cos(position * div_term)
        self.register_buffer('pe', pe)

    def forward(self, x):
        return x + self.pe[:x.size(0)]

d = 8
embed, pos = nn.Embedding(10, d), PositionalEncoding(d)
encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(d, 2, 16, dropout=0.0), 2, enable_nested_tensor=False)
head = nn.Linear(d, 10)
params = [*embed.parameters(), *encoder.parameters(), *head.parameters()]
opt = torch.optim.SGD(params, lr=0.5)
sched = torch.optim.lr_scheduler.StepLR(opt, 1.0, gamma=0.95)
src = torch.randint(0, 10, (7, 3))
mask = nn.Transformer.generate_square_subsequent_mask(6)
for step in range(3):
    out = head(encoder(pos(embed(src[:-1]) * math.sqrt(d)), mask))
    loss = nn.CrossEntropyLoss()(out.view(-1, 10), src[1:].reshape(-1))
    opt.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(params, 0.5)
    opt.step()
    sched.step()
    print(f"{step} loss {loss.item():.4f} ppl {math.exp(loss.item()):.3f}")
print(pos.pe[:2, 0])
