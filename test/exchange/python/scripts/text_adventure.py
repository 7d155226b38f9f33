from __future__ import annotations
import re
import textwrap
from enum import Enum, auto
from dataclasses import dataclass, field


class Direction(Enum):
    NORTH = auto()
    SOUTH = auto()
    EAST = auto()
    WEST = auto()

    @property
    def opposite(self) -> Direction:
        pairs = {Direction.NORTH: Direction.SOUTH, Direction.EAST: Direction.WEST}
        pairs.update({v: k for k, v in pairs.items()})
        return pairs[self]

    @classmethod
    def parse(cls, text: str) -> Direction | None:
        for d in cls:
            if d.name.startswith(text.upper()):
                return d
        return None


class GameError(Exception):
    pass


class CannotGo(GameError):
    def __init__(self, direction):
        self.direction = direction
        super().__init__(f"You cannot go {direction.name.lower()}.")


@dataclass
class Item:
    name: str
    weight: float = 1.0
    tags: set = field(default_factory=set)


@dataclass
class Room:
    name: str
    description: str = ""
    exits: dict = field(default_factory=dict, repr=False)
    items: list = field(default_factory=list)

    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[direction.opposite] = self


class Player:
    capacity = 5.0

    def __init__(self, room: Room):
        self.room = room
        self.bag: dict[str, Item] = {}
        self.history: list[str] = []

    @property
    def load(self) -> float:
        return sum(i.weight for i in self.bag.values())

    def do(self, command: str) -> str:
        self.history.append(command)
        match command.lower().split():
            case ["look"] | ["l"]:
                return self.look()
            case ["go", where] | ["walk", "to", where]:
                direction = Direction.parse(where)
                if direction is None:
                    raise GameError(f"What is {where!r}?")
                if direction not in self.room.exits:
                    raise CannotGo(direction)
                self.room = self.room.exits[direction]
                return f"You are in the {self.room.name}."
            case ["take", *names] if names:
                return " ".join(self.take(n) for n in names)
            case ["drop", name] if name in self.bag:
                item = self.bag.pop(name)
                self.room.items.append(item)
                return f"Dropped {item.name}."
            case ["inventory" | "i"]:
                if not self.bag:
                    return "Nothing."
                return ", ".join(f"{n} ({i.weight:g})" for n, i in sorted(self.bag.items()))
            case []:
                return ""
            case [verb, *_]:
                raise GameError(f"I do not know how to {verb}.")

    def take(self, name: str) -> str:
        for item in self.room.items:
            if item.name == name:
                break
        else:
            raise GameError(f"There is no {name} here.")
        if self.load + item.weight > self.capacity:
            return f"The {name} is too heavy ({self.load + item.weight} > {self.capacity})."
        self.room.items.remove(item)
        self.bag[name] = item
        return f"Taken: {name}."

    def look(self) -> str:
        text = self.room.description or f"A plain {self.room.name}."
        exits = "/".join(sorted(d.name.lower() for d in self.room.exits))
        things = ", ".join(i.name for i in self.room.items) or "nothing"
        return textwrap.fill(f"{text} Exits: {exits}. You see {things}.", 40, subsequent_indent="  ")


hall = Room("hall", "A long hall with torches on the walls and dust on the floor.")
cellar = Room("cellar", items=[Item("lamp", 1.5, {"light"}), Item("anvil", 9), Item("rope")])
garden = Room("garden")
hall.connect(Direction.SOUTH, cellar)
hall.connect(Direction.EAST, garden)
player = Player(hall)
script = """look
go south
take lamp rope
take anvil
i

walk to north
go up
dance wildly
go west
drop lamp
l
inventory"""
for line in script.splitlines():
    try:
        answer = player.do(line)
    except CannotGo as e:
        print(f"> {line}\n! {e} ({e.direction})")
    except GameError as e:
        print(f"> {line}\n! {type(e).__name__}: {e}")
    else:
        print(f"> {line}\n{answer}")
print(player.load, player.history[-3:], [d.value for d in Direction], Direction.NORTH.opposite)
print(cellar, Item("x", tags={"a"}), re.sub(r"(\w+) (\w+)", r"\2-\1", player.history[1]))
