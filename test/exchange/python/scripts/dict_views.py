d = {"a": 1, "b": 2.5}
ks = d.keys()
print(len(ks), list(ks), list(ks), "a" in ks)
vs = d.values()
print(max(vs), min(vs), sum(vs))
its = d.items()
for k, v in its:
    print(k, v)
for k, v in its:
    print(k, v)
d["c"] = 3
print(ks, vs, its)
print(d.keys() & {"a", "z"}, d.keys() - {"a"} == {"b", "c"}, d.keys() == {"a", "b", "c"})
def f(items):
    return [k for k, _ in items] + [k for k, _ in items]
print(f(d.items()))
z = list(zip(d.keys(), d.values()))
print(z, dict(zip(d.values(), d.keys())))
def g(n: int = 3):
    print(n)
g(True)
g(2)
x: int = True
print(x)
def h(n: float):
    print(n, n * 2)
h(3)
h(2.0)
