x = 10
def outer():
    x = 20
    def inner():
        nonlocal x
        x += 1
        return x
    return inner(), x
def glob():
    global x
    x += 5
    return x
print(outer(), glob(), x)
def d(a, b=2, *args, c=3, **kw): return a, b, args, c, kw
print(d(1), d(1, 2, 3, 4, c=5, z=6), d(*[1, 2], **{"c": 9, "q": 1}))
def e(a, /, b, *, c): return (a, b, c)
print(e(1, 2, c=3), e(1, b=2, c=3))
fs = [lambda i=i: i ** 2 for i in range(3)]; print([h() for h in fs])
def acc(v, store=[]): store.append(v); return store
print(acc(1), acc(2), (lambda *a, **k: (a, k))(1, z=2))
print([y := 3, y + 1], (z := 5) * 2, z)
