class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x=0.0, y=0.0): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k) if isinstance(k, (int, float)) else self.x * k.x + self.y * k.y
    __rmul__ = __mul__
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __iter__(self): yield self.x; yield self.y
    def __repr__(self): return f"Vec({self.x}, {self.y})"
    def __round__(self, n=0): return Vec(round(self.x, n), round(self.y, n))
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
a, b = Vec(1, 2), Vec(3.0, -4)
c = a; c += b
print(a, c is a, a + b, a - b, a * 2, 0.5 * b, a * b, b / 2, -a, abs(b), bool(Vec()), a == Vec(4, -2), list(b), round(Vec(1.234, 2.0), 1), sum([a, b], Vec()))
x, y = b; print(x, y, *b, max([a, b], key=abs), sorted([b, a], key=lambda v: v.x), [v * 2 for v in (a, b)])
