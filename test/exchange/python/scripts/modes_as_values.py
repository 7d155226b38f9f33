import contextlib
import torch
from contextlib import nullcontext
x = torch.ones(2, requires_grad=True)
def run(train):
    ctx = nullcontext() if train else torch.no_grad()
    with ctx:
        y = x * 2
    return y.requires_grad
print(run(True), run(False), torch.is_grad_enabled())
with (torch.enable_grad() if x.requires_grad else torch.no_grad()):
    print((x * 2).requires_grad)
with contextlib.ExitStack() as st:
    st.enter_context(torch.no_grad())
    print((x * 2).requires_grad)
print((x * 2).requires_grad)
class Phase:
    def __init__(self, train):
        self.mode = torch.enable_grad() if train else torch.no_grad()
    def run(self):
        with self.mode:
            return (x * 3).requires_grad
print(Phase(True).run(), Phase(False).run())
torch.set_grad_enabled(False)
print((x + 1).requires_grad)
torch.set_grad_enabled(True)
def deco(f):
    def inner(d, *rest):
        d["n"] = d.get("n", 0) + 1
        return f(d, *rest)
    return inner
@deco
def g(d, pair):
    return d, pair
state = {"k": 1}
print(g(state, (1, 2)), state)
funcs = [lambda d: d.update(z=3), lambda d: d.pop("k")]
for fn in funcs:
    fn(state)
print(state)
def apply(f, a):
    return f(a)
print(apply(lambda t: (t, len(t)), (1, 2)), apply(lambda d: sorted(d.items()), {"b": 1, "a": 2}))
