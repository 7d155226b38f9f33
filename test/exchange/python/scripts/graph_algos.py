"""Graphs: plain algorithms, then a GCN over the same graph."""
import heapq
from collections import defaultdict, deque
from functools import cache
from itertools import combinations
import torch
import torch.nn as nn

EDGES = [(0, 1, 4), (0, 2, 1), (2, 1, 2), (1, 3, 5), (2, 3, 8), (3, 4, 3), (4, 5, 1), (5, 6, 2), (6, 4, 2), (7, 8, 1)]


class Graph:
    def __init__(self, edges, directed=False):
        self.adj = defaultdict(dict)
        for u, v, w in edges:
            self.adj[u][v] = w
            if not directed:
                self.adj[v][u] = w

    @property
    def nodes(self):
        return sorted(self.adj)

    def dijkstra(self, src):
        dist = {n: float('inf') for n in self.nodes}
        prev = {}
        dist[src] = 0
        pq = [(0, src)]
        while pq:
            d, u = heapq.heappop(pq)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                if (nd := d + w) < dist[v]:
                    dist[v], prev[v] = nd, u
                    heapq.heappush(pq, (nd, v))
        return dist, prev

    def path(self, src, dst):
        _, prev = self.dijkstra(src)
        out = [dst]
        while out[-1] != src:
            if out[-1] not in prev:
                return None
            out.append(prev[out[-1]])
        return out[::-1]

    def components(self):
        seen = set()
        for n in self.nodes:
            if n in seen:
                continue
            comp, q = [], deque([n])
            seen.add(n)
            while q:
                u = q.popleft()
                comp.append(u)
                for v in self.adj[u]:
                    if v not in seen:
                        seen.add(v)
                        q.append(v)
            yield comp

    def __contains__(self, item):
        return item in self.adj

    def __getitem__(self, n):
        return self.adj[n]

    def __len__(self):
        return len(self.adj)

    def __or__(self, other):
        g = Graph([])
        for src in (self, other):
            for u in src.nodes:
                g.adj[u].update(src[u])
        return g


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def topo(deps):
    order, state = [], {}

    def visit(n, stack=()):
        if state.get(n) == 'done':
            return
        if n in stack:
            raise ValueError(f"cycle: {' -> '.join([*stack, n])}")
        for m in deps.get(n, ()):
            visit(m, (*stack, n))
        state[n] = 'done'
        order.append(n)

    for n in deps:
        visit(n)
    return order


g = Graph(EDGES)
dist, _ = g.dijkstra(0)
print({k: v for k, v in dist.items() if v < float('inf')}, dist[8])
print(g.path(0, 6), g.path(0, 8), list(g.components()))
print(3 in g, 99 in g, len(g), len(g | Graph([(8, 9, 2)])), g[0])
triangles = [t for t in combinations(g.nodes, 3) if all(b in g[a] for a, b in combinations(t, 2))]
print(triangles, fib(50))
print(topo({'app': ['db', 'log'], 'db': ['log'], 'log': []}))
try:
    topo({'a': ['b'], 'b': ['a']})
except ValueError as e:
    print('error:', e)


class GCN(nn.Module):
    def __init__(self, a_hat, f_in, hidden, classes):
        super().__init__()
        self.register_buffer('a_hat', a_hat)
        self.w1 = nn.Parameter(torch.empty(f_in, hidden))
        self.w2 = nn.Parameter(torch.empty(hidden, classes))
        for w in (self.w1, self.w2):
            nn.init.xavier_uniform_(w)

    def forward(self, x):
        h = torch.relu(self.a_hat @ x @ self.w1)
        return self.a_hat @ h @ self.w2


torch.manual_seed(4)
n = len(g)
A = torch.zeros(n, n)
for u, v, w in EDGES:
    A[u, v] = A[v, u] = 1.0
A_tilde = A + torch.eye(n)
d_inv = A_tilde.sum(1).rsqrt().diag()
model = GCN(d_inv @ A_tilde @ d_inv, n, 8, 3)
labels = torch.tensor([0, 0, 0, 0, 1, 1, 1, 2, 2])
mask = torch.tensor([i in (0, 4, 7) for i in range(n)])
opt = torch.optim.Adam(model.parameters(), lr=0.05)
for epoch in range(30):
    opt.zero_grad()
    logits = model(torch.eye(n))
    loss = nn.functional.cross_entropy(logits[mask], labels[mask])
    loss.backward()
    opt.step()
    if (epoch + 1) % 10 == 0:
        acc = (logits.argmax(1) == labels)[~mask].float().mean()
        print(f"{epoch + 1:3d} loss={loss:.4f} acc={acc:.2f}")
deg = A.sum(0)
L = torch.diag(deg) - A
ev = torch.linalg.eigvalsh(L)
print("components:", (ev.abs() < 1e-4).sum().item(), ev[:3].abs().round(decimals=4))
