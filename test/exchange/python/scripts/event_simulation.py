"""Discrete event simulation with coroutines, a priority queue, context managers and closures."""
import heapq
import itertools
import random
import statistics
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import wraps
from types import SimpleNamespace
import io


@dataclass(order=True)
class Task:
    when: float
    order: int
    run: object = field(compare=False)
    name: str = field(default="?", compare=False)


class Simulation:
    def __init__(self):
        self.now = 0.0
        self._queue: list[Task] = []
        self._order = itertools.count()
        self.log = []

    def spawn(self, gen, name=None, delay=0):
        heapq.heappush(self._queue, Task(self.now + delay, next(self._order), gen, name or gen.__name__))

    def run(self, until=float("inf")):
        while self._queue and self._queue[0].when <= until:
            task = heapq.heappop(self._queue)
            self.now = task.when
            try:
                wait = next(task.run)
            except StopIteration as stop:
                self.log.append((self.now, task.name, stop.value))
            else:
                self.spawn(task.run, task.name, wait)
        return self.now


def traced(stats):
    def decorate(fn):
        @wraps(fn)
        def inner(*args, **kwargs):
            stats[fn.__name__] = stats.get(fn.__name__, 0) + 1
            return fn(*args, **kwargs)
        inner.original = fn
        return inner
    return decorate


calls = {}


@traced(calls)
def service_time(rng, mean=2.0):
    """Exponential service."""
    return rng.expovariate(1 / mean)


def customer(sim, server, rng, n):
    arrived = sim.now
    while server.busy:
        yield 0.5
    server.busy = True
    took = service_time(rng, mean=1.5)
    yield took
    server.busy = False
    server.served.append(n)
    return round(sim.now - arrived, 3)


def source(sim, server, rng, total):
    for n in range(total):
        sim.spawn(customer(sim, server, rng, n), f"customer-{n}")
        yield rng.uniform(0.5, 1.5)
    return total


@contextmanager
def timer(sim, label):
    start = sim.now
    box = SimpleNamespace(elapsed=None)
    try:
        yield box
    finally:
        box.elapsed = sim.now - start
        print(f"{label}: {box.elapsed:.3f} units")


def make_counter(start=0):
    count = start

    def bump(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count, old = start, count
        return old
    bump.reset = reset
    return bump


rng = random.Random(7)
sim = Simulation()
server = SimpleNamespace(busy=False, served=[])
with timer(sim, "simulated") as t:
    sim.spawn(source(sim, server, rng, 6), "source")
    end = sim.run()
for when, name, value in sorted(sim.log):
    print(f"{when:8.3f} {name:<12} {value}")
waits = [v for _, name, v in sim.log if name.startswith("customer")]
print(server.served, calls, round(statistics.mean(waits), 3), max(waits), t.elapsed == end)
print(service_time.__name__, service_time.__doc__, service_time.original is not service_time)
c, d = make_counter(), make_counter(10)
print(c(), c(), c(5), d(), d.reset(), d(), c.reset(), c())
with suppress(KeyError, ZeroDivisionError):
    {}["missing"]
    print("never")
buffer = io.StringIO()
if True:
    print("captured", 1.0, file=buffer)
print(repr(buffer.getvalue()), server)


def echo():
    total = 0
    while (got := (yield total)) is not None:
        total += got
    return total


e = echo()
next(e)
print(e.send(3), e.send(4))
try:
    e.send(None)
except StopIteration as stop:
    print("returned", stop.value)


def delegating():
    result = yield from echo()
    yield f"sub returned {result}"


g = delegating()
print(next(g), g.send(10), g.send(None), list(g))
later = [lambda i=i: i * i for i in range(4)]
print([f() for f in later], (lambda *a, **k: (a, k))(1, *[2], z=3))
