import re
from dataclasses import dataclass

TOKEN = re.compile(r"""
    \s*(?:
        (?P<number>\d+(?:\.\d*)?)    # 12 or 12.5
      | (?P<name>[A-Za-z_]\w*)
      | (?P<op>\*\*|[-+*/()#=])      # an operator
    )""", re.VERBOSE)


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Neg:
    inner: object


def tokens(text):
    pos = 0
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m:
            raise SyntaxError(f"unexpected {text[pos]!r} at {pos}")
        yield m.lastgroup, m.group(m.lastgroup), m.span(m.lastgroup)
        pos = m.end()


print(list(tokens("rate = 2.5*(x1 - 3) ** 2")))
try:
    print(list(tokens("a ? b")))
except SyntaxError as e:
    print("SyntaxError:", e)
word = re.compile(r"\w+")
print(word.search("ab cd", 2).group(), word.match("ab cd", 3).span(), word.match("ab cd", 2), word.findall("ab cd ef", 2), word.fullmatch("abc", 1, 2).group())
print([m.start() for m in re.finditer("a", "banana")], re.sub(r"(?P<x>\d)", r"<\g<x>>", "a1b2"))


def describe(x):
    match x:
        case (0, y) | (y, 0):
            return f"axis {y}"
        case Num(value=v) | Neg(Num(v)) if v > 1:
            return f"big {v}"
        case Num(v) | Neg(Num(v)):
            return f"small {v}"
        case [a, *_, b] | {"first": a, "last": b}:
            return f"{a}..{b}"
        case int() | float() as n:
            return f"number {n}"
        case _:
            return "other"


for x in ((0, 5), (7, 0), Num(2.5), Neg(Num(0.5)), Neg(Num(3.5)), [1, 2, 3], {"first": "p", "last": "q"}, 4, None):
    print(describe(x))


class Rows:
    def __init__(self, rows):
        self.rows = rows

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, key):
        if isinstance(key, slice):
            start, stop, step = key.indices(len(self))
            return [self.rows[i] for i in range(start, stop, step)]
        if isinstance(key, str):
            return [r for r in self.rows if r.startswith(key)]
        return self.rows[key]


rows = Rows(["ant", "bee", "cat", "ape"])
print(*[("a", 1, 2.5), ("b", 2, 3.0)], sep=" ")
print(rows[1:], rows[::-2], rows["a"], rows[-1], rows[:-5:-1], rows[5:], [r for r in rows])
