"""Data pipeline: parsing, cleaning, splitting, normalising, batching with generators."""
import csv
import io
import json
import math
import statistics
from collections import defaultdict, Counter
from datetime import date, timedelta
from itertools import groupby, accumulate, zip_longest
from operator import itemgetter, attrgetter
import torch

RAW = """id,city,date,temp,humidity,wind
1,Oslo,2024-01-01,-3.5,80,12
2,Oslo,2024-01-02,-1.0,75,8
3,Rome,2024-01-01,11.2,60,5
4,Rome,2024-01-02,,58,7
5,Oslo,2024-01-03,0.5,82,20
6,Rome,2024-01-03,13.0,55,3
7,Lima,2024-01-01,24.1,70,
8,Lima,2024-01-02,25.3,x,9
9,Lima,2024-01-03,23.8,72,11
"""


class Record:
    __slots__ = ("id", "city", "date", "temp", "humidity", "wind")

    def __init__(self, **kw):
        for name in self.__slots__:
            setattr(self, name, kw.get(name))

    def __eq__(self, other):
        return isinstance(other, Record) and self.id == other.id

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        fields = ", ".join(f"{n}={getattr(self, n)!r}" for n in self.__slots__ if n != "date")
        return f"Record({fields})"


def parse_float(text, default=None):
    try:
        return float(text)
    except ValueError:
        return default


def read(text):
    for row in csv.DictReader(io.StringIO(text)):
        yield Record(
            id=int(row["id"]),
            city=row["city"].upper(),
            date=date.fromisoformat(row["date"]),
            temp=parse_float(row["temp"]),
            humidity=parse_float(row["humidity"], default=float("nan")),
            wind=parse_float(row["wind"]),
        )


records = list(read(RAW))
print(len(records), records[0], records[6])
missing = Counter()
for r in records:
    for name in ("temp", "humidity", "wind"):
        v = getattr(r, name)
        if v is None or math.isnan(v):
            missing[name, r.city] += 1
print(missing, missing.total())
by_city = defaultdict(list)
for r in records:
    by_city[r.city].append(r)


def impute(rs, name):
    known = [v for v in (getattr(r, name) for r in rs) if v is not None and v == v]
    fill = statistics.mean(known)
    changed = []
    for r in rs:
        v = getattr(r, name)
        if v is None or v != v:
            setattr(r, name, fill)
            changed.append(r.id)
    return fill, changed


for city, rs in by_city.items():
    report = {name: impute(rs, name) for name in ("temp", "humidity", "wind")}
    print(f"{city:>5}: " + "; ".join(f"{k} <- {v[0]:.2f} at {v[1]}" for k, v in report.items() if v[1]))
records.sort(key=attrgetter("date", "city"))
for day, group in groupby(records, key=lambda r: r.date):
    group = list(group)
    print(day, day.strftime("%d.%m."), [g.city for g in group], f"{sum(g.temp for g in group) / len(group):.1f}")
first = records[0].date
print(first + timedelta(days=45), (records[-1].date - first).days, first.weekday())
X = torch.tensor([[r.temp, r.humidity, r.wind] for r in records])
mean, std = X.mean(0), X.std(0, unbiased=False)
Z = (X - mean) / std
print(mean, std, sep="\n")
torch.set_printoptions(precision=2, sci_mode=False)
print(Z)
torch.set_printoptions(profile="default")
cities = sorted(by_city)
onehot = torch.zeros(len(records), len(cities)).scatter_(1, torch.tensor([[cities.index(r.city)] for r in records]), 1.0)
features = torch.cat([Z, onehot], dim=1)
print(features.shape, features.sum(0)[3:])


def windows(seq, n, step=1):
    for i in range(0, len(seq) - n + 1, step):
        yield seq[i:i + n]


temps = {c: [r.temp for r in sorted(rs, key=attrgetter("date"))] for c, rs in by_city.items()}
pairs = [(w[:-1], w[-1]) for ts in temps.values() for w in windows(ts, 3)]
print(pairs)
xs = torch.tensor([p[0] for p in pairs])
ys = torch.tensor([p[1] for p in pairs])
sol = torch.linalg.lstsq(torch.cat([xs, torch.ones(3, 1)], 1), ys.unsqueeze(1)).solution
print(sol.squeeze().tolist() == sol[:, 0].tolist(), sol.shape)
print(list(accumulate(temps["OSLO"])), list(accumulate(temps["ROME"], max)))
print(list(zip_longest("abc", [1], fillvalue=0)))
summary = {c: {"n": len(t), "min": min(t), "max": max(t), "range": round(max(t) - min(t), 2)} for c, t in temps.items()}
print(json.dumps(summary, indent=2, sort_keys=True))
back = json.loads(json.dumps({"a": [1, 2.5, None, True], "b": {"c": "x"}}))
print(back, back["a"][1] * 2, json.dumps(list(summary)), json.dumps({1: 2.0}))
top = sorted(summary.items(), key=itemgetter(1, 0) if False else (lambda kv: kv[1]["max"]), reverse=True)
print([c for c, _ in top], statistics.median(temps["LIMA"]), round(statistics.stdev(temps["LIMA"]), 4))
print({r for r in records if r.id < 3} == {records[0], Record(id=2)}, Record(id=5) in records, records.index(Record(id=9)))
