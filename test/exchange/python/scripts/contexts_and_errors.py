import contextlib
import traceback
import torch


class TrainingError(RuntimeError):
    """Something went wrong while training."""

    code = 1

    def __init__(self, message, *, step=None):
        super().__init__(message)
        self.step = step


class NanLoss(TrainingError):
    code = 2


class Budget:
    def __init__(self, limit):
        self.limit = limit
        self.used = 0.0

    def spend(self, amount):
        if self.used + amount > self.limit:
            raise TrainingError(f"budget of {self.limit} exceeded by {self.used + amount - self.limit:g}", step=int(self.used))
        self.used += amount
        return self.limit - self.used


def risky(kind):
    if kind == "nan":
        raise NanLoss("loss is nan", step=3)
    if kind == "shape":
        return torch.ones(2, 3) + torch.ones(4)
    if kind == "index":
        return [1, 2, 3][10]
    if kind == "key":
        return {"a": 1}["b"]
    if kind == "zero":
        return 1 / 0
    if kind == "int":
        return int("12.5")
    if kind == "float":
        return float("abc")
    if kind == "attr":
        return torch.ones(1).nothing
    if kind == "type":
        return len(5)
    if kind == "unpack":
        a, b = [1, 2, 3]
        return a + b
    if kind == "assert":
        assert kind != "assert", ("tuple", 1)
    if kind == "dtype":
        return torch.tensor([1, 2]).mean()
    if kind == "grad":
        return torch.ones(2).sum().backward()
    return f"fine: {kind}"


for kind in ["nan", "shape", "index", "key", "zero", "int", "float", "type", "unpack", "assert", "dtype", "grad", "ok"]:
    try:
        result = risky(kind)
    except TrainingError as e:
        print(f"[{type(e).__name__} code={e.code} step={e.step}] {e}")
    except (IndexError, KeyError) as e:
        print(f"lookup {type(e).__name__}: {e}")
    except ArithmeticError as e:
        print("arithmetic:", e)
    except Exception as e:
        print(f"{e.__class__.__name__}: {str(e).splitlines()[0]}")
    else:
        print("result", result)


@contextlib.contextmanager
def guard(name, *catch):
    print("enter", name)
    try:
        yield name.upper()
    except catch as e:
        print("caught", type(e).__name__, "in", name)
    finally:
        print("leave", name)


with guard("a", ValueError) as a, guard("b") as b:
    print(a, b)
with guard("c", ZeroDivisionError, ValueError):
    raise ValueError("inside")
with contextlib.suppress(KeyError):
    {}["missing"]
print("after suppress")

budget = Budget(2.0)
with contextlib.ExitStack() as stack:
    stack.enter_context(guard("one"))
    stack.callback(print, "callback", 1)
    print(budget.spend(0.5), budget.spend(1))
try:
    budget.spend(1)
except TrainingError as e:
    print(e, e.step, e.args, isinstance(e, RuntimeError))


def nested():
    try:
        try:
            raise ValueError("first")
        except ValueError as e:
            raise RuntimeError("second") from e
        finally:
            print("inner finally")
    except RuntimeError as e:
        return f"{e} <- {e.__cause__}"


print(nested())


def retry(times):
    for attempt in range(times):
        try:
            if attempt < 2:
                raise OSError(f"try {attempt}")
            return attempt
        except OSError as e:
            print("retrying after", e)
            continue
    return None


print(retry(4), retry(1))
while True:
    try:
        value = next(iter([]))
    except StopIteration:
        print("stopped")
        break
