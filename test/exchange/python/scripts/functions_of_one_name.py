import sys
flag = len("abc") > 5
if flag:
    def pick(x):
        return x
else:
    def pick(x):
        return -x
print(pick(3))
def outer(k):
    if k == 0:
        f = lambda v: v
    elif k == 1:
        def f(v):
            return v * 2
    else:
        f = None
    return f(4) if f else "none"
print([outer(k) for k in range(3)])
for mode in ("a", "b"):
    if mode == "a":
        fn = lambda q: q + 1
    else:
        def fn(q, m=mode):
            return f"{m}{q}"
    print(fn(1))
def g():
    return 1
def h():
    return g() + 1
print(h())
def g():
    return 10
print(h(), g())
try:
    raise ImportError("x")
    def load(): return "np"
except ImportError:
    def load(): return "fallback"
print(load())
def param(f=None):
    if f is None:
        def f(): return "default"
    return f()
print(param(), param(lambda: "own"))
