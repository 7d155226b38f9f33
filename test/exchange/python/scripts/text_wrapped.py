import textwrap
import torch
from torch import nn
import torch.nn.functional as F

corpus = """
Shall I compare thee to a summer's day?
Thou art more lovely and more temperate:
Rough winds do shake the darling buds of May,
And summer's lease hath all too short a date
""".strip()


class Vocab:
    def __init__(self, text, specials=("<s>",)):
        self.chars = list(specials) + sorted(set(text))
        self.index = {c: i for i, c in enumerate(self.chars)}

    def __len__(self):
        return len(self.chars)

    def __getitem__(self, key):
        return self.chars[key] if isinstance(key, int) else self.index[key]

    def encode(self, s):
        return [self[c] for c in s]

    def decode(self, ids):
        return "".join(self[int(i)] for i in ids)


class Head(nn.Module):
    def __init__(self, n_embd, size, block):
        super().__init__()
        self.key = nn.Linear(n_embd, size, bias=False)
        self.query = nn.Linear(n_embd, size, bias=False)
        self.value = nn.Linear(n_embd, size, bias=False)
        self.register_buffer("tril", torch.tril(torch.ones(block, block)))

    def forward(self, x):
        B, T, C = x.shape
        k, q = self.key(x), self.query(x)
        wei = q @ k.transpose(-2, -1) * k.shape[-1] ** -0.5
        wei = wei.masked_fill(self.tril[:T, :T] == 0, float("-inf"))
        return F.softmax(wei, dim=-1) @ self.value(x)


class GPT(nn.Module):
    def __init__(self, vocab, n_embd=16, heads=2, block=8):
        super().__init__()
        self.block = block
        self.tok = nn.Embedding(vocab, n_embd)
        self.pos = nn.Embedding(block, n_embd)
        self.heads = nn.ModuleList([Head(n_embd, n_embd // heads, block) for _ in range(heads)])
        self.ff = nn.Sequential(nn.Linear(n_embd, 4 * n_embd), nn.ReLU(), nn.Linear(4 * n_embd, n_embd))
        self.ln = nn.LayerNorm(n_embd)
        self.lm = nn.Linear(n_embd, vocab)

    def forward(self, idx, targets=None):
        B, T = idx.shape
        x = self.tok(idx) + self.pos(torch.arange(T))
        x = x + torch.cat([h(x) for h in self.heads], dim=-1)
        x = x + self.ff(self.ln(x))
        logits = self.lm(x)
        if targets is None:
            return logits, None
        B, T, C = logits.shape
        return logits, F.cross_entropy(logits.view(B * T, C), targets.view(B * T))

    @torch.no_grad()
    def generate(self, idx, n, temperature=1.0, top_k=None):
        for _ in range(n):
            logits, _ = self(idx[:, -self.block :])
            logits = logits[:, -1, :] / temperature
            if top_k is not None:
                v, _ = torch.topk(logits, top_k)
                logits[logits < v[:, [-1]]] = -float("inf")
            nxt = torch.multinomial(F.softmax(logits, dim=-1), 1)
            idx = torch.cat((idx, nxt), dim=1)
        return idx


torch.manual_seed(1337)
vocab = Vocab(corpus)
data = torch.tensor(vocab.encode(corpus), dtype=torch.long)
print(len(vocab), data.shape, vocab[5], vocab["s"], vocab.decode(data[:10]))
n = int(0.9 * len(data))
splits = {"train": data[:n], "val": data[n:]}


def get_batch(split, block=8, batch=8):
    d = splits[split]
    ix = torch.randint(len(d) - block, (batch,))
    x = torch.stack([d[i : i + block] for i in ix])
    y = torch.stack([d[i + 1 : i + block + 1] for i in ix])
    return x, y


model = GPT(len(vocab))
print(f"{sum(p.nelement() for p in model.parameters()) / 1e3:.1f}K parameters")


@torch.no_grad()
def estimate_loss(iters=3):
    out = {}
    model.eval()
    for split in splits:
        losses = torch.zeros(iters)
        for k in range(iters):
            _, loss = model(*get_batch(split))
            losses[k] = loss.item()
        out[split] = losses.mean()
    model.train()
    return out


opt = torch.optim.AdamW(model.parameters(), lr=1e-2)
for it in range(41):
    if it % 20 == 0:
        losses = estimate_loss()
        print(f"step {it}: train loss {losses['train']:.3f}, val loss {losses['val']:.3f}")
    xb, yb = get_batch("train")
    _, loss = model(xb, yb)
    opt.zero_grad(set_to_none=True)
    loss.backward()
    opt.step()
start = torch.zeros((1, 1), dtype=torch.long) + vocab["S"]
print(repr(vocab.decode(model.generate(start, 20, temperature=0.8, top_k=3)[0].tolist())))
print(textwrap.fill(corpus.replace("\n", " ")[:90], width=40))
print(textwrap.dedent("  a\n    b"), textwrap.shorten("Hello there world", width=12), sep="|")
