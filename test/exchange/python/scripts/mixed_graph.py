from __future__ import annotations
from dataclasses import dataclass, field
from typing import Iterator, Optional
import heapq
from collections import deque
import torch


@dataclass
class Node:
    value: float
    left: Optional[Node] = None
    right: Optional[Node] = None

    def insert(self, v: float) -> Node:
        if v < self.value:
            self.left = self.left.insert(v) if self.left else Node(v)
        else:
            self.right = self.right.insert(v) if self.right else Node(v)
        return self

    def __iter__(self) -> Iterator[float]:
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    @property
    def height(self) -> int:
        return 1 + max((c.height for c in (self.left, self.right) if c is not None), default=0)


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    cost: float = field(default=1.0, compare=False, repr=False)


@dataclass
class Graph:
    edges: dict[str, list[str]] = field(default_factory=dict)
    weights: dict[tuple[str, str], float] = field(default_factory=dict)

    def __post_init__(self):
        self.visits = 0

    def add(self, a, b, w=1.0):
        self.edges.setdefault(a, []).append(b)
        self.edges.setdefault(b, [])
        self.weights[a, b] = w

    def bfs(self, start):
        seen, queue, order = {start}, deque([start]), []
        while queue:
            n = queue.popleft()
            self.visits += 1
            order.append(n)
            for m in self.edges[n]:
                if m not in seen:
                    seen.add(m)
                    queue.append(m)
        return order

    def dijkstra(self, start):
        dist = {n: float("inf") for n in self.edges}
        dist[start] = 0
        heap = [(0, start)]
        while heap:
            d, n = heapq.heappop(heap)
            if d > dist[n]:
                continue
            for m in self.edges[n]:
                nd = d + self.weights[n, m]
                if nd < dist[m]:
                    dist[m] = nd
                    heapq.heappush(heap, (nd, m))
        return dist

    def adjacency(self):
        names = sorted(self.edges)
        A = torch.zeros(len(names), len(names))
        for (a, b), w in self.weights.items():
            A[names.index(a), names.index(b)] = w
        return names, A


root = Node(5)
for v in [2, 8, 1, 9.5, 3, 7]:
    root.insert(v)
print(list(root), root.height, sum(root), root.left.value, root.right.right)
tasks = [Task(3, "c"), Task(1, "a", 2.5), Task(2, "b")]
heapq.heapify(tasks)
print([heapq.heappop(tasks).name for _ in range(len(tasks))], Task(1, "x") == Task(1, "y"), Task(1, "x") < Task(2, "y"), Task(4, "z"))
g = Graph()
for a, b, w in [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8.5)]:
    g.add(a, b, w)
g.add("D", "E")
print(g.bfs("A"), g.visits)
print(g.dijkstra("A"))
names, A = g.adjacency()
print(names, A, sep="\n")
reach = (torch.matrix_power(A + torch.eye(len(names)), 4) > 0).int()
print(reach[0].tolist(), torch.nonzero(A).tolist(), A.sum(1))
print(g.edges, g.weights, sep="\n")
print(g)
print(heapq.nlargest(2, [3, 1, 4.0, 1, 5]), heapq.nsmallest(2, ["b", "a", "c"], key=lambda s: -ord(s)))
