"""What a word with schedules registers, and what it is told of a round."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from slackapp.ids import UserId, WorkspaceId


@dataclass(frozen=True)
class Round:
    """One turn of a schedule. `slot` is what the clock in `tz` shows; `due_at` is its moment in UTC."""

    schedule_id: int
    workspace_id: WorkspaceId
    kind: str
    ref: int
    tz: str
    slot: str
    due_at: datetime
    late_s: int

    @property
    def day(self) -> date:
        """The local date: whether somebody is away is asked about this day."""
        return datetime.fromisoformat(self.slot).date()


@dataclass(frozen=True)
class Member:
    """Somebody for whom a round is. `is_away` is what is known about the day of the round.

    None leaves it to the calendar of their country ("NL", "DE-BY"); False is their own word that they are there, which
    wins over the calendar (CHK-3).
    """

    user_id: UserId
    tz: str
    country: str | None = None
    is_away: bool | None = None


@dataclass(frozen=True)
class Made:
    """An occurrence that was made: for one member, or for EVERYBODY where the schedule is a channel's."""

    occurrence_id: int
    member: UserId


@dataclass(frozen=True)
class ScheduleKind:
    """A word's part: who takes part in a round, and what is posted for those who are asked.

    Both are called in the transaction of the tick, `members` not for a channel's schedule. A tick that fails half-way
    is rolled back and repeated: `made` changes only the database and the outbox. A tick holds the schedule before it
    comes to the word's own rows; a rule that changes both does the same, with `schedules.locked`, so that the two never
    wait for each other.
    """

    members: Callable[[Session, Round], Sequence[Member]]
    made: Callable[[Session, Round, Sequence[Made]], None]
