"""A recursive-descent calculator with an AST, simplification and autograd check."""
from __future__ import annotations
import math
import re
from dataclasses import dataclass
from typing import Union
import torch

TOKEN = re.compile(r"\s*(?:(?P<num>\d+\.?\d*)|(?P<name>[a-z]+)|(?P<op>\*\*|[-+*/()^]))")


@dataclass(frozen=True)
class Num:
    value: float


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class BinOp:
    op: str
    left: "Expr"
    right: "Expr"


@dataclass(frozen=True)
class Call:
    func: str
    arg: "Expr"


Expr = Union[Num, Var, BinOp, Call]
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def tokenize(text):
    pos = 0
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if m is None:
            raise SyntaxError(f"unexpected character {text[pos]!r} at {pos}")
        pos = m.end()
        kind = m.lastgroup
        yield kind, m.group(kind)
    yield "end", ""


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.i = 0

    def peek(self):
        return self.tokens[self.i]

    def next(self):
        tok = self.tokens[self.i]
        self.i += 1
        return tok

    def expect(self, value):
        kind, got = self.next()
        if got != value:
            raise SyntaxError(f"expected {value!r}, got {got!r}")

    def parse(self):
        e = self.expr(0)
        if self.peek()[0] != "end":
            raise SyntaxError(f"trailing {self.peek()[1]!r}")
        return e

    def expr(self, limit):
        left = self.atom()
        while (op := self.peek()[1]) in PRECEDENCE and PRECEDENCE[op] >= limit:
            self.next()
            right = self.expr(PRECEDENCE[op] + (op != "^"))
            left = BinOp(op, left, right)
        return left

    def atom(self):
        match self.next():
            case ("num", text):
                return Num(float(text))
            case ("name", name) if self.peek()[1] == "(":
                self.next()
                arg = self.expr(0)
                self.expect(")")
                return Call(name, arg)
            case ("name", name):
                return Var(name)
            case ("op", "("):
                inner = self.expr(0)
                self.expect(")")
                return inner
            case ("op", "-"):
                return BinOp("-", Num(0), self.expr(3))
            case (kind, text):
                raise SyntaxError(f"unexpected {kind} {text!r}")


def simplify(e: Expr) -> Expr:
    match e:
        case BinOp(op, l, r):
            l, r = simplify(l), simplify(r)
            match (op, l, r):
                case ("+", Num(0), x) | ("+", x, Num(0)) | ("*", Num(1), x) | ("*", x, Num(1)):
                    return x
                case ("*", Num(0), _) | ("*", _, Num(0)):
                    return Num(0)
                case (_, Num(a), Num(b)) if op != "/" or b != 0:
                    return Num({"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else 0, "^": a ** b}[op])
                case _:
                    return BinOp(op, l, r)
        case Call(f, a):
            return Call(f, simplify(a))
        case _:
            return e


def evaluate(e, env):
    lib = {"sin": torch.sin, "exp": torch.exp, "sq": lambda v: v ** 2}
    match e:
        case Num(value=v):
            return v
        case Var(name) if name in env:
            return env[name]
        case Var(name):
            raise NameError(f"unbound {name}")
        case Call(func=f, arg=a):
            return lib[f](evaluate(a, env))
        case BinOp(op, l, r):
            a, b = evaluate(l, env), evaluate(r, env)
            if op == "+":
                return a + b
            elif op == "-":
                return a - b
            elif op == "*":
                return a * b
            elif op == "/":
                return a / b
            return a ** b


def show(e):
    match e:
        case Num(v):
            return f"{v:g}"
        case Var(n):
            return n
        case Call(f, a):
            return f"{f}({show(a)})"
        case BinOp(op, l, r):
            return f"({show(l)} {op} {show(r)})"


for text in ["1 + 2 * 3", "2 ^ 3 ^ 2", "x * (0 + 1) + 0 * y", "sin(x) * x - 4 / 2", "-x ^ 2", "sq(x + 1) / 2"]:
    tree = Parser(text).parse()
    small = simplify(tree)
    x = torch.tensor(1.5, requires_grad=True)
    value = evaluate(small, {"x": x})
    if isinstance(value, torch.Tensor):
        value.backward()
        print(f"{text:<22} {show(small):<26} {value.item():9.4f} d/dx {x.grad.item():+.4f}")
    else:
        print(f"{text:<22} {show(small):<26} {value:9.4f}")
for bad in ["1 +", "(2", "2 $ 3", "foo"]:
    try:
        print(evaluate(Parser(bad).parse(), {}))
    except (SyntaxError, NameError) as e:
        print(f"{type(e).__name__}: {e}")
print(Parser("a+1").parse() == Parser("a + 1").parse(), Num(2.0), BinOp("+", Num(1.0), Var("q")))
print(len({Num(1.0), Num(1), Var("x"), Var("x")}), math.isclose(0.1 + 0.2, 0.3))
