from dataclasses import dataclass
import torch
import torch.nn as nn


@dataclass
class Conv:
    out: int
    kernel: int = 3


@dataclass
class Pool:
    size: int


@dataclass(frozen=True)
class Act:
    name: str


def build(spec):
    layers = []
    ch = 1
    for item in spec:
        match item:
            case Conv(out=o, kernel=k):
                layers.append(nn.Conv2d(ch, o, k, padding=k // 2))
                ch = o
            case Pool(size):
                layers.append(nn.MaxPool2d(size))
            case Act(name="relu"):
                layers.append(nn.ReLU())
            case Act(name=other):
                raise ValueError(f"unknown activation {other}")
            case ("dropout", float(p)):
                layers.append(nn.Dropout(p))
            case {"type": "norm", **rest}:
                layers.append(nn.BatchNorm2d(rest.get("channels", ch)))
            case "flatten" | "flat":
                layers.append(nn.Flatten())
            case [nn.Linear() as lin, *_]:
                layers.append(lin)
            case int() if item > 0:
                layers.append(nn.LazyLinear(item))
            case None:
                continue
            case _:
                print("skipped", item)
    return nn.Sequential(*layers)


torch.manual_seed(0)
net = build([Conv(4), Act("relu"), Pool(2), {"type": "norm"}, ("dropout", 0.1), None, "flat", [nn.Linear(64, 5), 1], "what", -3])
print(net)
net.eval()
print(net(torch.ones(1, 1, 8, 8)))
try:
    build([Act("gelu")])
except ValueError as e:
    print(e)


def http(status):
    match status:
        case 200 | 201:
            return "ok"
        case code if 400 <= code < 500:
            return "client"
        case _:
            return "?"


print([http(s) for s in (200, 404, 500)])
a = Act("relu")
try:
    a.name = "x"
except Exception as e:
    print(type(e).__name__, e)
print(Conv(1) == Conv(1, 3), Conv(2), {a: 1}[Act("relu")])
point = (0, 5)
match point:
    case (0, 0):
        print("origin")
    case (0, y):
        print(f"Y={y}")
