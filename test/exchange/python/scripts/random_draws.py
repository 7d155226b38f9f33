import random

random.seed(42)
print(random.random(), random.randint(1, 10), random.choice('abc'), random.uniform(0, 5))
xs = list(range(10))
random.shuffle(xs)
print(xs, random.sample(xs, 3), random.sample(range(100), 4), random.gauss(0, 1))
print(random.choices([1, 2, 3], weights=[1, 1, 8], k=5), random.randrange(0, 100, 5), random.getrandbits(16))
print(random.normalvariate(0, 1), random.expovariate(2.0))
random.seed(0)
print([random.randint(0, 9) for _ in range(8)], f'{random.random():.6f}')
r = random.Random(7)
print(r.random(), r.randint(0, 1000))
