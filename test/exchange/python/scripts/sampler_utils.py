from typing import Dict, Iterator, List, Tuple
import torch
from torch.utils.data import DataLoader, Dataset, Subset, ConcatDataset
from torch.nn.utils.rnn import pad_sequence


def batches(items: List[int], size: int) -> Iterator[List[int]]:
    """Yield pieces."""
    for start in range(0, len(items), size):
        yield items[start:start + size]


class Vocab:
    PAD, UNK = 0, 1

    def __init__(self, texts: List[str], min_freq: int = 1):
        freq: Dict[str, int] = {}
        for text in texts:
            for tok in text.lower().split():
                freq[tok] = freq.get(tok, 0) + 1
        self.itos = ['<pad>', '<unk>'] + sorted(t for t, c in freq.items() if c >= min_freq)
        self.stoi = {t: i for i, t in enumerate(self.itos)}

    def __len__(self):
        return len(self.itos)

    def encode(self, text):
        return [self.stoi.get(t, self.UNK) for t in text.lower().split()]

    def decode(self, ids):
        return ' '.join(self.itos[i] for i in ids if i != Vocab.PAD)


texts = ["The cat sat", "the dog ran away fast", "a bird", "the end"]
labels = [0, 1, 1, 0]
vocab = Vocab(texts)
print(len(vocab), vocab.encode("the unicorn sat"), vocab.decode([2, 3, 0]))


class TextDataset(Dataset):
    def __init__(self, texts: List[str], labels: List[int], vocab: Vocab):
        assert len(texts) == len(labels)
        self.samples = [(torch.tensor(vocab.encode(t)), l) for t, l in zip(texts, labels)]

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, i: int) -> Tuple[torch.Tensor, int]:
        return self.samples[i]


def collate(batch):
    xs, ys = zip(*batch)
    lengths = torch.tensor([len(x) for x in xs])
    padded = pad_sequence(xs, batch_first=True, padding_value=Vocab.PAD)
    return padded, torch.tensor(ys), lengths


ds = TextDataset(texts, labels, vocab)
for xb, yb, lens in DataLoader(ds, batch_size=2, shuffle=False, collate_fn=collate):
    print(xb, yb.tolist(), lens)
print(len(ds), ds[1][0], ds[0][1])
part = Subset(ds, [0, 2])
both = ConcatDataset([part, part])
print(len(part), len(both), both[3][1])
for chunk in batches(list(range(7)), 3):
    print(chunk, sum(chunk) / len(chunk))
g = torch.Generator().manual_seed(3)
loader = DataLoader(torch.arange(6), batch_size=4, shuffle=True, generator=g, drop_last=False)
for epoch in range(2):
    print(f"epoch {epoch}:", [b.tolist() for b in loader])
it = iter(loader)
print(next(it).shape)
emb = torch.nn.Embedding(len(vocab), 4, padding_idx=0)
print(emb(torch.tensor([[0, 1]])).shape, emb.weight[0])
d = {'a': torch.ones(2), 'b': [1, 2]}
for k in d:
    print(k, d[k])
print({**{'x': 1}, 'y': 2.5}, [*range(3), 9], (lambda *a: sum(a))(1, 2, 3))
