import torch


class Matrix:
    """A tiny wrapper with operators."""

    def __init__(self, rows):
        self.t = torch.as_tensor(rows, dtype=torch.float64)

    @classmethod
    def identity(cls, n):
        return cls(torch.eye(n))

    @classmethod
    def from_function(cls, n, m, f):
        return cls([[f(i, j) for j in range(m)] for i in range(n)])

    @property
    def shape(self):
        return tuple(self.t.shape)

    @property
    def T(self):
        return Matrix(self.t.T)

    def __add__(self, o):
        return Matrix(self.t + (o.t if isinstance(o, Matrix) else o))

    def __sub__(self, o):
        return self + (-1) * o

    def __mul__(self, k):
        return Matrix(self.t * k)

    __rmul__ = __mul__

    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {o.shape}")
        return Matrix(self.t @ o.t)

    def __pow__(self, n):
        result = Matrix.identity(len(self))
        for _ in range(n):
            result = result @ self
        return result

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, idx):
        v = self.t[idx]
        return v.item() if v.dim() == 0 else Matrix(v.unsqueeze(0) if v.dim() == 1 else v)

    def __setitem__(self, idx, value):
        self.t[idx] = value

    def __eq__(self, o):
        return torch.allclose(self.t, o.t)

    def __str__(self):
        width = max(len(f"{v:g}") for row in self.t.tolist() for v in row)
        return "\n".join("[" + " ".join(f"{v:>{width}g}" for v in row) + "]" for row in self.t.tolist())

    def __repr__(self):
        return f"Matrix({self.t.tolist()})"

    def det(self):
        return torch.linalg.det(self.t).item()

    def minor(self, i, j):
        keep_r = [r for r in range(len(self)) if r != i]
        keep_c = [c for c in range(len(self)) if c != j]
        return Matrix(self.t[keep_r][:, keep_c])


a = Matrix([[1, 2], [3, 4]])
b = Matrix.from_function(2, 2, lambda i, j: i * 10 + j)
print(a)
print(b)
print(repr(a + b), repr(a - b), repr(2 * a), sep="\n")
print(a @ b)
print(a ** 3, (a ** 0) == Matrix.identity(2))
print(a.T.shape, len(a), a[0, 1], a[1], a.det())
a[0, 0] = 7
print(repr(a), a.minor(0, 0))
c = a
c += 1
print(repr(c), c is a)
try:
    a @ Matrix([[1, 2, 3]])
except ValueError as err:
    print("error:", err)
hilbert = Matrix.from_function(3, 3, lambda i, j: 1 / (i + j + 1))
print(hilbert)
inv = Matrix(torch.linalg.inv(hilbert.t))
print(f"cond {torch.linalg.cond(hilbert.t).item():.1f} det {hilbert.det():.3e}")
print(inv @ hilbert == Matrix.identity(3))
vals, vecs = torch.linalg.eigh(hilbert.t)
print([round(v, 5) for v in vals.tolist()], sum(vals.tolist()))
q, r = torch.linalg.qr(torch.tensor([[3.0, 1.0], [4.0, 2.0]]))
print(q.abs(), r.abs())
