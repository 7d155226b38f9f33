import torch, random, itertools, string, operator, sys, os, copy, time, re, json
import torch.nn as nn
import torch.nn.functional as F
from collections import OrderedDict, namedtuple
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence

SEED = 11
random.seed(SEED); torch.manual_seed(SEED)

class Vocab:
    PAD, UNK = "<pad>", "<unk>"
    def __init__(self, texts, min_count=1):
        counts = {}
        for t in texts:
            for w in self.tokenize(t):
                counts[w] = counts.get(w, 0) + 1
        self.itos = [self.PAD, self.UNK] + sorted((w for w, c in counts.items() if c >= min_count), key=lambda w: (-counts[w], w))
        self.stoi = {w: i for i, w in enumerate(self.itos)}
    @staticmethod
    def tokenize(text):
        return re.findall(r"[a-z']+", text.lower())
    @classmethod
    def from_file(cls, lines, **kw):
        return cls([l.strip() for l in lines if l.strip()], **kw)
    def __call__(self, text):
        return [self.stoi.get(w, 1) for w in self.tokenize(text)]
    def __len__(self): return len(self.itos)
    def __getitem__(self, i): return self.itos[i]

TEXTS = [("a great, great film", 1), ("terrible plot and bad acting", 0), ("I loved it", 1), ("not good at all", 0), ("bad bad bad", 0), ("great acting", 1)]
vocab = Vocab.from_file([t for t, _ in TEXTS], min_count=1)
print(len(vocab), vocab[2], vocab("Great unknown film"), Vocab.PAD)

def collate(batch):
    seqs, labels = zip(*batch)
    lens = torch.tensor([len(s) for s in seqs])
    return pad_sequence(seqs, batch_first=True), lens, torch.tensor(labels, dtype=torch.float)

class Classifier(nn.Module):
    def __init__(self, n, emb=6, hid=5, bidirectional=True):
        super(Classifier, self).__init__()
        self.emb = nn.Embedding(n, emb, padding_idx=0)
        self.rnn = nn.LSTM(emb, hid, batch_first=True, bidirectional=bidirectional)
        self.head = nn.Linear(hid * (2 if bidirectional else 1), 1)
    def forward(self, x, lens):
        packed = pack_padded_sequence(self.emb(x), lens, batch_first=True, enforce_sorted=False)
        out, (h, _) = self.rnn(packed)
        out, _ = pad_packed_sequence(out, batch_first=True)
        h = torch.cat([h[-2], h[-1]], dim=-1)
        return self.head(h).squeeze(-1), out

loader = torch.utils.data.DataLoader([(torch.tensor(vocab(t)), y) for t, y in TEXTS], batch_size=4, shuffle=True, collate_fn=collate)
model = Classifier(len(vocab))
opt = torch.optim.RMSprop(model.parameters(), lr=0.02)
for epoch in range(1, 6):
    tot = 0
    for x, lens, y in loader:
        logit, out = model(x, lens)
        loss = F.binary_cross_entropy_with_logits(logit, y)
        opt.zero_grad()
        loss.backward()
        opt.step()
        tot += loss.item()
    print(f"epoch {epoch:2d}: {tot / len(loader):.4f} {tuple(out.shape)}", end="\n" if epoch < 5 else " <- last\n")
model.eval()
with torch.no_grad():
    x, lens, y = collate([(torch.tensor(vocab(t)), y) for t, y in TEXTS[:3]])
    p = torch.sigmoid(model(x, lens)[0])
    print([f"{a:.3f}" for a in p.tolist()], (p > 0.5).int().tolist(), model.emb.weight[0].abs().sum().item() == 0)
result = OrderedDict(acc=((p > .5).float() == y).float().mean().item(), n=len(y))
print(json.dumps({"n": 3, "name": "x"}, indent=2), json.dumps({"b": {"c": "x"}, "a": [1, None, True]}, sort_keys=True))
print(list(itertools.combinations("abc", 2)), list(itertools.permutations([1, 2], 2)), string.ascii_lowercase[:5])
print(sorted([(2, "b"), (1, "z"), (2, "a")], key=operator.itemgetter(0), reverse=True), [x for x in map(str.upper, ["a", "b"])])
words = "the cat the dog a cat".split()
freq = {w: words.count(w) for w in dict.fromkeys(words)}
print(freq, max(freq, key=freq.get), [w for w, _ in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))])
nested = {"layers": [{"in": 2, "out": 3}, {"in": 3, "out": 1}], "act": None}
clone = copy.deepcopy(nested); clone["layers"][0]["in"] = 99
print(nested["layers"][0], clone["layers"][0], nested == clone, nested.get("missing", "default"))
model2 = nn.Sequential(OrderedDict([(f"fc{i}", nn.Linear(l["in"], l["out"])) for i, l in enumerate(nested["layers"])]))
print(model2, [n for n, _ in model2.named_children()], model2.fc0.weight.shape)
m = re.match(r"(?P<k>\w+)=(?P<v>[\d.]+)", "lr=0.01 wd=1")
print(m.group("k"), float(m["v"]), re.sub(r"\d", "#", "a1b2"), re.split(r"[,;]\s*", "a, b;c"))
def gen():
    total = 0
    while True:
        x = yield total
        if x is None: return "finished"
        total += x
g = gen(); next(g)
print(g.send(3), g.send(4))
try:
    g.send(None)
except StopIteration as e:
    print("stop", e.value)
def chain(*its):
    for it in its:
        yield from it
print(list(chain([1], (2,), {3: 4})), *(x ** 2 for x in range(3)), [y for x in ([1, 2], [3]) for y in x if y != 2])
print(f"{sum(p.numel() for p in model.parameters()):,}".replace(",", " "), 10 ** 3, -2 ** 2, 7 & 3, 6 | 1, 5 ^ 1, ~4, 1 << 4, 0b101, 0xff, 1e3)
assert abs(-3) == 3, "never"
print(any(isinstance(mm, nn.LSTM) for mm in model.modules()), type(model).__name__, callable(model), hasattr(model, "nope"), getattr(model, "nope", 5))
