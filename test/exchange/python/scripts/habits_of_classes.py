import random, math, re, json, time
from enum import Enum, IntEnum, auto
from collections import namedtuple
from functools import partial, wraps, lru_cache
from itertools import islice, count, groupby, combinations, accumulate, zip_longest
import torch
class A:
    kind = "a"
    n = 0
    def __init__(self): A.n += 1; self.id = A.n
    def who(self): return f"{self.kind}{self.id}"
    @classmethod
    def make(cls): return cls()
    @staticmethod
    def add(a, b=1): return a + b
    @property
    def double(self): return self.id * 2
    @double.setter
    def double(self, v): self.id = v // 2
    def __str__(self): return f"<{self.who()}>"
class B(A):
    kind = "b"
    def who(self): return super().who().upper()
a, b = A.make(), B.make(); print(a, b, A.n, B.n, b.kind, isinstance(b, A), type(b).__name__, a.add(2), B.add(1, b=5), str(b), [str(o) for o in (a, b)], f"{b} {a!s}")
b.double = 10; b.kind = "z"; print(b.id, b.double, b.who(), B.kind, hasattr(b, "x"), getattr(b, "x", None), vars(a), a.__class__.__name__)
class Color(Enum):
    RED = 1
    GREEN = "g"
    def lower(self): return self.name.lower()
print(Color.RED, repr(Color.GREEN), Color.RED.value, Color["RED"] is Color(1), [c.name for c in Color], Color.GREEN.lower(), {Color.RED: 1}, Color.RED == 1, len(Color), Color.RED in Color, list(Color))
class L(IntEnum):
    LOW = 1
    HIGH = 5
print(L.HIGH > L.LOW, L.LOW + 1, sorted([L.HIGH, L.LOW]), L(5), int(L.HIGH), f"{L.LOW} {L.LOW!r}", max(L), L.LOW == 1, [x for x in range(6) if x in (L.LOW, L.HIGH)])
def gen(n):
    for i in range(n):
        got = yield i * i
        if got: yield -got
g = gen(3); print(next(g), g.send(5), next(g), list(g), list(gen(3)), sum(gen(4)), max(gen(3)), tuple(gen(2)), dict(enumerate(gen(2))), [*gen(2)], 4 in gen(3), sorted(gen(3), reverse=True))
print(list(islice(count(5, 2), 3)), [(k, len(list(v))) for k, v in groupby("aabbb")], list(combinations("abc", 2)), list(accumulate([1, 2, 3])), list(zip_longest([1], "ab", fillvalue=0)))
def deco(prefix):
    def wrap(fn):
        @wraps(fn)
        def inner(*a, **k):
            r = fn(*a, **k); print(f"{prefix}{fn.__name__}{a}{k} -> {r}"); return r
        return inner
    return wrap
@deco("> ")
def power(base, exp=2): "doc"; return base ** exp
power(3); power(2, exp=3); power(2.0, 0.5); print(power.__name__, power.__doc__, partial(power, exp=1)(7))
random.seed(5); print(random.random(), random.randint(1, 10), random.choice("abc"), random.sample(range(10), 3), random.uniform(0, 1), random.gauss(0, 1), random.shuffle([1]), random.choices([1, 2], k=3), random.getrandbits(8))
m = re.match(r"(?P<k>\w+)=(\d+)", "abc=42;"); print(m.group(0), m["k"], m.groups(), m.span(2), m.groupdict(), re.findall(r"\d", "a1b2"), re.sub(r"\s+", " ", "a  b"), re.split(r"[,;]", "a,b;c"), bool(re.search("z", "abc")), [x.group() for x in re.finditer(r"[a-z]+", "ab1cd")])
print(json.dumps({"a": [1, 2.0, None, True], "b": "é"}), json.dumps([1.5], indent=1), json.loads('{"x": 1.0, "y": [1, "a"]}'), json.dumps({"z": 1, "a": 2}, sort_keys=True))
print(math.floor(-1.5), math.ceil(1.2), math.sqrt(16), math.pi, math.log(100, 10), math.log2(8), math.exp(0), math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3), math.gcd(12, 8), math.trunc(-1.9), math.copysign(1, -0.0), math.degrees(math.pi), math.factorial(5), math.inf, -math.inf)
def kw(a, *args, b=2, **rest): return a, args, b, rest
print(kw(1), kw(1, 2, 3), kw(1, b=5, c=6), kw(*[1, 2], **{"b": 3, "z": 4}), (lambda *a: a)(), (lambda **k: k)(x=1))
def walk(t):
    match t:
        case None: return "none"
        case int() | float() as n if n > 10: return f"big {n}"
        case [x, y]: return f"pair {x} {y}"
        case [x, *rest]: return f"seq {x} {len(rest)}"
        case {"k": v, **other}: return f"map {v} {other}"
        case str(s): return s.upper()
        case A(id=i): return f"A{i}"
        case _: return "other"
print([walk(t) for t in (None, 11, 3, [1, 2], (1, 2, 3), {"k": 1, "z": 2}, "hi", a, 2.5, [], True)])
x = 5; print("neg" if x < 0 else "pos" if x > 0 else "zero", 1 < x < 10, x == 5 == 5.0, not x > 3 or x, x and 0 or "d", (y := x + 1) * y, [z for w in range(4) if (z := w * 2) > 2])
d = {i: chr(97 + i) for i in range(4)}; del d[0]; print(d, list(d.items())[-1], {v: k for k, v in d.items()}, sorted(d, reverse=True), min(d.values()), d.keys() & {1, 9}, len(d), list(reversed(d)))
s = "The quick brown fox"; w = s.split(); print(max(w, key=len), sorted(w, key=str.lower), [c for c in s if c in "aeiou"], s.count("o"), s[::-1].lower(), " ".join(x[::-1] for x in w), {len(x) for x in w}, s.lower().startswith("the"), s.upper().isupper(), s[4:9], s.rindex("o"), s.zfill(22), s.ljust(21, ".") + "|")
t = (3, 1, 2); print(sorted(t), t + (4,), t * 2, t[::-1], t.index(1), len(t), 3 in t, tuple(sorted(t, key=lambda v: -v)), sum(t), *t, max(t), t > (3, 0), t == (3, 1, 2), hash(t) == hash((3, 1, 2)))
st = {3, 1}; st.add(2); st.discard(9); print(sorted(st), st >= {1}, st - {1}, st & {1, 5}, st ^ {1, 7} == {2, 3, 7}, len(st | {8}), 2 in st, set("aab") == {"a", "b"}, frozenset([1]) in {frozenset([1])}, sum(st), sorted(st, reverse=True))
