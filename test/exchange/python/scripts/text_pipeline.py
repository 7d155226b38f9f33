import re
import string
from collections import Counter, OrderedDict
from contextlib import contextmanager
from functools import lru_cache, wraps
import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence

CORPUS = """The quick brown fox jumps over the lazy dog. The dog sleeps!
A fox, quick and sly, steals the dog's dinner... again?
Nobody knows why the lazy dog never wakes up."""

log = []


def traced(prefix="call"):
    def deco(fn):
        @wraps(fn)
        def inner(*args, **kwargs):
            log.append(f"{prefix}:{fn.__name__}")
            return fn(*args, **kwargs)
        return inner
    return deco


@contextmanager
def section(title, width=30):
    print(f" {title} ".center(width, "="))
    try:
        yield title.upper()
    finally:
        print("-" * width)


@traced()
def tokenize(text: str) -> list[str]:
    table = str.maketrans("", "", string.punctuation)
    return text.lower().translate(table).split()


class Vocab:
    PAD, UNK = "<pad>", "<unk>"

    def __init__(self, tokens, min_freq=1):
        freq = Counter(tokens)
        ordered = OrderedDict(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])))
        self.itos = [self.PAD, self.UNK] + [w for w, c in ordered.items() if c >= min_freq]
        self.stoi = {w: i for i, w in enumerate(self.itos)}

    def __len__(self):
        return len(self.itos)

    def __getitem__(self, w):
        return self.stoi.get(w, self.stoi[self.UNK])

    def __contains__(self, w):
        return w in self.stoi

    def encode(self, words):
        return torch.tensor([self[w] for w in words])


@lru_cache(maxsize=None)
def edit(a: str, b: str) -> int:
    if not a or not b:
        return len(a) or len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))


class Encoder(nn.Module):
    def __init__(self, n, dim=6, hidden=5):
        super().__init__()
        self.emb = nn.Embedding(n, dim, padding_idx=0)
        self.rnn = nn.GRU(dim, hidden, batch_first=True, bidirectional=True)

    def forward(self, ids, lengths):
        packed = pack_padded_sequence(self.emb(ids), lengths, batch_first=True, enforce_sorted=False)
        out, h = self.rnn(packed)
        out, lens = pad_packed_sequence(out, batch_first=True)
        return out.sum(1) / lens.unsqueeze(1), h


with section("tokens") as name:
    sentences = [s.strip() for s in re.split(r"[.!?]+", CORPUS) if s.strip()]
    tokens = [tokenize(s) for s in sentences]
    vocab = Vocab(w for t in tokens for w in t)
    print(name, len(sentences), len(vocab), vocab.itos[:6])
    print(Counter(w for t in tokens for w in t).most_common(3))
    print("fox" in vocab, "cat" in vocab, vocab["cat"])

with section("edit"):
    pairs = [("kitten", "sitting"), ("flaw", "lawn"), ("", "abc")]
    print(*(f"{a or '∅'}->{b}: {edit(a, b)}" for a, b in pairs), sep="; ")

torch.manual_seed(11)
with section("encode", width=24):
    batch = [vocab.encode(t) for t in tokens]
    lengths = torch.tensor([len(b) for b in batch])
    ids = pad_sequence(batch, batch_first=True, padding_value=0)
    print(ids.shape, lengths.tolist())
    enc = Encoder(len(vocab))
    pooled, h = enc(ids, lengths)
    print(pooled.shape, h.shape)
    sim = nn.functional.cosine_similarity(pooled[:, None], pooled[None], dim=-1)
    print(sim.round(decimals=3))
    pooled.pow(2).sum().backward()
    print(enc.emb.weight.grad[0].abs().sum(), f"{enc.emb.weight.grad.norm():.4f}")

print(log[0], len(log), tokenize.__name__)
words = sorted({w for t in tokens for w in t}, key=lambda w: (len(w), w), reverse=True)
print(words[:4], "-".join(words[-3:]).title(), words[::-5])
print("{:<10}|{:^10}|{:>10}|".format(*words[:3]), "%s has %d letters (%.1f%%)" % (words[0], len(words[0]), 100 / 3))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world again now"), re.findall(r"\b\w{4}\b", CORPUS))
