"""
Small Python programs as reference cases (../data/README.md says how those are written): each is computed by PyTorch
statement by statement while it is translated. An area is a file in areas/, which begins with `begin` and ends with `save`.
"""

import os

os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")
os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX2")
os.environ.setdefault("MKL_CBWR", "COMPATIBLE")
import argparse, ast, collections, json, math, random, warnings
import numpy
import torch

warnings.simplefilter("ignore")
torch.set_num_threads(1)
CASES = collections.defaultdict(list)
SKIPPED = collections.Counter()


class Unsayable(Exception):
    pass


class Raised(Exception):
    def __init__(s, e):
        s.e = e


def number(x):
    if isinstance(x, bool):
        return int(x)
    if isinstance(x, int):
        return x if abs(x) <= 2**53 else str(x)
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    return x


def tensor(t, req=None):
    if t.layout != torch.strided:
        raise Unsayable("layout")
    d = t.detach().resolve_conj().resolve_neg()
    name = str(d.dtype).removeprefix("torch.")
    flat = d.reshape(-1).tolist()
    if d.dtype == torch.float32:
        flat = [v if not math.isfinite(v) else float(repr(numpy.float32(v)).replace("np.float32(", "").rstrip(")")) for v in flat]
    data = [[number(v.real), number(v.imag)] if isinstance(v, complex) else number(v) for v in flat]
    if any(isinstance(v, str) and v.lstrip("-").isdigit() for v in data):
        raise Unsayable("big")
    j = {"shape": list(t.shape), "dtype": name, "data": data}
    if t.requires_grad if req is None else req:
        j["requires_grad"] = True
    return {"tensor": j}


def enc(v):
    if isinstance(v, torch.Tensor):
        return tensor(v)
    if v is None or isinstance(v, (bool, str)):
        return v
    if isinstance(v, int):
        if abs(v) > 2**53:
            raise Unsayable("big")
        return v
    if isinstance(v, float):
        return v if math.isfinite(v) and v != int(v) else {"float": number(v)}
    if isinstance(v, complex):
        return {"complex": [number(v.real), number(v.imag)]}
    if isinstance(v, torch.dtype):
        return {"dtype": str(v).removeprefix("torch.")}
    if isinstance(v, (torch.memory_format, torch.layout)):
        return {"torch": str(v).removeprefix("torch.")}
    if isinstance(v, (list, tuple)):
        return [enc(e) for e in v]
    if isinstance(v, dict):
        return {k: enc(e) for k, e in v.items()}
    raise Unsayable(type(v).__name__)


BIN = {
    ast.Add: ("add", "__add__", "__radd__"),
    ast.Sub: ("sub", None, "__rsub__"),
    ast.Mult: ("mul", None, "__rmul__"),
    ast.Div: ("div", None, "__rtruediv__"),
    ast.Pow: ("pow", None, "__rpow__"),
    ast.MatMult: ("matmul", None, None),
    ast.FloorDiv: ("floor_divide", None, None),
    ast.Mod: ("remainder", None, None),
}
CMP = {ast.Lt: "lt", ast.Gt: "gt", ast.LtE: "le", ast.GtE: "ge", ast.Eq: "eq", ast.NotEq: "ne"}
import operator

PY = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.MatMult: operator.matmul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
PROPS = {"real", "imag", "mT", "mH", "H", "T", "is_leaf", "requires_grad", "is_sparse", "layout", "dtype", "shape", "itemsize", "nbytes", "ndim"}


class Static:  # a path below torch
    def __init__(s, path, val):
        s.path = path
        s.val = val


class Run:
    def __init__(s, inputs):
        s.vars = dict(inputs)
        s.st = []
        s.n = 0
        s.symbolic = 0

    def tmp(s):
        s.n += 1
        return f"t{s.n}"

    def emit(s, op, args, kwargs, thunk, out=None):
        name = out or s.tmp()
        st = {"out": name, "op": op, "args": [a[0] for a in args]}
        if kwargs:
            st["kwargs"] = {k: a[0] for k, a in kwargs.items()}
        s.st.append(st)
        if s.symbolic:
            return ("$" + name, None)
        try:
            v = thunk()
        except Exception as e:
            raise Raised(e)
        s.vars[name] = v
        return ("$" + name, v)

    def ev(s, node, out=None):
        r = s._ev(node, out)
        if out is not None and r[0] != "$" + out:
            if isinstance(r[0], str) and r[0].startswith("$"):
                s.alias(out, r)
            else:
                raise Unsayable("literal binding")
        return r

    def alias(s, out, r):
        # rename last emitted if it produced it, else copy by name
        if s.st and "$" + str(s.st[-1].get("out")) == r[0]:
            s.st[-1]["out"] = out
        else:
            raise Unsayable("alias")
        s.vars[out] = r[1]

    def static(s, node):
        if isinstance(node, ast.Name) and node.id == "torch":
            return Static("", torch)
        if isinstance(node, ast.Name) and node.id in ("nn",):
            return Static("nn", torch.nn)
        if isinstance(node, ast.Name) and node.id in ("F",):
            return Static("nn.functional", torch.nn.functional)
        if isinstance(node, ast.Name) and node.id in ("D",):
            return Static("distributions", torch.distributions)
        if isinstance(node, ast.Attribute):
            b = s.static(node.value)
            if b is not None and (type(b.val).__name__ == "module" or isinstance(b.val, type)):
                return Static((b.path + "." + node.attr).lstrip("."), getattr(b.val, node.attr, None))
        return None

    def _ev(s, node, out=None):
        if isinstance(node, ast.Constant):
            v = node.value
            if v is Ellipsis:
                return ("...", Ellipsis)
            return (enc(v), v)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            if isinstance(node.operand, ast.Constant):
                v = -node.operand.value
                return (enc(v), v)
            if isinstance(node.operand, ast.Name) and node.operand.id == "inf":
                return ({"float": "-Infinity"}, -math.inf)
            a = s.ev(node.operand)
            return s.emit("neg", [a], {}, lambda: -a[1], out)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert):
            a = s.ev(node.operand)
            return s.emit("bitwise_not", [a], {}, lambda: ~a[1], out)
        st = s.static(node)
        if st is not None:
            if isinstance(st.val, (torch.dtype,)):
                return ({"dtype": str(st.val)[6:]}, st.val)
            if isinstance(st.val, (torch.memory_format, torch.layout)):
                return ({"torch": str(st.val)[6:]}, st.val)
            if isinstance(st.val, float):
                return (enc(st.val), st.val)
            return ({"path": st.path}, st.val)
        if isinstance(node, ast.Name):
            if node.id == "inf":
                return ({"float": "Infinity"}, math.inf)
            if node.id == "nan":
                return ({"float": "NaN"}, math.nan)
            return ("$" + node.id, s.vars.get(node.id))
        if isinstance(node, (ast.List, ast.Tuple)):
            es = [s.ev(e) for e in node.elts]
            v = [e[1] for e in es]
            return ([e[0] for e in es], v if isinstance(node, ast.List) else tuple(v))
        if isinstance(node, ast.Dict):
            es = [(k.value, s.ev(v)) for k, v in zip(node.keys, node.values)]
            return ({k: e[0] for k, e in es}, {k: e[1] for k, e in es})
        if isinstance(node, ast.Compare):
            a = s.ev(node.left)
            b = s.ev(node.comparators[0])
            n = CMP[type(node.ops[0])]
            return s.emit(n, [a, b], {}, lambda: getattr(torch, n)(a[1], b[1]), out)
        if isinstance(node, ast.BinOp):
            a = s.ev(node.left)
            b = s.ev(node.right)
            f = PY[type(node.op)]
            n = BIN[type(node.op)]
            if s.symbolic:
                sa = isinstance(a[0], str)
                if sa:
                    return s.emit(n[0] if n[0] != "floor_divide" else n[0], [a, b], {}, None, out)
                return s.emit("Tensor." + n[2], [b, a], {}, None, out)
            if isinstance(a[1], torch.Tensor):
                return s.emit(n[0], [a, b], {}, lambda: f(a[1], b[1]), out)
            if isinstance(b[1], torch.Tensor):
                return s.emit("Tensor." + n[2], [b, a], {}, lambda: f(a[1], b[1]), out)
            v = f(a[1], b[1])
            return (enc(v), v)
        if isinstance(node, ast.Subscript):
            a = s.ev(node.value)
            if s.symbolic and isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, (int, str)):
                return s.emit("item", [a, (node.slice.value, node.slice.value)], {}, None, out)
            if not s.symbolic and not isinstance(a[1], torch.Tensor):
                k = s.ev(node.slice)
                return s.emit("item", [a, k], {}, lambda: a[1][k[1]], out)
            elts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            spec = []
            for e in elts:
                if isinstance(e, ast.Slice):
                    q = [None if x is None else s.ev(x)[1] for x in (e.lower, e.upper, e.step)]
                    spec.append(({"slice": q}, slice(*q)))
                else:
                    spec.append(s.ev(e))
            return s.emit("Tensor.__getitem__", [a, ([x[0] for x in spec], tuple(x[1] for x in spec))], {}, lambda: a[1][tuple(x[1] for x in spec)], out)
        if isinstance(node, ast.Attribute):
            a = s.ev(node.value)
            if s.symbolic or isinstance(a[1], torch.Tensor):
                if node.attr in ("grad", "data") or node.attr in PROPS:
                    return s.emit("Tensor." + node.attr, [a], {}, lambda: getattr(a[1], node.attr), out)
                return s.emit("get." + node.attr, [a], {}, lambda: getattr(a[1], node.attr), out)
            return s.emit("get." + node.attr, [a], {}, lambda: getattr(a[1], node.attr), out)
        if isinstance(node, ast.Lambda):
            ps = [x.arg for x in node.args.args]
            outer = (s.st, s.symbolic)
            s.st = []
            s.symbolic = 1
            r = s.ev(node.body)
            sts = s.st
            s.st, s.symbolic = outer
            code = compile(ast.Expression(node), "<l>", "eval")
            env = {"torch": torch, "F": torch.nn.functional, "D": torch.distributions, "nn": torch.nn, **s.vars}
            return ({"lambda": {"params": ps, "statements": sts, "return": r[0]}}, eval(code, env))
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "repr":
                a = s.ev(node.args[0])
                return s.emit("repr", [a], {}, lambda: repr(a[1]), out)
            if isinstance(node.func, ast.Name) and node.func.id == "list":
                a = s.ev(node.args[0])
                return s.emit("list", [a], {}, lambda: list(a[1]), out)
            f = s.static(node.func)
            if f is not None:
                args = [s.ev(a) for a in node.args]
                kw = {k.arg: s.ev(k.value) for k in node.keywords}
                new = isinstance(f.val, type) and not f.path.startswith("no_grad")
                if f.val is None:
                    raise Unsayable("no " + f.path)
                return s.emit(("new " if new else "") + f.path, args, kw, lambda: f.val(*[a[1] for a in args], **{k: a[1] for k, a in kw.items()}), out)
            if isinstance(node.func, ast.Attribute):
                o = s.ev(node.func.value)
                n = node.func.attr
                args = [s.ev(a) for a in node.args]
                kw = {k.arg: s.ev(k.value) for k in node.keywords}
                istensor = s.symbolic or isinstance(o[1], torch.Tensor)
                return s.emit(
                    ("Tensor." if istensor else "method.") + n,
                    [o] + args,
                    kw,
                    lambda: getattr(o[1], n)(*[a[1] for a in args], **{k: a[1] for k, a in kw.items()}),
                    out,
                )
            o = s.ev(node.func)
            args = [s.ev(a) for a in node.args]
            kw = {k.arg: s.ev(k.value) for k in node.keywords}
            return s.emit("call", [o] + args, kw, lambda: o[1](*[a[1] for a in args], **{k: a[1] for k, a in kw.items()}), out)
        raise Unsayable(ast.dump(node)[:60])

    def stmt(s, node):
        if isinstance(node, ast.Expr):
            s.ev(node.value)
        elif isinstance(node, ast.Assign):
            t = node.targets[0]
            if isinstance(t, ast.Name):
                s.ev(node.value, t.id)
            elif isinstance(t, ast.Tuple):
                r = s.ev(node.value)
                names = [e.id for e in t.elts]
                if "$" + str(s.st[-1]["out"]) != r[0]:
                    raise Unsayable("unpack")
                s.st[-1]["out"] = names
                vals = list(r[1])
                for n, v in zip(names, vals):
                    s.vars[n] = v
            elif isinstance(t, ast.Subscript):
                a = s.ev(t.value)
                v = s.ev(node.value)
                elts = t.slice.elts if isinstance(t.slice, ast.Tuple) else [t.slice]
                spec = []
                for e in elts:
                    if isinstance(e, ast.Slice):
                        q = [None if x is None else s.ev(x)[1] for x in (e.lower, e.upper, e.step)]
                        spec.append(({"slice": q}, slice(*q)))
                    else:
                        spec.append(s.ev(e))
                s.emit("Tensor.__setitem__", [a, ([x[0] for x in spec], None), v], {}, lambda: a[1].__setitem__(tuple(x[1] for x in spec), v[1]))
                s.st[-1].pop("out")
            elif isinstance(t, ast.Attribute):
                a = s.ev(t.value)
                v = s.ev(node.value)
                if isinstance(a[1], torch.Tensor) and t.attr in ("grad", "requires_grad", "data"):
                    op = "Tensor." + t.attr + "="
                else:
                    op = "set." + t.attr
                s.emit(op, [a, v], {}, lambda: setattr(a[1], t.attr, v[1]))
                s.st[-1].pop("out")
        elif isinstance(node, ast.With):
            n = node.items[0].context_expr.func.attr
            outer = s.st
            s.st = []
            import contextlib

            try:
                with getattr(torch, n)():
                    for x in node.body:
                        s.stmt(x)
            finally:
                outer.append({"op": n, "body": s.st})
                s.inner = s.st
                s.st = outer
        else:
            raise Unsayable(type(node).__name__)


def P(area, text, inputs=None, seed=None, name=None, tol=None, check=None, repr_=False, errors=True):
    """inputs: dict of tensors"""
    inputs = inputs or {}
    try:
        ins = {k: tensor(v) for k, v in inputs.items()}
    except Unsayable as e:
        SKIPPED[str(e)] += 1
        return
    if seed is not None:
        torch.manual_seed(seed)
    live = {k: v.detach().clone().requires_grad_(v.requires_grad) if v.dtype.is_floating_point or v.dtype.is_complex else v.clone() for k, v in inputs.items()}
    r = Run(live)
    err = None
    user = []
    try:
        tree = ast.parse(
            "\n".join(
                l if l.startswith("    ") else l.strip() for l in text.strip().replace("\n        ", "\n").replace("; ", "\n").replace(";", "\n").split("\n")
            )
        )
        for n in tree.body:
            if isinstance(n, ast.Assign):
                for t in ([n.targets[0]] if isinstance(n.targets[0], ast.Name) else getattr(n.targets[0], "elts", [])):
                    user.append(t.id)
            try:
                r.stmt(n)
            except Raised as x:
                err = x.e
                break
        if isinstance(err, AttributeError):
            raise Unsayable("AttributeError")
        if err is not None and (not errors or any("body" in s for s in r.st) or "invalid combination" in str(err)):
            raise Unsayable("error: " + str(err)[:80])
        vars_ = {}
        for n in check or [u for u in dict.fromkeys([*user, *inputs]) if not (u in ("U", "V", "Vh", "Q"))]:
            if n.split(".")[0] not in r.vars:
                continue
            v = r.vars[n.split(".")[0]]
            for a in n.split(".")[1:]:
                v = getattr(v, a)
            try:
                vars_[n] = enc(v)
            except Unsayable:
                continue
            if isinstance(v, torch.Tensor) and v.requires_grad:
                if v.is_leaf and "." not in n:
                    vars_[n + ".grad"] = enc(v.grad)
                elif v.grad_fn is not None and "." not in n and area not in NOFN:
                    vars_[n + ".grad_fn"] = type(v.grad_fn).__name__
        if repr_:
            CASES[area].append({"id": f"{area}/{len(CASES[area])}", "build": {"inputs": ins, "statements": r.st, "result": repr_}, "text": repr(r.vars[repr_])})
            return
        exp = {"vars": vars_}
        if err is not None:
            exp |= {"error": str(err).split("\n")[0], "error_type": type(err).__name__, "at": len(r.st) - 1}
        elif not vars_:
            raise Unsayable("nothing to check: " + text[:50])
        c = {"id": f"{area}/{len(CASES[area])}", "name": name or text.strip()[:150], "inputs": ins, "statements": r.st, "check": list(vars_), "expect": exp}
        if seed is not None:
            c["seed"] = seed
        if tol:
            c["tol"] = {"rtol": tol[0], "atol": tol[1]}
        json.dumps(c)
        CASES[area].append(c)
    except Unsayable as e:
        SKIPPED[str(e)[:90]] += 1
    except Exception as e:
        SKIPPED["CRASH " + type(e).__name__ + str(e)[:90] + " in " + text[:60]] += 1
    finally:
        torch.set_default_dtype(torch.float32)


NOFN = {"func", "distributions", "sparse"}
G = torch.Generator()


def T(*shape, dtype=torch.float32, grad=False, lo=-2, hi=2):
    if dtype == torch.bool:
        return torch.rand(shape, generator=G) < 0.5
    if dtype.is_complex:
        return torch.complex(T(*shape, dtype=torch.float64, lo=lo, hi=hi), T(*shape, dtype=torch.float64, lo=lo, hi=hi)).to(dtype).requires_grad_(grad)
    if not dtype.is_floating_point:
        l = max(lo, 0) if dtype in (torch.uint8, torch.uint16) else lo
        return torch.randint(int(l), int(hi) + 3, shape, generator=G).to(dtype)
    x = torch.rand(shape, generator=G, dtype=torch.float64) * (hi - lo) + lo
    return ((x * 1000).round() / 1000).to(dtype).requires_grad_(grad)


def spd(n, *b, dtype=torch.float64, grad=False):
    a = T(*b, n, n, dtype=dtype)
    return (a @ a.mH + torch.eye(n, dtype=dtype)).detach().requires_grad_(grad)


OPTIONS = None


def begin(area):
    """Reads the command line and seeds what draws. Returns the name of the area."""
    global OPTIONS
    parse = argparse.ArgumentParser(description=f"Writes {area}.json: what PyTorch computes for programs of this area.")
    parse.add_argument("--seed", type=int, default=0, help="other numbers and shapes")
    parse.add_argument("--keep", type=int, help="keep so many cases, taken at random")
    parse.add_argument("--out", default=".", help="the directory to write to")
    OPTIONS = parse.parse_args()
    G.manual_seed(OPTIONS.seed)
    random.seed(OPTIONS.seed)
    return area


def save():
    """Writes the cases, one a line, and prints what could not be said in a case."""
    for area, cases in CASES.items():
        if OPTIONS.keep is not None and OPTIONS.keep < len(cases):
            small = [c for c in cases if len(json.dumps(c)) < 4000]
            cases = sorted(random.sample(small, min(OPTIONS.keep, len(small))), key=lambda c: int(c["id"].split("/")[1]))
        lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
        with open(os.path.join(OPTIONS.out, f"{area}.json"), "w") as f:
            f.write(f'{{"area":"{area}","torch":"{torch.__version__}","cases":[\n{lines}\n]}}\n')
        print(area, len(cases))
    for why, count in SKIPPED.most_common(25):
        print("  left out", count, why)
