import heapq
import random
from collections import defaultdict, Counter
from itertools import combinations
from typing import DefaultDict, Dict, List, Set, Tuple
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset

random.seed(1)
torch.manual_seed(1)
USERS = ["ana", "bo", "cy", "di", "ed", "flo"]
ITEMS = ["alien", "brave", "cars", "dune", "emma", "frozen", "gravity"]
GENRE = {"sf": {"alien", "dune", "gravity"}, "kids": {"brave", "cars", "frozen"}, "drama": {"emma", "dune"}}
TASTE = {"ana": "sf", "bo": "kids", "cy": "sf", "di": "drama", "ed": "kids", "flo": "drama"}


def rating(user: str, item: str) -> int:
    base = 5 if item in GENRE[TASTE[user]] else 2
    return min(5, max(1, base + random.choice([-1, 0, 0, 1])))


ratings: Dict[Tuple[str, str], int] = {}
for u in USERS:
    for i in random.sample(ITEMS, 5):
        ratings[u, i] = rating(u, i)
print(len(ratings), list(ratings.items())[:2], Counter(ratings.values()))
by_user: DefaultDict[str, Dict[str, int]] = defaultdict(dict)
for (u, i), r in ratings.items():
    by_user[u][i] = r
mean = {u: sum(rs.values()) / len(rs) for u, rs in by_user.items()}
print({u: round(m, 2) for u, m in mean.items()})


def pearson(a: Dict[str, int], b: Dict[str, int]) -> float:
    common = a.keys() & b.keys()
    if len(common) < 2:
        return 0.0
    xs, ys = zip(*[(a[k], b[k]) for k in sorted(common)])
    t = torch.tensor([xs, ys], dtype=torch.float)
    t = t - t.mean(1, keepdim=True)
    denom = t.norm(dim=1).prod()
    return (t[0] @ t[1] / denom).item() if denom > 0 else 0.0


sims = {(u, v): pearson(by_user[u], by_user[v]) for u, v in combinations(USERS, 2)}
best = heapq.nlargest(3, sims.items(), key=lambda kv: (kv[1], kv[0]))
print([(pair, f"{s:.2f}") for pair, s in best])
print(sum(s > 0 for s in sims.values()), min(sims.values()) >= -1.0001)


class RatingData(Dataset):
    def __init__(self, ratings, users, items):
        self.uidx = {u: k for k, u in enumerate(users)}
        self.iidx = {i: k for k, i in enumerate(items)}
        self.rows = [(self.uidx[u], self.iidx[i], float(r)) for (u, i), r in ratings.items()]

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, k):
        return self.rows[k]


class MF(nn.Module):
    def __init__(self, n_users, n_items, k=4):
        super().__init__()
        self.u = nn.Embedding(n_users, k)
        self.i = nn.Embedding(n_items, k)
        self.bu = nn.Embedding(n_users, 1)
        self.bi = nn.Embedding(n_items, 1)
        self.mu = nn.Parameter(torch.tensor(3.0))
        for emb in (self.u, self.i):
            nn.init.normal_(emb.weight, std=0.1)
        for emb in (self.bu, self.bi):
            nn.init.zeros_(emb.weight)

    def forward(self, u, i):
        return (self.u(u) * self.i(i)).sum(-1) + self.bu(u).squeeze(-1) + self.bi(i).squeeze(-1) + self.mu

    @torch.no_grad()
    def recommend(self, u: int, seen: Set[int], n=2) -> List[Tuple[int, float]]:
        scores = self(torch.full((self.i.num_embeddings,), u), torch.arange(self.i.num_embeddings))
        scores[list(seen)] = -float("inf")
        v, idx = scores.topk(n)
        return list(zip(idx.tolist(), v.tolist()))


ds = RatingData(ratings, USERS, ITEMS)
batch = next(iter(DataLoader(ds, batch_size=4)))
print([b.dtype for b in batch], batch[2])
model = MF(len(USERS), len(ITEMS))
opt = torch.optim.Adam(model.parameters(), lr=0.05, weight_decay=1e-4)
for epoch in range(20):
    se, n = 0.0, 0
    for u, i, r in DataLoader(ds, batch_size=8, shuffle=True):
        pred = model(u, i)
        loss = F.mse_loss(pred, r.float())
        opt.zero_grad()
        loss.backward()
        opt.step()
        se += loss.item() * len(r)
        n += len(r)
    if epoch in (0, 9, 19):
        print(f"epoch {epoch}: rmse {(se / n) ** 0.5:.3f} mu {model.mu.item():.3f}")
for user in USERS[:3]:
    seen = {ds.iidx[i] for i in by_user[user]}
    recs = model.recommend(ds.uidx[user], seen)
    print(f"{user:>4} ({TASTE[user]}): " + ", ".join(f"{ITEMS[k]} {s:.1f}" for k, s in recs))
cooc: Counter = Counter()
for rs in by_user.values():
    liked = sorted(i for i, r in rs.items() if r >= 4)
    cooc.update(combinations(liked, 2))
print(cooc.most_common(2), cooc[("alien", "dune")], sum(cooc.values()))


def ndcg(ranked, relevant, k=3):
    gains = [1.0 if r in relevant else 0.0 for r in ranked[:k]]
    logs = torch.log2(torch.arange(len(gains)) + 2.0)
    ideal = (1 / logs[:min(k, len(relevant))]).sum()
    return ((torch.tensor(gains) / logs).sum() / ideal).item()


print(round(ndcg(["alien", "cars", "dune"], {"alien", "dune"}), 4), ndcg(["x"], {"y"}))
