# A pure python Matrix class, then compared with torch
import torch
from functools import reduce
from itertools import product
from operator import mul


class Matrix:
    __slots__ = ("rows", "_shape")

    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        n = len(self.rows[0])
        if any(len(r) != n for r in self.rows):
            raise ValueError("ragged matrix")
        self._shape = (len(self.rows), n)

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @staticmethod
    def zeros(n, m=None):
        m = m or n
        return Matrix([[0] * m for _ in range(n)])

    @property
    def shape(self):
        return self._shape

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            return self.rows[i][j]
        return self.rows[key]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __iter__(self):
        return iter(self.rows)

    def __add__(self, other):
        if isinstance(other, (int, float)):
            return Matrix([[a + other for a in row] for row in self])
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self, other)])

    __radd__ = __add__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __mul__(self, k):
        return Matrix([[a * k for a in row] for row in self])

    def __rmul__(self, k):
        return self * k

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in other.T] for row in self])

    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        width = max(len(str(x)) for row in self for x in row)
        return "\n".join("[" + " ".join(str(x).rjust(width) for x in row) + "]" for row in self)

    def __bool__(self):
        return any(x for row in self for x in row)

    def minor(self, i, j):
        return Matrix([row[:j] + row[j + 1:] for row in (self.rows[:i] + self.rows[i + 1:])])

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(self.shape[1]))

    def trace(self):
        return sum(self[i, i] for i in range(self.shape[0]))


a = Matrix([[1, 2, 3], [0, 1, 4], [5, 6, 0]])
b = Matrix([[2, 0, 1], [1, 1, 1], [0, 3, 2]])
print(a + b)
print(a - b, sep="|")
print(2 * a)
print(a @ b)
print(1 + a == a + 1, a == b, a.det(), b.det(), (a @ b).det() == a.det() * b.det())
fib = Matrix([[1, 1], [1, 0]])
print([(fib ** n)[0, 1] for n in range(12)])
print(bool(Matrix.zeros(2)), bool(fib), a.trace(), a.T[0], a[2][::-1])
half = a * 0.5
print(half)
print(half[0, 1], half.det())
ta, tb = torch.tensor(a.rows, dtype=torch.float64), torch.tensor(b.rows, dtype=torch.float64)
print(torch.equal(ta @ tb, torch.tensor((a @ b).rows, dtype=torch.float64)), f"{torch.linalg.det(ta).item():.4f}")
try:
    a @ Matrix([[1, 2]])
except ValueError as err:
    print("ValueError:", err)
try:
    Matrix([[1], [2, 3]])
except ValueError as err:
    print("ValueError:", err)
diag = [m[i, i] for m, i in product((a, b), range(3))]
print(diag, reduce(mul, diag[3:]), reduce(lambda x, y: x * 10 + y, [1, 2, 3], 0))
a[0, 0] = 7.5
print(a)
