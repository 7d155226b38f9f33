parts = ["a", 1, "b"]
try:
    print(",".join(parts))
except TypeError as e:
    print(e)
print(",".join(map(str, parts)), "-".join(c.upper() for c in "abc"), "".join(reversed("abc")), "".join(sorted("hello")), " ".join({"k": 1, "j": 2}), "".join(["x"] * 3))
words = "the cat the dog".split()
print(" ".join(w for w in words if len(w) > 2), ", ".join(f"{w}" for w in set(words) & {"cat"}))
def names(xs):
    return ", ".join(xs)
print(names(["a", "b"]), names(x.title() for x in words))
class A:
    OPS = {"+": lambda a, b: a + b, "*": lambda a, b: a * b}
    act = staticmethod(lambda x: x * 2)
    def run(self, op, a, b=2, key=lambda v: -v):
        return self.OPS[op](a, b), key(a)
print(A().run("+", 1), A().run("*", 3, 4), sorted([1, 3, 2], key=lambda v: -v))
class Base:
    def __init__(self, n):
        print("base", n, self.describe())
        self.n = n
    def describe(self):
        return "?"
class Sub(Base):
    def __init__(self, n, kind="k"):
        print("sub")
        self.kind = kind
        if n > 2:
            self.big = True
        else:
            self.big = False
        super().__init__(n + 1)
        self.after = self.n * 2
    def describe(self):
        return f"{self.kind} {self.big}"
s = Sub(3)
print(vars(s))
t = Sub(1, kind="z")
print(s.kind, t.kind, s.big, t.big, t.after)
class Plain(Base):
    def __init__(self):
        self.x = 1
p = Plain()
print(p.x, hasattr(p, "n"), isinstance(p, Base), p.describe())
class G:
    def __init__(self, xs):
        self.xs = xs
    @property
    def evens(self):
        for x in self.xs:
            if x % 2 == 0:
                yield x
g = G([1, 2, 3, 4])
print(list(g.evens), sum(g.evens))
