import itertools
import functools
import operator
import torch


def batches(data, size):
    for start in range(0, len(data), size):
        yield data[start:start + size]


def infinite(loader):
    while True:
        yield from loader


def running_mean():
    total, count = 0.0, 0
    mean = None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count


torch.manual_seed(0)
data = torch.arange(10.)
for b in batches(data, 4):
    print(b)
print([tuple(b.shape) for b in itertools.islice(infinite(list(batches(data, 4))), 7)])
m = running_mean()
next(m)
print(m.send(10), m.send(20), m.send(3.5))
print(list(itertools.product([1, 2], "ab")))
print(list(itertools.combinations(range(4), 2))[:3], list(itertools.permutations("abc", 2))[-1])
print(list(itertools.chain([1], [2, 3], (4,))), list(itertools.accumulate([1, 2, 3, 4], operator.mul)))
print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 3, 3], key=lambda v: v % 2)])
print(functools.reduce(lambda a, b: a @ b, [torch.eye(2) * i for i in (1, 2, 3)]))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50))


def timed(label):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            out = fn(*args, **kwargs)
            print(f"[{label}] {fn.__name__}({', '.join(map(str, args))}) -> {out}")
            return out
        return inner
    return deco


@timed("demo")
def power(base, exp=2):
    return base ** exp


power(3)
power(2, exp=5)
squares = (i * i for i in range(5))
print(sum(squares), any(v > 3 for v in [1, 2]), all(v for v in [1, 0]))
add3 = functools.partial(operator.add, 3)
print(list(map(add3, [1, 2])), list(filter(None, [0, 1, "", "a", [], [0]])))
matrix = [[r * 3 + c for c in range(3)] for r in range(2)]
print(matrix, list(zip(*matrix)), {r: sum(row) for r, row in enumerate(matrix)}, {v % 3 for v in range(7)})
first, *middle, last = range(6)
print(first, middle, last)
it = iter([1, 2])
print(next(it), next(it), next(it, "done"))
print(list(itertools.zip_longest([1, 2, 3], ["a"], fillvalue="-")), list(itertools.pairwise([1, 2, 3])))
print(list(reversed(range(3))), sorted(["b", "A", "c"], key=str.lower, reverse=True), max("abc", "de", key=len))
