"""What went over the wire, for tests and for the inspector. Bounded: the oldest go first."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from blockkit.ids import SlackTeamId
from sandbox.parcel import Ack, Parcel
from sandbox.payload import Payload

MOST_KEPT = 2000
_numbers = count(1)


def _next_number() -> int:
    return next(_numbers)


@dataclass(frozen=True)
class ApiCall:
    """A call of the Web API and what was answered. `done` says whether Slack did the work.

    Numbers count calls and deliveries together, in the order in which they ended.
    """

    at: datetime
    method: str
    team: SlackTeamId | None
    args: Payload
    status: int
    answer: Payload
    done: bool
    number: int = field(default_factory=_next_number)


@dataclass(frozen=True)
class Delivered:
    """A payload that went to the app and how the app answered."""

    at: datetime
    parcel: Parcel
    ack: Ack
    number: int = field(default_factory=_next_number)


@dataclass
class Record:
    """Calls and deliveries in the order in which they ended."""

    made: deque[ApiCall] = field(default_factory=lambda: deque(maxlen=MOST_KEPT))
    delivered: deque[Delivered] = field(default_factory=lambda: deque(maxlen=MOST_KEPT))

    def calls(self, method: str | None = None, *, done: bool | None = None) -> list[ApiCall]:
        """The calls of a method, or all; with `done` only those whose work was done, or was not."""
        return [c for c in self.made if method in {None, c.method} and done in {None, c.done}]

    def parcels(self, kind: str | None = None) -> list[Parcel]:
        """The payloads sent to the app: of one `type`, of one event type, or all."""
        return [d.parcel for d in self.delivered if kind is None or kind in d.parcel.names]

    def forget(self) -> None:
        """Start with an empty record."""
        self.made.clear()
        self.delivered.clear()
