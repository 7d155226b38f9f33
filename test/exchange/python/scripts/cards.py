import random
import torch


class Card:
    SUITS = "♣♦♥♠"
    RANKS = [*range(2, 11), "J", "Q", "K", "A"]

    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    @property
    def value(self):
        return self.RANKS.index(self.rank)

    def __str__(self):
        return f"{self.rank}{self.suit}"

    __repr__ = __str__

    def __lt__(self, other):
        return (self.value, self.suit) < (other.value, other.suit)

    def __eq__(self, other):
        return (self.rank, self.suit) == (other.rank, other.suit)

    def __hash__(self):
        return hash((self.rank, self.suit))


class Deck:
    def __init__(self, seed=None):
        self.cards = [Card(r, s) for s in Card.SUITS for r in Card.RANKS]
        random.Random(seed).shuffle(self.cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, i):
        return self.cards[i]

    def deal(self, n=5):
        hand, self.cards = self.cards[:n], self.cards[n:]
        return sorted(hand)


def classify(hand):
    counts = {}
    for c in hand:
        counts[c.rank] = counts.get(c.rank, 0) + 1
    shape = sorted(counts.values(), reverse=True)
    values = sorted(c.value for c in hand)
    flush = len({c.suit for c in hand}) == 1
    straight = values == list(range(values[0], values[0] + 5))
    if flush and straight:
        return "straight flush"
    names = {(4, 1): "four", (3, 2): "full house", (3, 1, 1): "three", (2, 2, 1): "two pairs", (2, 1, 1, 1): "pair"}
    return names.get(tuple(shape)) or ("flush" if flush else "straight" if straight else "high card")


deck = Deck(seed=3)
print(len(deck), deck[0], deck[-1], deck[:3], Card("A", "♠") in deck)
hands = [deck.deal() for _ in range(4)]
for h in hands:
    print(" ".join(map(str, h)), "->", classify(h))
print(classify([Card(r, "♥") for r in range(2, 7)]), len(deck), max(max(h) for h in hands), {Card(2, "♣"): 1}[Card(2, "♣")])
tally = {}
for seed in range(200):
    k = classify(Deck(seed).deal())
    tally[k] = tally.get(k, 0) + 1
for k, n in sorted(tally.items(), key=lambda kv: -kv[1]):
    print(f"{k:<12}{n:>5}{n / 200:>8.1%}")
probs = torch.tensor([n for _, n in sorted(tally.items())]) / 200
print(probs, probs.sum(), -(probs * probs.log()).sum().item() > 0)
feat = torch.zeros(len(hands), 13)
for i, h in enumerate(hands):
    for c in h:
        feat[i, c.value] += 1
print(feat.sum(1), feat.sum(0).nonzero().squeeze().tolist(), (feat > 1).any(1))
