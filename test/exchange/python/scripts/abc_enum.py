from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum, auto, IntEnum
from typing import NamedTuple, List, Dict, Union, Callable
import torch


class Activation(Enum):
    RELU = "relu"
    TANH = "tanh"
    SIGMOID = "sigmoid"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Color(Enum):
    RED = auto()
    GREEN = auto()


class Point(NamedTuple):
    x: float
    y: float
    label: str = "none"

    def norm(self) -> float:
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Layer(ABC):
    registry: Dict[str, type] = {}

    def __init__(self, name: str):
        self.name = name

    @abstractmethod
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        ...

    @property
    @abstractmethod
    def params(self) -> List[torch.Tensor]:
        ...

    def __call__(self, x):
        return self.forward(x)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dense(Layer):
    def __init__(self, name, n_in, n_out, act: Activation = Activation.RELU):
        super().__init__(name)
        self.w = torch.randn(n_in, n_out, requires_grad=True)
        self.b = torch.zeros(n_out, requires_grad=True)
        self.act = act

    @property
    def params(self):
        return [self.w, self.b]

    def forward(self, x):
        out = x @ self.w + self.b
        if self.act is Activation.RELU:
            return out.relu()
        elif self.act == Activation.TANH:
            return torch.tanh(out)
        return getattr(torch, self.act.value)(out)


torch.manual_seed(5)
try:
    Layer("bad")
except TypeError as e:
    print("TypeError:", e)

layers = [Dense("a", 3, 4), Dense("b", 4, 2, Activation.TANH), Dense("c", 2, 1, Activation("sigmoid"))]
x = torch.ones(2, 3)
for layer in layers:
    x = layer(x)
    print(layer, layer.act, layer.act.name, layer.act.value, tuple(x.shape))
x.sum().backward()
print([p.grad.sum().item() for layer in layers for p in layer.params][-1])
print(list(Activation), Activation["RELU"], len(Activation))
print(Level.HIGH > Level.LOW, Level.HIGH + 1, Color.RED.value, Color.GREEN)
p = Point(3.0, 4.0)
print(p, p.norm(), p[0], p._asdict())
q = p._replace(label="moved")
x0, y0, lab = q
print(q, x0 + y0, lab, p == Point(3.0, 4.0))
for act in Activation:
    print(act.name.lower(), end=",")
print()
print(isinstance(layers[0], Layer), issubclass(Dense, Layer), hasattr(layers[0], "w"))
