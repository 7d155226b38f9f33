import copy
import random
from dataclasses import dataclass
from typing import Dict, List, Tuple
import torch
from torch import nn, Tensor

StateDict = Dict[str, Tensor]


@dataclass
class ClientConfig:
    id: int
    shift: float
    n: int = 20
    lr: float = 0.1


class Client:
    def __init__(self, cfg: ClientConfig):
        self.cfg = cfg
        g = torch.Generator().manual_seed(cfg.id)
        self.x = torch.randn(cfg.n, 1, generator=g) + cfg.shift
        self.y = 2 * self.x + 1 + 0.1 * torch.randn(cfg.n, 1, generator=g)

    def train(self, state: StateDict, epochs: int) -> Tuple[StateDict, float, int]:
        model = nn.Linear(1, 1)
        model.load_state_dict(copy.deepcopy(state))
        opt = torch.optim.SGD(model.parameters(), lr=self.cfg.lr)
        loss = None
        for _ in range(epochs):
            opt.zero_grad()
            loss = ((model(self.x) - self.y) ** 2).mean()
            loss.backward()
            opt.step()
        return model.state_dict(), loss.item(), len(self.x)


class Server:
    def __init__(self, clients: List[Client], fraction: float = 1.0):
        torch.manual_seed(0)
        self.state = nn.Linear(1, 1).state_dict()
        self.clients, self.fraction = clients, fraction
        self.log: List[dict] = []

    def aggregate(self, updates):
        total = sum(n for *_, n in updates)
        new_state = {}
        for key in self.state:
            new_state[key] = sum(state[key] * (n / total) for state, _, n in updates)
        drift = sum((new_state[k] - self.state[k]).norm().item() for k in new_state)
        self.state = new_state
        return drift

    def round(self, r: int):
        k = max(1, round(self.fraction * len(self.clients)))
        chosen = sorted(random.sample(self.clients, k), key=lambda c: c.cfg.id)
        updates = [c.train(self.state, epochs=3) for c in chosen]
        drift = self.aggregate(updates)
        entry = {"round": r, "clients": [c.cfg.id for c in chosen], "loss": sum(l for _, l, _ in updates) / k, "drift": drift}
        self.log.append(entry)
        return entry


random.seed(1)
clients = [Client(ClientConfig(i, shift=i * 0.25, n=10 + 5 * i)) for i in range(4)]
print([c.cfg for c in clients][:2])
server = Server(clients, fraction=0.6)
for r in range(6):
    e = server.round(r)
    print(f"round {e['round']}: clients={e['clients']} loss={e['loss']:.4f} drift={e['drift']:.4f}")
w, b = server.state["weight"].item(), server.state["bias"].item()
print(f"w={w:.3f} b={b:.3f}", sorted(server.log[-1]), type(server.log[0]["clients"]).__name__)
participation = {c.cfg.id: sum(c.cfg.id in e["clients"] for e in server.log) for c in clients}
print(participation, sum(participation.values()))
central = torch.cat([c.x for c in clients]), torch.cat([c.y for c in clients])
A = torch.cat([central[0], torch.ones_like(central[0])], 1)
sol = torch.linalg.lstsq(A, central[1]).solution.flatten()
print(sol, (sol - torch.tensor([2.0, 1.0])).abs().max() < 0.1)
snapshot = copy.copy(server.state)
snapshot["weight"] = snapshot["weight"] + 1
print(server.state["weight"].item() == w, snapshot["weight"].item() - w, list(snapshot))
backup = copy.deepcopy(clients[0].cfg)
backup.lr /= 2
print(backup, clients[0].cfg.lr, backup == clients[0].cfg)
weights = {c.cfg.id: c.cfg.n / sum(x.cfg.n for x in clients) for c in clients}
print(weights, sum(weights.values()))
