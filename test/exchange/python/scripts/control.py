import itertools
from collections import Counter, defaultdict, deque
from functools import lru_cache, reduce

import torch


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(itertools.islice(fib(), 8)))


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


c = counter()
c()
print(c(2), c(by=3))

calls = 0


def log(*args, sep='-', **kwargs):
    global calls
    calls += 1
    return sep.join(str(a) for a in args) + ''.join(f' {k}={v}' for k, v in kwargs.items())


print(log(1, 2, 'x'), log(1, 2, sep='+'), log(a=1, b=None), calls)

try:
    [1, 2][5]
except IndexError as e:
    print('caught', e)
try:
    {'a': 1}['b']
except KeyError as e:
    print('key', e)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
finally:
    print('done')
try:
    int('x')
except (ValueError, TypeError) as e:
    print(type(e).__name__, e)


class MyError(ValueError):
    pass


def check(n):
    if n < 0:
        raise MyError(f'{n} is negative')
    assert n < 10, 'too large'
    return n


for n in (1, -1, 20):
    try:
        print(check(n))
    except MyError as error:
        print('mine:', error)
    except AssertionError as error:
        print('assert:', error)
    else:
        print('fine')


def describe(value):
    match value:
        case 0:
            return 'zero'
        case int() if value < 0:
            return 'negative'
        case [x, y]:
            return f'pair {x} {y}'
        case {'kind': 'circle', 'r': r}:
            return f'circle {r}'
        case 'a' | 'b':
            return 'letter'
        case None:
            return 'nothing'
        case _:
            return 'other'


for value in [0, -3, [1, 2], {'kind': 'circle', 'r': 2}, 'b', None, 'zzz']:
    print(describe(value))

for n in range(2, 10):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=' ')
print()

words = 'the cat and the dog and the bird'.split()
print(Counter(words).most_common(2), Counter('hello')['l'])
groups = defaultdict(list)
for word in words:
    groups[len(word)].append(word)
print(dict(groups), sorted(groups))
q = deque(maxlen=3)
for i in range(5):
    q.append(i)
print(q, list(q), q[0], len(q), q.popleft())
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), list(itertools.product([0, 1], 'ab')), list(itertools.chain([1], [2])))
print(list(itertools.combinations(range(3), 2)))


@lru_cache(maxsize=None)
def f(n):
    return n if n < 2 else f(n - 1) + f(n - 2)


print(f(30))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [x for row in matrix for x in row if x % 2], {x % 3 for x in range(9)})
if (n := len(words)) > 5:
    print(n)
fs = [lambda x, k=k: x + k for k in range(3)]
print([g(10) for g in fs])
gs = []
for k in range(3):
    gs.append(lambda: k)
print([g() for g in gs])
x = 5
print('big' if x > 3 else 'small', x if x else None)
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
    print(i)
nums = iter([1, 2, 3])
print(next(nums), next(nums), next(nums), next(nums, 'end'))
del matrix[0]
print(matrix, sum(len(r) for r in matrix))
a, b, *_ = torch.arange(5)
print(a, b)
