import math
import heapq
from typing import Generic, TypeVar, Iterator, ClassVar
import torch
import torch.nn as nn

T = TypeVar("T")


class PriorityQueue(Generic[T]):
    def __init__(self) -> None:
        self._heap: list[tuple[float, int, T]] = []
        self._count = 0

    def push(self, item: T, priority: float) -> None:
        heapq.heappush(self._heap, (priority, self._count, item))
        self._count += 1

    def pop(self) -> T:
        return heapq.heappop(self._heap)[-1]

    def __len__(self) -> int:
        return len(self._heap)

    def __iter__(self) -> Iterator[T]:
        while self:
            yield self.pop()


class Node:
    count: ClassVar[int] = 0
    __slots__ = ("state", "parent", "children", "visits", "value")

    def __init__(self, state, parent=None):
        self.state = state
        self.parent = parent
        self.children: dict[int, "Node"] = {}
        self.visits = 0
        self.value = 0.0
        Node.count += 1

    @classmethod
    def root(cls, *state):
        return cls(tuple(state))

    @property
    def q(self):
        return self.value / self.visits if self.visits else 0.0

    @q.setter
    def q(self, v):
        self.value = v * self.visits

    def ucb(self, c=1.4):
        if self.visits == 0:
            return math.inf
        return self.q + c * math.sqrt(math.log(self.parent.visits) / self.visits)

    def select(self):
        return max(self.children.values(), key=lambda n: n.ucb())

    def expand(self, moves):
        for mv in moves:
            if mv not in self.children:
                self.children[mv] = Node(self.state + (mv,), parent=self)

    def backup(self, reward):
        node = self
        while node is not None:
            node.visits += 1
            node.value += reward
            node = node.parent

    def __hash__(self):
        return hash(self.state)

    def __eq__(self, other):
        if not isinstance(other, Node):
            return NotImplemented
        return self.state == other.state


torch.manual_seed(0)
value_net = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1), nn.Flatten(0))


def rollout(state) -> float:
    padded = list(state)[:3] + [0] * (3 - len(state))
    with torch.no_grad():
        return float(value_net(torch.tensor([padded], dtype=torch.float32)))


root = Node.root()
for sim in range(40):
    node = root
    while node.children:
        node = node.select()
    if len(node.state) < 3:
        node.expand(range(2))
        node = node.select()
    node.backup(rollout(node.state))
print(root.visits, Node.count, f"{root.q:.5f}")
for mv, child in sorted(root.children.items(), key=lambda kv: kv[1].visits, reverse=True):
    print(mv, child.visits, f"{child.q:+.5f}", child.state)
root.q = 0.5
print(root.value, Node((1, 2)) == Node((1, 2)), len({Node((1,)), Node((1,))}))
pq = PriorityQueue[str]()
for name, pr in [("low", 3.0), ("high", 1.0), ("mid", 2.0), ("mid2", 2.0)]:
    pq.push(name, pr)
print(len(pq), [item for item in pq], len(pq), bool(pq._heap))
best, score = None, -math.inf
stack = [root]
while stack:
    n = stack.pop()
    if n is not root and n.q > score and n.visits > 1:
        best, score = n, n.q
    stack.extend(n.children.values())
else:
    print("searched")
print(best.state, f"{score:.4f}")
x = 10
def outer():
    y = 1
    def inner():
        nonlocal y
        global x
        y += 1
        x += y
        return y
    return inner() + y
print(outer(), x)
if (n := len(root.children)) > 1:
    print(f"{n} children")
print([y for v in range(5) if (y := v * v) % 2 == 0])
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
matrix = {(i, j): i ^ j for i in range(2) for j in range(2)}
print(matrix, matrix[1, 0], 5 & 3, 5 | 3, ~5, 1 << 4, -9 >> 1)
