# numbers, the python way
import math
import random
import sys

print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.5678, -2), round(17, -1))
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 % 2, divmod(-7, 3), divmod(7.5, 2))
print(1 / 3, 10 / 5, 2 ** 10, 2 ** -1, 2 ** 0.5, 10 ** 20 / 1, 1e16, 1e15, 123456789.0, 1e-5, 0.0001)
print(int(3.99), int(-3.99), int("42"), float("1e3"), int("ff", 16), int("0b101", 2), bool(0.0), bool("0"))
print(0.1 + 0.2, 1.0, 100.0, 1e100, -0.0, float("inf"), -math.inf, math.nan)
print(max(1, 2.0), min(3, 1.5), sum([0.1] * 3), sum([1, 2, 3]), sum([1.5, 2.5]), abs(-3), abs(-3.0), pow(2, 5, 7))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.sqrt(16), math.gcd(12, 18), math.factorial(6), math.hypot(3, 4), math.comb(5, 2))
print(f"{3.14159:.2f} {2:.1f} {1e10:g} {123456:e} {0.000012345:.3g} {5:03d} {-5:+d} {1234.5:,.1f} {0.5:.0%} {255:#b}")
print(f"{1.0} {1} {True} {None} {1.5!r} {'a'!r} {[1.0, 2]} {(1,)} {{1: 2.0}}")
print(True + True, True * 2.5, sum([True, False, True]), True == 1, 1 == 1.0, "1" == 1, int(True), str(False))
print(3 < 4 < 5, 1 < 3 > 2, not 0, 0 or "x", "" or [] or 0, 1 and 2, None or 0.0, [] and 1)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 255 >> 2, -1 >> 1, 0xFF, 0o17, 0b11, 1_000_000)


def mean(*xs):
    return sum(xs) / len(xs)


def variance(xs):
    m = mean(*xs)
    return sum((x - m) ** 2 for x in xs) / (len(xs) - 1)


print(mean(1, 2, 3), mean(2, 4), variance([1, 2, 3, 4]), variance([2.0, 2.0]))
total = 0
for i in range(1, 5):
    total += i / 2
    print(total, end=" ")
print()
x = 10
x //= 3
print(x, type(x).__name__)
x /= 2
print(x, type(x).__name__)
x **= 2
x -= 0.25
x *= 4
print(x, x.is_integer(), int(x))

random.seed(2024)
print(random.random(), random.randint(1, 6), random.uniform(0, 10), random.choice("abc"), random.gauss(0, 1))
deck = list(range(8))
random.shuffle(deck)
print(deck, random.sample(range(100), 4), random.choices(["h", "t"], k=5), random.choices([1, 2, 3], weights=[1, 1, 8], k=4))
print(random.randrange(0, 100, 5), round(random.triangular(0, 1, 0.5), 4), round(random.expovariate(1.5), 4), random.getrandbits(8))


def monte_carlo_pi(n, rng):
    inside = 0
    for _ in range(n):
        px, py = rng.random(), rng.random()
        if px * px + py * py <= 1:
            inside += 1
    return 4 * inside / n


rng = random.Random(5)
print([monte_carlo_pi(n, rng) for n in (10, 100, 400)])


def newton(f, df, x0, tol=1e-10, max_iter=50):
    x = x0
    for k in range(max_iter):
        step = f(x) / df(x)
        x -= step
        if abs(step) < tol:
            return x, k + 1
    return x, max_iter


root, its = newton(lambda v: v ** 2 - 2, lambda v: 2 * v, 1)
print(root, its, math.isclose(root, math.sqrt(2)))


def simpson(f, a, b, n=10):
    if n % 2:
        n += 1
    h = (b - a) / n
    s = f(a) + f(b)
    for i in range(1, n):
        s += f(a + i * h) * (4 if i % 2 else 2)
    return s * h / 3


print(simpson(lambda t: t ** 3, 0, 2), simpson(math.sin, 0, math.pi), simpson(lambda t: 1, 0, 4))


def to_base(n, base):
    digits = []
    while n:
        n, r = divmod(n, base)
        digits.append("0123456789abcdef"[r])
    return "".join(reversed(digits)) or "0"


print([to_base(n, b) for n, b in ((255, 16), (10, 2), (0, 8))], int("".join(map(str, [1, 0, 1])), 2))
primes = [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
print(primes, sys.maxsize > 2 ** 31, sum(primes) / len(primes))
collatz = lambda n: [n] if n == 1 else [n] + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(collatz(6), max(collatz(27)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [sum(r) / len(r) for r in matrix], sum(map(sum, matrix)))
