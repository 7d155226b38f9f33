import random
import copy
import torch

random.seed(42)
print(random.random(), random.uniform(1, 2), random.randint(1, 6))
print(random.choice(["a", "b", "c"]), random.choices([1, 2, 3], weights=[1, 2, 3], k=5))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5))
print(random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2.0))
print(random.randrange(0, 100, 7), random.getrandbits(8), random.betavariate(1, 2), random.triangular(0, 1, 0.5))
rng = random.Random(7)
print(rng.random(), rng.randint(0, 9), rng.choice("xyz"))
state = random.getstate()
first = random.random()
random.setstate(state)
print(first == random.random())

torch.manual_seed(9)
print(torch.rand(2), torch.randn(2), torch.randint(0, 10, (3,)), torch.randperm(5))
g = torch.Generator()
g.manual_seed(3)
print(torch.rand(2, generator=g), torch.normal(0.0, 1.0, size=(2,), generator=g))
st = torch.get_rng_state()
p = torch.rand(1)
torch.set_rng_state(st)
print(torch.equal(p, torch.rand(1)))
print(torch.bernoulli(torch.full((4,), 0.5)), torch.multinomial(torch.tensor([0.1, 0.9]), 5, replacement=True))
x = torch.empty(3).uniform_(-1, 1)
y = torch.empty(3).normal_(mean=1, std=0.1)
print(x, y)

for v in [0.5, 1.5, 2.5, -0.5, 3.14159, 1e-10, 1e16, 123456789.0, 1 / 3, 100.0]:
    print(v, round(v), round(v, 1), f"{v:.2f}|{v:10.3e}|{v:<8g}|{v:^+9.1f}|{v:08.2f}")
print(f"{1234567:,} {255:x} {255:#b} {5:03d} {0.256:.1%} {'hi':*^8} {True} {None} {3!r:>4}")
print(1e5, 1e22, 1.0, -0.0, 5 / 2, 4 / 2, 10 // 3.0, 7 % -3, divmod(-7, 2), abs(-3.0), int(-2.7), float(3))
nested = {"a": [1, 2, {"b": 3}]}
shallow = copy.copy(nested)
deep = copy.deepcopy(nested)
nested["a"][2]["b"] = 99
print(shallow, deep)
print("%s %5.2f %-5d| %x" % ("s", 2.5, 3, 255), "{0}-{1}-{0}".format(1, 2), "{:>6}".format("ab"), "{name}".format(name="n"))
print("abc"[::-1], "a,b".split(","), " x ".strip(), "ab" * 2, "abc".upper().center(7, "-"), "x=1".partition("="))
print([1, 2] * 2, [3, 1, 2][-2:], (1,) + (2, 3), 3 in [1, 2, 3], "ell" in "hello", not [], [] or "empty", 0 and 1)
print(1 < 2 < 3, 3 == 3.0, True + True, sum([0.1] * 10), max(3, 1, 2), min([4, 2]), bool(""), int("12"), str(1.0))
print(list(range(10, 0, -3)), list(enumerate("ab", start=1)), dict(zip("ab", [1, 2])), set([3, 1, 3]), frozenset({1}))
