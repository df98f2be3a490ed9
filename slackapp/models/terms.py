"""What a team agrees on about itself, as views read it from the form and rules check and keep it."""

from dataclasses import dataclass
from datetime import time

from slackapp.ids import ChannelId, GroupId, UserId

HOUR = 60
DAY = 24 * HOUR


@dataclass(frozen=True)
class Within:
    """How soon a team answers a request: so many hours or so many days of its working time."""

    count: int
    are_days: bool

    def minutes(self, starts: time, ends: time) -> int:
        """The working minutes that these are for a team with these hours."""
        return self.count * (day_minutes(starts, ends) if self.are_days else HOUR)


ONE_DAY = Within(1, are_days=True)
CHOICES = (
    *(Within(hours, are_days=False) for hours in (1, 2, 4)),
    *(Within(days, are_days=True) for days in (1, 2, 3, 5)),
)


@dataclass(frozen=True)
class Terms:
    """All that can be filled in about a team, None where nothing was. Hours are local times in `tz`."""

    name: str
    lead_id: UserId | None
    home_channel: ChannelId | None
    members: tuple[UserId, ...] = ()
    group_id: GroupId | None = None
    locale: str = "en"
    tz: str = "Europe/Amsterdam"
    weekdays: frozenset[int] = frozenset(range(5))
    starts: time | None = time(9)
    ends: time | None = time(17)
    country: str | None = None
    within: Within = ONE_DAY


def day_minutes(starts: time, ends: time) -> int:
    """How long an ordinary working day is; 00:00 as its end is the midnight that closes it."""
    return (_minute(ends) or DAY) - _minute(starts)


def within(answer_minutes: int | None, starts: time, ends: time) -> Within:
    """The choice that gives these minutes; the day where none does, as after a change from outside."""
    chosen = (each for each in CHOICES if each.minutes(starts, ends) == answer_minutes)
    return next(chosen, ONE_DAY)


def _minute(at: time) -> int:
    return at.hour * HOUR + at.minute
