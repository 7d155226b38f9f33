from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
import torch

defaults = {"lr": 0.1, "epochs": 5, "device": "cpu"}
env = {"epochs": 10}
cli = {"lr": 1.0}
settings = ChainMap(cli, env, defaults)
print(settings["lr"], settings["epochs"], settings["device"], sorted(settings), len(settings), "lr" in settings)
print(dict(settings))

words = "the cat sat on the mat and the dog sat too".split()
count = Counter(words)
print(count.most_common(2), count["the"], sum(count.values()), list(count.elements())[:4])
by_len = defaultdict(list)
for w in sorted(set(words)):
    by_len[len(w)].append(w)
print(dict(by_len), by_len)
index = defaultdict(lambda: defaultdict(int))
for i, w in enumerate(words):
    index[w][i % 3] += 1
print({k: dict(v) for k, v in index.items()})

od = OrderedDict(a=1, b=2)
od["c"] = 3
od.move_to_end("a")
print(od, list(od), od.popitem(last=False))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q[0], q[-1], sum(q), q.count(2))
q.extend([9, 8])
q.rotate(-1)
print(list(q), q.maxlen)

vocab = {w: i for i, (w, _) in enumerate(count.most_common())}
ids = torch.tensor([vocab[w] for w in words])
print(ids, torch.bincount(ids))
onehot = torch.nn.functional.one_hot(ids, len(vocab)).sum(0)
print(onehot.tolist() == [c for _, c in count.most_common()])
tf = {w: c / len(words) for w, c in count.items()}
for w, v in sorted(tf.items(), key=lambda kv: (-kv[1], kv[0]))[:3]:
    print(f"{w:<5}{v:.3f} {'#' * int(v * 20)}")
a, b = Counter("aabbb"), Counter("abc")
print(a + b, a - b, a & b, a | b)
a.subtract({"a": 5})
print(a, +a, a.total())
s1, s2 = {1, 2, 3}, {2, 3, 4}
print(s1 | s2, s1 & s2, s1 - s2, s1 ^ s2, s1 <= {1, 2, 3, 4}, s1.isdisjoint({9}))
frozen = frozenset([3, 1, 2])
print(sorted(frozen), frozen == {1, 2, 3}, {frozen: "f"}[frozenset((1, 2, 3))])
groups = {}
for w in words:
    groups.setdefault(w[0], set()).add(w)
print({k: sorted(v) for k, v in sorted(groups.items())})
matrix = [[0] * 3 for _ in range(2)]
matrix[0][1] += 1.5
print(matrix, [list(r) for r in zip(*matrix)], [x for row in matrix for x in row if x])
nested = {"model": {"layers": [{"in": 2, "out": 3.0}, {"in": 3, "out": 1.0}]}}
print(nested["model"]["layers"][-1]["out"], [l["in"] for l in nested["model"]["layers"]], nested)
merged = {**defaults, **env, "extra": None}
print(merged, defaults | cli, list(merged.values()))
first, *rest = words
print(first, len(rest), rest[-2:], *[w.upper() for w in rest[:2]])
