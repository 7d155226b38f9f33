import random
from collections import Counter
from functools import total_ordering
from itertools import combinations, product


@total_ordering
class Card:
    RANKS = "23456789TJQKA"
    SUITS = "♣♦♥♠"

    def __init__(self, code: str):
        rank, suit = code
        if rank not in self.RANKS or suit not in self.SUITS:
            raise ValueError(f"bad card: {code}")
        self.rank = rank
        self.suit = suit

    @property
    def value(self):
        return self.RANKS.index(self.rank) + 2

    def __eq__(self, other):
        return isinstance(other, Card) and (self.rank, self.suit) == (other.rank, other.suit)

    def __lt__(self, other):
        return self.value < other.value

    def __hash__(self):
        return hash((self.rank, self.suit))

    def __str__(self):
        return self.rank + self.suit

    __repr__ = __str__


class Deck:
    def __init__(self, rng=None):
        self._cards = [Card(r + s) for s, r in product(Card.SUITS, Card.RANKS)]
        self.rng = rng or random.Random()

    def __len__(self):
        return len(self._cards)

    def __getitem__(self, position):
        return self._cards[position]

    def __setitem__(self, position, card):
        self._cards[position] = card

    def shuffle(self):
        self.rng.shuffle(self)

    def deal(self, n):
        hand, self._cards = self._cards[:n], self._cards[n:]
        return hand

    def __iadd__(self, cards):
        self._cards.extend(cards)
        return self


class Hand:
    NAMES = ["high card", "pair", "two pairs", "three of a kind", "straight", "flush", "full house", "four of a kind", "straight flush"]

    def __init__(self, cards):
        self.cards = sorted(cards, reverse=True)

    def rank(self):
        counts = Counter(c.value for c in self.cards)
        pattern = sorted(counts.values(), reverse=True)
        values = sorted(counts, key=lambda v: (counts[v], v), reverse=True)
        flush = len({c.suit for c in self.cards}) == 1
        straight = len(counts) == 5 and (max(counts) - min(counts) == 4 or set(counts) == {14, 2, 3, 4, 5})
        match pattern:
            case _ if straight and flush:
                level = 8
            case [4, 1]:
                level = 7
            case [3, 2]:
                level = 6
            case _ if flush:
                level = 5
            case _ if straight:
                level = 4
            case [3, *_]:
                level = 3
            case [2, 2, 1]:
                level = 2
            case [2, *rest]:
                level = 1
            case _:
                level = 0
        return level, values

    def __lt__(self, other):
        return self.rank() < other.rank()

    def __format__(self, spec):
        cards = " ".join(map(str, self.cards))
        if spec == "long":
            return f"{cards} ({self.NAMES[self.rank()[0]]})"
        return format(cards, spec)


rng = random.Random(99)
deck = Deck(rng)
print(len(deck), deck[0], deck[-1], deck[12::13], Card("A♠") in deck, sorted(deck[:5], key=lambda c: (c.value, c.suit))[-1])
deck.shuffle()
hands = [Hand(deck.deal(5)) for _ in range(6)]
for h in sorted(hands, reverse=True):
    print(f"{h:long}")
print(f"[{min(hands):>20}]", max(hands).rank(), len(deck))
deck += hands[0].cards
print(len(deck), deck[-1])
print([Hand.NAMES[Hand([Card(c) for c in text.split()]).rank()[0]] for text in ("A♠ 2♠ 3♠ 4♠ 5♠", "T♠ T♦ T♥ 9♣ 9♠", "2♠ 2♦ 7♥ 7♣ K♠", "3♦ 9♦ J♦ K♦ A♦")])
tally = Counter(Hand.NAMES[Hand(c).rank()[0]] for c in combinations(deck[:9], 5))
print(tally.most_common(), sum(tally.values()))
for bad in ("1♠", "AB", "TT♠"):
    try:
        print(Card(bad))
    except ValueError as e:
        print("ValueError:", e)
print(Card("Q♥") > Card("J♠"), Card("2♣") == Card("2♣"), Card("2♣") != Card("2♦"), {Card("9♦"), Card("9♦")}, Card("K♠") <= Card("K♥"))
