"""How hard it is fought, and what came of it."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.fire.clock import SPEED

HOUSE = Path(__file__).resolve().parents[2]


@dataclass
class Plan:
    """How hard it is fought. Everything that chance decides follows from the seed."""

    seed: int
    replicas: int
    messages: int = 0
    """At least so many; more come for as long as something is done to processes."""
    readers: int = 2
    """People who get files."""
    kills: int = 0
    channels: int = 4
    speed: float = SPEED
    """How much faster the clock runs than the wall's; what waits in real time waits as much shorter."""
    seconds_between_kills: float = 1.5
    seconds_between_faults: float = 0.4
    pause: float = 0.1
    """How long a process waits after every few messages that it puts up."""
    points: tuple[str, ...] = ()
    """A process dies once at each of them, before chance takes over."""
    freezes: tuple[str, ...] = ()
    """Then one freezes at each of them, for longer than its lease."""
    blows: tuple[str, ...] = ()
    """And then these are dealt (tests/fire/blows.py)."""
    hits: int = 2
    """At which time, at the most, that the point is reached."""
    haste: bool = False
    """Whether the clock is sent past the lease of whoever dies, so that nobody waits for its end."""
    batch: int = 0
    """So many people of a round in one transaction, if not as many as usual."""
    seconds_to_get_there: float = 60
    """After so long at work a process that has not come to its point is killed where it is."""
    tries: int = 3
    """So often a process is sent to a point that nobody came to."""
    faults: int = 1
    """So many calls must meet a fault."""
    every_kind: bool = False
    """Whether each kind of fault must hit a call."""
    spared: int = 0
    """So many replicas, the first ones, are not killed."""
    releases: tuple[Path, ...] = (HOUSE,)
    """Where the code of the processes lies; the first replica runs the first, and so on."""

    @property
    def stops(self) -> int:
        """How often processes are kept from their work without being killed."""
        return len(self.freezes) + len(self.blows)


@dataclass
class Result:
    """What came of it. `broken` names each invariant that does not hold."""

    store: str
    replicas: int
    messages: int
    kills: int = 0
    """Of processes that were at work, while there was something to do for them."""
    stops: int = 0
    faults: int = 0
    """Those that hit a call."""
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    seconds: float = 0
    broken: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    """The named points that no process came to, however often one was sent there to die."""
    unfrozen: list[str] = field(default_factory=list)
    """Those where none stood still."""
    idle: list[str] = field(default_factory=list)
    """What else was planned and did not happen, in sentences."""
    excused: list[str] = field(default_factory=list)
    """The keys of what processes had in their hands when they were stopped (tests/fire/in_hand.py)."""

    @property
    def is_well(self) -> bool:
        """Whether everything that was planned happened, and did no harm."""
        return self.is_unharmed and not (self.missed or self.unfrozen or self.idle)

    @property
    def is_unharmed(self) -> bool:
        return not (self.lost or self.doubled or self.out_of_order or self.broken)

    def row(self) -> str:
        done = (self.replicas, self.kills, self.stops, self.faults, self.messages)
        numbers = (*done, self.lost, self.doubled, self.out_of_order)
        return "".join([f"{self.store:12}", *(f"{number:>13}" for number in numbers)])
