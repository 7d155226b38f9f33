"""Plain Python that prints nested containers next to tensors."""
import torch

record = {"name": "run-1", "lr": 1.0, "steps": 10, "tags": ["a", "b"], "best": None, "ok": True, "scores": (0.5, 1, 2.0)}
print(record)
record["lr"] *= 0.5
record.update(steps=record["steps"] + 5, extra={"x": 1e-5, "y": 100000000.0, "z": 1e16})
print(record, len(record))
print(record.pop("tags"), "tags" in record, record.get("missing"), record.get("missing", 0.0))
print(list(record.items())[:3])

table = [[1, 2.0, "three"], [4.0, 5, None], [True, 7.25, {"k": 8.0}]]
for row in table:
    print(*row, sep=" | ")
print(table)
transposed = list(zip(*table))
print(transposed)
flat = [v for row in table for v in row if isinstance(v, (int, float)) and not isinstance(v, bool)]
print(flat, sum(flat), max(flat), sum(flat) / len(flat))

mixed = [1, 2.0, 3, 4.5]
mixed.append(5.0)
mixed.insert(0, 0)
mixed += [6, 7.0]
print(mixed, mixed[1] + mixed[2], mixed[::-1], sorted(mixed, reverse=True))
print([x * 2 for x in mixed], [x / 2 for x in mixed], [x // 2 for x in mixed])
print(mixed.index(4.5), mixed.count(3), mixed.pop(), mixed)
a, *b, c = mixed
print(a, b, c)

losses = {"train": [0.5, 0.25, 0.0], "val": [1.0, 0.75]}
losses.setdefault("test", []).append(2.0)
print(losses, {k: sum(v) / len(v) for k, v in losses.items()}, {k: min(v) for k, v in losses.items()})
nested = {"a": {"b": {"c": 3.0}}, 1: (1.0,), (2, 3): {4, 5}}
print(nested, nested["a"]["b"]["c"], nested[2, 3], nested[1][0])
x = torch.tensor([1.0, 2.0])
print({"x": x, "n": x.sum().item(), "shape": x.shape, "d": x.dtype, "l": x.tolist(), "size": x.size(0)})
print([x, 1.0, (x[0], x[1].item())], (1,), (), [], {}, set(), {1.5, })
print(1 / 2, 4 / 2, 7 // 2, 7.0 // 2, 2 ** 3, 2 ** -1, 2.0 ** 3, 10 % 3, 10.0 % 3, abs(-3.0), int(3.9), float(3))
print(round(3.0), round(3.7), round(3.14159, 2), round(1234, -2), min(1, 2.0), max(3.0, 3), sum([0.1] * 3), 1e3, 5e-324)
print(f"{3.0} {3} {1e10} {1.0:g} {2:.1f} {1234567.891:,.2f} {0.256:.1%} {255:#x} {5:03d} {-5:+d} {'s':>5}|{'s':^5}|{'s':*<5}")
s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.replace("o", "0"), s.split(", "), s[::-1], s.find("W"), s.count("l"), s.startswith("He"), s.partition(", "))
print("a,b,,c".split(","), " pad ".strip() + "|", "x".join(["1", "2"]), "abc".isalpha(), "12".isdigit(), "title case".title(), "cap".capitalize(), "%d %s %5.2f" % (3, "x", 2.5))
print(repr("it's"), repr('say "hi"'), "tab\tnew\\n", "é", ascii("é"), ord("a"), chr(98), "ab" * 3, "z" > "a", "abc" < "abd")
print(bool([]), bool([0]), not None, 3 and 0, 0 or "x", 1 < 2 < 3, 3 if 0.0 else 4, [] == [], (1, 2) < (1, 3), [1, 2.0] == [1.0, 2])
print(type(1), type(1.0), type("s"), type([]), type(None), type(x), type(x).__name__, isinstance(True, int))
