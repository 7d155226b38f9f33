import torch
import torch.nn as nn
from dataclasses import dataclass, field
from typing import List


@dataclass
class LayerSpec:
    kind: str
    units: int = 0
    rate: float = 0.0


@dataclass
class NetSpec:
    name: str
    inputs: int
    layers: List[LayerSpec] = field(default_factory=list)

    def add(self, kind, **kw):
        self.layers.append(LayerSpec(kind, **kw))
        return self

    def build(self):
        mods, n = [], self.inputs
        for spec in self.layers:
            match spec:
                case LayerSpec(kind="dense", units=u):
                    mods.append(nn.Linear(n, u))
                    n = u
                case LayerSpec(kind="relu"):
                    mods.append(nn.ReLU())
                case LayerSpec("dropout", rate=r) if r > 0:
                    mods.append(nn.Dropout(r))
                case LayerSpec("dropout"):
                    continue
                case _:
                    raise ValueError(f"unknown layer {spec.kind!r}")
        return nn.Sequential(*mods)


spec = NetSpec("demo", 3).add("dense", units=4).add("relu").add("dropout", rate=0.5).add("dropout").add("dense", units=1)
print(spec)
torch.manual_seed(0)
net = spec.build()
print(net, len(net))
x = torch.randn(6, 3)
print(net.eval()(x).squeeze().tolist()[0] == net(x)[0].item(), f"{net(x).mean():.4f}")
try:
    NetSpec("bad", 1).add("conv").build()
except ValueError as e:
    print("error:", e)
history = {"loss": [], "lr": []}
opt = torch.optim.SGD(net.parameters(), lr=0.1)
y = x.sum(1, keepdim=True)
net.train()
for epoch in range(6):
    opt.zero_grad()
    loss = ((net(x) - y) ** 2).mean()
    loss.backward()
    opt.step()
    history["loss"].append(round(loss.item(), 2))
    history["lr"].append(opt.param_groups[0]["lr"])
    if epoch == 3:
        opt.param_groups[0]["lr"] *= 0.1
print(history["lr"], len(history["loss"]), history["loss"][0])
total = sum(l.units for l in spec.layers)
print(total, [l.kind for l in spec.layers if l.units], max(spec.layers, key=lambda l: l.units), {l.kind: l.rate for l in spec.layers})
