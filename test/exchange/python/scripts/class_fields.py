from __future__ import annotations
import abc
import dataclasses
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
from typing import Any, Callable, ClassVar, Generic, Optional, TypeVar
import torch

T = TypeVar("T")


class Stage(Enum):
    LOAD = 1
    CLEAN = 2
    TRAIN = 3

    @classmethod
    def parse(cls, text: str) -> Stage:
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"{text!r} is not one of {', '.join(s.name.lower() for s in cls)}") from None

    def next(self) -> Optional[Stage]:
        members = list(Stage)
        i = members.index(self) + 1
        return members[i] if i < len(members) else None


@dataclass
class Event:
    stage: Stage
    message: str
    value: float = 0.0
    tags: set[str] = field(default_factory=set)
    counter: ClassVar[int] = 0

    def __post_init__(self):
        Event.counter += 1
        self.id = Event.counter

    def __str__(self):
        tags = f" [{','.join(sorted(self.tags))}]" if self.tags else ""
        return f"#{self.id} {self.stage.name}: {self.message}{tags}"


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)


class Step(abc.ABC):
    registry: dict[str, type[Step]] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Step.registry[cls.__name__.lower()] = cls

    @abc.abstractmethod
    def run(self, x: torch.Tensor) -> torch.Tensor: ...

    def __call__(self, x):
        return self.run(x)


class Normalize(Step):
    def run(self, x):
        return (x - x.mean()) / x.std()


class Clip(Step):
    def __init__(self, lo=-1.0, hi=1.0):
        self.lo, self.hi = lo, hi

    def run(self, x):
        return x.clamp(self.lo, self.hi)


def compose(*fns: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def composed(x):
        for f in fns:
            x = f(x)
        return x

    return composed


log: Stack[Event] = Stack()
stage: Optional[Stage] = Stage.parse("load")
while stage is not None:
    log.push(Event(stage, f"step {stage.value}", value=stage.value / 2, tags={"auto", "ok"} if stage.value > 1 else set()))
    stage = stage.next()
for event in log:
    print(event)
print(len(log), log.pop().value, Event.counter, Stage(2), Stage.CLEAN.next())
try:
    Stage.parse("deploy")
except ValueError as e:
    print("ValueError:", e)
print(sorted(Step.registry), {k: v.__name__ for k, v in Step.registry.items()})
x = torch.arange(6, dtype=torch.float32)
pipe = compose(Normalize(), Clip(hi=0.5), torch.abs, lambda t: t.sum().item())
print(round(pipe(x), 4), compose()(3))
e = Event(Stage.TRAIN, "final", 1)
print(e == dataclasses.replace(e), dataclasses.asdict(e), [f.name for f in dataclasses.fields(e)])
print(dataclasses.astuple(e), e)
print(repr(e))
empty = Stack()
for attempt in range(2):
    try:
        empty.pop()
    except (IndexError, KeyError) as err:
        print(attempt, type(err).__name__, err)
    finally:
        empty.push(attempt)
print(list(empty), isinstance(Clip(), Step), issubclass(Clip, abc.ABC))
