import torch
import torch.nn as nn


class TrainingError(Exception):
    """Raised when training fails."""

    def __init__(self, message, step=None):
        super().__init__(message)
        self.step = step


class NanLoss(TrainingError):
    pass


def check(value, step):
    if value != value:
        raise NanLoss(f"loss is nan at step {step}", step=step)
    if value > 100:
        raise ValueError("diverged")
    return value


for v in [1.0, float("nan"), 1e3]:
    try:
        print("ok", check(v, step=3))
    except NanLoss as err:
        print(type(err).__name__, err, err.step)
    except (ValueError, KeyError) as err:
        print("caught", repr(err), err.args)
    else:
        print("no error")
    finally:
        print("finally")

try:
    torch.ones(2, 3) @ torch.ones(2, 3)
except RuntimeError as e:
    print(e)
try:
    nn.Linear(3, 2)(torch.ones(1, 4))
except RuntimeError as e:
    print(f"RuntimeError: {e}")
try:
    {"a": 1}["b"]
except KeyError as e:
    print("KeyError", e, e.args[0])
try:
    [1, 2][5]
except IndexError as e:
    print("IndexError:", e)
try:
    int("abc")
except ValueError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    torch.zeros(3)[5]
except IndexError as e:
    print(e)
try:
    x = torch.ones(2, requires_grad=True)
    y = x * 2
    y.backward()
except RuntimeError as e:
    print(str(e))
try:
    try:
        raise KeyError("inner")
    except KeyError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print(e, "|", repr(e.__cause__))


class Timer:
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        print("enter", self.label)
        return self

    def __exit__(self, exc_type, exc, tb):
        print("exit", self.label, exc_type is None)
        return exc_type is ValueError


with Timer("a") as t:
    print(t.label)
with Timer("b"):
    raise ValueError("swallowed")
with Timer("outer"), Timer("inner"):
    pass
try:
    assert torch.ones(1).sum() == 2, "sum is wrong"
except AssertionError as e:
    print("assert:", e)
try:
    None.foo
except AttributeError as e:
    print(e)
