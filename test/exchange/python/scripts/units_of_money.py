from __future__ import annotations
from functools import total_ordering
from numbers import Number
import torch


@total_ordering
class Money:
    RATES = {"EUR": 1.0, "USD": 1.25, "JPY": 160}

    def __init__(self, amount, currency="EUR"):
        if currency not in self.RATES:
            raise ValueError(f"unknown currency {currency}")
        self.amount = amount
        self.currency = currency

    def to(self, currency: str) -> Money:
        rate = self.RATES[currency] / self.RATES[self.currency]
        return Money(self.amount * rate, currency)

    def _same(self, other):
        return other.to(self.currency).amount if isinstance(other, Money) else other

    def __add__(self, other):
        return Money(self.amount + self._same(other), self.currency)

    __radd__ = __add__

    def __mul__(self, k):
        if not isinstance(k, (int, float)):
            return NotImplemented
        return Money(self.amount * k, self.currency)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self.amount / self._same(other) if isinstance(other, Money) else Money(self.amount / other, self.currency)

    def __floordiv__(self, k):
        return Money(self.amount // k, self.currency)

    def __mod__(self, k):
        return Money(self.amount % k, self.currency)

    def __eq__(self, other):
        return round(self.to("EUR").amount, 6) == round(other.to("EUR").amount, 6)

    def __lt__(self, other):
        return self.to("EUR").amount < other.to("EUR").amount

    def __hash__(self):
        return hash(round(self.to("EUR").amount, 6))

    def __repr__(self):
        return f"Money({self.amount!r}, {self.currency!r})"

    def __str__(self):
        return f"{self.amount:.2f} {self.currency}"

    def __format__(self, spec):
        return f"{self.amount:{spec or '.1f'}} {self.currency}"

    def __int__(self):
        return int(self.amount)

    def __round__(self, n=None):
        return Money(round(self.amount, n), self.currency)


a, b = Money(10), Money(25.0, "USD")
print(a, b, repr(a), [a, b])
print(a + b, b + a, sum([a, b], Money(0)), 2 * a, a * 1.5, repr(a * 1.5), b / 2, b / a)
print(a < b, max(a, b), sorted([b, a]), a == Money(12.5, "USD"), len({a, Money(12.5, "USD"), b}), b >= a)
print(f"{a} {b:.3f} {b:>10.2f}|", int(b), round(Money(2.675), 2), round(Money(7.5)), repr(Money(7) // 2), repr(Money(7.5) % 2))
try:
    Money(1, "XYZ")
except ValueError as e:
    print("ValueError:", e)
try:
    a * "x"
except TypeError as e:
    print("TypeError", "multiply" in str(e) or "unsupported" in str(e))
wallet = {"cash": Money(5), "card": Money(100.0, "JPY")}
wallet["cash"] += Money(5, "USD")
print(wallet, {k: str(v.to("USD")) for k, v in wallet.items()})
amounts = torch.tensor([m.to("EUR").amount for m in (a, b, *wallet.values())])
print(amounts, amounts.sum().item(), amounts.softmax(0).argmax().item(), f"{amounts.mean():.3f}")
weights = torch.tensor([0.5, 0.25, 0.125, 0.125])
total = sum((Money(w.item() * x.item()) for w, x in zip(weights, amounts)), Money(0))
print(total, torch.dot(weights, amounts), isinstance(3, Number), isinstance(a, Number))
