import copy, math, random, itertools, functools, string
from collections import defaultdict, Counter, deque, OrderedDict
import torch
def section(n): print("#", n)
section(1)
a = [1, 2, 3]; b = a; b += [4]; print(a, b is a); b = b + [5]; print(a, b)
t = (1, 2); u = t; u += (3,); print(t, u)
s = {1, 2}; r = s; r |= {3}; print(s, r is s)
m = [[0] * 2] * 2; m[0][0] = 1; print(m)
def f(x, acc=[]):
    acc.append(x); return acc
print(f(1), f(2))
x = torch.zeros(2); y = x; y += 1; print(x); y = y + 1; print(x)
section(2)
print(round(0.5), round(1.5), round(2.5), round(-1.5), round(0.125, 2), round(2.675, 2), round(1e16), round(5, -1), round(15, -1))
print(7 // -2, -7 // 2, 7 % -3, -7 % 3, divmod(7, -2), 7.0 // 2, -7.5 % 2, 2 ** 10, 2 ** -1, 4 ** 0.5, (-8) ** (1 / 3) if False else 0)
print(int(-3.7), int("  42 "), float("1e3"), int("ff", 16), bool("False"), bool([]), bool(0.0), str(1.0), str(1e20), 1e16, 1e15, 123456789.123, 0.1 + 0.2, 1 / 3)
print(3 == 3.0, hash(3) == hash(3.0), True + True, sum([True, False, True]), 1 if "" else 2, not [], None is None, [] == [], {} == {}, (1,) == [1])
print(min(3, 1.0), max([2, 2.0]), max("a", "B"), sorted([3, 1.5, 2]), sorted("bAc"), sorted(["b", "a"], reverse=True), sum([0.1] * 3), math.fsum([0.1] * 3))
section(3)
print("a,b,,c".split(","), " a b ".split(), "abc"[::-1], "abc"[-2:], "x" * 3, "ab" in "cab", "abc".find("z"), "a-b".replace("-", "+"), "Hello".swapcase(), "hello world".title(), "{:>5}|{:<5}|{:^5}".format(1, 2, 3))
print(f"{3.14159:.2f} {42:05d} {1000000:,} {0.25:.0%} {255:x} {255:b} {1e-7:g} {1e10:g} {123.0:g} {12345.678:e} {True} {None} {'a':>3} {1.5} {2.0} {1e100}")
print("%d %s %5.1f %r %%" % (3, "a", 2.25, "q"), "%s" % [1, 2], "%s %s" % ("a", (1,)), "%x" % 255, "%+d" % 5, "%e" % 12345.6789)
print(repr("a'b"), repr('a"b'), repr("a\nb"), repr("é"), ascii("é"), "tab\there", [None, True, 1.0, "s"], {"k": (1,)}, {1: {2: []}}, set(), (), (1,), frozenset([1]))
print("abc" < "abd", "Z" < "a", [1, 2] < [1, 3], (1, "a") < (1, "b"), "a".isalpha(), "1".isdigit(), "".join([]), "-".join("abc"), "abc".index("c"), "aXbX".rsplit("X", 1), "a b c".partition(" "))
section(4)
l = list(range(10)); print(l[2:8:3], l[::-2], l[-3:], l[:-7], l[20:], l[5:2]); del l[::2]; print(l); l[1:3] = [9, 9, 9]; print(l); l.insert(-1, 7); print(l, l.pop(), l.pop(0), l.index(9), l.count(9))
l.sort(key=lambda v: (-v, v)); print(l); l.reverse(); print(l, list(reversed(l)), l * 2, [1] + [2], 3 in l)
d = {"b": 1, "a": 2}; d["c"] = 3; d.pop("b"); print(d, list(d), d.get("z"), d.get("z", 0), d.setdefault("q", []), "a" in d, len(d), sorted(d), dict(sorted(d.items(), key=lambda kv: str(kv[1]))))
d.update(a=5, z=6); print(d, {**d, "a": 0}, d | {"n": 1}, list(d.values())[0], max(d, key=lambda k: len(str(d[k]))), next(iter(d)), d.popitem())
dd = defaultdict(int); dd["x"] += 1; print(dd, dd["y"], dict(dd), "q" in dd, len(dd)); dl = defaultdict(list); dl[1].append(2); print(dl)
c = Counter("abracadabra"); print(c, c["z"], c.most_common(1), sum(c.values()), c + Counter("aa"), c - Counter("aaaaa"), sorted(c.elements())[:3], c & Counter("ab"))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); q.rotate(1); print(q, q[0], q[-1], list(q), len(q), q.popleft())
section(5)
print([i for i in range(5) if i % 2], {i: i * i for i in range(3)}, {i % 2 for i in range(4)}, [(i, j) for i in range(2) for j in range(i + 1)], [[j for j in range(i)] for i in range(3)])
print(list(zip([1, 2], "ab", (True, False))), list(enumerate("ab", 1)), list(map(lambda p, q: p + q, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), any([]), all([]), list(itertools.chain([1], (2,))), functools.reduce(lambda p, q: p * q, [1, 2, 3], 10))
fs = [lambda: i for i in range(3)]; print([g() for g in fs]); fs = [lambda i=i: i for i in range(3)]; print([g() for g in fs])
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
k = outer(); print(k(), k(), outer()())
first, *rest = "abc"; print(first, rest); (p, (q1, r1)), s1 = (1, (2, 3)), 4; print(p, q1, r1, s1); p, q1 = q1, p; print(p, q1)
section(6)
try:
    [1][5]
except IndexError as e: print(type(e).__name__, e)
try:
    {}["k"]
except KeyError as e: print(type(e).__name__, e, repr(e))
try:
    int("x")
except ValueError as e: print(e)
try:
    1 / 0
except ZeroDivisionError as e: print(e)
try:
    "a" + 1
except TypeError as e: print(e)
try:
    None.x
except AttributeError as e: print(e)
try:
    a, b = [1, 2, 3]
except ValueError as e: print(e)
try:
    raise RuntimeError("a", 1)
except (ValueError, RuntimeError) as e: print(e, e.args)
finally: print("fin")
def g():
    try:
        return "try"
    finally:
        print("cleanup")
print(g())
for i in range(3):
    if i == 5: break
else: print("else")
while True:
    break
assert 1 + 1 == 2, "math"
print([*range(3)], {**{"a": 1}}, (lambda *a, **k: (a, k))(1, 2, x=3), (lambda x, /, y, *, z=1: (x, y, z))(1, y=2))
