"""Train a small regressor from a config; report in several formats."""
from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, field, asdict
from typing import Callable, Optional

import torch
import torch.nn as nn
import torch.nn.functional as F


@dataclass
class TrainConfig:
    lr: float = 1e-2
    epochs: int = 5
    hidden: list[int] = field(default_factory=lambda: [16, 8])
    activation: str = "tanh"
    weight_decay: float = 0.0
    name: Optional[str] = None

    @property
    def depth(self) -> int:
        return len(self.hidden)

    @classmethod
    def from_dict(cls, raw: dict) -> "TrainConfig":
        known = {k: v for k, v in raw.items() if k in cls.__dataclass_fields__}
        return cls(**known)


ACTIVATIONS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "relu": F.relu,
    "tanh": torch.tanh,
    "gelu": F.gelu,
}


class MLP(nn.Module):
    def __init__(self, in_dim: int, out_dim: int, cfg: TrainConfig):
        super().__init__()
        dims = [in_dim, *cfg.hidden, out_dim]
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(dims[:-1], dims[1:]))
        self.act = ACTIVATIONS[cfg.activation]

    def forward(self, x):
        *hidden, last = self.layers
        for layer in hidden:
            x = self.act(layer(x))
        return last(x)


def make_data(n: int, noise: float = 0.1):
    x = torch.linspace(-2, 2, n).unsqueeze(1)
    y = torch.sin(2 * x) + noise * torch.randn_like(x)
    return x, y


def parse() -> argparse.Namespace:
    p = argparse.ArgumentParser(description="toy")
    p.add_argument("--lr", type=float, default=0.05)
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--activation", choices=list(ACTIVATIONS), default="tanh")
    p.add_argument("--verbose", action="store_true")
    return p.parse_args([])


def main():
    args = parse()
    torch.manual_seed(7)
    raw = {"lr": args.lr, "epochs": args.epochs, "activation": args.activation, "hidden": [12, 6], "junk": 1}
    cfg = TrainConfig.from_dict(raw)
    print(cfg)
    print(f"{cfg.depth = }, {cfg.lr = :.3f}")
    model = MLP(1, 1, cfg)
    n_params = sum(p.numel() for p in model.parameters() if p.requires_grad)
    print(f"{n_params:,d} parameters")
    opt = torch.optim.AdamW(model.parameters(), lr=cfg.lr, weight_decay=cfg.weight_decay)
    x, y = make_data(40)
    history = []
    for epoch in range(1, cfg.epochs + 1):
        opt.zero_grad()
        loss = F.mse_loss(model(x), y)
        loss.backward()
        opt.step()
        history.append(loss.item())
        if epoch % 5 == 0:
            print(f"epoch {epoch:>3d} | loss {loss.item():8.5f} | best {min(history):.4e}")
    best, at = min((v, i) for i, v in enumerate(history))
    print(f"best {best:.5f} at {at}")
    print(json.dumps(asdict(cfg), indent=2, sort_keys=True))
    print(json.dumps({"final": round(history[-1], 4), "lr": cfg.lr, "ok": history[-1] < history[0], "name": None}))


if __name__ == "__main__":
    main()
