import math
import random
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor
from torch.utils.data import Dataset, DataLoader

PAD, BOS, EOS = range(3)
ALPHABET = "abcdef"
stoi = {c: i + 3 for i, c in enumerate(ALPHABET)}
itos = {v: k for k, v in stoi.items()} | {PAD: "_", BOS: "<", EOS: ">"}


class ReverseDataset(Dataset):
    def __init__(self, n, lo=3, hi=6, seed=0):
        r = random.Random(seed)
        self.words = ["".join(r.choice(ALPHABET) for _ in range(r.randint(lo, hi))) for _ in range(n)]

    def __len__(self):
        return len(self.words)

    def __getitem__(self, i):
        w = self.words[i]
        src = [stoi[c] for c in w] + [EOS]
        tgt = [BOS] + [stoi[c] for c in reversed(w)] + [EOS]
        return torch.tensor(src), torch.tensor(tgt)


def collate(batch):
    srcs, tgts = zip(*batch)
    return (nn.utils.rnn.pad_sequence(srcs, batch_first=True, padding_value=PAD),
            nn.utils.rnn.pad_sequence(tgts, batch_first=True, padding_value=PAD))


class PositionalEncoding(nn.Module):
    def __init__(self, d_model: int, max_len: int = 32):
        super().__init__()
        pos = torch.arange(max_len).unsqueeze(1)
        div = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
        pe = torch.zeros(max_len, d_model)
        pe[:, 0::2] = torch.sin(pos * div)
        pe[:, 1::2] = torch.cos(pos * div)
        self.register_buffer("pe", pe)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.pe[: x.size(1)]


class Seq2Seq(nn.Module):
    def __init__(self, vocab, d=16, heads=2):
        super().__init__()
        self.emb = nn.Embedding(vocab, d, padding_idx=PAD)
        self.pos = PositionalEncoding(d)
        self.tr = nn.Transformer(d, heads, num_encoder_layers=1, num_decoder_layers=1,
                                 dim_feedforward=32, dropout=0.0, batch_first=True)
        self.out = nn.Linear(d, vocab)

    def forward(self, src, tgt):
        mask = nn.Transformer.generate_square_subsequent_mask(tgt.size(1))
        h = self.tr(self.pos(self.emb(src)), self.pos(self.emb(tgt)), tgt_mask=mask,
                    src_key_padding_mask=src.eq(PAD), tgt_key_padding_mask=tgt.eq(PAD).float().masked_fill(tgt.eq(PAD), float("-inf")))
        return self.out(h)

    @torch.no_grad()
    def greedy(self, src, max_len=8):
        self.eval()
        ys = torch.full((src.size(0), 1), BOS)
        for _ in range(max_len):
            nxt = self(src, ys)[:, -1].argmax(-1, keepdim=True)
            ys = torch.cat([ys, nxt], dim=1)
            if (ys == EOS).any(dim=1).all():
                break
        self.train()
        return ys


def decode(row):
    out = []
    for i in row[1:].tolist():
        if i == EOS:
            break
        out.append(itos[i])
    return "".join(out)


torch.manual_seed(9)
ds = ReverseDataset(48)
print(ds.words[:5], len(ds))
dl = DataLoader(ds, batch_size=16, shuffle=True, collate_fn=collate, generator=torch.Generator().manual_seed(1))
net = Seq2Seq(len(itos))
opt = torch.optim.Adam(net.parameters(), lr=5e-3, betas=(0.9, 0.98), eps=1e-9)
sched = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min((s + 1) / 10, (10 / (s + 1)) ** 0.5))
for epoch in range(4):
    tot = n_tok = 0
    for src, tgt in dl:
        logits = net(src, tgt[:, :-1])
        gold = tgt[:, 1:]
        loss = F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=PAD, reduction="sum")
        k = (gold != PAD).sum().item()
        opt.zero_grad()
        (loss / k).backward()
        opt.step()
        sched.step()
        tot += loss.item()
        n_tok += k
    print(f"epoch {epoch}: ppl {math.exp(tot / n_tok):.3f} lr {opt.param_groups[0]['lr']:.2e}")
src, tgt = next(iter(dl))
pred = net.greedy(src[:3])
for s, p, t in zip(src, pred, tgt):
    print(f"{''.join(itos[i] for i in s.tolist() if i > 2):>8} -> {decode(p)!r} ({decode(t)})")
