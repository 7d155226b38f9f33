import itertools, random
def nat():
    n = 1
    try:
        while True:
            yield n
            n += 1
    finally:
        pass
squares = (n * n for n in itertools.count(1))
print(list(itertools.takewhile(lambda s: s < 60, squares)), next(squares))
print(next(x for x in itertools.count(10) if x % 7 == 0))
g = nat()
print(list(itertools.islice(g, 3)), list(itertools.islice(g, 3)))
for x in g:
    if x > 8:
        break
print(next(g))
evens = (x for x in nat() if x % 2 == 0)
print([next(evens) for _ in range(3)])
pairs = ((a, b) for a in range(3) for b in "xy" if a)
for a, b in pairs:
    print(a, b)
    if b == "y":
        break
print(list(pairs))
random.seed(1)
print(any(random.random() > 0.5 for _ in range(5)), random.random())
def check(v):
    print("check", v)
    return v > 1
print(any(check(v) for v in [1, 2, 3]), all(check(v) for v in (2, 0, 5)))
lines = (l.strip() for l in ["a ", " b", "c"])
nonempty = (l for l in lines if l)
for i, l in enumerate(nonempty, 1):
    print(i, l)
def take(n, it):
    out = []
    for x in it:
        if len(out) == n:
            break
        out.append(x)
    return out
it = iter([1, 2, 3, 4, 5, 6])
print(take(2, it), list(it))
first = next((w for w in ["aa", "b"] if len(w) == 1), None)
print(first, sum(x * x for x in range(4)), max((len(w) for w in ["a", "bbb"]), default=0))
total = (x / 2 for x in [2, 4])
print(list(total), list(total))
d = {"a": 1, "b": 2}
print(list(itertools.islice(d, 1)), dict(itertools.islice(d.items(), 1)))

def first_two(gen):
    return next(gen), next(gen)
print(first_two(x * 2 for x in [1, 2, 3]))
class Bag:
    def __init__(self, items):
        self.items = list(items)
    def __iter__(self):
        return iter(self.items)
b = Bag(x for x in "hello" if x != "l")
print(b.items, list(itertools.islice(b, 2)), [(i, x) for i, x in enumerate(b)])
