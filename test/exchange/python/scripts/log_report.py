"""Mostly plain Python with a bit of torch: text parsing, inventory, reports."""
import json
import re
from collections import defaultdict, Counter
from datetime import datetime, timedelta
from functools import reduce, singledispatch
from operator import itemgetter, methodcaller, add
import torch

LOG = """
2024-03-01 10:00:00 INFO  [trainer] epoch=1 loss=0.93 acc=51.2%
2024-03-01 10:05:30 WARN  [loader] slow batch: 3.2s
2024-03-01 10:06:00 INFO  [trainer] epoch=2 loss=0.71 acc=63.0%
2024-03-01 10:12:45 ERROR [trainer] nan in layer 'fc1' (step 120)
2024-03-01 10:15:00 INFO  [trainer] epoch=3 loss=0.52 acc=70.5%
bad line
2024-03-02 00:00:01 INFO  [eval] epoch=3 loss=0.55 acc=69.9%
"""
PATTERN = re.compile(r"^(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (?P<level>[A-Z]+)\s+\[(?P<src>\w+)\] (?P<msg>.*)$")


class ParseError(ValueError):
    def __init__(self, line, no):
        super().__init__(f"line {no}: {line!r}")
        self.line = line
        self.no = no


class Entry:
    def __init__(self, time, level, src, msg):
        self.time = datetime.strptime(time, "%Y-%m-%d %H:%M:%S")
        self.level, self.src, self.msg = level, src, msg

    @classmethod
    def parse(cls, line, no=0):
        m = PATTERN.match(line)
        if not m:
            raise ParseError(line, no)
        return cls(**m.groupdict())

    @property
    def fields(self):
        return {k: v for k, v in re.findall(r"(\w+)=([\d.]+)", self.msg)}

    def __format__(self, spec):
        if spec == "short":
            return f"{self.time:%H:%M} {self.level[0]} {self.src}"
        return str(self)

    def __str__(self):
        return f"{self.time.isoformat()} {self.src}: {self.msg}"


def parse_all(text):
    entries, errors = [], []
    for no, line in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        try:
            entries.append(Entry.parse(line, no))
        except ParseError as e:
            errors.append(e)
    return entries, errors


entries, errors = parse_all(LOG)
print(len(entries), [str(e) for e in errors], errors[0].no, repr(errors[0].line))
for e in entries[:3]:
    print(f"{e:short} | {e}")
levels = Counter(map(lambda e: e.level, entries))
print(levels, max(levels, key=levels.get), list(levels.elements())[:3])
metrics = [tuple(float(e.fields[k]) for k in ("epoch", "loss", "acc")) for e in entries if {"loss", "acc"} <= e.fields.keys()]
print(metrics)
t = torch.tensor(metrics)
print(t[:, 1:].mean(0), t[t[:, 2].argmax()])
gaps = [(b.time - a.time).total_seconds() for a, b in zip(entries, entries[1:])]
print(gaps, str(timedelta(seconds=max(gaps))), (entries[-1].time - entries[0].time).days, entries[0].time + timedelta(hours=36))
inventory = [
    {"sku": "A1", "qty": 3, "price": 9.99, "tags": ["x", "y"]},
    {"sku": "B2", "qty": 0, "price": 4.5, "tags": []},
    {"sku": "C3", "qty": 12, "price": 1.25, "tags": ["y"]},
]
by_tag = defaultdict(set)
for item in inventory:
    for tag in item["tags"]:
        by_tag[tag].add(item["sku"])
print({k: sorted(v) for k, v in by_tag.items()}, sorted(by_tag, key=lambda k: len(by_tag[k]), reverse=True))
print(sum(map(lambda i: i["qty"] * i["price"], inventory)), reduce(add, map(itemgetter("qty"), inventory)), list(map(methodcaller("lower"), ["AB", "Cd"])))
print(sorted(inventory, key=itemgetter("price"))[0]["sku"], [i["sku"] for i in inventory if not i["tags"]], any(i["qty"] > 10 for i in inventory))


@singledispatch
def describe(v):
    return f"? {v!r}"


@describe.register
def _(v: int):
    return f"int {v}"


@describe.register(list)
def _(v):
    return f"list of {len(v)}: " + ", ".join(describe(x) for x in v)


@describe.register
def _(v: torch.Tensor):
    return f"tensor {tuple(v.shape)}"


print(describe(3), "|", describe([1, "a", torch.zeros(2, 3)]), "|", describe(2.5))


def parse_value(s: str):
    for cast in (int, float):
        try:
            return cast(s)
        except ValueError:
            pass
    match s.lower():
        case "true" | "yes":
            return True
        case "none" | "":
            return None
        case str() as text if text.startswith("["):
            return [parse_value(p.strip()) for p in text.strip("[]").split(",")]
        case _:
            return s


print([parse_value(s) for s in ["1", "2.0", "yes", "", "[1, x, 3.5]", "Text", "1e3"]])
conf = """
# settings
[model]
hidden = 32
dropout = 0.5
name = Net
[train]
lr = 1e-3
epochs = 3
amp = yes
"""
cfg, section = {}, None
for line in conf.strip().splitlines():
    line = line.split("#", 1)[0].strip()
    if not line:
        continue
    if (m := re.fullmatch(r"\[(\w+)\]", line)) is not None:
        section = cfg.setdefault(m[1], {})
    else:
        key, _, value = (p.strip() for p in line.partition("="))
        section[key] = parse_value(value)
print(json.dumps(cfg), cfg["train"]["lr"] * 2, type(cfg["model"]["hidden"]).__name__)
flat = {f"{s}.{k}": v for s, kv in cfg.items() for k, v in kv.items()}
print("\n".join(f"{k:.<20}{v!s:.>10}" for k, v in flat.items()))
net = torch.nn.Linear(cfg["model"]["hidden"], 2)
print(net, re.split(r"[,;]\s*", "a, b;c"), re.sub(r"(\d+)", lambda m: str(int(m.group(1)) * 2), "a1b22"), re.search(r"b(?=c)", "abc").span())
