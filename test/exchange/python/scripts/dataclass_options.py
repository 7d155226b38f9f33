from dataclasses import dataclass, field, asdict, astuple, replace, fields
from typing import List, Optional, ClassVar
@dataclass
class C:
    a: int
    b: float = 1.0
    c: List[int] = field(default_factory=list)
    d: Optional[str] = None
    e: float = field(init=False, default=0.5)
    K: ClassVar[int] = 3
    def __post_init__(self): self.e = self.a * self.b
    @property
    def total(self): return self.a + len(self.c)
x = C(1); y = C(1, 1.0, [], None); print(x, x == y, asdict(x), astuple(x), replace(x, a=5), [f.name for f in fields(x)], x.total, C.K)
@dataclass(frozen=True, order=True)
class V:
    x: float
    y: float = 0.0
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
print(V(1, 2) + V(0.5), 2 * V(1.5), V(1) < V(2), sorted([V(2), V(1, 5)]), {V(1): "a"}[V(1)], V(1.0) == V(1), max(V(1), V(3)))
try: V(1).x = 3
except Exception as e: print(type(e).__name__, e)
@dataclass
class D(C):
    z: str = "z"
print(D(2), D(a=1, z="q").z, C(3, 2).e)
