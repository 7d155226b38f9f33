import re
from collections import Counter, OrderedDict
from functools import lru_cache
import torch

CORPUS = """the cat sat on the mat . the bat sat on the hat .
a cat and a bat had a chat about the mat and the hat"""


def get_stats(vocab):
    pairs = Counter()
    for word, freq in vocab.items():
        symbols = word.split()
        for a, b in zip(symbols, symbols[1:]):
            pairs[a, b] += freq
    return pairs


def merge_vocab(pair, v_in):
    bigram = re.escape(" ".join(pair))
    p = re.compile(r"(?<!\S)" + bigram + r"(?!\S)")
    return {p.sub("".join(pair), w): f for w, f in v_in.items()}


class Tokenizer:
    SPECIAL = ("<pad>", "<bos>", "<eos>", "<unk>")

    def __init__(self, text, merges=10):
        words = Counter(re.findall(r"\w+|[^\w\s]", text.lower()))
        vocab = {" ".join(w) + " </w>": c for w, c in words.items()}
        self.merges = []
        for _ in range(merges):
            pairs = get_stats(vocab)
            if not pairs:
                break
            best = max(pairs, key=lambda p: (pairs[p], p))
            vocab = merge_vocab(best, vocab)
            self.merges.append(best)
        self.ranks = {m: i for i, m in enumerate(self.merges)}
        symbols = sorted({s for w in vocab for s in w.split()})
        self.stoi = OrderedDict((s, i) for i, s in enumerate([*self.SPECIAL, *symbols]))
        self.itos = {i: s for s, i in self.stoi.items()}

    @property
    def vocab_size(self):
        return len(self.stoi)

    @lru_cache(maxsize=None)
    def bpe(self, word):
        parts = list(word) + ["</w>"]
        while len(parts) > 1:
            candidates = [(self.ranks.get(pair, float("inf")), i) for i, pair in enumerate(zip(parts[:-1], parts[1:]))]
            rank, i = min(candidates)
            if rank == float("inf"):
                break
            parts[i:i + 2] = [parts[i] + parts[i + 1]]
        return tuple(parts)

    def encode(self, text, add_special=True):
        unk = self.stoi["<unk>"]
        ids = [self.stoi.get(s, unk) for w in re.findall(r"\w+|[^\w\s]", text.lower()) for s in self.bpe(w)]
        return [self.stoi["<bos>"]] + ids + [self.stoi["<eos>"]] if add_special else ids

    def decode(self, ids):
        out = "".join(self.itos[int(i)] for i in ids if int(i) >= len(self.SPECIAL))
        return out.replace("</w>", " ").strip()

    def pad_batch(self, texts):
        encoded = [self.encode(t) for t in texts]
        longest = max(map(len, encoded))
        ids = torch.zeros(len(texts), longest, dtype=torch.long)
        mask = torch.zeros_like(ids, dtype=torch.bool)
        for row, e in enumerate(encoded):
            ids[row, : len(e)] = torch.tensor(e)
            mask[row, : len(e)] = True
        return ids, mask


tok = Tokenizer(CORPUS, merges=12)
print(f"{tok.vocab_size=} merges={len(tok.merges)}")
for i, (a, b) in enumerate(tok.merges[:6]):
    print(f"{i:02d} {a!r:>6} + {b!r:<6} -> {a + b}")
ids, mask = tok.pad_batch(["The cat had a hat.", "a bat", "zebra mat"])
print(ids)
print(mask.sum(dim=1).tolist(), mask.float().mean().item())
for row, m in zip(ids, mask):
    print(repr(tok.decode(row[m])))
print(tok.bpe.cache_info().currsize if hasattr(tok.bpe, "cache_info") else None)
print(list(tok.stoi.items())[:5], [*reversed(tok.stoi)][:2])
