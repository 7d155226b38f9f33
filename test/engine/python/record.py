"""Writes elementary.json: what Python's `math` gives, to compare ours with. Run it with CPython on Linux (glibc)."""

import json
import math
import os
import random

random.seed(7)
uniform = random.uniform
ARGUMENTS = {
    "exp": lambda: uniform(-50, 50),
    "expm1": lambda: uniform(-5, 5) * 10 ** uniform(-6, 0),
    "log": lambda: 10 ** uniform(-300, 300),
    "log2": lambda: 10 ** uniform(-30, 30),
    "log10": lambda: 10 ** uniform(-30, 30),
    "log1p": lambda: uniform(-0.9, 5) * 10 ** uniform(-8, 0),
    "sin": lambda: uniform(-100, 100),
    "cos": lambda: uniform(-100, 100),
    "tan": lambda: uniform(-100, 100),
    "asin": lambda: uniform(-1, 1),
    "acos": lambda: uniform(-1, 1),
    "atan": lambda: uniform(-20, 20),
    "sinh": lambda: uniform(-20, 20) * 10 ** uniform(-6, 0),
    "cosh": lambda: uniform(-30, 30) * 10 ** uniform(-2, 0),
    "tanh": lambda: uniform(-10, 10) * 10 ** uniform(-6, 0),
}
cases = [[name, [x], getattr(math, name)(x)] for name, draw in ARGUMENTS.items() for x in (draw() for _ in range(200))]
cases += [["pow", [x, y], math.pow(x, y)] for x, y in ((10 ** uniform(-3, 3), uniform(-20, 20)) for _ in range(200))]
cases += [["pow", [x, y], math.pow(x, y)] for x, y in ((uniform(-10, 10), random.randint(-12, 12)) for _ in range(200))]
cases += [["pow", [x, y], math.pow(x, y)] for x in (0.1, 0.9, 0.99, 0.999, 10, 1e-3) for y in range(-20, 21)]
cases += [["fsum", [xs], math.fsum(xs)] for xs in ([uniform(-1, 1) * 10 ** uniform(-20, 20) for _ in range(9)] for _ in range(100))]
cases += [["fsum", [xs], math.fsum(xs)] for xs in ([0.1] * 10, [1e16, 1, 1e-16], [1e100, 1, -1e100], [], [1, 2**-53, 2**-106])]

with open(os.path.join(os.path.dirname(__file__), "elementary.json"), "w") as file:
    json.dump(cases, file, separators=(",", ":"))
    file.write("\n")
