# An encoder-decoder with nn.Transformer, Noam's schedule and label smoothing; greedy and beam search.
import math
import torch
import torch.nn as nn
from torch import Tensor

PAD, BOS, EOS = 0, 1, 2


class PositionalEncoding(nn.Module):
    def __init__(self, d, dropout=0.1, max_len=32):
        super().__init__()
        self.dropout = nn.Dropout(p=dropout)
        pos = torch.arange(max_len).unsqueeze(1)
        div = torch.exp(torch.arange(0, d, 2) * (-math.log(10000.0) / d))
        pe = torch.zeros(max_len, d)
        pe[:, 0::2] = torch.sin(pos * div)
        pe[:, 1::2] = torch.cos(pos * div)
        self.register_buffer('pe', pe)

    def forward(self, x):
        return self.dropout(x + self.pe[: x.size(1)])


class Seq2Seq(nn.Module):
    def __init__(self, vocab, d=16):
        super().__init__()
        self.d = d
        self.src = nn.Embedding(vocab, d, padding_idx=PAD)
        self.tgt = nn.Embedding(vocab, d, padding_idx=PAD)
        self.pos = PositionalEncoding(d, dropout=0.0)
        self.transformer = nn.Transformer(d_model=d, nhead=2, num_encoder_layers=1, num_decoder_layers=1, dim_feedforward=24, dropout=0.0, batch_first=True)
        self.out = nn.Linear(d, vocab)
        for p in self.transformer.parameters():
            if p.dim() > 1:
                nn.init.xavier_uniform_(p)

    def encode(self, src: Tensor):
        mask = src == PAD
        return self.transformer.encoder(self.pos(self.src(src) * math.sqrt(self.d)), src_key_padding_mask=mask), mask

    def decode(self, tgt: Tensor, memory: Tensor, mask: Tensor):
        causal = nn.Transformer.generate_square_subsequent_mask(tgt.size(1))
        h = self.transformer.decoder(self.pos(self.tgt(tgt) * math.sqrt(self.d)), memory, tgt_mask=causal, memory_key_padding_mask=mask)
        return self.out(h)

    def forward(self, src, tgt):
        memory, mask = self.encode(src)
        return self.decode(tgt, memory, mask)


def beam_search(model, src, width, max_len):
    memory, mask = model.encode(src)
    memory, mask = memory.expand(width, -1, -1), mask.expand(width, -1)
    seqs = torch.full((width, 1), BOS)
    scores = torch.tensor([0.0] + [-1e9] * (width - 1))
    done = torch.zeros(width, dtype=torch.bool)
    for _ in range(max_len):
        logp = model.decode(seqs, memory, mask)[:, -1].log_softmax(-1)
        logp = logp.masked_fill(done[:, None], -1e9)
        logp[done, PAD] = 0.0
        total = (scores[:, None] + logp).view(-1)
        scores, idx = total.topk(width)
        beam = torch.div(idx, logp.size(-1), rounding_mode='floor')
        token = idx % logp.size(-1)
        seqs = torch.cat([seqs[beam], token[:, None]], dim=1)
        done = done[beam] | (token == EOS)
        if done.all():
            break
    lengths = (seqs != PAD).sum(1)
    return seqs, scores / lengths.float().pow(0.6)


torch.manual_seed(10)
model = Seq2Seq(9)
print(sum(p.numel() for p in model.parameters()), model.transformer.decoder.layers[0].multihead_attn)
src = torch.tensor([[3, 4, 5, 6], [6, 7, 8, 0], [5, 3, 0, 0]])
tgt = torch.tensor([[1, 6, 5, 4, 3, 2], [1, 8, 7, 6, 2, 0], [1, 3, 5, 2, 0, 0]])
criterion = nn.CrossEntropyLoss(ignore_index=PAD, label_smoothing=0.1)
opt = torch.optim.Adam(model.parameters(), lr=1.0, betas=(0.9, 0.98), eps=1e-9)
noam = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: 16**-0.5 * min((s + 1) ** -0.5, (s + 1) * 8**-1.5) * 0.5)
for step in range(8):
    logits = model(src, tgt[:, :-1])
    loss = criterion(logits.transpose(1, 2), tgt[:, 1:])
    opt.zero_grad()
    loss.backward()
    opt.step()
    noam.step()
    print(f'{step} {loss.item():.4f} {noam.get_last_lr()[0]:.5f}')
model.eval()
with torch.no_grad():
    for s in src[:2]:
        seqs, scores = beam_search(model, s.unsqueeze(0), 3, 6)
        best = scores.argmax()
        print(seqs[best].tolist(), f'{scores[best]:.4f}', scores.shape)
    memory, mask = model.encode(src)
    ys = torch.full((3, 1), BOS, dtype=torch.long)
    for i in range(5):
        nxt = model.decode(ys, memory, mask)[:, -1].argmax(-1)
        ys = torch.cat([ys, nxt.unsqueeze(1)], dim=1)
print(ys)
print(nn.Transformer.generate_square_subsequent_mask(3))
