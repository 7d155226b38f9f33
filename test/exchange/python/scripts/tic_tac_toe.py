import random
from collections import defaultdict


class TicTacToe:
    LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

    def __init__(self, board=None, turn="X"):
        self.board = board or [" "] * 9
        self.turn = turn

    def moves(self):
        return [i for i, c in enumerate(self.board) if c == " "]

    def play(self, i):
        if self.board[i] != " ":
            raise ValueError(f"cell {i} is taken by {self.board[i]!r}")
        board = self.board.copy()
        board[i] = self.turn
        return TicTacToe(board, "O" if self.turn == "X" else "X")

    @property
    def winner(self):
        for a, b, c in self.LINES:
            if self.board[a] == self.board[b] == self.board[c] != " ":
                return self.board[a]
        return None

    @property
    def done(self):
        return self.winner is not None or not self.moves()

    def key(self):
        return "".join(self.board) + self.turn

    def __str__(self):
        rows = [self.board[i:i + 3] for i in range(0, 9, 3)]
        return "\n-+-+-\n".join("|".join(row) for row in rows)


class RandomPlayer:
    def act(self, game):
        return random.choice(game.moves())


class QPlayer:
    def __init__(self, alpha=0.3, gamma=0.9, eps=0.2):
        self.q = defaultdict(float)
        self.alpha, self.gamma, self.eps = alpha, gamma, eps
        self.last = None

    def act(self, game, explore=True):
        moves = game.moves()
        if explore and random.random() < self.eps:
            return random.choice(moves)
        best = max(self.q[game.key(), m] for m in moves)
        return random.choice([m for m in moves if self.q[game.key(), m] == best])

    def learn(self, state, move, reward, nxt):
        future = 0 if nxt.done else -max(self.q[nxt.key(), m] for m in nxt.moves())
        old = self.q[state.key(), move]
        self.q[state.key(), move] = old + self.alpha * (reward + self.gamma * future - old)


def episode(player, opponent, train=True):
    game = TicTacToe()
    while not game.done:
        actor = player if game.turn == "X" else opponent
        move = actor.act(game, train) if isinstance(actor, QPlayer) else actor.act(game)
        nxt = game.play(move)
        if train and isinstance(actor, QPlayer):
            reward = 1 if nxt.winner == game.turn else 0
            actor.learn(game, move, reward, nxt)
        game = nxt
    return game


random.seed(11)
me, other = QPlayer(), RandomPlayer()
for block in range(4):
    results = {"X": 0, "O": 0, None: 0}
    for _ in range(100):
        results[episode(me, me if block % 2 else other).winner] += 1
    print(block, results, len(me.q))
wins = sum(episode(me, other, train=False).winner == "X" for _ in range(50))
print(f"greedy wins {wins}/50 = {wins / 50:.0%}")
print(episode(me, other, train=False))
first = sorted(((round(v, 3), m) for (k, m), v in me.q.items() if k == " " * 9 + "X"), reverse=True)
print(first[:3], sum(1 for v in me.q.values() if v > 0.5))
try:
    TicTacToe().play(4).play(4)
except ValueError as e:
    print("illegal:", e)
print(min(me.q.values()), round(max(me.q.values()), 6), me.q["nowhere", 0])
