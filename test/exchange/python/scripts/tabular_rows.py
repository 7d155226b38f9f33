"""Tabular data without pandas: csv text -> dataset -> embeddings model -> report"""
import csv
import io
import statistics as st
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import torch
import torch.nn as nn
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler, default_collate

RAW = """id,date,city,plan,age,usage,churn
1,2024-01-03,Lyon,basic,34,12.5,0
2,2024-01-05,Nice,pro,51,40.25,0
3,2024-02-11,Lyon,basic,22,,1
4,2024-02-14,Paris,pro,45,33.0,0
5,2024-03-01,Nice,basic,29,8.75,1
6,2024-03-08,Paris,basic,61,15.0,0
7,2024-03-09,Lyon,pro,38,51.5,0
8,2024-04-22,,basic,27,5.0,1
"""


class Row(NamedTuple):
    id: int
    when: datetime
    city: str
    plan: str
    age: int
    usage: float | None
    churn: bool

    @classmethod
    def parse(cls, rec: dict[str, str]) -> "Row":
        return cls(
            id=int(rec["id"]),
            when=datetime.strptime(rec["date"], "%Y-%m-%d"),
            city=rec["city"] or "unknown",
            plan=rec["plan"],
            age=int(rec["age"]),
            usage=float(rec["usage"]) if rec["usage"] else None,
            churn=rec["churn"] == "1",
        )


@dataclass
class Schema:
    cats: list[str]
    nums: list[str]
    vocab: dict[str, dict[str, int]] = field(default_factory=dict)
    stats: dict[str, tuple[float, float]] = field(default_factory=dict)

    def fit(self, rows: list[Row]) -> "Schema":
        for c in self.cats:
            values = sorted({getattr(r, c) for r in rows})
            self.vocab[c] = {v: i for i, v in enumerate(values, start=1)}
        for n in self.nums:
            xs = [v for r in rows if (v := getattr(r, n)) is not None]
            self.stats[n] = (st.mean(xs), st.pstdev(xs))
        return self

    def encode(self, r: Row) -> dict[str, Any]:
        cats = [self.vocab[c].get(getattr(r, c), 0) for c in self.cats]
        nums = []
        for n in self.nums:
            mu, sd = self.stats[n]
            v = getattr(r, n)
            nums.append(0.0 if v is None else (v - mu) / sd)
        return {"cat": torch.tensor(cats), "num": torch.tensor(nums, dtype=torch.float), "y": float(r.churn), "id": r.id}

    @property
    def cardinalities(self) -> list[int]:
        return [len(v) + 1 for v in self.vocab.values()]


class Table(Dataset):
    def __init__(self, rows, schema):
        self.rows, self.schema = rows, schema

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, i):
        return self.schema.encode(self.rows[i])


class TabNet(nn.Module):
    def __init__(self, cards, n_num, hidden=16, p=0.1):
        super().__init__()
        self.embs = nn.ModuleList(nn.Embedding(c, min(8, (c + 1) // 2)) for c in cards)
        width = sum(e.embedding_dim for e in self.embs) + n_num
        self.net = nn.Sequential(nn.Linear(width, hidden), nn.SiLU(), nn.Dropout(p), nn.Linear(hidden, 1))

    def forward(self, cat, num):
        e = [emb(cat[:, j]) for j, emb in enumerate(self.embs)]
        return self.net(torch.cat([*e, num], dim=1)).squeeze(-1)


reader = csv.DictReader(io.StringIO(RAW))
rows = [Row.parse(r) for r in reader]
print(reader.fieldnames, len(rows))
print(rows[2])
print(rows[0].when.strftime("%d %b %Y"), (rows[-1].when - rows[0].when).days, rows[0].when + timedelta(days=30) < rows[2].when)
by_city = defaultdict(list)
for r in rows:
    by_city[r.city].append(r.usage or 0)
for city, us in sorted(by_city.items(), key=lambda kv: (-len(kv[1]), kv[0])):
    print(f"{city:<8}{len(us):>3}{st.fmean(us):>8.2f}{max(us):>8.1f}")
schema = Schema(cats=["city", "plan"], nums=["age", "usage"]).fit(rows)
print(schema.vocab, {k: tuple(round(x, 2) for x in v) for k, v in schema.stats.items()}, schema.cardinalities)
torch.manual_seed(10)
counts = Counter(r.churn for r in rows)
weights = [1 / counts[r.churn] for r in rows]
print(counts, [round(w, 3) for w in weights])
sampler = WeightedRandomSampler(weights, num_samples=16, replacement=True)
ds = Table(rows, schema)
loader = DataLoader(ds, batch_size=8, sampler=sampler)
model = TabNet(schema.cardinalities, len(schema.nums))
print(model)
opt = torch.optim.Adam(model.parameters(), lr=0.02)
crit = nn.BCEWithLogitsLoss(pos_weight=torch.tensor(1.5))
for epoch in range(1, 4):
    total = 0.0
    for batch in loader:
        logit = model(batch["cat"], batch["num"])
        loss = crit(logit, batch["y"].float())
        opt.zero_grad()
        loss.backward()
        opt.step()
        total += loss.item()
    print(f"epoch {epoch}  loss {total / len(loader):.4f}  last ids {sorted(set(batch['id'].tolist()))}")
b = default_collate([ds[i] for i in range(3)])
print({k: (tuple(v.shape), v.dtype) for k, v in b.items()})
buf = io.StringIO()
w = csv.writer(buf)
w.writerow(["id", "p"])
model.eval()
with torch.no_grad():
    b = default_collate([ds[i] for i in range(len(ds))])
    for i, p in zip(b["id"], torch.sigmoid(model(b["cat"], b["num"]))):
        w.writerow([int(i), f"{p:.1f}"])
print(buf.getvalue().splitlines()[:2], len(buf.getvalue().splitlines()))
